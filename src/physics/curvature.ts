import { tanh } from './math/elementary.ts';
import type { Random } from './math/random.ts';

/**
 * Estimates the largest |λ| of a Hessian by power iteration.
 *    v ← H v/|H v|;  |λ| ≈ |H v|, from below
 *  @param hessianVector  writes H v into out [size]
 *  @param size           number of weights P
 *  @param iterations     products with H
 *  @param random         gives the start vector, so that the estimate is reproducible
 *  @returns              |λ| >= 0; 0 for an empty or vanishing Hessian; NaN or Infinity pass through
 *  **approximate**: low by a part in 1e-2 or so where many eigenvalues crowd at the top.
 *  Source: physics.md 4.3.
 */
export function estimateCurvature(
  hessianVector: (vector: Float64Array, out: Float64Array) => void,
  size: number,
  iterations: number,
  random: Random,
): number {
  return powerIteration(hessianVector, size, iterations, random).size;
}

/**
 * Estimates the largest curvature of a Hessian, with its sign, from below.
 *    λ_max ≥ v·Hv for any unit vector v; where the largest |λ| is negative, the iteration runs on H + |λ|.
 *  **exact** as a bound: no curvature found is larger than the largest one.
 */
export function estimateLargest(
  hessianVector: (vector: Float64Array, out: Float64Array) => void,
  size: number,
  iterations: number,
  random: Random,
): number {
  const first = powerIteration(hessianVector, size, iterations, random);
  if (!(first.quotient < 0)) return first.quotient;
  const shift = first.size;
  const shifted = (vector: Float64Array, out: Float64Array): void => {
    hessianVector(vector, out);
    for (let i = 0; i < size; i++) out[i] += shift * vector[i];
  };
  return powerIteration(shifted, size, iterations, random).quotient - shift;
}

/** Largest |λ| and Rayleigh quotient that a power iteration ends at. */
function powerIteration(
  hessianVector: (vector: Float64Array, out: Float64Array) => void,
  size: number,
  iterations: number,
  random: Random,
): { readonly size: number; readonly quotient: number } {
  let vector = new Float64Array(size);
  let image = new Float64Array(size);
  for (let i = 0; i < size; i++) vector[i] = random.normal();
  let length = norm(vector);
  let quotient = 0;
  for (let n = 0; n < iterations; n++) {
    // A vanishing image cannot be normalised, and there is nothing left to find.
    if (!(length > 0)) return { size: length, quotient: length };
    for (let i = 0; i < size; i++) vector[i] /= length;
    hessianVector(vector, image);
    length = norm(image);
    quotient = 0;
    for (let i = 0; i < size; i++) quotient += vector[i] * image[i];
    [vector, image] = [image, vector];
  }
  return { size: length, quotient };
}

function norm(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return Math.sqrt(sum);
}

/**
 * Chooses the time step of "auto": a quarter of the sufficient stability bound.
 *    h = 1/4 max(2/sqrt(λ), 2γ/λ), at most 1, rounded down to a power of two
 *  @param lambda         largest curvature |λ|
 *  @param smallestGamma  smallest γ of the run; 0 without friction and for power laws
 *  @returns              1 for λ = 0
 *  @throws RangeError when lambda or smallestGamma is negative or not finite
 *  Source: physics.md 4.3, contract.md.
 */
export function autoTimeStep(lambda: number, smallestGamma: number): number {
  if (!(lambda >= 0 && lambda < Infinity))
    throw new RangeError(`curvature ${lambda}: expected a finite size`);
  if (!(smallestGamma >= 0 && smallestGamma < Infinity)) {
    throw new RangeError(`smallest gamma ${smallestGamma}: expected a finite number >= 0`);
  }
  const bound = lambda === 0 ? Infinity : Math.max(2 / Math.sqrt(lambda), (2 * smallestGamma) / lambda);
  let h = 1;
  while (h > 0.25 * bound) h *= 0.5;
  return h;
}

/**
 * Whether kick-drift-kick is stable for a mode of curvature λ.
 *    h tanh(γh/2) < 2γ/λ;  at γ = 0: h < 2/sqrt(λ). **exact** for constant γ and quadratic costs
 *  @returns true for λ <= 0: such modes are unstable in the theory, not in the method
 *  Source: physics.md 4.1.
 */
export function isStable(h: number, gamma: number, lambda: number): boolean {
  if (lambda <= 0) return true;
  // tanh(x/2)/x with its limit 1/2, so that γ = 0 is no case of its own.
  const x = gamma * h;
  const ratio = x < 1e-8 ? 0.5 : tanh(x / 2) / x;
  return h * h * ratio * lambda < 2;
}

/**
 * Largest stable step of kick-drift-kick, by bisection of `isStable` to round-off.
 *  @returns Infinity for λ <= 0
 */
export function largestStableStep(gamma: number, lambda: number): number {
  if (lambda <= 0) return Infinity;
  let low = Math.max(2 / Math.sqrt(lambda), (2 * gamma) / lambda);
  // The sufficient bound is within 20 % of the sharp one.
  let high = 1.25 * low;
  for (let n = 0; n < 60; n++) {
    const middle = 0.5 * (low + high);
    if (isStable(middle, gamma, lambda)) low = middle;
    else high = middle;
  }
  return low;
}

/** Left end of the classical Runge-Kutta method's stability interval on the real axis. */
const RUNGE_KUTTA_INTERVAL = 2.785293563405282;

/**
 * Largest stable step of gradient flow:  h < 2.785 γ/λ = 2.785/(η λ).
 *  @returns Infinity for λ <= 0
 *  Source: physics.md 4.3.
 */
export function largestStableFlowStep(gamma: number, lambda: number): number {
  return lambda <= 0 ? Infinity : (RUNGE_KUTTA_INTERVAL * gamma) / lambda;
}
