/**
 * Forces of the two- and four-field theories (physics.md 2), points innermost, with the plain twin's operations in its
 * order. A row that is read beside its ends is repeated there. Two points at a time; of an odd last one the other half is
 * computed and not stored.
 */

@inline function two(x: f64): v128 {
  return f64x2.splat(x);
}
/** a − b, a + b, a b: as short as the formulas. */
@inline function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}
@inline function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}
@inline function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}
/** Stores two points, or the last one. */
@inline function put(at: usize, left: usize, x: v128): void {
  if (left > 8) v128.store(at, x);
  else v128.store_lane<f64>(at, x, 0);
}

/**
 * Adds samples of the cell potential: e = 2 (2 w₂ σ(2X w₁) − Y), σ(u) = p u² + q u + r.
 *  @param list      [count] int32, the samples
 *  @param x, y      rows of samples, `step` bytes apart: not by powers of two, which would share a place in the cache
 *  @param w, out    [2 points]
 */
export function twoFieldCell(
  w: usize,
  x: usize,
  y: usize,
  step: usize,
  list: usize,
  count: i32,
  points: i32,
  p: f64,
  q: f64,
  r: f64,
  out: usize,
): void {
  const line = <usize>points * 8;
  const P = two(p);
  const twiceP = two(2 * p);
  const Q = two(q);
  const R = two(r);
  const end = list + count * 4;
  const v = w + line;
  const second = out + line;
  // Four points at a time; the last ones by themselves.
  for (let j: usize = 0; j < line; j += 32) {
    const more = line - j > 16;
    const first1 = v128.load(w + j);
    const first2 = v128.load(v + j);
    const next1 = more ? v128.load(w + j, 16) : first1;
    const next2 = more ? v128.load(v + j, 16) : first2;
    let sum1 = v128.load(out + j);
    let sum2 = v128.load(second + j);
    let sum3 = more ? v128.load(out + j, 16) : sum1;
    let sum4 = more ? v128.load(second + j, 16) : sum2;
    const X = x + j;
    const Y = y + j;
    for (let l = list; l < end; l += 4) {
      const row = <usize>load<i32>(l) * step;
      const a = v128.load(X + row);
      const b = v128.load(X + row, 16);
      const A = add(a, a);
      const B = add(b, b);
      const u = mul(A, first1);
      const s = mul(B, next1);
      const sigma = add(mul(add(mul(P, u), Q), u), R);
      const tau = add(mul(add(mul(P, s), Q), s), R);
      const half = sub(mul(add(first2, first2), sigma), v128.load(Y + row));
      const other = sub(mul(add(next2, next2), tau), v128.load(Y + row, 16));
      const error = add(half, half);
      const wrong = add(other, other);
      sum1 = add(sum1, mul(mul(mul(error, first2), add(mul(twiceP, u), Q)), A));
      sum2 = add(sum2, mul(error, sigma));
      sum3 = add(sum3, mul(mul(mul(wrong, next2), add(mul(twiceP, s), Q)), B));
      sum4 = add(sum4, mul(wrong, tau));
    }
    put(out + j, line - j, sum1);
    put(second + j, line - j, sum2);
    if (more) {
      put(out + j + 16, line - j - 16, sum3);
      put(second + j + 16, line - j - 16, sum4);
    }
  }
}

/** Repeats the ends of a row: one number on either side. */
@inline function close(row: usize, line: usize): void {
  store<f64>(row - 8, load<f64>(row + line - 8));
  store<f64>(row + line, load<f64>(row));
}
/** scale (f₊ − f₋). */
@inline function slopeOf(before: v128, after: v128, scale: v128): v128 {
  return mul(scale, sub(after, before));
}
/** scale (f₊ − 2f + f₋). */
@inline function bendOf(before: v128, here: v128, after: v128, scale: v128): v128 {
  return mul(scale, add(sub(after, add(here, here)), before));
}
/** What flux and bend rows act on a field with; addresses of the numbers before. */
@inline function outerOf(flux: usize, bend: usize, slopes: v128, bends: v128): v128 {
  const here = v128.load(bend, 8);
  return add(
    slopeOf(v128.load(flux), v128.load(flux, 16), slopes),
    bendOf(v128.load(bend), here, v128.load(bend, 16), bends),
  );
}

/**
 * Eq. 19, from the sums of its moments over the samples at work.
 *  @param sums     rows of Y, X Y, a X′ Y, a² X″ Y, `step` bytes apart
 *  @param scratch  eight rows `step` bytes apart, with room for one number before each
 *  @param mass     8 L r²
 */
