import { tanh } from './math/elementary.ts';
import type { Random } from './math/random.ts';
import { diagonalise } from './math/tridiagonal.ts';

/** Both ends of a Hessian's spectrum, as far as they were found: no eigenvalue found lies outside of it. */
export interface SpectrumEnds {
  readonly smallest: number;
  readonly largest: number;
}

/** Coupling of a Krylov space to the rest, over the largest |λ| in it, that is round-off: the space is closed. */
const CLOSED = 1e-13;

/**
 * Both ends of a Hessian's spectrum by Lanczos' iteration from one random vector.
 *  @param hessianVector  writes H v into out [size]
 *  @param size           number of weights P
 *  @param products       with H; more than P are never made
 *  @param random         gives the start vector, so that the estimate is reproducible
 *  @returns              0, 0 for an empty or vanishing Hessian; NaN where H v is not finite
 *  Ritz values lie between the spectrum's ends, so both are bounds from inside (**exact**); **approximate** as ends: of a
 *  crowded end short by a part of about (ln P/products)², where power iteration is short by ln P/products.
 *  Yields after every product. Vectors are not orthogonalised again: that costs repeated values, not these ends.
 *  Source: physics.md 4.3; Kuczynski and Wozniakowski, SIAM J. Matrix Anal. Appl. 13 (1992) 1094.
 */
export function* findEnds(
  hessianVector: (vector: Float64Array, out: Float64Array) => void,
  size: number,
  products: number,
  random: Random,
): Generator<void, SpectrumEnds> {
  let before = new Float64Array(size);
  let vector = Float64Array.from({ length: size }, () => random.normal());
  let image = new Float64Array(size);
  const most = Math.min(products, size);
  const diagonal = new Float64Array(most);
  const beside = new Float64Array(most);
  let ends: SpectrumEnds = { smallest: 0, largest: 0 };
  let length = norm(vector);
  for (let n = 0; n < most; n++) {
    for (let i = 0; i < size; i++) vector[i] /= length;
    hessianVector(vector, image);
    yield;
    const quotient = dot(vector, image);
    const coupling = n === 0 ? 0 : beside[n - 1];
    for (let i = 0; i < size; i++) image[i] -= quotient * vector[i] + coupling * before[i];
    diagonal[n] = quotient;
    length = norm(image);
    if (!Number.isFinite(length)) return { smallest: NaN, largest: NaN };
    ends = ritzEnds(diagonal, beside, n + 1);
    if (!(length > CLOSED * largestOf(ends))) break;
    beside[n] = length;
    [before, vector, image] = [vector, image, before];
  }
  return ends;
}

/** The same at one go. */
export function estimateEnds(...question: Parameters<typeof findEnds>): SpectrumEnds {
  const pieces = findEnds(...question);
  let next = pieces.next();
  while (next.done !== true) next = pieces.next();
  return next.value;
}

/** Largest |λ|; NaN passes through. */
export function largestOf({ smallest, largest }: SpectrumEnds): number {
  return Math.max(Math.abs(smallest), Math.abs(largest));
}

/** Ends of the spectrum of the first rows of a symmetric tridiagonal matrix. */
function ritzEnds(diagonal: Float64Array, beside: Float64Array, rows: number): SpectrumEnds {
  const values = diagonal.slice(0, rows);
  // The last place is room for the rotations: nothing lies beside the last row.
  const turning = beside.slice(0, rows);
  turning[rows - 1] = 0;
  const sweeps = diagonalise(values, turning, null);
  while (sweeps.next().done !== true);
  return {
    smallest: values.reduce((a, b) => Math.min(a, b)),
    largest: values.reduce((a, b) => Math.max(a, b)),
  };
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

function norm(x: Float64Array): number {
  return Math.sqrt(dot(x, x));
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
