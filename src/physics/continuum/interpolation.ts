import { wrap } from '../lattice/ring.ts';

/** Weights of the four values around a place, at fraction f between the middle two (Catmull-Rom). */
export function cubicWeights(f: number): readonly [number, number, number, number] {
  return [
    0.5 * ((2 - f) * f - 1) * f,
    0.5 * ((3 * f - 5) * f * f + 2),
    0.5 * ((4 - 3 * f) * f + 1) * f,
    0.5 * (f - 1) * f * f,
  ];
}

/**
 * Reads a periodic row of values between its places, by Catmull-Rom cubics; errs by O(spacing³).
 * Results are kept between the smallest and the largest value, so that a coupling that is positive everywhere
 * stays so.
 *  @param values  [n], value i at place first + pitch·i, period n·pitch
 *  @param count   places to read: start + k/mesh, k = 0..count−1
 *  @returns       [count]
 */
export function interpolate(
  values: ArrayLike<number>,
  first: number,
  pitch: number,
  start: number,
  mesh: number,
  count: number,
): Float64Array {
  const n = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < n; i++) {
    least = Math.min(least, values[i]);
    most = Math.max(most, values[i]);
  }
  return Float64Array.from({ length: count }, (_, k) => {
    const place = (start + k / mesh - first) / pitch;
    const i = Math.floor(place);
    const [a, b, c, d] = cubicWeights(place - i);
    const value =
      a * values[wrap(i - 1, n)] +
      b * values[wrap(i, n)] +
      c * values[wrap(i + 1, n)] +
      d * values[wrap(i + 2, n)];
    return Math.min(most, Math.max(least, value));
  });
}
