import type { Reals } from '../types.ts';

/** Loops over rows of samples, [row][sample]: the batch is innermost. Sums over samples are added in pairs, as vectors do. */

/** Σ_k of one row, for as many samples as have been asked for. */
let sums = new Float64Array(64);

/**
 * target[j][s] += scale Σ_k M[j,k] source[k][s], M[j,k] = flat[at + j·rowStep + k·columnStep]; added over k in turn,
 * four rows to a pass over the sums, which is what plain typed-array code gains most from (perf.md).
 */
export function multiply(
  flat: Reals,
  at: number,
  rowStep: number,
  columnStep: number,
  rows: number,
  columns: number,
  scale: number,
  source: Float64Array,
  width: number,
  target: Float64Array,
): void {
  if (sums.length < width) sums = new Float64Array(width);
  const sum = sums;
  for (let j = 0; j < rows; j++) {
    const row = at + j * rowStep;
    sum.fill(0, 0, width);
    let k = 0;
    for (; k + 4 <= columns; k += 4) {
      const w0 = flat[row + k * columnStep];
      const w1 = flat[row + (k + 1) * columnStep];
      const w2 = flat[row + (k + 2) * columnStep];
      const w3 = flat[row + (k + 3) * columnStep];
      const row0 = k * width;
      const row1 = row0 + width;
      const row2 = row1 + width;
      const row3 = row2 + width;
      for (let s = 0; s < width; s++) {
        sum[s] =
          sum[s] +
          w0 * source[row0 + s] +
          w1 * source[row1 + s] +
          w2 * source[row2 + s] +
          w3 * source[row3 + s];
      }
    }
    for (; k < columns; k++) {
      const w = flat[row + k * columnStep];
      for (let s = 0; s < width; s++) sum[s] += w * source[k * width + s];
    }
    for (let s = 0; s < width; s++) target[j * width + s] += scale * sum[s];
  }
}

/** out[at + j·columns + i] += scale Σ_s delta[j][s] value[i][s], two rows of values at a time. */
export function addOuter(
  delta: Float64Array,
  rows: number,
  value: Float64Array,
  columns: number,
  width: number,
  scale: number,
  out: Reals,
  at: number,
): void {
  const even = width & ~1;
  for (let j = 0; j < rows; j++) {
    const d = j * width;
    const to = at + j * columns;
    let i = 0;
    for (; i + 2 <= columns; i += 2) {
      const row0 = i * width;
      const row1 = row0 + width;
      let [even0, odd0, even1, odd1] = [0, 0, 0, 0];
      for (let s = 0; s < even; s += 2) {
        const p = delta[d + s];
        const q = delta[d + s + 1];
        even0 += p * value[row0 + s];
        odd0 += q * value[row0 + s + 1];
        even1 += p * value[row1 + s];
        odd1 += q * value[row1 + s + 1];
      }
      let sum0 = even0 + odd0;
      let sum1 = even1 + odd1;
      if (even < width) {
        sum0 += delta[d + even] * value[row0 + even];
        sum1 += delta[d + even] * value[row1 + even];
      }
      out[to + i] += scale * sum0;
      out[to + i + 1] += scale * sum1;
    }
    if (i < columns) out[to + i] += scale * dot(delta, d, value, i * width, width);
  }
}

/** Σ_s a[aAt + s] b[bAt + s]: even places, odd places, both, and the last of an odd number. */
export function dot(a: Float64Array, aAt: number, b: Float64Array, bAt: number, width: number): number {
  const last = width & ~1;
  let even = 0;
  let odd = 0;
  for (let s = 0; s < last; s += 2) {
    even += a[aAt + s] * b[bAt + s];
    odd += a[aAt + s + 1] * b[bAt + s + 1];
  }
  const sum = even + odd;
  return last < width ? sum + a[aAt + last] * b[bAt + last] : sum;
}

/** out[at + j·step] += scale Σ_s source[from + j·width + s], added as `dot` adds. */
export function addSums(
  source: Float64Array,
  from: number,
  rows: number,
  width: number,
  scale: number,
  out: Reals,
  at: number,
  step: number,
): void {
  const last = width & ~1;
  for (let j = 0; j < rows; j++) {
    const row = from + j * width;
    let even = 0;
    let odd = 0;
    for (let s = 0; s < last; s += 2) {
      even += source[row + s];
      odd += source[row + s + 1];
    }
    const sum = even + odd;
    out[at + j * step] += scale * (last < width ? sum + source[row + last] : sum);
  }
}

/** target[j][s] = scale · flat[at + j]. */
export function fillRows(
  flat: Reals,
  at: number,
  rows: number,
  scale: number,
  width: number,
  target: Float64Array,
): void {
  for (let j = 0; j < rows; j++) target.fill(scale * flat[at + j], j * width, (j + 1) * width);
}

/** out[outAt + n] = a[n] b[n]; out may be either. */
export function product(
  a: Float64Array,
  b: Float64Array,
  count: number,
  out: Float64Array,
  outAt: number,
): void {
  for (let n = 0; n < count; n++) out[outAt + n] = a[n] * b[n];
}

/** out[n] = 2 (a[n] − b[n]); out may be either. */
export function doubleErrors(a: Float64Array, b: Float64Array, count: number, out: Float64Array): void {
  for (let n = 0; n < count; n++) out[n] = 2 * (a[n] - b[n]);
}

/** target[at + n] = value of the first `count`. */
export function fill(value: number, count: number, target: Float64Array, at: number): void {
  target.fill(value, at, at + count);
}

/** to[toAt + n] = from[fromAt + n]. */
export function copy(
  from: Float64Array,
  fromAt: number,
  count: number,
  to: Float64Array,
  toAt: number,
): void {
  for (let n = 0; n < count; n++) to[toAt + n] = from[fromAt + n];
}

/** target[at + n] += a[from + n]. */
export function accumulate(
  a: Float64Array,
  from: number,
  count: number,
  target: Float64Array,
  at: number,
): void {
  for (let n = 0; n < count; n++) target[at + n] += a[from + n];
}

/**
 * Copies samples of a row-major set into rows [entry][sample], from target[at] on.
 * @param source  [L × count]
 * @param batch   indices of samples; null: all, in order
 * @param first   place of the tile's first sample in the batch
 */
export function gather(
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

/** Samples that were asked for one by one, as rows. */
const known = new WeakMap<Float64Array, (Float64Array | undefined)[]>();

/** One sample of a row-major set as a row. Allocates nothing but a view, the first time. */
export function sample(source: Float64Array, count: number, index: number): Float64Array {
  let samples = known.get(source);
  if (samples === undefined) known.set(source, (samples = []));
  const found = samples[index];
  if (found?.length === count) return found;
  return (samples[index] = source.subarray(index * count, (index + 1) * count));
}
