import { denseHessian } from '../../physics/denseHessian.ts';
import { symmetricEigen } from '../../physics/math/linalg.ts';
import { BlockDescentCount, DescentCount } from '../../physics/observables/secondVariation.ts';
import { factsOf, isOne } from './pathCurvatures.ts';
import type { WalkedStep } from './pathWalk.ts';

/** Most weights whose modes are found. */
const MOST_MODES = 256;
/** Most weights of a Hessian that moves: its count takes P³ a step. */
const MOST_BLOCK = 16;

/** Counts the descending directions of all wiggles of a path at once, as it grows. */
export class AllDescents {
  private readonly size: number;
  private begun: WalkedStep | null = null;
  private done = 0;
  /** null where a step cannot be counted: samples change, or the system did. */
  private counts: { push(step: WalkedStep): number | null } | null = null;
  count: number | null = null;

  constructor(size: number) {
    this.size = size;
  }

  /** Whether there is work to be done for a path. */
  behind(path: readonly WalkedStep[]): boolean {
    return path.length > 0 && (path[0] !== this.begun || this.done !== path.length);
  }

  /** @returns whether it is done */
  work(path: readonly WalkedStep[], mayGoOn: () => boolean): boolean {
    if (path[0] !== this.begun || this.done > path.length) {
      [this.begun] = path;
      this.done = 0;
      this.count = 0;
      this.counts = this.counter(path);
    }
    while (this.done < path.length) {
      this.count = this.counts?.push(path[this.done++]) ?? null;
      // What cannot be counted once cannot be further on.
      if (this.count === null) {
        this.counts = null;
        this.done = path.length;
      }
      if (!mayGoOn()) break;
    }
    return this.done === path.length;
  }

  private counter(path: readonly WalkedStep[]): AllDescents['counts'] {
    const { size } = this;
    const [first] = path;
    if (factsOf(first.settings[1].system).steady && size <= MOST_MODES) return steadyCounter(first, size);
    return size > MOST_BLOCK ? null : blockCounter(size);
  }
}

/** Mode by mode, while the system stays. */
function steadyCounter({ weights, settings }: WalkedStep, size: number): NonNullable<AllDescents['counts']> {
  const { system } = settings[1];
  const { values } = symmetricEigen(denseHessian(system, weights), size);
  const counts = Array.from(values, () => new DescentCount());
  return {
    push(step) {
      if (!isOne(step) || step.settings[1].system !== system) return null;
      return counts.reduce(
        (sum, count, k) => sum + count.push(step.logWeight, step.h, step.share * values[k]),
        0,
      );
    },
  };
}

function blockCounter(size: number): NonNullable<AllDescents['counts']> {
  const block = new BlockDescentCount(size);
  return {
    push(step) {
      if (!isOne(step)) return null;
      const { settings, share, weights, stiffness, logWeight, h } = step;
      const pull = denseHessian(settings[1].system, weights, stiffness);
      for (let i = 0; i < pull.length; i++) pull[i] *= share;
      return block.push(logWeight, h, pull);
    },
  };
}
