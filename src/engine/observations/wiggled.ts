import { exp } from '../../physics/math/elementary.ts';
import {
  DescentCount,
  evenBump,
  secondVariation,
  type Bump,
  type Stretch,
} from '../../physics/observables/secondVariation.ts';
import { dot, factsOf, isOne, type Curvatures } from './pathCurvatures.ts';
import type { WalkedStep } from './pathWalk.ts';

/** A run's own path along one direction, wiggled by a bump, and what becomes of its action. physics.md 3.6 */
export interface Wiggle {
  readonly steps: number;
  /** Whether it begins where the run or a hand began it; else as many steps back as are kept. */
  readonly whole: boolean;
  /** What is wiggled: a mode, or a weight where none was asked for or there are too many. */
  readonly along: { readonly mode: boolean; readonly index: number };
  /** λ of the modes to choose from [P], ascending; null where there are too many. */
  readonly modes: Float64Array | null;
  /** The mode along which the path reaches farthest; null where there are none. */
  readonly strongest: number | null;
  /** Curvature along the direction at the path's end. */
  readonly lambda: number;
  /** π/Ω where friction and curvature are constant, Infinity where nothing swings; null where they are not constant. */
  readonly halfPeriod: number | null;
  /** [points] of the path and of the bump. */
  readonly times: Float64Array;
  readonly path: Float64Array;
  readonly bump: Float64Array;
  /** From where to where the bump reaches. */
  readonly reach: readonly [from: number, to: number];
  /** [points] ln of the weight: e^{…} is the universe's volume since the path began. */
  readonly logWeight: Float64Array;
  /** [points] T and C − C₀ of the whole run; C₀ = 0 where the cost is not quadratic. */
  readonly kinetic: Float64Array;
  readonly cost: Float64Array;
  /** S(ε) − S(0) in units of the weight where the bump is highest [values of ε], and δ²S in the same. */
  readonly epsilon: Float64Array;
  readonly action: Float64Array;
  readonly curvature: number;
  /** Whether `action` is summed along the bent path, and holds at any ε; else it is of second order in ε. */
  readonly exact: boolean;
  /** How far dS/dε = 0 holds: the largest residual of its equation under the bump over its largest term on the path. */
  readonly residual: number;
  /** dS/dε at 0, in the units of `action`: 0 where the equation holds to round-off, which late weights would only magnify. */
  readonly slope: number;
  /** Whether a bath shakes the path: then no action is stationary on it. */
  readonly shaken: boolean;
  /** Directions along this one alone in which the action falls; the times at which there was one more. */
  readonly descending: number;
  readonly conjugate: Float64Array;
  /** The same of all directions at once; null where they are not counted. */
  readonly all: number | null;
}

/** How the bump is asked for. */
export interface Asked {
  /** Its width, as part of the path. */
  readonly share: number;
  /** Where its middle is, as part of the path; as near as it fits. */
  readonly place: number;
  /** The weight or the mode. */
  readonly index: number;
}

/** Points of a line, at most. */
const POINTS = 400;
/** Values of ε on each side of 0. */
const SIDE = 16;
/** Wiggles below this part of the path's size are taken to second order: a difference of costs would be round-off. */
const SMALL = 1e-4;
/** Residuals below this are round-off: kick-drift-kick's at any friction. */
const ROUND_OFF = 1e-9;
/** Steeper slopes count as this one: late weights have no bound. */
const STEEPEST = 1e250;
/** Relative differences of friction that count as none. */
const SAME = 1e-9;

function bumpOf(path: readonly WalkedStep[], logWeight: Float64Array, { share, place }: Asked): Bump {
  const begin = path[0].time;
  const last = path[path.length - 1];
  const length = last.time + last.h - begin;
  const wide = Math.min(Math.max(share, 0), 1) * length;
  const from = Math.min(Math.max(begin + place * length - wide / 2, begin), begin + length - wide);
  const at = (time: number): number => {
    let low = 0;
    let high = path.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (path[middle].time + path[middle].h / 2 < time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = Math.min(at(from), path.length - 2);
  return evenBump(logWeight, first, Math.max(first + 2, at(from + wide)));
}

function stretchOf(path: readonly WalkedStep[], vector: Float64Array, curvatures: Curvatures): Stretch {
  return {
    logWeight: Float64Array.from(path, (step) => step.logWeight),
    h: Float64Array.from(path, (step) => step.h),
    pull: Float64Array.from(path, (step) => curvatures.pull(step, vector)),
  };
}

/** u·W at every state, the end among them. */
function alongOf(path: readonly WalkedStep[], vector: Float64Array): Float64Array {
  const ends = path.length;
  return Float64Array.from({ length: ends + 1 }, (_, n) =>
    dot(vector, n < ends ? path[n].weights : path[ends - 1].end),
  );
}

/** Half the range of the path along a direction, or something to see where it does not move: a thousandth of all weights. */
function sizeOf(along: Float64Array, path: readonly WalkedStep[]): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of along) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  let all = 0;
  for (const weights of [path[0].weights, path[path.length - 1].end])
    for (const weight of weights) all = Math.max(all, Math.abs(weight));
  return Math.max((most - least) / 2, 1e-3 * all) || 1;
}

