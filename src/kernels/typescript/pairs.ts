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

/** value[k] = σ(u), slope[k] = σ′(u) of σ(u) = p u² + q u + r, u from the pair that ends in k; value[count] = value[0]. */
export function pairNeurons(
  flat: Reals,
  at: number,
  row: Float64Array,
  count: number,
  p: number,
  q: number,
  r: number,
  value: Float64Array,
  slope: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const j = k === 0 ? count - 1 : k - 1;
    const u = flat[at + 2 * j + 1] * row[j] + flat[at + 2 * k] * row[k];
    value[k] = (p * u + q) * u + r;
    slope[k] = 2 * p * u + q;
  }
  value[count] = value[0];
}

/** What two layers of pairs give back: see `RowLoops`. */
export function pairsBack(
  flat: Reals,
  row: Float64Array,
  value: Float64Array,
  slope: Float64Array,
  delta: Float64Array,
  count: number,
  out: Reals,
): void {
  const second = 2 * count;
  for (let k = 0; k < count; k++) {
    const j = k === 0 ? count - 1 : k - 1;
    out[second + 2 * k] += delta[k] * value[k];
    out[second + 2 * k + 1] += delta[k] * value[k + 1];
    const e = (flat[second + 2 * j + 1] * delta[j] + flat[second + 2 * k] * delta[k]) * slope[k];
    out[2 * j + 1] += e * row[j];
    out[2 * k] += e * row[k];
  }
}
