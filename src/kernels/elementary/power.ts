import { double, dropLowWord, HIGH, LOW, ROUND, scaleByPower, words } from './bits.ts';

/**
 * x^y for a real base x >= 0: log2 x in two doubles, times y, and 2 to that power.
 *  @param x  base; negative bases give NaN (the theory needs none)
 *  @param y  exponent
 *  @returns  1 for y = 0; 0^y is 0 for y > 0 and Infinity for y < 0
 *  Error below 1 ulp. Source: fdlibm e_pow.c. Differs: no negative bases, no special case of huge y.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (!(x >= 0) || y !== y) return NaN;
  if (y === 1) return x;
  if (x === 1) return y - y === 0 ? 1 : NaN;
  if (x === 0 || x === Infinity || y - y !== 0) {
    // Beyond 1 with y > 0, or below 1 with y < 0, the power grows without bound.
    return x > 1 === y > 0 ? Infinity : 0;
  }
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;

  // x = 2ⁿ·a, and a near 1 (interval 0) or near 3/2 (interval 1).
  let n = 0;
  double[0] = x;
  if (x < 2.2250738585072014e-308) {
    double[0] = x * 9007199254740992; // 2⁵³
    n = -53;
  }
  let high = words[HIGH];
  n += (high >>> 20) - 1023;
  const mantissa = high & 0xfffff;
  high = mantissa | 0x3ff00000;
  let interval = 0;
  if (mantissa > 0x3988e) {
    if (mantissa < 0xbb67a) {
      interval = 1;
    } else {
      n++;
      high -= 0x00100000;
    }
  }
  words[HIGH] = high;
  const a = double[0];
  const center = interval === 1 ? 1.5 : 1;
  const log2CenterHigh = interval === 1 ? 5.84962487220764160156e-1 : 0;
  const log2CenterLow = interval === 1 ? 1.35003920212974897128e-8 : 0;

  // s = (a − center)/(a + center) = sHigh + sLow, and log a = log center + 2s + 2s³/3 + ...
  const difference = a - center;
  const inverse = 1 / (a + center);
  const s = difference * inverse;
  const sHigh = dropLowWord(s);
  words[HIGH] = ((high >>> 1) | 0x20000000) + 0x00080000 + (interval << 18);
  words[LOW] = 0;
  let tHigh = double[0];
  let tLow = a - (tHigh - center);
  const sLow = inverse * (difference - sHigh * tHigh - sHigh * tLow);
  let s2 = s * s;
  let r =
    s2 *
    s2 *
    (5.99999999999994648725e-1 +
      s2 *
        (4.28571428578550184252e-1 +
          s2 *
            (3.33333329818377432918e-1 +
              s2 *
                (2.72728123808534006489e-1 +
                  s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1)))));
  r += sLow * (sHigh + s);
  s2 = sHigh * sHigh;
  tHigh = dropLowWord(3 + s2 + r);
  tLow = r - (tHigh - 3 - s2);
  let u = sHigh * tHigh;
  let v = sLow * tHigh + tLow * s;
  let pHigh = dropLowWord(u + v);
  let pLow = v - (pHigh - u);
  // 2/(3 ln 2) in two parts turns it into log2 x = logHigh + logLow.
  const zHigh = 9.61796700954437255859e-1 * pHigh;
  const zLow = -7.02846165095275826516e-9 * pHigh + pLow * 9.61796693925975554329e-1 + log2CenterLow;
  const logHigh = dropLowWord(zHigh + zLow + log2CenterHigh + n);
  const logLow = zLow - (logHigh - n - log2CenterHigh - zHigh);

  const rough = y * logHigh;
  if (rough > 1100) return Infinity;
  if (rough < -1200) return 0;
  const yHigh = dropLowWord(y);
  pLow = (y - yHigh) * logHigh + y * logLow;
  pHigh = yHigh * logHigh;
  let z = pLow + pHigh;
  if (z >= 1024 && (z > 1024 || pLow + 8.008566259537294e-17 > z - pHigh)) return Infinity;

  const k = z + ROUND - ROUND;
  pHigh -= k;
  const t = dropLowWord(pLow + pHigh);
  u = t * 6.93147182464599609375e-1;
  v = (pLow - (t - pHigh)) * 6.93147180559945286227e-1 + t * -1.90465429995776804525e-9;
  z = u + v;
  const w = v - (z - u);
  const z2 = z * z;
  const c =
    z -
    z2 *
      (1.66666666666666019037e-1 +
        z2 *
          (-2.77777777770155933842e-3 +
            z2 *
              (6.61375632143793436117e-5 +
                z2 * (-1.6533902205465251539e-6 + z2 * 4.13813679705723846039e-8))));
  return scaleByPower(1 - ((z * c) / (c - 2) - (w + z * w) - z), k);
}
