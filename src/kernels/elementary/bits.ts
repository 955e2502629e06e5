/**
 * The bit pattern of a double: one shared pair of views. A write to `double[0]` is read back as
 * `words[HIGH]` (sign, exponent, top of the mantissa) and `words[LOW]`.
 */
const buffer = new ArrayBuffer(8);
export const double = new Float64Array(buffer);
export const words = new Uint32Array(buffer);

double[0] = 1;
/** Index of the word with sign and exponent: 1 on little-endian machines. */
export const HIGH = words[1] === 0 ? 0 : 1;
export const LOW = 1 - HIGH;

/** Adding and subtracting 1.5·2⁵² rounds a number below 2⁵¹ to the nearest integer, ties to even. */
export const ROUND = 6755399441055744;

/** Offset of 2⁰ in `powersOfTwo`. */
export const ZERO_POWER = 1074;
/**
 * [2098] exact powers of two: 2ᵏ at k + ZERO_POWER, k from −1074 to 1023. A table, because writing one
 * half of a double and reading the whole stalls the processor's store buffer in hot loops.
 */
export const powersOfTwo = new Float64Array(2098);
powersOfTwo[0] = Number.MIN_VALUE;
for (let k = 1; k < powersOfTwo.length; k++) powersOfTwo[k] = 2 * powersOfTwo[k - 1];

/** Multiplies y by 2ᵏ for any integer k from −2148 to 2046, in two steps where 2ᵏ is no normal double. */
export function scaleByPower(y: number, k: number): number {
  if (k >= -1021 && k <= 1023) return y * powersOfTwo[k + ZERO_POWER];
  if (k > 1023) return y * powersOfTwo[k - 1023 + ZERO_POWER] * powersOfTwo[1023 + ZERO_POWER];
  return y * powersOfTwo[k + 1000 + ZERO_POWER] * powersOfTwo[ZERO_POWER - 1000];
}

/** Clears the low 32 bits, so that products of two such numbers are exact. */
export function dropLowWord(x: number): number {
  double[0] = x;
  words[LOW] = 0;
  return double[0];
}
