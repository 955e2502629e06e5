import type { Reals } from '../types.ts';

/** y ← y + s·x. @param y [P], modified */
export function addScaled(y: Reals, s: number, x: Reals): void {
  for (let i = 0; i < y.length; i++) y[i] += s * x[i];
}

/** out ← x + s·y. @param out [P], overwritten; may be x or y */
export function combine(x: Reals, s: number, y: Reals, out: Reals): void {
  for (let i = 0; i < out.length; i++) out[i] = x[i] + s * y[i];
}

/** Largest |x_i| that is finite. */
export function largest(x: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/** Σ x_i², summed in index order in double precision. */
export function sumOfSquares(x: Reals): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return sum;
}
