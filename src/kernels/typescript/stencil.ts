import type { Reals } from '../types.ts';

/**
 * Loops over rows of samples, [row][sample], of a ring whose ends are repeated: row `edge + i` is site i.
 * A stencil has an odd number of taps; three rows go through together, then two by two, so that one pass
 * over the target serves several products.
 */

/** Repeats the ring's ends: `edge` rows before site 0 and as many after site N − 1. */
export function closeRows(rows: Float64Array, N: number, edge: number, width: number): void {
  const length = edge * width;
  rows.copyWithin(0, N * width, N * width + length);
  rows.copyWithin((N + edge) * width, length, 2 * length);
}

/** target[row][s] = start + Σ_k tap[k] source[row + k][s], for every sample s. */
export function stencil(
  tap: Float64Array,
  start: number,
  source: Float64Array,
  row: number,
  width: number,
  target: Float64Array,
): void {
  const at = row * width;
  let k = 1;
  if (tap.length === 1) {
    const w = tap[0];
    for (let s = 0; s < width; s++) target[at + s] = start + w * source[at + s];
  } else {
    const w0 = tap[0];
    const w1 = tap[1];
    const w2 = tap[2];
    const row1 = at + width;
    const row2 = row1 + width;
    for (let s = 0; s < width; s++) {
      target[at + s] = start + w0 * source[at + s] + w1 * source[row1 + s] + w2 * source[row2 + s];
    }
    k = 3;
  }
  for (; k < tap.length; k += 2) {
    const w0 = tap[k];
    const w1 = tap[k + 1];
    const row0 = at + k * width;
    const row1 = row0 + width;
    for (let s = 0; s < width; s++) target[at + s] += w0 * source[row0 + s] + w1 * source[row1 + s];
  }
}

/** out[outAt + k] += Σ_s delta[deltaAt + s] source[row + k][s], k = 0..taps − 1. */
export function addRowProducts(
  delta: Float64Array,
  deltaAt: number,
  source: Float64Array,
  row: number,
  taps: number,
  width: number,
  out: Reals,
  outAt: number,
): void {
  const at = row * width;
  let k = 1;
  let sum0 = 0;
  let sum1 = 0;
  if (taps === 1) {
    for (let s = 0; s < width; s++) sum0 += delta[deltaAt + s] * source[at + s];
    out[outAt] += sum0;
  } else {
    const row1 = at + width;
    const row2 = row1 + width;
    let sum2 = 0;
    for (let s = 0; s < width; s++) {
      const d = delta[deltaAt + s];
      sum0 += d * source[at + s];
      sum1 += d * source[row1 + s];
      sum2 += d * source[row2 + s];
    }
    out[outAt] += sum0;
    out[outAt + 1] += sum1;
    out[outAt + 2] += sum2;
    k = 3;
  }
  for (; k < taps; k += 2) {
    const row0 = at + k * width;
    const row1 = row0 + width;
    sum0 = 0;
    sum1 = 0;
    for (let s = 0; s < width; s++) {
      const d = delta[deltaAt + s];
      sum0 += d * source[row0 + s];
      sum1 += d * source[row1 + s];
    }
    out[outAt + k] += sum0;
    out[outAt + k + 1] += sum1;
  }
}
