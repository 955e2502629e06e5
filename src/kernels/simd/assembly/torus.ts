import {
  closeC,
  closeE,
  drifted,
  flooredOne,
  floorOf,
  h,
  kicked,
  openC,
  openE,
  restOf,
  setSums,
  stiffness,
} from './pass';
import { lanes, lastOf, minus, plus, plusSquares, shifted, sumOf, times } from './vectors';

/**
 * One pass over a torus of rows × columns sites, as `ring` makes it:
 *    g_i = J_i w_i − s (K_i→ (w_→ − w_i) − K_← (w_i − w_←) + (K_i↓ (w_↓ − w_i) − K_↑ (w_i − w_↑))) − f_i
 *  In place: what a bond pulls is carried to its other end, along the row in a register and down the rows in a
 *  row of its own.
 *  @param w, v   [rows × columns] state
 *  @param K      [2 × rows × columns] bonds down, then bonds to the right
 *  @param J, f   [rows × columns]
 *  @param pulls  [columns] scratch: what the bonds from above pull
 *  @param top    [columns] scratch: the first row as it was
 */
function torus<T>(
  w: usize,
  v: usize,
  K: usize,
  J: usize,
  f: usize,
  pulls: usize,
  top: usize,
  rows: i32,
  columns: i32,
): void {
  const z = <i32>sizeof<T>();
  const width = lanes<T>();
  const floor = floorOf<T>();
  const rest = restOf<T>();
  const floors = v128.splat<T>(floor);
  const rests = v128.splat<T>(rest);
  const s = v128.splat<T>(<T>stiffness);
  const E2 = v128.splat<T>(<T>closeE);
  const c2 = v128.splat<T>(<T>closeC);
  const E1 = v128.splat<T>(<T>openE);
  const c1 = v128.splat<T>(<T>openC);
  const step = v128.splat<T>(<T>h);
  const line = columns * z;
  const size = rows * line;

  // What the last row pulls at the first.
  const bottom = w + size - line;
  for (let c = 0; c < line; c += z) {
    store<T>(pulls + c, load<T>(K + size - line + c) * (load<T>(w + c) - load<T>(bottom + c)));
  }
  memory.copy(top, w, line);

  let close = f64x2.splat(0);
  let open = f64x2.splat(0);
  let closeSum: f64 = 0;
  let openSum: f64 = 0;
  const vectors = (columns - 1) / width;
  for (let row = 0; row < rows; row++) {
    const below = row + 1 == rows ? top : w + line;
    const first = load<T>(w);
    const right = K + size;
    let pull = v128.splat<T>(load<T>(right + line - z) * (first - load<T>(w + line - z)));
    let c: usize = 0;
    const until = <usize>vectors * 16;
    for (; c < until; c += 16) {
      const W = v128.load(w + c);
      const next = times<T>(v128.load(right + c), minus<T>(v128.load(w + c + z), W));
      const left = shifted<T>(pull, next);
      pull = next;
      const down = times<T>(v128.load(K + c), minus<T>(v128.load(below + c), W));
      const up = v128.load(pulls + c);
      v128.store(pulls + c, down);
      const drawn = times<T>(s, plus<T>(minus<T>(next, left), minus<T>(down, up)));
      const g = minus<T>(minus<T>(times<T>(v128.load(J + c), W), drawn), v128.load(f + c));
      const atStep = kicked<T>(E2, v128.load(v + c), c2, g, floors);
      close = plusSquares<T>(close, atStep);
      const V = kicked<T>(E1, atStep, c1, g, floors);
      open = plusSquares<T>(open, V);
      v128.store(v + c, V);
      v128.store(w + c, drifted<T>(W, step, V, floors, rests));
    }

    let left = lastOf<T>(pull);
    for (; c < <usize>line; c += z) {
      const W = load<T>(w + c);
      const next = load<T>(right + c) * ((c + z == line ? first : load<T>(w + c + z)) - W);
      const down = load<T>(K + c) * (load<T>(below + c) - W);
      const up = load<T>(pulls + c);
      store<T>(pulls + c, down);
      const g = load<T>(J + c) * W - <T>stiffness * (next - left + (down - up)) - load<T>(f + c);
      left = next;
      const atStep = flooredOne<T>(<T>closeE * load<T>(v + c) - <T>closeC * g, floor);
      closeSum += <f64>atStep * <f64>atStep;
      const V = flooredOne<T>(<T>openE * atStep - <T>openC * g, floor);
      openSum += <f64>V * <f64>V;
      store<T>(v + c, V);
      store<T>(w + c, flooredOne<T>(W + <T>h * V, V == 0 ? rest : floor));
    }
    w += line;
    v += line;
    K += line;
    J += line;
    f += line;
  }
  setSums(closeSum + sumOf(close), openSum + sumOf(open));
}

export function torus64(
  w: usize,
  v: usize,
  K: usize,
  J: usize,
  f: usize,
  pulls: usize,
  top: usize,
  rows: i32,
  columns: i32,
): void {
  torus<f64>(w, v, K, J, f, pulls, top, rows, columns);
}
export function torus32(
  w: usize,
  v: usize,
  K: usize,
  J: usize,
  f: usize,
  pulls: usize,
  top: usize,
  rows: i32,
  columns: i32,
): void {
  torus<f32>(w, v, K, J, f, pulls, top, rows, columns);
}
