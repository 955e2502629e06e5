/** Vectors of two points, as short as the formulas of theories on points have them. */

@inline export function two(x: f64): v128 {
  return f64x2.splat(x);
}
/** a − b, a + b, a b. */
@inline export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}
@inline export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}
@inline export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}
/** Stores two points, or the last one. */
@inline export function put(at: usize, left: usize, x: v128): void {
  if (left > 8) v128.store(at, x);
  else v128.store_lane<f64>(at, x, 0);
}
