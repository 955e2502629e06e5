// atan of 1/2, 1, 3/2 and infinity, each with the remainder beyond its double.
const AT_HALF = 4.63647609000806093515e-1;
const AT_HALF_REST = 2.26987774529616870924e-17;
const AT_ONE = 7.85398163397448278999e-1;
const AT_ONE_REST = 3.06161699786838301793e-17;
const AT_THREE_HALVES = 9.82793723247329054082e-1;
const AT_THREE_HALVES_REST = 1.39033110312309984516e-17;
const AT_INFINITY = 1.5707963267948966;
const AT_INFINITY_REST = 6.12323399573676603587e-17;

/** Remez polynomial of 1 − atan(x)/x on [0, 7/16]. */
function series(x: number): number {
  const z = x * x;
  const w = z * z;
  const even =
    3.33333333333329318027e-1 +
    w *
      (1.42857142725034663711e-1 +
        w *
          (9.09088713343650656196e-2 +
            w *
              (6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2))));
  const odd =
    -1.99999999998764832476e-1 +
    w *
      (-1.1111110405462355788e-1 +
        w * (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2)));
  return z * even + w * odd;
}

/** atan(c) + atan(x) for a small rest x. */
const beyond = (at: number, rest: number, x: number): number => at - (x * series(x) - rest - x);

/**
 * Arctangent, in radians.
 *  The argument is brought near 0 by atan(x) = atan(c) + atan((x − c)/(1 + cx)), c = 1/2, 1, 3/2, ∞.
 *  @returns NaN for NaN, ±π/2 for ±Infinity
 *  Error below 1 ulp. Source: fdlibm s_atan.c.
 */
export function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x < 7.450580596923828e-9) return x;
  if (x < 0.4375) return x - x * series(x);
  if (x < 0.6875) return beyond(AT_HALF, AT_HALF_REST, (2 * x - 1) / (2 + x));
  if (x < 1.1875) return beyond(AT_ONE, AT_ONE_REST, (x - 1) / (x + 1));
  if (x < 2.4375) return beyond(AT_THREE_HALVES, AT_THREE_HALVES_REST, (x - 1.5) / (1 + 1.5 * x));
  if (x <= Infinity) return beyond(AT_INFINITY, AT_INFINITY_REST, -1 / x);
  return NaN;
}
