/** How the weights of a lattice are read from a finer one: each as a sum over `width` of its weights. */
export interface Sampling {
  readonly width: number;
  /** [P·width] */
  readonly index: Int32Array;
  /** [P·width] */
  readonly value: Float64Array;
}

/** Reads one weight. */
export function sampleAt({ width, index, value }: Sampling, fine: ArrayLike<number>, weight: number): number {
  let sum = 0;
  for (let n = weight * width; n < (weight + 1) * width; n++) sum += value[n] * fine[index[n]];
  return sum;
}

/** Reads every weight, out [P]. */
export function sampleAll(sampling: Sampling, fine: ArrayLike<number>, out: Float32Array): void {
  for (let weight = 0; weight < out.length; weight++) out[weight] = sampleAt(sampling, fine, weight);
}
