import type { Kernels, Reals } from '../kernels/types.ts';
import { amplitude } from '../scenario/amplitude.ts';
import { sampleAll, sampleAt, type Sampling } from '../physics/continuum/sampling.ts';

/** A track's weights as they are shown: those of the main run's lattice, where they are read there. */
export class ShownWeights {
  /** How the main run's weights are read from these; null where they stand on a lattice of their own. */
  readonly sampling: Sampling | null;
  readonly count: number;
  private readonly weights: Reals;
  private readonly kernels: Kernels;
  private seen: Float32Array | null = null;

  constructor(weights: Reals, sampling: Sampling | null, kernels: Kernels) {
    this.kernels = kernels;
    this.weights = weights;
    this.sampling = sampling;
    this.count = sampling === null ? weights.length : sampling.index.length / sampling.width;
  }

  /** @param out  [count] */
  write(out: Float32Array): void {
    if (this.sampling === null) out.set(this.weights);
    else sampleAll(this.sampling, this.weights, out);
  }

  /** Read only, until the next step. */
  read(): ArrayLike<number> {
    if (this.sampling === null) return this.weights;
    this.seen ??= new Float32Array(this.count);
    this.write(this.seen);
    return this.seen;
  }

  /** Largest |w| that is finite. */
  amplitude(): number {
    return this.sampling === null ? this.kernels.largest(this.weights) : amplitude(this.read());
  }

  /** One weight or velocity of a state of the track; NaN where there is none. */
  at(values: ArrayLike<number>, weight: number): number {
    if (this.sampling === null) return values[weight] ?? NaN;
    return weight < this.count ? sampleAt(this.sampling, values, weight) : NaN;
  }
}
