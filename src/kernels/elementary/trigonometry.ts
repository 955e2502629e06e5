import { ROUND } from './bits.ts';

const TWO_OVER_PI = 6.36619772367581382433e-1;
// pi/2 in parts of 33 bits, each with the remainder beyond it (Cody and Waite).
const PART_1 = 1.57079632673412561417;
const REST_1 = 6.07710050650619224932e-11;
const PART_2 = 6.0771005063039659766e-11;
const REST_2 = 2.02226624879595063154e-21;
const PART_3 = 2.0222662487111664558e-21;
const REST_3 = 8.47842766036889956997e-32;
/** 2²⁰ pi/2: up to here the products of the reduction are exact. */
const LARGE = 1647099.0;

/** The argument modulo pi/2 in [−pi/4, pi/4], as a sum of two doubles; written by `reduce`. */
const reduced = new Float64Array(2);

/** Writes `reduced`. @returns the quadrant, 0..3 */
function reduce(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 0.78539816339744828) {
    reduced[0] = x;
    reduced[1] = 0;
    return 0;
  }
  if (size >= LARGE) return reduceLarge(x);
  const n = x * TWO_OVER_PI + ROUND - ROUND;
  let r = x - n * PART_1;
  let w = n * REST_1;
  let y = r - w;
  // More parts where the difference has cancelled.
  if (Math.abs(y) < size * 1.52587890625e-5) {
    let t = r;
    w = n * PART_2;
    r = t - w;
    w = n * REST_2 - (t - r - w);
    y = r - w;
    if (Math.abs(y) < size * 1.7763568394002505e-15) {
      t = r;
      w = n * PART_3;
      r = t - w;
      w = n * REST_3 - (t - r - w);
      y = r - w;
    }
  }
  reduced[0] = y;
  reduced[1] = r - y - w;
  return n & 3;
}

/** First 1200 bits of 2/pi after the point; made at the first large argument. */
let twoOverPi: bigint | undefined;
const POINT = 1200;

/**
 * Reduction of arguments from 1.6e6 to 1.8e308 by exact integers: x = m 2ᵉ with integer m, and
 * x·2/pi modulo 4 from the integer product. Slow (about a microsecond) and correct to the last bit.
 */
function reduceLarge(x: number): number {
  if (!(x - x === 0)) {
    reduced[0] = NaN;
    reduced[1] = NaN;
    return 0;
  }
  twoOverPi ??= BigInt(
    '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c' +
      'fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f' +
      'ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08' +
      '56033046fc7b',
  );
  let mantissa = Math.abs(x);
  let exponent = 0;
  while (mantissa >= 9007199254740992) {
    mantissa *= 0.5;
    exponent++;
  }
  while (mantissa !== Math.floor(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  const product = BigInt(mantissa) * twoOverPi;
  const point = BigInt(POINT - exponent);
  const one = 1n << point;
  const nearest = (product + (one >> 1n)) >> point;
  // 160 bits of the signed rest carry the double with room for any cancellation.
  const rest = Number((product - (nearest << point)) >> (point - 160n)) * 6.842277657836021e-49;
  const angle = rest * 1.5707963267948966;
  reduced[0] = x < 0 ? -angle : angle;
  reduced[1] = 0;
  const quadrant = Number(nearest & 3n);
  return x < 0 ? (4 - quadrant) & 3 : quadrant;
}

function kernelSin(x: number, tail: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    8.33333333332248946124e-3 +
    z * (-1.98412698298579493134e-4 + z * 2.75573137070700676789e-6) +
    z * w * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10);
  const v = z * x;
  return x - (z * (0.5 * tail - v * r) - tail - v * -1.66666666666666324348e-1);
}

function kernelCos(x: number, tail: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * 2.48015872894767294178e-5)) +
    w * w * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 - z * 1.13596475577881948265e-11));
  const half = 0.5 * z;
  const one = 1 - half;
  return one + (1 - one - half + (z * r - x * tail));
}

/**
 * Sine of x in radians.
 *  @returns NaN for NaN and ±Infinity
 *  Error below 1 ulp for every finite x; slow from |x| = 1.6e6 on.
 *  Source: fdlibm k_sin.c, k_cos.c, e_rem_pio2.c; large arguments by exact integers instead of tables.
 */
export function sin(x: number): number {
  if (x === 0) return x;
  const quadrant = reduce(x);
  const r = reduced[0];
  const tail = reduced[1];
  const value = (quadrant & 1) === 0 ? kernelSin(r, tail) : kernelCos(r, tail);
  return quadrant < 2 ? value : -value;
}

/** Cosine of x in radians; accuracy and source as `sin`. */
export function cos(x: number): number {
  const quadrant = reduce(x);
  const r = reduced[0];
  const tail = reduced[1];
  const value = (quadrant & 1) === 0 ? kernelCos(r, tail) : kernelSin(r, tail);
  return quadrant === 0 || quadrant === 3 ? value : -value;
}
