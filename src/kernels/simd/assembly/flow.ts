import { flooredOne, floorOf, stiffness } from './pass';
import { floored, lanes, lastOf, minus, plus, plusProducts, plusSquares, shifted, sumOf, times } from './vectors';

/**
 * Passes of a gradient flow over lattices (typescript/flow.ts), H the lattice's Hessian, the same for every site:
 *    STAGE     out ← ((c g + α H b) − β b) − m old
 *    FINAL     out ← out − (((c g + α H b) − β b) − m old)      out are the weights
 *    GRADIENT  g ← H b − old;  out ← −η g                       b are the weights, old the forces, out the velocity
 *  with values below the floors set to 0 in what a pass ends in. One pass at a time: it stands in globals.
 */
export const STAGE: i32 = 0;
export const FINAL: i32 = 1;
export const GRADIENT: i32 = 2;

let mode: i32 = 0;
let c: f64 = 0;
let alpha: f64 = 0;
let beta: f64 = 0;
/** m of a stage, η of a gradient. */
let share: f64 = 0;
/** Of a gradient: Σ of the old g times the new, and Σ V². */
let product: f64 = 0;
let square: f64 = 0;
let products: v128 = f64x2.splat(0);
let squares: v128 = f64x2.splat(0);

/** Tells the next pass what to do; the factor on K is that of `plan`. */
export function flowPlan(what: i32, first: f64, second: f64, third: f64, fourth: f64): void {
  mode = what;
  c = first;
  alpha = second;
  beta = third;
  share = fourth;
}
export function flowProduct(): f64 {
  return product;
}
export function flowSquares(): f64 {
  return square;
}

function start(): void {
  product = 0;
  square = 0;
  products = f64x2.splat(0);
  squares = f64x2.splat(0);
}
function end(): void {
  product += sumOf(products);
  square += sumOf(squares);
}

/** What a pass makes of sites of which b and H b are known; the pass's numbers stand in registers. */
@inline function visit<T>(
  mode: i32,
  C: v128,
  A: v128,
  N: v128,
  M: v128,
  floor: v128,
  b: v128,
  Hb: v128,
  g: usize,
  old: usize,
  out: usize,
): void {
  const before = v128.load(g);
  if (mode == GRADIENT) {
    const G = minus<T>(Hb, v128.load(old));
    products = plusProducts<T>(products, before, G);
    v128.store(g, G);
    const V = floored<T>(times<T>(M, G), floor);
    squares = plusSquares<T>(squares, V);
    v128.store(out, V);
    return;
  }
  const bent = minus<T>(plus<T>(times<T>(C, before), times<T>(A, Hb)), times<T>(N, b));
  const moved = minus<T>(bent, times<T>(M, v128.load(old)));
  if (mode == STAGE) v128.store(out, moved);
  else v128.store(out, floored<T>(minus<T>(v128.load(out), moved), floor));
}
@inline function visitOne<T>(b: T, Hb: T, g: usize, old: usize, out: usize): void {
  const before = load<T>(g);
  if (mode == GRADIENT) {
    const G = Hb - load<T>(old);
    product += <f64>before * <f64>G;
    store<T>(g, G);
    const V = flooredOne<T>(<T>-share * G, floorOf<T>());
    square += <f64>V * <f64>V;
    store<T>(out, V);
    return;
  }
  const moved = <T>c * before + <T>alpha * Hb - <T>beta * b - <T>share * load<T>(old);
  store<T>(out, mode == STAGE ? moved : flooredOne<T>(load<T>(out) - moved, floorOf<T>()));
}

