import { dot } from '../math/linalg.ts';
import { neuronRoles } from '../types.ts';
import type { Reals, System } from '../types.ts';
import { observable } from './types.ts';

/** The cost along a straight way through the current point, C(W + s v̂) = C + c₁ s + c₂ s² + c₃ s³ + c₄ s⁴ + … */
export interface CostSeries {
  /** c₁ … c₄: J₁·v̂, v̂ᵀJ₂v̂ and the two next orders. */
  readonly orders: readonly [number, number, number, number];
  /** Distance along the way at which the third order is as large as J₂; Infinity where there is none. */
  readonly third: number;
  /** The same of the fourth order. */
  readonly fourth: number;
}

/** Half the width of the differences, as a part of 1 + |W|∞. */
const STEP = 0.02;
/** Orders below this part of the second are round-off of the differences. */
const ROUND_OFF = 1e-10;

/**
 * Orders of the cost along a direction, from exact Hessian-vector products at five points of the way:
 *    c₂(s) = ½ v̂ᵀH(W + s v̂)v̂, whose first and second derivatives by five-point differences give 3 c₃ and 6 c₄
 *  **exact** to round-off where C is a polynomial of up to sixth order along the way (Example 2), else to the fourth power of
 *  the differences' width.
 *  @param direction  [P], of any length
 *  @returns          null where it has none
 *  Source: arXiv:2503.08827, Eqs. 11, 12; physics.md 7.
 */
export function costSeries(
  system: System,
  weights: Reals,
  direction: Reals,
  stiffness: number,
): CostSeries | null {
  const size = system.weightCount;
  let square = 0;
  let largest = 0;
  for (let i = 0; i < size; i++) {
    square += direction[i] * direction[i];
    largest = Math.max(largest, Math.abs(weights[i]));
  }
  if (!(square > 0) || !Number.isFinite(square)) return null;
  const unit = Float64Array.from(direction, (value) => value / Math.sqrt(square));
  const gradient = new Float64Array(size);
  system.force.gradient(weights, null, stiffness, gradient);
  const h = STEP * (1 + largest);
  const at = new Float64Array(size);
  const bent = new Float64Array(size);
  const curvature = (s: number): number => {
    for (let i = 0; i < size; i++) at[i] = weights[i] + s * unit[i];
    system.hessianVector(at, unit, stiffness, bent);
    return dot(unit, bent) / 2;
  };
  const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map((n) => curvature(n * h));
  const slope = (a - 8 * b + 8 * d - e) / (12 * h);
  const bend = (-a + 16 * b - 30 * c + 16 * d - e) / (12 * h * h);
  // What five equal curvatures leave behind is no order of the cost.
  const noise = ROUND_OFF * Math.max(...[a, b, c, d, e].map(Math.abs));
  const c3 = Math.abs(slope) * h > noise ? slope / 3 : 0;
  const c4 = Math.abs(bend) * h * h > noise ? bend / 12 : 0;
  return {
    orders: [dot(unit, gradient), c, c3, c4],
    third: c3 === 0 ? Infinity : Math.abs(c / c3),
    fourth: c4 === 0 ? Infinity : Math.sqrt(Math.abs(c / c4)),
  };
}

/** Weights are made this small so that no activation bends: what comes out of the first layer is then its weighted sum. */
const SMALL = 1e-4;

/**
 * Upper bound of the radius of convergence of C(W + s v̂) in s, from the first layer, whose weighted sums go straight,
 * z₀ + s z₁:  |s| = √(z₀² + b²)/|z₁| to the nearest singularity, b = π/2 of tanh, π of sigmoid and softplus.
 *  **exact** to 1e-6 for one hidden layer with linear outputs at squared cost; else deeper singularities may be nearer
 *  @param direction  [P] of unit length
 *  @returns          Infinity for polynomials
 *  O(P samples). Source: physics.md E15.
 */
export function convergenceRadius(system: System, weights: Reals, direction: Reals): number {
  const { singularities, sampleCount, layout } = system;
  if (singularities === undefined) return Infinity;
  const { count, layer, role } = layout.neurons;
  const sums = [weights, direction].map((of) => {
    let largest = 1;
    for (let i = 0; i < of.length; i++) largest = Math.max(largest, Math.abs(of[i]));
    const scale = SMALL / largest;
    const [up, down] = [scale, -scale].map((factor) => Float64Array.from(of, (value) => factor * value));
    return { up, down, scale, high: new Float64Array(count), low: new Float64Array(count) };
  });
  let radius = Infinity;
  for (let sample = 0; sample < sampleCount; sample++) {
    for (const { up, down, high, low } of sums) {
      system.activations(up, sample, high);
      system.activations(down, sample, low);
    }
    for (let n = 0; n < count; n++) {
      const kind = neuronRoles[role[n]];
      if (layer[n] !== 1 || (kind !== 'hidden' && kind !== 'output')) continue;
      const { distance, slope } = singularities[kind];
      const [z0, z1] = sums.map(({ high, low, scale }) => (high[n] - low[n]) / (2 * scale * slope));
      if (distance < Infinity && z1 !== 0) {
        radius = Math.min(radius, Math.sqrt(z0 * z0 + distance * distance) / Math.abs(z1));
      }
    }
  }
  return radius;
}

/** The orders of the cost about the current point along the motion; at rest along the force. */
export const series = observable({
  id: 'cost-series',
  shape: '{ orders: [c1, c2, c3, c4], third, fourth, radius }, null where nothing moves and no force is',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights, velocity, stiffness }) {
    const direction = Float64Array.from(velocity);
    if (direction.every((value) => value === 0)) system.force.gradient(weights, null, stiffness, direction);
    const found = costSeries(system, weights, direction, stiffness);
    if (found === null) return null;
    const length = Math.sqrt(dot(direction, direction));
    const unit = direction.map((value) => value / length);
    return { ...found, radius: convergenceRadius(system, weights, unit) };
  },
});
