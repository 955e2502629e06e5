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
  /** Least and largest w_eff in it; null where there is no friction. */
  readonly equationOfState: readonly [number, number] | null;
}

/** Relative change of a rate, and difference of two w, that count as none. */
const SAME = 1e-9;
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

function fluidIn(shape: SegmentShape, kind: string, range: Range, dimension: number): Fluid {
  if (shape === 'frictionless' || range === null) return 'flat';
  if (shape === 'constant' || shape === 'steps') return 'de-sitter';
  if (shape === 'fall') {
    if (kind === 'cosine') return 'big-rip';
    return kind === 'exponential' ? 'little-rip' : 'phantom';
  }
  const [least, most] = range;
  return named[kind] ?? (most - least < SAME_FLUID ? fluidOf(least, dimension) : 'ordinary');
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
    const shape = shapeOf(expansion, times[i], times[i + 1]);
    const range = rangeOf(expansion, times[i], times[i + 1]);
    const fluid = fluidIn(shape, kind, range, expansion.dimension);
    const before = segments.at(-1);
    if (before?.shape === shape) segments[segments.length - 1] = joined(before, times[i + 1], fluid, range);
    else segments.push({ from: times[i], to: times[i + 1], shape, fluid, equationOfState: range });
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
function joined(before: Segment, to: number, fluid: Fluid, range: Range): Segment {
  const old = before.equationOfState;
  if (old === null || range === null) return { ...before, to };
  const one = Math.min(old[0], range[0]);
  const other = Math.max(old[1], range[1]);
  const same = fluid === before.fluid && other - one < SAME_FLUID;
  return { ...before, to, fluid: same ? fluid : plain(before.fluid), equationOfState: [one, other] };
}

/** A stretch of several fluids has no one's name. */
function plain(fluid: Fluid): Fluid {
  return ['phantom', 'big-rip', 'little-rip', 'de-sitter', 'flat'].includes(fluid) ? fluid : 'ordinary';
}
