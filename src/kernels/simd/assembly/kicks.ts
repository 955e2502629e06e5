import { closeC, closeE, drifted, flooredOne, floorOf, h, kicked, openC, openE, restOf, setSums } from './pass';
import { floored, lanes, plus, plusSquares, sumOf, times } from './vectors';

/**
 * Passes over states whose force has been evaluated, [n] each, with the plain twin's operations on every element.
 */

/** The close of a step and the open of the next, as `plan` says; velocities alone where `whole` is 0. */
function kick<T>(w: usize, v: usize, g: usize, n: i32, whole: i32): void {
  const z = <i32>sizeof<T>();
  const floor = floorOf<T>();
  const rest = restOf<T>();
  const floors = v128.splat<T>(floor);
  const rests = v128.splat<T>(rest);
  const E2 = v128.splat<T>(<T>closeE);
  const c2 = v128.splat<T>(<T>closeC);
  const E1 = v128.splat<T>(<T>openE);
  const c1 = v128.splat<T>(<T>openC);
  const step = v128.splat<T>(<T>h);
  let close = f64x2.splat(0);
  let open = f64x2.splat(0);
  const vectors = n / lanes<T>();
  for (let k = 0; k < vectors; k++) {
    const G = v128.load(g);
    let V = kicked<T>(E2, v128.load(v), c2, G, floors);
    close = plusSquares<T>(close, V);
    if (whole) {
      V = kicked<T>(E1, V, c1, G, floors);
      open = plusSquares<T>(open, V);
      v128.store(w, drifted<T>(v128.load(w), step, V, floors, rests));
    }
    v128.store(v, V);
    w += 16;
    v += 16;
    g += 16;
  }
  let closeSum = sumOf(close);
  let openSum = sumOf(open);
  for (let i = vectors * lanes<T>(); i < n; i++) {
    const G = load<T>(g);
    let V = flooredOne<T>(<T>closeE * load<T>(v) - <T>closeC * G, floor);
    closeSum += <f64>V * <f64>V;
    if (whole) {
      V = flooredOne<T>(<T>openE * V - <T>openC * G, floor);
      openSum += <f64>V * <f64>V;
      store<T>(w, flooredOne<T>(load<T>(w) + <T>h * V, V == 0 ? rest : floor));
    }
    store<T>(v, V);
    w += z;
    v += z;
    g += z;
  }
  setSums(closeSum, openSum);
}
export function kick64(w: usize, v: usize, g: usize, n: i32, whole: i32): void {
  kick<f64>(w, v, g, n, whole);
}
export function kick32(w: usize, v: usize, g: usize, n: i32, whole: i32): void {
  kick<f32>(w, v, g, n, whole);
}

/** out ← x + s·y. */
function combine<T>(x: usize, s: f64, y: usize, out: usize, n: i32): void {
  const z = <i32>sizeof<T>();
  const S = v128.splat<T>(<T>s);
  const vectors = n / lanes<T>();
  for (let k = 0; k < vectors; k++) {
    v128.store(out, plus<T>(v128.load(x), times<T>(S, v128.load(y))));
    x += 16;
    y += 16;
    out += 16;
  }
  for (let i = vectors * lanes<T>(); i < n; i++) {
    store<T>(out, load<T>(x) + <T>s * load<T>(y));
    x += z;
    y += z;
    out += z;
  }
}
export function combine64(x: usize, s: f64, y: usize, out: usize, n: i32): void {
  combine<f64>(x, s, y, out, n);
}
export function combine32(x: usize, s: f64, y: usize, out: usize, n: i32): void {
  combine<f32>(x, s, y, out, n);
}

/** Sets values below the amplitude floor to 0. */
function floorSmall<T>(x: usize, n: i32): void {
  const z = <i32>sizeof<T>();
  const floors = v128.splat<T>(floorOf<T>());
  const vectors = n / lanes<T>();
  for (let k = 0; k < vectors; k++) {
    v128.store(x, floored<T>(v128.load(x), floors));
    x += 16;
  }
  for (let i = vectors * lanes<T>(); i < n; i++) {
    store<T>(x, flooredOne<T>(load<T>(x), floorOf<T>()));
    x += z;
  }
}
export function floorSmall64(x: usize, n: i32): void {
  floorSmall<f64>(x, n);
}
export function floorSmall32(x: usize, n: i32): void {
  floorSmall<f32>(x, n);
}

/** Σ x², added as the passes add it. */
function sumOfSquares<T>(x: usize, n: i32): f64 {
  const z = <i32>sizeof<T>();
  let total = f64x2.splat(0);
  const vectors = n / lanes<T>();
  for (let k = 0; k < vectors; k++) {
    total = plusSquares<T>(total, v128.load(x));
    x += 16;
  }
  let sum = sumOf(total);
  for (let i = vectors * lanes<T>(); i < n; i++) {
    sum += <f64>load<T>(x) * <f64>load<T>(x);
    x += z;
  }
  return sum;
}
export function sumOfSquares64(x: usize, n: i32): f64 {
  return sumOfSquares<f64>(x, n);
}
export function sumOfSquares32(x: usize, n: i32): f64 {
  return sumOfSquares<f32>(x, n);
}