/** w′ along the direction in every step. */
const rateOf = ({ end, weights, h }: WalkedStep, vector: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i] * (end[i] - weights[i]);
  return sum / h;
};

/** The Euler-Lagrange equation at W_n along a direction: what is off. */
function residualAt(path: readonly WalkedStep[], vector: Float64Array, n: number): number {
  const leaving = rateOf(path[n], vector);
  const arriving = exp(path[n - 1].logWeight - path[n].logWeight) * rateOf(path[n - 1], vector);
  return leaving - arriving + dot(vector, path[n].force);
}

/**
 * Largest residual of the equation under the bump, along the direction, over its largest term in any: along one in which the
 * path does not move there is nothing but round-off of the others.
 */
function residualOf(path: readonly WalkedStep[], vector: Float64Array, { first, last }: Bump): number {
  let [residual, most] = [0, 0];
  for (let n = 1; n < path.length; n++) {
    const { end, weights, h, force } = path[n];
    for (let i = 0; i < vector.length; i++) {
      most = Math.max(most, Math.abs(end[i] - weights[i]) / h, Math.abs(force[i]));
    }
    if (n > first && n < last) residual = Math.max(residual, Math.abs(residualAt(path, vector, n)));
  }
  return most === 0 ? 0 : residual / most;
}

/**
 * dS/dε at ε = 0 along a bump, −Σ w_n b_n r_n with r_n the residual of the equation at W_n, in units of e^{logPeak}; 0 where all of
 * them are round-off. Not 0 under heat, and O(h²) of other methods than kick-drift-kick.
 */
function slopeOf(
  path: readonly WalkedStep[],
  vector: Float64Array,
  { first, last, even, logPeak }: Bump,
  residual: number,
): number {
  if (residual < ROUND_OFF) return 0;
  let slope = 0;
  for (let n = first + 1; n < last; n++) {
    // w b = e^{logPeak} y²/b, and y/b grows with the root of the weight.
    slope -= even[n - first] * exp((path[n].logWeight - logPeak) / 2) * residualAt(path, vector, n);
  }
  return Math.max(-STEEPEST, Math.min(STEEPEST, slope));
}

function epsilonsOf(size: number): Float64Array {
  return Float64Array.from({ length: 2 * SIDE + 1 }, (_, k) => (size * (k - SIDE)) / SIDE);
}

/** Whether a step forgot the one before (μ = 0 in numbers as they are): from there on no weight is one. */
export const forgets = (path: readonly WalkedStep[]): boolean =>
  path.some(({ logWeight }) => !Number.isFinite(logWeight));

/** π/Ω at constant coefficients, from the step's own: exact as h → 0. */
function halfPeriodOf(path: readonly WalkedStep[], lambda: number): number | null {
  const [{ settings, h }] = path;
  const { system } = settings[1];
  if (!factsOf(system).steady) return null;
  const gamma = (path[1].logWeight - path[0].logWeight) / h;
  for (let n = 0; n < path.length; n++) {
    const step = path[n];
    if (!isOne(step) || step.settings[1].system !== system || step.h !== h) return null;
    const grown = n === 0 ? gamma : (step.logWeight - path[n - 1].logWeight) / h;
    if (Math.abs(grown - gamma) > SAME * Math.max(1, gamma)) return null;
  }
  const omega2 = lambda - (gamma * gamma) / 4;
  return omega2 > 0 ? Math.PI / Math.sqrt(omega2) : Infinity;
}

/** Mode along which a path reaches farthest from its end, looked at in a few places. */
export function strongestOf(path: readonly WalkedStep[], vectors: Float64Array, size: number): number {
  const { end } = path[path.length - 1];
  let [strongest, most] = [0, -1];
  const every = Math.max(1, Math.floor(path.length / 8));
  for (let n = 0; n < path.length; n += every) {
    const away = Float64Array.from(path[n].weights, (weight, i) => weight - end[i]);
    for (let k = 0; k < size; k++) {
      const reach = Math.abs(dot(vectors.subarray(k * size, (k + 1) * size), away));
      if (reach > most) [strongest, most] = [k, reach];
    }
  }
  return strongest;
}

