import { lastOf, shifted } from './vectors';

/** Forces of lattices by themselves, in double precision, with the plain twin's operations on every element. */

/** out_n = J_n w_n − (s K_n (w_{n+1} − w_n) − s K_{n−1} (w_n − w_{n−1})) − f_n. */
export function ringForce(w: usize, K: usize, J: usize, f: usize, n: i32, stiffness: f64, out: usize): void {
  const last = <usize>(n - 1) * 8;
  const s = f64x2.splat(stiffness);
  const around = stiffness * load<f64>(K + last) * (load<f64>(w) - load<f64>(w + last));
  let pull = f64x2.splat(around);
  let i: usize = 0;
  for (; i + 16 <= last; i += 16) {
    const W = v128.load(w + i);
    const right = f64x2.mul(f64x2.mul(s, v128.load(K + i)), f64x2.sub(v128.load(w + i + 8), W));
    const drawn = f64x2.sub(right, shifted<f64>(pull, right));
    pull = right;
    v128.store(out + i, f64x2.sub(f64x2.sub(f64x2.mul(v128.load(J + i), W), drawn), v128.load(f + i)));
  }
  let left = lastOf<f64>(pull);
  for (; i <= last; i += 8) {
    const W = load<f64>(w + i);
    const right = i < last ? stiffness * load<f64>(K + i) * (load<f64>(w + i + 8) - W) : around;
    store<f64>(out + i, load<f64>(J + i) * W - (right - left) - load<f64>(f + i));
    left = right;
  }
}

/** out_i = J_i w_i − s (→ − ← + (↓ − ↑)) − f_i, what the four bonds of a site pull. */
export function torusForce(
  w: usize,
  K: usize,
  J: usize,
  f: usize,
  rows: i32,
  columns: i32,
  stiffness: f64,
  out: usize,
): void {
  const line = <usize>columns * 8;
  const size = <usize>rows * line;
  const last = line - 8;
  const s = f64x2.splat(stiffness);
  for (let row: usize = 0; row < size; row += line) {
    const here = w + row;
    const below = row + line == size ? w : here + line;
    const top = row == 0 ? size - line : row - line;
    const above = w + top;
    const bonds = K + size + row;
    const around = load<f64>(bonds + last) * (load<f64>(here) - load<f64>(here + last));
    let pull = f64x2.splat(around);
    let c: usize = 0;
    for (; c + 16 <= last; c += 16) {
      const W = v128.load(here + c);
      const next = f64x2.mul(v128.load(bonds + c), f64x2.sub(v128.load(here + c + 8), W));
      const down = f64x2.mul(v128.load(K + row + c), f64x2.sub(v128.load(below + c), W));
      const up = f64x2.mul(v128.load(K + top + c), f64x2.sub(W, v128.load(above + c)));
      const drawn = f64x2.add(f64x2.sub(next, shifted<f64>(pull, next)), f64x2.sub(down, up));
      pull = next;
      const own = f64x2.mul(v128.load(J + row + c), W);
      v128.store(out + row + c, f64x2.sub(f64x2.sub(own, f64x2.mul(s, drawn)), v128.load(f + row + c)));
    }
    let left = lastOf<f64>(pull);
    for (; c <= last; c += 8) {
      const W = load<f64>(here + c);
      const next = c < last ? load<f64>(bonds + c) * (load<f64>(here + c + 8) - W) : around;
      const down = load<f64>(K + row + c) * (load<f64>(below + c) - W);
      const up = load<f64>(K + top + c) * (W - load<f64>(above + c));
      const own = load<f64>(J + row + c) * W;
      store<f64>(out + row + c, own - stiffness * (next - left + (down - up)) - load<f64>(f + row + c));
      left = next;
    }
  }
}
