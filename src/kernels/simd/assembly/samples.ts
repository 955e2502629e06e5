import { lanes, lastOf, minus, plus, shifted, times } from './vectors';

/**
 * What one sample adds to the gradient of networks whose every output joins two weights, bit for bit as the plain twin
 * adds it in f64: contributions of two outputs to a weight in the twin's order. The first sample of a batch has `adds` 0.
 *    e = 2p (p (s − s′) + q − y),  s = w x
 */

@inline function errorOf<T>(difference: v128, p: v128, q: v128, twoP: v128, y: v128): v128 {
  return times<T>(twoP, minus<T>(plus<T>(times<T>(p, difference), q), y));
}
@inline function errorOne<T>(difference: T, p: T, q: T, y: T): T {
  return <T>2 * p * (p * difference + q - y);
}

/**
 * What a sum of gradients stands at: 0 before the first sample of a batch, whose sums are written, not read and not
 * cleared before. `adds` is constant wherever a loop stands, so that each has a body of its own.
 */
@inline function before<T>(adds: bool, out: usize): v128 {
  return adds ? v128.load(out) : v128.splat<T>(<T>0);
}
@inline function beforeOne<T>(adds: bool, out: usize): T {
  return adds ? load<T>(out) : <T>0;
}

/** ring-shared: output i joins site i and the site before it. @param w, x, y, out  [n] */
@inline function ringShared<T>(adds: bool, w: usize, x: usize, y: usize, n: i32, p: T, q: T, out: usize): void {
  const z = <i32>sizeof<T>();
  const P = v128.splat<T>(p);
  const Q = v128.splat<T>(q);
  const twoP = v128.splat<T>(<T>2 * p);
  const end = (n - 1) * z;
  const around = errorOne<T>(load<T>(w) * load<T>(x) - load<T>(w + end) * load<T>(x + end), p, q, load<T>(y));
  let error = v128.splat<T>(around);
  const vectors = (n - 1) / lanes<T>();
  for (let k = 0; k < vectors; k++) {
    const X = v128.load(x);
    const difference = minus<T>(times<T>(v128.load(w + z), v128.load(x + z)), times<T>(v128.load(w), X));
    const right = errorOf<T>(difference, P, Q, twoP, v128.load(y + z));
    const left = shifted<T>(error, right);
    error = right;
    v128.store(out, minus<T>(plus<T>(before<T>(adds, out), times<T>(left, X)), times<T>(right, X)));
    w += 16;
    x += 16;
    y += 16;
    out += 16;
  }
  let left = lastOf<T>(error);
  for (let i = vectors * lanes<T>(); i < n - 1; i++) {
    const X = load<T>(x);
    const right = errorOne<T>(load<T>(w + z) * load<T>(x + z) - load<T>(w) * X, p, q, load<T>(y + z));
    store<T>(out, beforeOne<T>(adds, out) + left * X - right * X);
    left = right;
    w += z;
    x += z;
    y += z;
    out += z;
  }
  store<T>(out, beforeOne<T>(adds, out) - around * load<T>(x) + left * load<T>(x));
}
export function ringShared64(adds: i32, w: usize, x: usize, y: usize, n: i32, p: f64, q: f64, out: usize): void {
  if (adds) ringShared<f64>(true, w, x, y, n, p, q, out);
  else ringShared<f64>(false, w, x, y, n, p, q, out);
}
export function ringShared32(adds: i32, w: usize, x: usize, y: usize, n: i32, p: f64, q: f64, out: usize): void {
  if (adds) ringShared<f32>(true, w, x, y, n, <f32>p, <f32>q, out);
  else ringShared<f32>(false, w, x, y, n, <f32>p, <f32>q, out);
}

/** Two outputs' worth of numbers, or of the pairs of four. */
@inline function firsts<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(a, b, 0, 2);
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}
@inline function seconds<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(a, b, 1, 3);
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}

/** ring-perceptron: output i joins weights 2i and 2i + 1. @param w, out  [2n] @param x, y  [n] */
@inline function ringPerceptron<T>(adds: bool, w: usize, x: usize, y: usize, n: i32, p: T, q: T, out: usize): void {
  const z = <i32>sizeof<T>();
  const P = v128.splat<T>(p);
  const Q = v128.splat<T>(q);
  const twoP = v128.splat<T>(<T>2 * p);
  addPair<T>(adds, w, load<T>(x + (n - 1) * z), load<T>(x), load<T>(y), p, q, out);
  w += 2 * z;
  out += 2 * z;
  y += z;
  const vectors = (n - 1) / lanes<T>();
  for (let k = 0; k < vectors; k++) {
    const previous = v128.load(x);
    let low: v128;
    let high: v128;
    if (sizeof<T>() == 8) {
      low = previous;
      high = v128.load(x + z);
    } else {
      low = v128.shuffle<f32>(previous, previous, 0, 1, 1, 2);
      const after = v128.load(x + z);
      high = v128.shuffle<f32>(after, after, 1, 2, 2, 3);
    }
    const a = times<T>(v128.load(w), low);
    const b = times<T>(v128.load(w, 16), high);
    const error = errorOf<T>(plus<T>(firsts<T>(a, b), seconds<T>(a, b)), P, Q, twoP, v128.load(y));
    let lower: v128;
    let upper: v128;
    if (sizeof<T>() == 8) {
      lower = v128.shuffle<f64>(error, error, 0, 0);
      upper = v128.shuffle<f64>(error, error, 1, 1);
    } else {
      lower = v128.shuffle<f32>(error, error, 0, 0, 1, 1);
      upper = v128.shuffle<f32>(error, error, 2, 2, 3, 3);
    }
    v128.store(out, plus<T>(before<T>(adds, out), times<T>(lower, low)));
    v128.store(out, plus<T>(before<T>(adds, out + 16), times<T>(upper, high)), 16);
    w += 32;
    out += 32;
    x += 16;
    y += 16;
  }
  for (let i = vectors * lanes<T>(); i < n - 1; i++) {
    addPair<T>(adds, w, load<T>(x), load<T>(x + z), load<T>(y), p, q, out);
    w += 2 * z;
    out += 2 * z;
    x += z;
    y += z;
  }
}
@inline function addPair<T>(adds: bool, w: usize, previous: T, x: T, y: T, p: T, q: T, out: usize): void {
  const z = <i32>sizeof<T>();
  const error = errorOne<T>(load<T>(w) * previous + load<T>(w + z) * x, p, q, y);
  store<T>(out, beforeOne<T>(adds, out) + error * previous);
  store<T>(out + z, beforeOne<T>(adds, out + z) + error * x);
}
export function ringPerceptron64(adds: i32, w: usize, x: usize, y: usize, n: i32, p: f64, q: f64, out: usize): void {
  if (adds) ringPerceptron<f64>(true, w, x, y, n, p, q, out);
  else ringPerceptron<f64>(false, w, x, y, n, p, q, out);
}
export function ringPerceptron32(adds: i32, w: usize, x: usize, y: usize, n: i32, p: f64, q: f64, out: usize): void {
  if (adds) ringPerceptron<f32>(true, w, x, y, n, <f32>p, <f32>q, out);
  else ringPerceptron<f32>(false, w, x, y, n, <f32>p, <f32>q, out);
}

