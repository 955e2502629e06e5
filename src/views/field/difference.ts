/**
 * Writes a − b, site by site; where either is not finite the difference is NaN, which pictures leave out.
 *  @param out  [P], overwritten
 *  @returns    out
 */
export function subtract(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  out: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  for (let i = 0; i < out.length; i++) {
    const difference = a[i] - b[i];
    out[i] = Number.isFinite(difference) ? difference : NaN;
  }
  return out;
}