/** A path of at least two steps along a direction, and the action of its wiggles to second order. */
export function wiggleOf(
  path: readonly WalkedStep[],
  vector: Float64Array,
  asked: Asked,
  curvatures: Curvatures,
): Wiggle {
  const stretch = stretchOf(path, vector, curvatures);
  const { logWeight, pull } = stretch;
  const bump = bumpOf(path, logWeight, asked);
  const ends = path.length;
  const last = path[ends - 1];
  const times = Float64Array.from({ length: ends + 1 }, (_, n) =>
    n < ends ? path[n].time : last.time + last.h,
  );
  const along = alongOf(path, vector);
  const every = Math.ceil(ends / POINTS);
  const at = Int32Array.from({ length: Math.ceil(ends / every) + 1 }, (_, k) => Math.min(k * every, ends));
  const pick = (value: (n: number) => number): Float64Array => Float64Array.from(at, value);
  const floor = factsOf(last.settings[1].system);
  const of = (n: number): WalkedStep => path[Math.min(n, ends - 1)];

  const count = new DescentCount();
  const conjugate: number[] = [];
  path.forEach(({ logWeight: weight, h }, n) => {
    const before = count.count;
    if (count.push(weight, h, pull[n]) > before) conjugate.push(times[n + 1]);
  });
  const curvature = secondVariation(stretch, bump);
  const epsilon = epsilonsOf(sizeOf(along, path));
  const residual = residualOf(path, vector, bump);
  const slope = slopeOf(path, vector, bump, residual);
  const lambda = pull[ends - 1] / last.share;
  return {
    steps: ends,
    whole: path[0].set,
    along: { mode: false, index: asked.index },
    modes: null,
    strongest: null,
    lambda,
    halfPeriod: halfPeriodOf(path, lambda),
    times: pick((n) => times[n]),
    path: pick((n) => along[n]),
    bump: pick((n) => bump.values[n - bump.first] ?? 0),
    reach: [times[bump.first], times[bump.last]],
    logWeight: pick((n) => of(n).logWeight - path[0].logWeight),
    kinetic: pick((n) => of(n).kinetic / of(n).h),
    cost: pick((n) => of(n).potential / of(n).share - floor.floor),
    epsilon,
    action: epsilon.map((value) => value * slope + (value * value * curvature) / 2),
    curvature,
    exact: path.every(({ settings }) => settings.every(({ system }) => factsOf(system).quadratic)),
    residual,
    slope,
    shaken: false,
    descending: count.count,
    conjugate: Float64Array.from(conjugate),
    all: null,
  };
}

/**
 * S(ε) − S(0) of the discrete action, summed along the bent path W_n + ε b_n u, value by value of ε. **exact**
 *    ε dS/dε + Σ_n w_n {ε² (b_{n+1} − b_n)²/2h − p_n [C(W_n + ε b_n u) − C(W_n) − ε b_n u·∂C(W_n)]}
 *  with what is linear in ε taken apart (`slopeOf`): along a run of kick-drift-kick it is round-off.
 */
export function* curveOf(
  path: readonly WalkedStep[],
  vector: Float64Array,
  asked: Asked,
  curvatures: Curvatures,
): Generator<void, Float64Array> {
  const { logWeight, h, pull } = stretchOf(path, vector, curvatures);
  const bump = bumpOf(path, logWeight, asked);
  const { first, last, even, values } = bump;
  const size = sizeOf(alongOf(path, vector), path);
  const moving = secondVariation({ logWeight, h, pull: new Float64Array(pull.length) }, bump);
  const slope = slopeOf(path, vector, bump, residualOf(path, vector, bump));
  const sums = new Float64Array(2 * SIDE + 1);
  const moved = new Float64Array(vector.length);
  for (const [k, epsilon] of epsilonsOf(size).entries()) {
    let sum = epsilon * slope + (epsilon * epsilon * moving) / 2;
    for (let n = first + 1; n < last; n++) {
      const b = values[n - first];
      const y = even[n - first];
      const by = epsilon * b;
      if (Math.abs(by) <= SMALL * size) {
        sum -= (epsilon * epsilon * y * y * pull[n]) / 2;
        continue;
      }
      const step = path[n];
      for (let i = 0; i < moved.length; i++) moved[i] = step.weights[i] + by * vector[i];
      const grown = potentialAt(step, moved) - step.potential - by * dot(vector, step.force);
      sum -= (y / b) * (y / b) * grown;
    }
    sums[k] = sum;
    yield;
  }
  return sums;
}

/** Costs that `curveOf` takes for a path. */
export const costsOf = (steps: number): number => (2 * SIDE + 1) * steps;

/** p_n C at other weights than the path's. */
function potentialAt(step: WalkedStep, weights: Float64Array): number {
  const { settings, shares, stiffness } = step;
  const at = ({ system, batch, scale }: (typeof settings)[0]): number =>
    scale * system.cost(weights, batch, stiffness);
  return isOne(step)
    ? (shares[0] + shares[1]) * at(settings[1])
    : shares[0] * at(settings[0]) + shares[1] * at(settings[1]);
}