export function twoFieldQuadratic(
  w: usize,
  sums: usize,
  step: usize,
  points: i32,
  q: f64,
  r: f64,
  mass: f64,
  slope: f64,
  bend: f64,
  scratch: usize,
  out: usize,
): void {
  const line = <usize>points * 8;
  const field1 = scratch;
  const field2 = field1 + step;
  const flux1 = field2 + step;
  const bend1 = flux1 + step;
  const flux2 = bend1 + step;
  const bend2 = flux2 + step;
  const local1 = bend2 + step;
  const local2 = local1 + step;
  memory.copy(field1, w, line);
  memory.copy(field2, w + line, line);
  close(field1, line);
  close(field2, line);
  const start1 = field1 - 8;
  const start2 = field2 - 8;
  const sumsXY = sums + step;
  const sumsSlope = sumsXY + step;
  const sumsBend = sumsSlope + step;
  const slopes = two(slope);
  const bends = two(bend);
  const Q = two(q);
  const c4 = two(4);
  const c16 = two(16);
  const c20 = two(20);
  const c48 = two(48);
  const eightQ = two(-8 * q);
  const fourR = two(-4 * r);
  const twoR = two(-2 * r);
  const masses = two(mass);
  for (let j: usize = 0; j < line; j += 16) {
    const Y = v128.load(sums + j);
    const XY = v128.load(sumsXY + j);
    const bendY = v128.load(sumsBend + j);
    const before1 = v128.load(start1 + j);
    const w1 = v128.load(start1 + j, 8);
    const after1 = v128.load(start1 + j, 16);
    const before2 = v128.load(start2 + j);
    const w2 = v128.load(start2 + j, 8);
    const after2 = v128.load(start2 + j, 16);
    const d1 = slopeOf(before1, after1, slopes);
    const d2 = slopeOf(before2, after2, slopes);
    const l1 = bendOf(before1, w1, after1, bends);
    const l2 = bendOf(before2, w2, after2, bends);
    const J3 = mul(eightQ, add(XY, mul(c4, bendY)));
    const xy = mul(Q, XY);
    const xs = mul(Q, v128.load(sumsSlope + j));
    const xy4 = mul(c4, xy);
    const xy16 = mul(c16, xy);
    const xy20 = mul(c20, xy);
    const xs16 = mul(c16, xs);
    const xs48 = mul(c48, xs);
    v128.store(local1 + j, sub(sub(mul(J3, w2), mul(xs16, d2)), mul(xy4, l2)));
    v128.store(flux1 + j, add(mul(xs48, w2), mul(xy16, d2)));
    v128.store(bend1 + j, mul(f64x2.neg(xy20), w2));
    const still = add(add(mul(fourR, Y), mul(J3, w1)), mul(masses, add(w2, l2)));
    v128.store(local2 + j, sub(sub(still, mul(xs48, d1)), mul(xy20, l1)));
    v128.store(flux2 + j, add(mul(xy16, d1), mul(xs16, w1)));
    v128.store(bend2 + j, sub(mul(twoR, Y), mul(xy4, w1)));
  }
  close(flux1, line);
  close(bend1, line);
  close(flux2, line);
  close(bend2, line);
  const half = two(0.5);
  const second = out + line;
  for (let j: usize = 0; j < line; j += 16) {
    const outer1 = outerOf(flux1 - 8 + j, bend1 - 8 + j, slopes, bends);
    const outer2 = outerOf(flux2 - 8 + j, bend2 - 8 + j, slopes, bends);
    put(out + j, line - j, mul(half, add(v128.load(local1 + j), outer1)));
    put(second + j, line - j, mul(half, add(v128.load(local2 + j), outer2)));
  }
}

/**
 * Adds one sample of the four-field theory: u = P X₋ + Q X, e = 2 (A σ(u) + B σ(u₊) − Y), neighbours `reach` bytes away.
 *  @param w, out   [4 points]: A, B, P, Q
 *  @param x        [points], and before them the last `reach` bytes once more
 *  @param y        [points]
 *  @param scratch  four rows `step` bytes apart, with room for `reach` bytes before and behind each
 */
export function fourField(
  w: usize,
  x: usize,
  y: usize,
  points: i32,
  reach: usize,
  step: usize,
  p: f64,
  q: f64,
  r: f64,
  scratch: usize,
  out: usize,
): void {
  const line = <usize>points * 8;
  const hidden = scratch;
  const slope = hidden + step;
  const own = slope + step;
  const other = own + step;
  const b = w + line;
  const c = b + line;
  const d = c + line;
  const toB = out + line;
  const toC = toB + line;
  const toD = toC + line;
  const before = x - reach;
  const P = two(p);
  const Q = two(q);
  const R = two(r);
  const doubled = two(2);
  const twiceP = two(2 * p);
  for (let j: usize = 0; j < line; j += 16) {
    const u = add(mul(v128.load(c + j), v128.load(before + j)), mul(v128.load(d + j), v128.load(x + j)));
    v128.store(hidden + j, add(mul(add(mul(P, u), Q), u), R));
    v128.store(slope + j, add(mul(twiceP, u), Q));
  }
  memory.copy(hidden + line, hidden, reach);
  const after = hidden + reach;
  for (let j: usize = 0; j < line; j += 16) {
    const A = v128.load(w + j);
    const B = v128.load(b + j);
    const left = v128.load(hidden + j);
    const right = v128.load(after + j);
    const error = mul(doubled, sub(add(mul(A, left), mul(B, right)), v128.load(y + j)));
    v128.store(own + j, mul(error, A));
    v128.store(other + j, mul(error, B));
    put(out + j, line - j, add(v128.load(out + j), mul(error, left)));
    put(toB + j, line - j, add(v128.load(toB + j), mul(error, right)));
  }
  const last = other - reach;
  memory.copy(last, last + line, reach);
  for (let j: usize = 0; j < line; j += 16) {
    const delta = mul(add(v128.load(own + j), v128.load(last + j)), v128.load(slope + j));
    put(toC + j, line - j, add(v128.load(toC + j), mul(delta, v128.load(before + j))));
    put(toD + j, line - j, add(v128.load(toD + j), mul(delta, v128.load(x + j))));
  }
}
