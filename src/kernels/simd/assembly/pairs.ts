/** Weights in pairs, each with two neighbours of a row: bit for bit as typescript/pairs.ts. */

/** out[k] = a[2k] h[k] + a[2k+1] h[k+1]. */
export function pairSums(a: usize, h: usize, count: i32, out: usize): void {
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    v128.store(out, twoSums(a, h));
    v128.store(out, twoSums(a + 32, h + 16), 16);
    a += 64;
    h += 32;
    out += 32;
  }
  for (; k < count; k++) {
    store<f64>(out, load<f64>(a) * load<f64>(h) + load<f64>(a, 8) * load<f64>(h, 8));
    a += 16;
    h += 8;
    out += 8;
  }
}
@inline function twoSums(a: usize, h: usize): v128 {
  const first = f64x2.mul(v128.load(a), v128.load(h));
  const second = f64x2.mul(v128.load(a, 16), v128.load(h, 8));
  return f64x2.add(v128.shuffle<f64>(first, second, 0, 2), v128.shuffle<f64>(first, second, 1, 3));
}

/** out[2k] += d[k] h[k], out[2k+1] += d[k] h[k+1]. */
export function addPairs(d: usize, h: usize, count: i32, out: usize): void {
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    addPair(d, h, out);
    addPair(d + 8, h + 8, out + 16);
    addPair(d + 16, h + 16, out + 32);
    addPair(d + 24, h + 24, out + 48);
    d += 32;
    h += 32;
    out += 64;
  }
  for (; k < count; k++) {
    addPair(d, h, out);
    d += 8;
    h += 8;
    out += 16;
  }
}
@inline function addPair(d: usize, h: usize, out: usize): void {
  v128.store(out, f64x2.add(v128.load(out), f64x2.mul(v128.load64_splat(d), v128.load(h))));
}
