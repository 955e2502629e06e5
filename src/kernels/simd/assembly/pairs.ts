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

/**
 * value = σ(u), slope = σ′(u) of σ(u) = p u² + q u + r, u[k] = a[2k−1] h[k−1] + a[2k] h[k] modulo `count`;
 * value[count] = value[0].
 */
export function pairNeurons(
  a: usize,
  h: usize,
  count: i32,
  p: f64,
  q: f64,
  r: f64,
  value: usize,
  slope: usize,
): void {
  const last = (count - 1) * 8;
  const u = load<f64>(a + 2 * last + 8) * load<f64>(h + last) + load<f64>(a) * load<f64>(h);
  const first = (p * u + q) * u + r;
  store<f64>(value, first);
  store<f64>(value + last + 8, first);
  store<f64>(slope, 2 * p * u + q);
  const P = f64x2.splat(p);
  const Q = f64x2.splat(q);
  const R = f64x2.splat(r);
  const twice = f64x2.splat(2 * p);
  let k = 1;
  for (; k + 2 <= count; k += 2) {
    const U = twoSums(a + 8, h);
    v128.store(value, f64x2.add(f64x2.mul(f64x2.add(f64x2.mul(P, U), Q), U), R), 8);
    v128.store(slope, f64x2.add(f64x2.mul(twice, U), Q), 8);
    a += 32;
    h += 16;
    value += 16;
    slope += 16;
  }
  if (k == count) return;
  const x = load<f64>(a, 8) * load<f64>(h) + load<f64>(a, 16) * load<f64>(h, 8);
  store<f64>(value, (p * x + q) * x + r, 8);
  store<f64>(slope, 2 * p * x + q, 8);
}

/**
 * Back through two layers of pairs, a and out behind one another: the second's out[2k] += d[k] h[k] and
 * out[2k+1] += d[k] h[k+1], and of e[k] = (a[2k−1] d[k−1] + a[2k] d[k]) slope[k], a the second's, the first's
 * out[2k−1] += e[k] x[k−1] and out[2k] += e[k] x[k], modulo `count`.
 */
export function pairsBack(
  a: usize,
  x: usize,
  h: usize,
  slope: usize,
  d: usize,
  count: i32,
  out: usize,
): void {
  const layer = count * 16;
  a += layer;
  const second = out + layer;
  const last = (count - 1) * 8;
  const first = load<f64>(a + layer - 8) * load<f64>(d + last) + load<f64>(a) * load<f64>(d);
  const start = first * load<f64>(slope);
  store<f64>(second - 8, load<f64>(second - 8) + start * load<f64>(x + last));
  store<f64>(out, load<f64>(out) + start * load<f64>(x));
  // In pieces that stay in the nearest cache for both layers.
  for (let k = 0; k < count; k += PIECE) {
    const end = min(k + PIECE, count);
    addPairs(d + k * 8, h + k * 8, end - k, second + k * 16);
    const from = max(k, 1);
    backPairs(a + from * 16, x + from * 8, slope + from * 8, d + from * 8, end - from, out + from * 16);
  }
}
const PIECE: i32 = 256;

/** out[2k] += d[k] h[k], out[2k+1] += d[k] h[k+1]. */
function addPairs(d: usize, h: usize, count: i32, out: usize): void {
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    addPair(v128.load64_splat(d), h, out);
    addPair(v128.load64_splat(d, 8), h + 8, out + 16);
    addPair(v128.load64_splat(d, 16), h + 16, out + 32);
    addPair(v128.load64_splat(d, 24), h + 24, out + 48);
    d += 32;
    h += 32;
    out += 64;
  }
  for (; k < count; k++) {
    addPair(v128.load64_splat(d), h, out);
    d += 8;
    h += 8;
    out += 16;
  }
}

/** e = (a[2k−1] d[k−1] + a[2k] d[k]) slope[k], out[2k−1] += e x[k−1], out[2k] += e x[k]. */
function backPairs(a: usize, x: usize, slope: usize, d: usize, count: i32, out: usize): void {
  let k = 0;
  for (; k + 2 <= count; k += 2) {
    const e = f64x2.mul(twoSums(a - 8, d - 8), v128.load(slope));
    addPair(v128.shuffle<f64>(e, e, 0, 0), x - 8, out - 8);
    addPair(v128.shuffle<f64>(e, e, 1, 1), x, out + 8);
    a += 32;
    d += 16;
    x += 16;
    slope += 16;
    out += 32;
  }
  if (k == count) return;
  const e = (load<f64>(a - 8) * load<f64>(d - 8) + load<f64>(a) * load<f64>(d)) * load<f64>(slope);
  addPair(f64x2.splat(e), x - 8, out - 8);
}
/** out[0] += d h[0], out[1] += d h[1]. */
@inline function addPair(d: v128, h: usize, out: usize): void {
  v128.store(out, f64x2.add(v128.load(out), f64x2.mul(d, v128.load(h))));
}
