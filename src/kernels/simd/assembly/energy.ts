import { lanes } from './vectors';

/**
 * What is read of a state without stepping it. All in double precision, whatever the weights are kept in: differences of
 * neighbours in single would be lost to rounding.
 */

/** Two neighbouring weights. */
@inline function pair<T>(w: usize): v128 {
  if (sizeof<T>() == 8) return v128.load(w);
  return f64x2.promote_low_f32x4(v128.load64_zero(w));
}
@inline function sum(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** Σ_n K_n/2 (r_n − w_n)² over n < count, r the other ends. */
function bonds<T>(w: usize, r: usize, K: usize, count: i32): f64 {
  const z = <i32>sizeof<T>();
  const half = f64x2.splat(0.5);
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const vectors = count >> 2;
  for (let k = 0; k < vectors; k++) {
    const first = f64x2.sub(pair<T>(r), pair<T>(w));
    const second = f64x2.sub(pair<T>(r + 2 * z), pair<T>(w + 2 * z));
    even = f64x2.add(even, f64x2.mul(f64x2.mul(half, v128.load(K)), f64x2.mul(first, first)));
    odd = f64x2.add(odd, f64x2.mul(f64x2.mul(half, v128.load(K, 16)), f64x2.mul(second, second)));
    w += 4 * z;
    r += 4 * z;
    K += 32;
  }
  let total = sum(f64x2.add(even, odd));
  for (let n = 4 * vectors; n < count; n++) {
    const step = <f64>load<T>(r) - <f64>load<T>(w);
    total += 0.5 * load<f64>(K) * step * step;
    w += z;
    r += z;
    K += 8;
  }
  return total;
}

/** Σ_n (J_n w_n/2 − f_n) w_n. */
function sites<T>(w: usize, J: usize, f: usize, count: i32): f64 {
  const z = <i32>sizeof<T>();
  const half = f64x2.splat(0.5);
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const vectors = count >> 2;
  for (let k = 0; k < vectors; k++) {
    const first = pair<T>(w);
    const second = pair<T>(w + 2 * z);
    const pull = f64x2.sub(f64x2.mul(f64x2.mul(half, v128.load(J)), first), v128.load(f));
    const next = f64x2.sub(f64x2.mul(f64x2.mul(half, v128.load(J, 16)), second), v128.load(f, 16));
    even = f64x2.add(even, f64x2.mul(pull, first));
    odd = f64x2.add(odd, f64x2.mul(next, second));
    w += 4 * z;
    J += 32;
    f += 32;
  }
  let total = sum(f64x2.add(even, odd));
  for (let n = 4 * vectors; n < count; n++) {
    const at = <f64>load<T>(w);
    total += (0.5 * load<f64>(J) * at - load<f64>(f)) * at;
    w += z;
    J += 8;
    f += 8;
  }
  return total;
}

/**
 * s Σ_b K_b/2 (w_i − w_j)² + Σ_i (J_i w_i/2 − f_i) w_i, row by row, so that a row is still near when it is read again.
 *  @param w         [rows × columns]
 *  @param K         of one row: [columns] bonds of a ring; else [2 × rows × columns], those down, then those to the right
 *  @param J, f      [rows × columns]
 */
function energy<T>(w: usize, K: usize, J: usize, f: usize, rows: i32, columns: i32, s: f64): f64 {
  const z = <i32>sizeof<T>();
  const line = columns * z;
  const top = w;
  let right = rows == 1 ? K : K + 8 * rows * columns;
  let pulls: f64 = 0;
  let own: f64 = 0;
  for (let row = 0; row < rows; row++) {
    if (rows > 1) {
      pulls += bonds<T>(w, row + 1 == rows ? top : w + line, K, columns);
      K += 8 * columns;
    }
    pulls += bonds<T>(w, w + z, right, columns - 1);
    const step = <f64>load<T>(w) - <f64>load<T>(w + line - z);
    pulls += 0.5 * load<f64>(right + 8 * (columns - 1)) * step * step;
    own += sites<T>(w, J, f, columns);
    right += 8 * columns;
    J += 8 * columns;
    f += 8 * columns;
    w += line;
  }
  return s * pulls + own;
}

export function energy64(w: usize, K: usize, J: usize, f: usize, rows: i32, columns: i32, s: f64): f64 {
  return energy<f64>(w, K, J, f, rows, columns, s);
}
export function energy32(w: usize, K: usize, J: usize, f: usize, rows: i32, columns: i32, s: f64): f64 {
  return energy<f32>(w, K, J, f, rows, columns, s);
}

/** Largest |x|. What is no number counts for nothing. */
function largest<T>(x: usize, n: i32): f64 {
  const z = <i32>sizeof<T>();
  const width = lanes<T>();
  let even = v128.splat<T>(<T>0);
  let odd = v128.splat<T>(<T>0);
  const vectors = n / (2 * width);
  for (let k = 0; k < vectors; k++) {
    even = v128.pmax<T>(even, v128.abs<T>(v128.load(x)));
    odd = v128.pmax<T>(odd, v128.abs<T>(v128.load(x, 16)));
    x += 32;
  }
  even = v128.pmax<T>(even, odd);
  let most: f64 = 0;
  if (sizeof<T>() == 8) most = max(f64x2.extract_lane(even, 0), f64x2.extract_lane(even, 1));
  else {
    most = max(<f64>f32x4.extract_lane(even, 0), <f64>f32x4.extract_lane(even, 1));
    most = max(most, max(<f64>f32x4.extract_lane(even, 2), <f64>f32x4.extract_lane(even, 3)));
  }
  for (let i = vectors * 2 * width; i < n; i++) {
    const size = <f64>abs<T>(load<T>(x));
    if (size > most) most = size;
    x += z;
  }
  return most;
}

export function largest64(x: usize, n: i32): f64 {
  return largest<f64>(x, n);
}
export function largest32(x: usize, n: i32): f64 {
  return largest<f32>(x, n);
}
