import type { Expansion } from '../physics/types.ts';
import type { Section } from './types.ts';

/** What the learning rate does in a stretch of time. */
export type SegmentShape = 'constant' | 'rise' | 'fall' | 'steps' | 'jumps' | 'frictionless';

/** The universe that such a stretch is. Names are **analogy** but for the numbers: they say w_eff alone. */
export type Fluid =
  | 'flat'
  | 'de-sitter'
  | 'phantom'
  | 'little-rip'
  | 'matter'
  | 'radiation'
  | 'kination'
  | 'coasting'
  | 'nesterov'
  | 'accelerating'
  | 'decelerating';

/** A stretch of a schedule with the universe that it is. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly shape: SegmentShape;
  readonly fluid: Fluid;
  /** Least and largest w_eff in it; null where there is no friction. */
  readonly equationOfState: readonly [number, number] | null;
}

/** Difference of w from −1 that counts as none, and difference of two fluids. */
const SAME = 1e-14;
const SAME_FLUID = 1e-6;
/** Ends of a stretch are looked at this far inside it, and its middle at this many places. */
const INSIDE = 1e-6;
const SAMPLES = 16;

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((entry): entry is number => typeof entry === 'number') : [];
}

/** Most jumps that are told. */
const MOST_JUMPS = 1000;

/** Times at which a history bends or jumps, within from..to. */
export function turningTimes({ kind, ...values }: Section, from: number, to: number): readonly number[] {
  const own = (): readonly number[] => {
    switch (kind) {
      case 'table':
        return numbers(values.t);
      case 'warmup':
      case 'cosine':
        return numbers([0, values.T]);
      case 'inverse':
        return [0];
      case 'step': {
        const [every] = numbers([values.every]);
        const first = Math.max(1, Math.ceil(from / every));
        return Array.from({ length: MOST_JUMPS }, (_, k) => (first + k) * every);
      }
      default:
        return [];
    }
  };
  return own().filter((t) => t > from && t < to);
}

/** The fluid of w in d dimensions, by its numbers alone: w < 2/d − 1 accelerates, ä > 0. */
export function fluidOf(w: number, dimension: number): Fluid {
  const is = (other: number): boolean => Math.abs(w - other) < SAME_FLUID;
  if (is(-1)) return 'de-sitter';
  if (w < -1) return 'phantom';
  if (is(0)) return 'matter';
  if (is(1)) return 'kination';
  if (is(1 / dimension)) return 'radiation';
  if (is(2 / dimension - 1)) return 'coasting';
  if (is(-1 / 3)) return 'nesterov';
  return w < 2 / dimension - 1 ? 'accelerating' : 'decelerating';
}

/** Names that a kind claims for itself. */
const named: Readonly<Record<string, Fluid>> = {
  matter: 'matter',
  radiation: 'radiation',
  nesterov: 'nesterov',
  milne: 'coasting',
  kination: 'kination',
};

/** What the rate does where w has a range: w + 1 = 2 dη/dt, so w itself says it, however short the stretch. */
function shapeOf(range: Range): SegmentShape {
  if (range === null) return 'frictionless';
  const [least, most] = range;
  if (least >= -1 - SAME && most <= -1 + SAME) return 'constant';
  return least + most < -2 ? 'fall' : 'rise';
}

function fluidIn(shape: SegmentShape, kind: string, range: Range, dimension: number): Fluid {
  if (shape === 'frictionless' || range === null) return 'flat';
  if (shape === 'constant') return 'de-sitter';
  if (shape === 'fall') {
    // Friction that grows without end in endless time; a cosine ends in de Sitter space at η min.
    return kind === 'exponential' || kind === 'inverse' ? 'little-rip' : 'phantom';
  }
  const [least, most] = range;
  const own = named[kind];
  if (own !== undefined) return own;
  if (most - least < SAME_FLUID) return fluidOf(least, dimension);
  return most < 2 / dimension - 1 ? 'accelerating' : 'decelerating';
}

/** η₀ f^k in steps: de Sitter between jumps, down, up, or none. */
function stepSegment({ factor }: Section, from: number, to: number): Segment {
  const shape = factor === 1 ? 'constant' : Number(factor) > 1 ? 'jumps' : 'steps';
  return { from, to, shape, fluid: 'de-sitter', equationOfState: [-1, -1] };
}

/** w in every stretch of a table, before its first time and after its last: made once, for long ones. */
const tables = new WeakMap<Section, Float64Array>();

function tableStates(section: Section): Float64Array {
  const known = tables.get(section);
  if (known !== undefined) return known;
  const t = numbers(section.t);
  const eta = numbers(section.eta);
  const states = new Float64Array(t.length + 1).fill(-1);
  for (let k = 1; k < t.length; k++) states[k] = -1 + (2 * (eta[k] - eta[k - 1])) / (t[k] - t[k - 1]);
  tables.set(section, states);
  return states;
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
  const { kind } = section;
  if (kind === 'step') return [stepSegment(section, from, to)];
  const segments: Segment[] = [];
  const add = (start: number, end: number, range: Range): void => {
    const shape = shapeOf(range);
    const fluid = fluidIn(shape, kind, range, expansion.dimension);
    const before = segments.at(-1);
    if (before?.shape === shape) segments[segments.length - 1] = joined(before, end, fluid, range, expansion);
    else segments.push({ from: start, to: end, shape, fluid, equationOfState: range });
  };
  if (kind === 'table') {
    const times = Array.isArray(section.t) ? (section.t as number[]) : [];
    const states = tableStates(section);
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
