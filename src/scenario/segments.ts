import { fluidOf, SAME_FLUID, type Fluid } from '../physics/expansion/fluid.ts';
import type { Expansion, ExpansionPart, SegmentShape } from '../physics/types.ts';
import { partOf, valuesOf } from './sections.ts';
import type { Section } from './types.ts';

export { fluidOf, type Fluid, type SegmentShape };

/** A stretch of a schedule with the universe that it is. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly shape: SegmentShape;
  readonly fluid: Fluid;
  /** Least and largest w_eff in it; null where there is no friction. */
  readonly equationOfState: readonly [number, number] | null;
}

/** Difference of w from −1 that counts as none. */
const SAME = 1e-14;
/** Ends of a stretch are looked at this far inside it, and its middle at this many places. */
const INSIDE = 1e-6;
const SAMPLES = 16;

/** Times at which a history bends or jumps, within from..to. */
export function turningTimes(section: Section, from: number, to: number): readonly number[] {
  const corners = partOf('expansion', section.kind).corners?.(valuesOf(section), from, to) ?? [];
  return corners.filter((t) => t > from && t < to);
}

/** What the rate does where w has a range: w + 1 = 2 dη/dt, so w itself says it, however short the stretch. */
function shapeOf(range: Range): SegmentShape {
  if (range === null) return 'frictionless';
  const [least, most] = range;
  if (least >= -1 - SAME && most <= -1 + SAME) return 'constant';
  return least + most < -2 ? 'fall' : 'rise';
}

function fluidIn(shape: SegmentShape, part: ExpansionPart, range: Range, dimension: number): Fluid {
  if (shape === 'frictionless' || range === null) return 'flat';
  if (shape === 'constant') return 'deSitter';
  if (shape === 'fall') return part.falls ?? 'phantom';
  const [least, most] = range;
  if (part.fluid !== undefined) return part.fluid;
  if (most - least < SAME_FLUID) return fluidOf(least, dimension);
  return most < 2 / dimension - 1 ? 'accelerating' : 'decelerating';
}

/** First index whose time lies after t. */
function after(times: readonly number[], t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Takes a history apart into what the learning rate does, and the universe that each stretch is.
 *    w_eff = −1 − 2γ'/γ² = −1 + 2 dη/dt: constant is de Sitter, any decay is phantom, w < −1, any rise decelerating,
 *    accelerates where w < 2/d − 1
 *  @param from  smaller than `to`; stretches outside are left out, those across are cut
 *  Neighbours of one shape are one stretch. Source: physics.md 3.3. **exact** (w); names: **analogy**
 */
export function segmentsOf(section: Section, expansion: Expansion, from: number, to: number): Segment[] {
  const part = partOf('expansion', section.kind);
  const whole = part.stretch?.(valuesOf(section));
  if (whole !== undefined) return [{ from, to, shape: whole, fluid: 'deSitter', equationOfState: [-1, -1] }];
  const segments: Segment[] = [];
  const add = (start: number, end: number, range: Range): void => {
    const shape = shapeOf(range);
    const fluid = fluidIn(shape, part, range, expansion.dimension);
    const before = segments.at(-1);
    if (before?.shape === shape) segments[segments.length - 1] = joined(before, end, fluid, range, expansion);
    else segments.push({ from: start, to: end, shape, fluid, equationOfState: range });
  };
  const pieces = part.pieces?.(valuesOf(section));
  if (pieces !== undefined) {
    const { times, states } = pieces;
    let start = from;
    for (let k = after(times, from); start < to; k++) {
      const end = k < times.length ? Math.min(to, times[k]) : to;
      add(start, end, [states[k], states[k]]);
      start = end;
    }
    return segments;
  }
  const times = [from, ...turningTimes(section, from, to), to];
  for (let i = 0; i + 1 < times.length; i++) {
    add(times[i], times[i + 1], rangeOf(expansion, times[i], times[i + 1]));
  }
  return segments;
}

type Range = Segment['equationOfState'];

/** Least and largest w_eff of a stretch. */
function rangeOf(expansion: Expansion, from: number, to: number): Range {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i <= SAMPLES; i++) {
    const part = Math.min(1 - INSIDE, Math.max(INSIDE, i / SAMPLES));
    const w = expansion.equationOfState(from + part * (to - from));
    if (w === null) return null;
    least = Math.min(least, w);
    most = Math.max(most, w);
  }
  return [least, most];
}

/** Two neighbours of one shape as one stretch. */
function joined(before: Segment, to: number, fluid: Fluid, range: Range, { dimension }: Expansion): Segment {
  const old = before.equationOfState;
  if (old === null || range === null) return { ...before, to };
  const one = Math.min(old[0], range[0]);
  const other = Math.max(old[1], range[1]);
  const same = fluid === before.fluid && other - one < SAME_FLUID;
  const several = other < 2 / dimension - 1 ? 'accelerating' : 'decelerating';
  return {
    ...before,
    to,
    fluid: same || before.shape !== 'rise' ? before.fluid : several,
    equationOfState: [one, other],
  };
}
