/** Decades between full colour and where the scale becomes linear through zero. */
const DECADES = 3;
const KNEE = 10 ** DECADES;

/**
 * Place of a value on the diverging map: logarithmic over three decades of either sign, linear through zero.
 *    s(v) = sign v · ln(1 + 1000 |v|/largest) / ln 1001
 *  @returns −1 to 1; 0 for zero, and where all is zero
 */
export function symmetricLog(value: number, largest: number): number {
  if (!(largest > 0)) return 0;
  const size = Math.log1p((KNEE * Math.abs(value)) / largest) / Math.log1p(KNEE);
  return value < 0 ? -size : size;
}
