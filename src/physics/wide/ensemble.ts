import { exp, log } from '../math/elementary.ts';

/** A number measured from independent parts, with its standard error; NaN where one part alone is there. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/**
 * A function of sums, with its standard error by leaving out one part at a time (jackknife):
 *    error² = (m − 1)/m Σ_k (f_k − f̄)², f_k without part k
 *  @param parts   sums of each part, [m] rows of equal length
 *  @param of      the function of the sums of all
 *  **approximate**: to first order in 1/m. Source: Efron and Stein 1981, Ann. Stat. 9, 586.
 */
export function jackknife(
  parts: readonly (readonly number[])[],
  of: (sums: readonly number[]) => number,
): Measured {
  const total = parts[0].map((_, column) => parts.reduce((sum, row) => sum + row[column], 0));
  const value = of(total);
  const count = parts.length;
  if (count < 2) return { value, error: NaN };
  const without = parts.map((row) => of(total.map((sum, column) => sum - row[column])));
  const mean = without.reduce((sum, one) => sum + one, 0) / count;
  const spread = without.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  return { value, error: Math.sqrt(((count - 1) / count) * spread) };
}

/** y = factor · x^slope through points with errors. */
export interface PowerFit {
  readonly slope: number;
  readonly slopeError: number;
  readonly factor: number;
  /** χ² of each degree of freedom: far above 1, the points lie on no power law. */
  readonly chiSquare: number;
}

/**
 * Least squares of log y over log x, each point by its error in log y.
 *  The error of the slope is widened by √χ² where points scatter more than their errors say.
 *  @returns null for fewer than three points with a positive value and an error
 */
export function weightedPowerLaw(
  points: readonly { readonly x: number; readonly y: Measured }[],
): PowerFit | null {
  const known = points.filter(({ y }) => y.value > 0 && y.error > 0);
  if (known.length < 3) return null;
  const rows = known.map(({ x, y }) => {
    const relative = y.error / y.value;
    return { u: log(x), v: log(y.value), weight: 1 / (relative * relative) };
  });
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const meanU = rows.reduce((sum, { u, weight }) => sum + weight * u, 0) / total;
  const meanV = rows.reduce((sum, { v, weight }) => sum + weight * v, 0) / total;
  const across = rows.reduce((sum, { u, weight }) => sum + weight * (u - meanU) * (u - meanU), 0);
  const along = rows.reduce((sum, { u, v, weight }) => sum + weight * (u - meanU) * (v - meanV), 0);
  if (!(across > 0)) return null;
  const slope = along / across;
  const chi = rows.reduce((sum, { u, v, weight }) => {
    const off = v - meanV - slope * (u - meanU);
    return sum + weight * off * off;
  }, 0);
  const chiSquare = chi / (rows.length - 2);
  return {
    slope,
    slopeError: Math.sqrt(Math.max(1, chiSquare) / across),
    factor: exp(meanV - slope * meanU),
    chiSquare,
  };
}
