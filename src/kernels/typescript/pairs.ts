import type { Reals } from '../types.ts';

/** out[k] = flat[at + 2k] row[k] + flat[at + 2k + 1] row[k + 1], k = 0..count − 1. */
export function pairSums(
  flat: Reals,
  at: number,
  row: Float64Array,
  count: number,
  out: Float64Array,
  outAt: number,
): void {
  for (let k = 0; k < count; k++) {
    out[outAt + k] = flat[at + 2 * k] * row[k] + flat[at + 2 * k + 1] * row[k + 1];
  }
}

/** out[at + 2k] += delta[from + k] row[k], out[at + 2k + 1] += delta[from + k] row[k + 1], k = 0..count − 1. */
export function addPairs(
  delta: Float64Array,
  from: number,
  row: Float64Array,
  count: number,
  out: Reals,
  at: number,
): void {
  for (let k = 0; k < count; k++) {
    out[at + 2 * k] += delta[from + k] * row[k];
    out[at + 2 * k + 1] += delta[from + k] * row[k + 1];
  }
}
