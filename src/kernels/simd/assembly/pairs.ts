/** Weights in pairs, each with two neighbours of a row: bit for bit as typescript/pairs.ts. */

/** out[k] = a[2k] h[k] + a[2k+1] h[k+1]. */
export function pairSums(a: usize, h: usize, count: i32, out: usize): void {
  let k = 0;
  for (; k + 2 <= count; k += 2) {
    const first = f64x2.mul(v128.load(a), v128.load(h));
    const second = f64x2.mul(v128.load(a, 16), v128.load(h, 8));
    const left = v128.shuffle<f64>(first, second, 0, 2);
    v128.store(out, f64x2.add(left, v128.shuffle<f64>(first, second, 1, 3)));
    a += 32;
    h += 16;
    out += 16;
  }
  if (k < count) store<f64>(out, load<f64>(a) * load<f64>(h) + load<f64>(a, 8) * load<f64>(h, 8));
}

/** out[2k] += d[k] h[k], out[2k+1] += d[k] h[k+1]. */
export function addPairs(d: usize, h: usize, count: i32, out: usize): void {
  for (let k = 0; k < count; k++) {
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(v128.load64_splat(d), v128.load(h))));
    d += 8;
    h += 8;
    out += 16;
  }
}
