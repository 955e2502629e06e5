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
import { lanes, lastOf, minus, plusSquares, shifted, sumOf, times } from './vectors';

/**
 * One pass over a ring: the force of its couplings, the close of a step and the open of the next.
 *    g_n = J_n w_n − (s K_n (w_{n+1} − w_n) − s K_{n−1} (w_n − w_{n−1})) − f_n
 *  In place: the pull over a bond is carried from its left end to its right one.
 *  @param w, v        [n] state
 *  @param K, J, f     [n] bonds, masses, forces
 */
function ring<T>(w: usize, v: usize, K: usize, J: usize, f: usize, n: i32): void {
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

  const first = load<T>(w);
  let pull = v128.splat<T>(<T>stiffness * load<T>(K + (n - 1) * z) * (first - load<T>(w + (n - 1) * z)));
  let close = f64x2.splat(0);
  let open = f64x2.splat(0);
  const vectors = (n - 1) / width;
  for (let k = 0; k < vectors; k++) {
    const W = v128.load(w);
    const right = times<T>(times<T>(s, v128.load(K)), minus<T>(v128.load(w + z), W));
    const left = shifted<T>(pull, right);
    pull = right;
    const g = minus<T>(minus<T>(times<T>(v128.load(J), W), minus<T>(right, left)), v128.load(f));
    const atStep = kicked<T>(E2, v128.load(v), c2, g, floors);
    close = plusSquares<T>(close, atStep);
    const V = kicked<T>(E1, atStep, c1, g, floors);
    open = plusSquares<T>(open, V);
    v128.store(v, V);
    v128.store(w, drifted<T>(W, step, V, floors, rests));
    w += 16;
    v += 16;
    K += 16;
    J += 16;
    f += 16;
  }

  // What is left, at least the last site: its right neighbour is the first.
  let left = lastOf<T>(pull);
  let closeSum = sumOf(close);
  let openSum = sumOf(open);
  for (let i = vectors * width; i < n; i++) {
    const W = load<T>(w);
    const right = <T>stiffness * load<T>(K) * ((i == n - 1 ? first : load<T>(w + z)) - W);
    const g = load<T>(J) * W - (right - left) - load<T>(f);
    left = right;
    const atStep = flooredOne<T>(<T>closeE * load<T>(v) - <T>closeC * g, floor);
    closeSum += <f64>atStep * <f64>atStep;
    const V = flooredOne<T>(<T>openE * atStep - <T>openC * g, floor);
    openSum += <f64>V * <f64>V;
    store<T>(v, V);
    store<T>(w, flooredOne<T>(W + <T>h * V, V == 0 ? rest : floor));
    w += z;
    v += z;
    K += z;
    J += z;
    f += z;
  }
  setSums(closeSum, openSum);
}

export function ring64(w: usize, v: usize, K: usize, J: usize, f: usize, n: i32): void {
  ring<f64>(w, v, K, J, f, n);
}
export function ring32(w: usize, v: usize, K: usize, J: usize, f: usize, n: i32): void {
  ring<f32>(w, v, K, J, f, n);
}
