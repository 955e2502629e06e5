import type { FlowPolynomial } from '../../kernels/types.ts';
import { cos, exp, log, sin } from '../math/elementary.ts';

/** Most of a mode's amplitude, or of what it grows to, by which one step errs. */
export const FLOW_TOLERANCE = 1e-3;
/** Enough for z up to `LARGEST_Z`, measured; larger steps are taken in parts. */
export const MOST_STAGES = 256;
export const LARGEST_Z = 3000;
/** Intervals are of these sizes: rising η(t) makes few polynomials, each at most a fifth too wide. */
const SIZES_PER_OCTAVE = 4;
/** Below, Taylor's polynomial of second degree serves, whatever the interval. */
const SMALLEST = 1 / 64;
const LN2 = log(2);

/** (1 − z + z²/2 − e^{−z})/z³, without cancellation near 0. */
function remainder(z: number): number {
  if (z > 1 || z < -1) return (1 - z + 0.5 * z * z - exp(-z)) / (z * z * z);
  let term = 1 / 6;
  let sum = 0;
  for (let n = 4; n < 24; n++) {
    sum += term;
    term *= -z / n;
  }
  return sum;
}

/** Coefficients of T_k of the polynomial of degree count − 1 through a function at Chebyshev's points. */
function series(of: (z: number) => number, from: number, to: number, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const angle = (Math.PI * (i + 0.5)) / count;
    const value = of(0.5 * (from + to) + 0.5 * (to - from) * cos(angle));
    for (let k = 0; k < count; k++) out[k] += (k === 0 ? 1 : 2) * (value / count) * cos(k * angle);
  }
  return out;
}

/** Value of a series at z, by Clenshaw's recurrence. */
export function valueAt(terms: Float64Array, from: number, to: number, z: number): number {
  const x = (2 * z - to - from) / (to - from);
  let [before, last] = [0, 0];
  for (let k = terms.length - 1; k > 0; k--) [before, last] = [last, terms[k] + 2 * x * last - before];
  return terms[0] + x * last - before;
}

/**
 * The polynomial of so many stages:  1 − z q(z) = 1 − z + z²/2 − z³ r(z),  r through the remainder at Chebyshev's points of
 * the part of the interval where z³ leaves room for error (Lorentz's incomplete polynomials).
 */
function polynomial(from: number, to: number, stages: number): FlowPolynomial {
  const count = stages - 2;
  const share = 3 / (stages + 1);
  const low = from < 0 ? from : share * share * to;
  const nodes = new Float64Array(count);
  const values = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const angle = (Math.PI * (i + 0.5)) / count;
    nodes[i] = 0.5 * (low + to) + 0.5 * (to - low) * cos(angle);
    values[i] = remainder(nodes[i]);
    weights[i] = (i % 2 === 0 ? 1 : -1) * sin(angle);
  }
  /** r(z) in the barycentric form of Lagrange's interpolation. */
  const r = (z: number): number => {
    let above = 0;
    let below = 0;
    for (let i = 0; i < count; i++) {
      const distance = z - nodes[i];
      if (distance === 0) return values[i];
      above += (weights[i] / distance) * values[i];
      below += weights[i] / distance;
    }
    return count === 0 ? 0 : above / below;
  };
  return {
    from,
    to,
    end: series((z) => 1 - 0.5 * z + z * z * r(z), from, to, stages),
  };
}

/** Largest error of a step, in units of what a mode has or grows to. */
export function errorOf({ from, to, end }: FlowPolynomial): number {
  let largest = 0;
  const points = 8 * end.length;
  for (let n = 0; n <= points; n++) {
    const z = 0.5 * (from + to) + 0.5 * (to - from) * cos((Math.PI * n) / points);
    const exact = exp(-z);
    const error = Math.abs(1 - z * valueAt(end, from, to, z) - exact) / Math.max(1, exact);
    if (!(error <= largest)) largest = error;
  }
  return largest;
}

/**
 * Makes the polynomials of flows whose step lies between from·z and z.
 *  @param lowest  smallest eigenvalue over the largest, at most 0: what grows
 *  @returns       polynomials of the fewest stages that keep `FLOW_TOLERANCE`, remembered by size; stages grow as √z.
 *                 **exact** to second order in z, whatever the size
 */
export function flowPolynomials(lowest: number): (z: number) => FlowPolynomial {
  const known = new Map<number, FlowPolynomial>();
  return (z) => {
    const size = Math.ceil((SIZES_PER_OCTAVE * log(Math.max(SMALLEST, z))) / LN2 - 1e-9);
    let found = known.get(size);
    if (found === undefined) {
      const to = exp((size * LN2) / SIZES_PER_OCTAVE);
      // Fewer have never been enough.
      let stages = Math.min(MOST_STAGES, Math.max(2, Math.floor(2.8 * Math.sqrt(to))));
      found = polynomial(lowest * to, to, stages);
      while (stages < MOST_STAGES && !(errorOf(found) < FLOW_TOLERANCE))
        found = polynomial(lowest * to, to, ++stages);
      known.set(size, found);
    }
    return found;
  };
}
