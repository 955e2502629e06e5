import { powersOfTwo, ROUND, scaleByPower, ZERO_POWER } from './bits.ts';
import { log1p } from './logarithm.ts';

const INVERSE_LN2 = 1.442695040888963387;
// ln 2 in two parts: the first ends in 32 zero bits, so that k·LN2_HIGH is exact for |k| < 2¹¹.
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/**
 * Exponential function.
 *  Argument reduction x = k ln2 + r, |r| <= ln2/2, and a rational approximation of e^r.
 *  @returns NaN for NaN; Infinity from 709.783 on; 0 below −745.133
 *  Error below 1 ulp. Allocates nothing.
 *  Source: fdlibm e_exp.c (Sun Microsystems, 1993).
 */
export function exp(x: number): number {
  if (!(x <= 709.782712893383973096)) return x > 0 ? Infinity : NaN;
  if (x < -745.13321910194110842) return 0;
  const k = x * INVERSE_LN2 + ROUND - ROUND;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  return scaleByPower(1 - (low - (r * c) / (2 - c) - high), k);
}

/**
 * e^x − 1 without cancellation at small x.
 *  @returns −1 below −56 ln2; Infinity from 709.783 on
 *  Error below 1 ulp. Source: fdlibm s_expm1.c.
 */
export function expm1(x: number): number {
  if (!(x <= 709.782712893383973096)) return x > 0 ? Infinity : NaN;
  if (x < -38.816242113569373) return -1;
  const size = x < 0 ? -x : x;
  if (size < 5.551115123125783e-17) return x;
  let k = 0;
  let r = x;
  let correction = 0;
  if (size > 0.34657359027997264) {
    k = x * INVERSE_LN2 + ROUND - ROUND;
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    r = high - low;
    correction = high - r - low;
  }
  const half = 0.5 * r;
  const square = r * half;
  const r1 =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square *
              (-7.93650757867487942473e-5 +
                square * (4.00821782732936239552e-6 - square * 2.01099218183624371326e-7))));
  const t = 3 - r1 * half;
  let e = square * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - correction) - correction - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaleByPower(1 - (e - r), k) - 1;
  const tiny = powersOfTwo[ZERO_POWER - k];
  return (k < 20 ? 1 - tiny - (e - r) : r - (e + tiny) + 1) * powersOfTwo[k + ZERO_POWER];
}

/**
 * Hyperbolic tangent, without branches on its value: dense networks spend much of their time here.
 *   tanh x = m/(m + 2),  m = e^{2x} − 1 = 2ᵏ(e^r − 1) + (2ᵏ − 1)
 *  with the Taylor polynomial of degree 14 for e^r − 1 (|r| <= ln2/2: truncation 3e-19 relative).
 *  @returns exactly ±1 from |x| = 20 on; NaN for NaN
 *  Error below 3 ulp (relative 5e-16). Source: Taylor series, own arrangement.
 */
export function tanh(x: number): number {
  if (x === 0) return x;
  const clamped = x > 20 ? 20 : x < -20 ? -20 : x;
  const y = clamped + clamped;
  const k = y * INVERSE_LN2 + ROUND - ROUND;
  const high = y - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const correction = high - r - low;
  // In pairs, so that the processor may work on several at once.
  const r2 = r * r;
  const r4 = r2 * r2;
  const p01 = 1 / 2 + r * (1 / 6);
  const p23 = 1 / 24 + r * (1 / 120);
  const p45 = 1 / 720 + r * (1 / 5040);
  const p67 = 1 / 40320 + r * (1 / 362880);
  const p89 = 1 / 3628800 + r * (1 / 39916800);
  const pab = 1 / 479001600 + r * (1 / 6227020800) + r2 * (1 / 87178291200);
  const tail = p01 + r2 * p23 + r4 * (p45 + r2 * p67 + r4 * (p89 + r2 * pab));
  const scale = powersOfTwo[(k | 0) + ZERO_POWER];
  const m = scale * (r + (r2 * tail + correction)) + (scale - 1);
  return m / (m + 2);
}

/**
 * Logistic function 1/(1 + e^{−x}), accurate in both tails.
 *  Error below 3 ulp.
 */
export function sigmoid(x: number): number {
  if (x < 0) {
    const e = exp(x);
    return e / (1 + e);
  }
  return 1 / (1 + exp(-x));
}

/**
 * ln(1 + e^x) = max(x, 0) + ln(1 + e^{−|x|}); its derivative is `sigmoid`.
 *  Error below 3 ulp; no overflow.
 */
export function softplus(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}
