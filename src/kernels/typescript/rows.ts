import type { Reals } from '../types.ts';

/** Loops over rows of samples, [row][sample]: the batch is innermost. */

/**
 * target[s] += scale Σ_k weights[at + k·stride] source[k][s], four rows at a time: one pass over the
 * target serves four products, which is what plain typed-array code gains most from (perf.md).
 */
export function addRows(
  weights: Reals,
  at: number,
  stride: number,
  scale: number,
  count: number,
  source: Float64Array,
  width: number,
  target: Float64Array,
  targetAt: number,
): void {
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    const w0 = scale * weights[at + k * stride];
    const w1 = scale * weights[at + (k + 1) * stride];
    const w2 = scale * weights[at + (k + 2) * stride];
    const w3 = scale * weights[at + (k + 3) * stride];
    const row0 = k * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    for (let s = 0; s < width; s++) {
      target[targetAt + s] +=
        w0 * source[row0 + s] + w1 * source[row1 + s] + w2 * source[row2 + s] + w3 * source[row3 + s];
    }
  }
  for (; k < count; k++) {
    const w = scale * weights[at + k * stride];
    for (let s = 0; s < width; s++) target[targetAt + s] += w * source[k * width + s];
  }
}

/** out[outAt + i] += scale Σ_s delta[deltaAt + s] value[i][s], four rows at a time. */
export function addProducts(
  delta: Float64Array,
  deltaAt: number,
  value: Float64Array,
  count: number,
  width: number,
  scale: number,
  out: Reals,
  outAt: number,
): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const row0 = i * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let s = 0; s < width; s++) {
      const d = delta[deltaAt + s];
      sum0 += d * value[row0 + s];
      sum1 += d * value[row1 + s];
      sum2 += d * value[row2 + s];
      sum3 += d * value[row3 + s];
    }
    out[outAt + i] += scale * sum0;
    out[outAt + i + 1] += scale * sum1;
    out[outAt + i + 2] += scale * sum2;
    out[outAt + i + 3] += scale * sum3;
  }
  for (; i < count; i++) {
    let sum = 0;
    for (let s = 0; s < width; s++) sum += delta[deltaAt + s] * value[i * width + s];
    out[outAt + i] += scale * sum;
  }
}

/** Σ_s row[at + s] over the samples of one row, added in order. */
export function rowSum(row: Float64Array, at: number, width: number): number {
  let sum = 0;
  for (let s = 0; s < width; s++) sum += row[at + s];
  return sum;
}

/**
 * Copies samples of a row-major set into rows [entry][sample], from target[at] on.
 * @param source  [L × count]
 * @param batch   indices of samples; null: all, in order
 * @param first   place of the tile's first sample in the batch
 */
export function gatherRows(
  source: Float64Array,
  count: number,
  batch: Int32Array | null,
  first: number,
  width: number,
  target: Float64Array,
  at: number,
): void {
  for (let s = 0; s < width; s++) {
    const from = (batch === null ? first + s : batch[first + s]) * count;
    for (let i = 0; i < count; i++) target[at + i * width + s] = source[from + i];
  }
}
