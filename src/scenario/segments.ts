import type { Expansion } from '../physics/types.ts';
import type { Section } from './types.ts';

/** What the learning rate does in a stretch of time. */
export type SegmentShape = 'constant' | 'rise' | 'fall' | 'steps' | 'frictionless';

/** The universe that such a stretch is. Names are **analogy** but for the numbers: they say w_eff alone. */
export type Fluid =
  | 'flat'
  | 'de-sitter'
  | 'phantom'
  | 'big-rip'
  | 'little-rip'
  | 'matter'
  | 'radiation'
  | 'kination'
  | 'coasting'
  | 'nesterov'
  | 'ordinary';

/** A stretch of a schedule with the universe that it is. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly shape: SegmentShape;
  readonly fluid: Fluid;
  /** w_eff at its two ends; null where there is no friction. */
  readonly equationOfState: readonly [number, number] | null;
}

/** Relative change of a rate, and difference of two w, that count as none. */
const SAME = 1e-9;
const SAME_FLUID = 1e-6;
/** Ends of a stretch are looked at this far inside it. */
const INSIDE = 1e-6;

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((entry): entry is number => typeof entry === 'number') : [];
}

/** Times at which a history may change its nature, within from..to. */
export function turningTimes({ kind, ...values }: Section, from: number, to: number): readonly number[] {
  const own =
    kind === 'table'
      ? numbers(values.t)
      : kind === 'warmup' || kind === 'cosine'
        ? numbers([0, values.T])
        : [];
  return own.filter((t) => t > from && t < to);
}

/** The fluid of w in d dimensions, by its numbers alone. */
export function fluidOf(w: number, dimension: number): Fluid {
  const is = (other: number): boolean => Math.abs(w - other) < SAME_FLUID;
  if (is(-1)) return 'de-sitter';
  if (w < -1) return 'phantom';
  if (is(0)) return 'matter';
  if (is(1)) return 'kination';
  if (is(1 / dimension)) return 'radiation';
  if (is(2 / dimension - 1)) return 'coasting';
  if (is(-1 / 3)) return 'nesterov';
  return 'ordinary';
}

/** Names that a kind claims for itself. */
const named: Readonly<Record<string, Fluid>> = {
  matter: 'matter',
  radiation: 'radiation',
  nesterov: 'nesterov',
  milne: 'coasting',
  kination: 'kination',
};

function shapeOf(expansion: Expansion, from: number, to: number): SegmentShape {
  const inside = INSIDE * (to - from);
  const first = expansion.gamma(from + inside);
  const last = expansion.gamma(to - inside);
  if (first === 0 && last === 0) return 'frictionless';
  if (Math.abs(first - last) <= SAME * Math.max(first, last)) return 'constant';
  // More friction is a smaller rate.
  return last > first ? 'fall' : 'rise';
}

function fluidIn(shape: SegmentShape, kind: string, w: number | null, dimension: number): Fluid {
  if (shape === 'frictionless' || w === null) return 'flat';
  if (shape === 'constant' || shape === 'steps') return 'de-sitter';
  if (shape === 'fall') {
    if (kind === 'cosine') return 'big-rip';
    return kind === 'exponential' ? 'little-rip' : 'phantom';
  }
  return named[kind] ?? fluidOf(w, dimension);
}

/**
 * Takes a history apart into what the learning rate does, and the universe that each stretch is.
 *    w_eff = −1 − 2γ'/γ² = −1 + 2 dη/dt: constant is de Sitter, any decay is phantom, w < −1, any rise ordinary
 *  @param from  smaller than `to`; stretches outside are left out, those across are cut
 *  Neighbours of one shape are one stretch. Source: physics.md 3.3. **exact** (w); names: **analogy**
 */
export function segmentsOf(section: Section, expansion: Expansion, from: number, to: number): Segment[] {
  const { kind } = section;
  if (kind === 'step') {
    return [{ from, to, shape: 'steps', fluid: 'de-sitter', equationOfState: [-1, -1] }];
  }
  const times = [from, ...turningTimes(section, from, to), to];
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < times.length; i++) {
    const [start, end] = [times[i], times[i + 1]];
    const inside = INSIDE * (end - start);
    const shape = shapeOf(expansion, start, end);
    const w = [start + inside, end - inside].map((t) => expansion.equationOfState(t));
    const range = w[0] === null || w[1] === null ? null : ([w[0], w[1]] as const);
    const before = segments.at(-1);
    const fluid = fluidIn(shape, kind, w[0], expansion.dimension);
    if (before !== undefined && before.shape === shape && before.equationOfState !== null && range !== null) {
      const joined = Math.abs(before.equationOfState[1] - range[0]) < SAME_FLUID ? fluid : plain(fluid);
      segments[segments.length - 1] = {
        ...before,
        to: end,
        fluid: before.fluid === joined ? joined : plain(before.fluid),
        equationOfState: [before.equationOfState[0], range[1]],
      };
    } else segments.push({ from: start, to: end, shape, fluid, equationOfState: range });
  }
  return segments;
}

/** A stretch of several fluids has no one's name. */
function plain(fluid: Fluid): Fluid {
  return ['phantom', 'big-rip', 'little-rip', 'de-sitter', 'flat'].includes(fluid) ? fluid : 'ordinary';
}