/** One pass over a ring. @param b, g, old, out  [n]; K, J as of `ring` */
function ring<T>(b: usize, g: usize, old: usize, out: usize, K: usize, J: usize, n: i32): void {
  const z = <i32>sizeof<T>();
  const s = v128.splat<T>(<T>stiffness);
  const what = mode;
  const C = v128.splat<T>(<T>c);
  const A = v128.splat<T>(<T>alpha);
  const N = v128.splat<T>(<T>beta);
  const M = v128.splat<T>(<T>(what == GRADIENT ? -share : share));
  const floor = v128.splat<T>(floorOf<T>());
  const first = load<T>(b);
  let pull = v128.splat<T>(<T>stiffness * load<T>(K + (n - 1) * z) * (first - load<T>(b + (n - 1) * z)));
  start();
  const until = <usize>((n - 1) / lanes<T>()) * 16;
  let at: usize = 0;
  for (; at < until; at += 16) {
    const B = v128.load(b + at);
    const right = times<T>(times<T>(s, v128.load(K + at)), minus<T>(v128.load(b + at + z), B));
    const left = shifted<T>(pull, right);
    pull = right;
    const Hb = minus<T>(times<T>(v128.load(J + at), B), minus<T>(right, left));
    visit<T>(what, C, A, N, M, floor, B, Hb, g + at, old + at, out + at);
  }
  let left = lastOf<T>(pull);
  const line = <usize>(n * z);
  for (; at < line; at += z) {
    const B = load<T>(b + at);
    const right = <T>stiffness * load<T>(K + at) * ((at + z == line ? first : load<T>(b + at + z)) - B);
    visitOne<T>(B, load<T>(J + at) * B - (right - left), g + at, old + at, out + at);
    left = right;
  }
  end();
}

/** One pass over a torus. @param b, g, old, out  [rows × columns]; K, J as of `torus` */
function torus<T>(
  b: usize,
  g: usize,
  old: usize,
  out: usize,
  K: usize,
  J: usize,
  rows: i32,
  columns: i32,
): void {
  const z = <i32>sizeof<T>();
  const s = v128.splat<T>(<T>stiffness);
  const what = mode;
  const C = v128.splat<T>(<T>c);
  const A = v128.splat<T>(<T>alpha);
  const N = v128.splat<T>(<T>beta);
  const M = v128.splat<T>(<T>(what == GRADIENT ? -share : share));
  const floor = v128.splat<T>(floorOf<T>());
  const line = columns * z;
  const size = rows * line;
  const until = <usize>((columns - 1) / lanes<T>()) * 16;
  start();
  for (let row = 0; row < rows; row++) {
    const below = row + 1 == rows ? line - size : line;
    const above = row == 0 ? size - line : -line;
    const sides = K + size;
    const first = load<T>(b);
    let pull = v128.splat<T>(load<T>(sides + line - z) * (first - load<T>(b + line - z)));
    let at: usize = 0;
    for (; at < until; at += 16) {
      const B = v128.load(b + at);
      const next = times<T>(v128.load(sides + at), minus<T>(v128.load(b + at + z), B));
      const left = shifted<T>(pull, next);
      pull = next;
      const down = times<T>(v128.load(K + at), minus<T>(v128.load(b + at + below), B));
      const up = times<T>(v128.load(K + at + above), minus<T>(B, v128.load(b + at + above)));
      const drawn = times<T>(s, plus<T>(minus<T>(next, left), minus<T>(down, up)));
      visit<T>(what, C, A, N, M, floor, B, minus<T>(times<T>(v128.load(J + at), B), drawn), g + at, old + at, out + at);
    }
    let left = lastOf<T>(pull);
    for (; at < <usize>line; at += z) {
      const B = load<T>(b + at);
      const next = load<T>(sides + at) * ((at + z == line ? first : load<T>(b + at + z)) - B);
      const down = load<T>(K + at) * (load<T>(b + at + below) - B);
      const up = load<T>(K + at + above) * (B - load<T>(b + at + above));
      const Hb = load<T>(J + at) * B - <T>stiffness * (next - left + (down - up));
      visitOne<T>(B, Hb, g + at, old + at, out + at);
      left = next;
    }
    b += line;
    g += line;
    old += line;
    out += line;
    K += line;
    J += line;
  }
  end();
}

/** @param rows  1: a ring */
export function flow64(b: usize, g: usize, old: usize, out: usize, K: usize, J: usize, rows: i32, columns: i32): void {
  if (rows == 1) ring<f64>(b, g, old, out, K, J, columns);
  else torus<f64>(b, g, old, out, K, J, rows, columns);
}
export function flow32(b: usize, g: usize, old: usize, out: usize, K: usize, J: usize, rows: i32, columns: i32): void {
  if (rows == 1) ring<f32>(b, g, old, out, K, J, columns);
  else torus<f32>(b, g, old, out, K, J, rows, columns);
}