/**
 * torus-shared: outputs join every site with the one below it, then with the one to its right.
 *  @param w, x, out  [rows × columns]
 *  @param y          [2 × rows × columns] bonds down, then to the right
 *  @param errors     [columns] scratch: errors of the bonds from above
 */
@inline function torusBonds(
  adds: bool,
  w: usize,
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  p: f64,
  q: f64,
  out: usize,
  errors: usize,
): void {
  const line = columns * 8;
  const size = rows * line;
  const P = f64x2.splat(p);
  const Q = f64x2.splat(q);
  const twoP = f64x2.splat(2 * p);
  const bottom = size - line;
  for (let c = 0; c < line; c += 8) {
    const difference = load<f64>(w + bottom + c) * load<f64>(x + bottom + c) - load<f64>(w + c) * load<f64>(x + c);
    store<f64>(errors + c, errorOne<f64>(difference, p, q, load<f64>(y + bottom + c)));
  }
  for (let row = 0; row < rows; row++) {
    const below = row + 1 == rows ? -bottom : line;
    const last = line - 8;
    const around = errorOne<f64>(
      load<f64>(w + last) * load<f64>(x + last) - load<f64>(w) * load<f64>(x),
      p,
      q,
      load<f64>(y + size + last),
    );
    let left = around;
    let c = 0;
    // The first column hears its right bond before its left one.
    for (; c < line; c += 8) {
      if (c == 8) {
        let error = f64x2.splat(left);
        for (; c + 16 <= last; c += 16) {
          const X = v128.load(x + c);
          const s = f64x2.mul(v128.load(w + c), X);
          const under = f64x2.mul(v128.load(w + c + below), v128.load(x + c + below));
          const down = f64x2.mul(errorOf<f64>(f64x2.sub(s, under), P, Q, twoP, v128.load(y + c)), X);
          const next = f64x2.mul(v128.load(w + c + 8), v128.load(x + c + 8));
          const right = errorOf<f64>(f64x2.sub(s, next), P, Q, twoP, v128.load(y + size + c));
          const up = f64x2.mul(v128.load(errors + c), X);
          v128.store(errors + c, errorOf<f64>(f64x2.sub(s, under), P, Q, twoP, v128.load(y + c)));
          let sum = before<f64>(adds, out + c);
          if (row == 0) sum = f64x2.sub(f64x2.add(sum, down), up);
          else sum = f64x2.add(f64x2.sub(sum, up), down);
          sum = f64x2.sub(sum, f64x2.mul(shifted<f64>(error, right), X));
          v128.store(out + c, f64x2.add(sum, f64x2.mul(right, X)));
          error = right;
        }
        left = lastOf<f64>(error);
        if (c >= line) break;
      }
      const X = load<f64>(x + c);
      const s = load<f64>(w + c) * X;
      const down = errorOne<f64>(s - load<f64>(w + c + below) * load<f64>(x + c + below), p, q, load<f64>(y + c));
      const up = load<f64>(errors + c);
      store<f64>(errors + c, down);
      let right = around;
      if (c < last) {
        right = errorOne<f64>(s - load<f64>(w + c + 8) * load<f64>(x + c + 8), p, q, load<f64>(y + size + c));
      }
      let sum = beforeOne<f64>(adds, out + c);
      if (row == 0) sum = sum + down * X - up * X;
      else sum = sum - up * X + down * X;
      store<f64>(out + c, c == 0 ? sum + right * X - left * X : sum - left * X + right * X);
      left = right;
    }
    w += line;
    x += line;
    y += line;
    out += line;
  }
}
export function torusShared(
  adds: i32,
  w: usize,
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  p: f64,
  q: f64,
  out: usize,
  errors: usize,
): void {
  if (adds) torusBonds(true, w, x, y, rows, columns, p, q, out, errors);
  else torusBonds(false, w, x, y, rows, columns, p, q, out, errors);
}
