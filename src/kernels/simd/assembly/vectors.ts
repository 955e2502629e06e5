/**
 * Vectors of 128 bits of T, f64 or f32: two or four numbers. The same operations in the same order as the plain twin,
 * so that in f64 every element has the same bits; only sums over elements are taken in another order.
 */

@inline export function plus<T>(a: v128, b: v128): v128 {
  return v128.add<T>(a, b);
}
@inline export function minus<T>(a: v128, b: v128): v128 {
  return v128.sub<T>(a, b);
}
@inline export function times<T>(a: v128, b: v128): v128 {
  return v128.mul<T>(a, b);
}

/** Numbers in a vector. */
@inline export function lanes<T>(): i32 {
  return sizeof<T>() == 8 ? 2 : 4;
}

/** x, and 0 where |x| < floor. NaN stays. */
@inline export function floored<T>(x: v128, floor: v128): v128 {
  return v128.andnot(x, v128.lt<T>(v128.abs<T>(x), floor));
}

/** The last number of `before`, then all but the last of `now`. */
@inline export function shifted<T>(before: v128, now: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(before, now, 1, 2);
  return v128.shuffle<f32>(before, now, 3, 4, 5, 6);
}

/** The last number of a vector. */
@inline export function lastOf<T>(x: v128): T {
  if (sizeof<T>() == 8) return v128.extract_lane<T>(x, 1);
  return v128.extract_lane<T>(x, 3);
}

/**
 * Adds the squares of a vector's numbers to a vector of two doubles. In double precision always: squares of small
 * numbers are denormal in single, and slow.
 */
@inline export function plusSquares<T>(total: v128, x: v128): v128 {
  if (sizeof<T>() == 8) return f64x2.add(total, f64x2.mul(x, x));
  const low = f64x2.promote_low_f32x4(x);
  const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3));
  return f64x2.add(total, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
}

/** Adds the products of two vectors' numbers likewise. */
@inline export function plusProducts<T>(total: v128, x: v128, y: v128): v128 {
  if (sizeof<T>() == 8) return f64x2.add(total, f64x2.mul(x, y));
  const low = f64x2.mul(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(y));
  const upX = f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3));
  const upY = f64x2.promote_low_f32x4(v128.shuffle<f32>(y, y, 2, 3, 2, 3));
  return f64x2.add(total, f64x2.add(low, f64x2.mul(upX, upY)));
}

@inline export function sumOf(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}
