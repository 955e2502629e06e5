import type { NetworkKernel, Reals } from '../../kernels/types.ts';

/** A stretch of columns. */
export interface Stretch {
  readonly first: number;
  readonly width: number;
}

/** Cuts `count` columns into stretches of at most `most`. */
export function stretches(count: number, most: number): readonly Stretch[] {
  return Array.from({ length: Math.ceil(count / most) }, (_, n) => ({
    first: n * most,
    width: Math.min(most, count - n * most),
  }));
}

/** Writes the transpose of rows [count][width] to out [width][count]. */
export function transpose(rows: Float64Array, count: number, width: number, out: Float64Array): void {
  for (let k = 0; k < count; k++) {
    for (let s = 0; s < width; s++) out[s * count + k] = rows[k * width + s];
  }
}

type Tangent = NonNullable<NetworkKernel['tangentKernel']>;

/** Samples of a network go forward in tiles: what of it every tangent kernel needs. */
export interface Tiled {
  /** Samples that go forward at once. */
  readonly tile: number;
  forward(weights: Reals, inputs: Float64Array, batch: Int32Array | null, first: number, width: number): void;
}

/**
 * A tangent kernel: its room is kept until another count of samples is asked for, and the lower half begins at 0.
 *  @param createRoom  for a count of samples
 *  @param add         adds the lower half of Θ [size × size] to out
 */
export function tangentOf<Room>(
  outputCount: number,
  createRoom: (count: number) => Room,
  add: (
    room: Room,
    weights: Reals,
    inputs: Float64Array,
    batch: Int32Array | null,
    count: number,
    out: Float64Array,
  ) => void,
): Tangent {
  let room: Room | null = null;
  let roomFor = -1;
  return (weights, inputs, batch, count, out) => {
    if (room === null || roomFor !== count) room = createRoom(count);
    roomFor = count;
    const size = count * outputCount;
    for (let a = 0; a < size; a++) out.fill(0, a * size, a * size + a + 1);
    add(room, weights, inputs, batch, count, out);
  };
}

/** Begins at the outputs: 1 of each to itself [N × N]. */
export function identity(N: number, out: Float64Array): void {
  out.fill(0, 0, N * N);
  for (let i = 0; i < N; i++) out[i * N + i] = 1;
}

/** Takes rows [length][width] of samples from `first` on into rows [length][count]. */
export function placeSamples(
  rows: Float64Array,
  length: number,
  width: number,
  first: number,
  count: number,
  out: Float64Array,
): void {
  for (let k = 0; k < length; k++) {
    for (let s = 0; s < width; s++) out[k * count + first + s] = rows[k * width + s];
  }
}

/** Repeats a ring's ends: `reach` rows before site 0 and as many after site N − 1. */
export function closeRing(rows: Float64Array, N: number, reach: number, width: number): void {
  const length = reach * width;
  rows.copyWithin(0, N * width, N * width + length);
  rows.copyWithin((N + reach) * width, length, 2 * length);
}

/** Adds a block of a pair of samples [N × N] to the lower half. */
export function addBlock(
  block: Float64Array,
  N: number,
  row: number,
  column: number,
  size: number,
  out: Float64Array,
): void {
  for (let o = 0; o < N; o++) {
    const to = (row * N + o) * size + column * N;
    const end = row === column ? o + 1 : N;
    for (let p = 0; p < end; p++) out[to + p] += block[o * N + p];
  }
}

/**
 * The lower half of Θ = J Jᵀ of any kernel, row after row: Jᵀe backward, and J of that forward. Two vectors of P.
 *  O(S² P/outputs). Arguments as of `NetworkKernel.tangentKernel`.
 */
export function rowByRow(
  kernel: NetworkKernel,
  weights: Reals,
  inputs: Float64Array,
  batch: Int32Array | null,
  count: number,
  out: Float64Array,
): void {
  const { outputCount, slope } = kernel;
  const rates = kernel.rates();
  const size = count * outputCount;
  const direction = new Float64Array(kernel.size);
  for (let a = 0; a < size; a++) {
    const sample = Math.floor(a / outputCount);
    direction.fill(0);
    kernel.load(inputs, batch, sample, 1);
    kernel.forward(weights, 1);
    slope.fill(0, 0, outputCount);
    slope[a % outputCount] = 1;
    kernel.backward(weights, 1, direction);
    for (let other = 0; other <= sample; other++) {
      kernel.load(inputs, batch, other, 1);
      rates.forward(weights, direction, 1, false);
      for (let o = 0; o < outputCount; o++) out[a * size + other * outputCount + o] = rates.first[o];
    }
  }
}
