import { double, HIGH, words } from './bits.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
// High words of 1 and of sqrt(1/2): the mantissa is brought to [sqrt(1/2), sqrt 2).
const HIGH_OF_ONE = 0x3ff00000;
const HIGH_OF_SQRT_HALF = 0x3fe6a09e;

/** Remez polynomial of (ln(1+s) − ln(1−s))/s − 2 in z = s². */
function series(z: number): number {
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return odd + even;
}

/**
 * Natural logarithm.
 *  x = 2ᵏ(1 + f), ln(1 + f) by the series in s = f/(2 + f).
 *  @returns −Infinity at 0; NaN below 0; right for subnormal numbers
 *  Error below 1 ulp. Source: fdlibm e_log.c, in the arrangement of FreeBSD and musl.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  double[0] = x;
  if (x < 2.2250738585072014e-308) {
    double[0] = x * 18014398509481984; // 2⁵⁴
    k = -54;
  }
  const high = words[HIGH] + (HIGH_OF_ONE - HIGH_OF_SQRT_HALF);
  k += (high >>> 20) - 1023;
  words[HIGH] = (high & 0xfffff) + HIGH_OF_SQRT_HALF;
  const f = double[0] - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (halfSquare + series(s * s)) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}

/**
 * ln(1 + x) without cancellation at small x.
 *  @returns −Infinity at −1; NaN below −1
 *  Error below 1 ulp. Source: fdlibm s_log1p.c, in the arrangement of musl.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < 1.1102230246251565e-16 && x > -1.1102230246251565e-16) return x;
  let k = 0;
  let correction = 0;
  let f = x;
  if (x <= -0.2928932188134524 || x >= 0.41421356237309503) {
    const u = 1 + x;
    double[0] = u;
    const high = words[HIGH] + (HIGH_OF_ONE - HIGH_OF_SQRT_HALF);
    k = (high >>> 20) - 1023;
    // What rounding 1 + x lost; from 2⁵⁴ on it cannot matter.
    if (k < 54) correction = (k >= 2 ? 1 - (u - x) : x - (u - 1)) / u;
    words[HIGH] = (high & 0xfffff) + HIGH_OF_SQRT_HALF;
    f = double[0] - 1;
  }
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (halfSquare + series(s * s)) + (k * LN2_LOW + correction) - halfSquare + f + k * LN2_HIGH;
}
