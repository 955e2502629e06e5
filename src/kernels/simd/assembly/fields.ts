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
 *  @param x, y      [L × points]
 *  @param w, out    [2 points]
 */
export function twoFieldCell(
  w: usize,
  x: usize,
  y: usize,
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
  const doubled = two(2);
  for (let j: usize = 0; j < line; j += 16) {
    const w1 = v128.load(w + j);
    const w2 = v128.load(w + line + j);
    const twice2 = mul(doubled, w2);
    let first = v128.load(out + j);
    let second = v128.load(out + line + j);
    for (let n = 0; n < count; n++) {
      const at = <usize>load<i32>(list + n * 4) * line + j;
      const X = mul(doubled, v128.load(x + at));
      const u = mul(X, w1);
      const sigma = add(mul(add(mul(P, u), Q), u), R);
      const error = mul(doubled, sub(mul(twice2, sigma), v128.load(y + at)));
      first = add(first, mul(mul(mul(error, w2), add(mul(twiceP, u), Q)), X));
      second = add(second, mul(error, sigma));
    }
    put(out + j, line - j, first);
    put(out + line + j, line - j, second);
  }
}

/** Repeats the ends of a row: one number on either side. */
@inline function close(row: usize, line: usize): void {
  store<f64>(row - 8, load<f64>(row + line - 8));
  store<f64>(row + line, load<f64>(row));
}
/** scale (f₊ − f₋). */
@inline function slopeAt(row: usize, scale: v128): v128 {
  return mul(scale, sub(v128.load(row + 8), v128.load(row - 8)));
}
/** scale (f₊ − 2f + f₋). */
@inline function bendAt(row: usize, scale: v128): v128 {
  const middle = mul(two(2), v128.load(row));
  return mul(scale, add(sub(v128.load(row + 8), middle), v128.load(row - 8)));
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
  const slopes = two(slope);
  const bends = two(bend);
  const Q = two(q);
  for (let j: usize = 0; j < line; j += 16) {
    const Y = v128.load(sums + j);
    const XY = v128.load(sums + step + j);
    const bendY = v128.load(sums + 3 * step + j);
    const w1 = v128.load(field1 + j);
    const w2 = v128.load(field2 + j);
    const d1 = slopeAt(field1 + j, slopes);
    const d2 = slopeAt(field2 + j, slopes);
    const l1 = bendAt(field1 + j, bends);
    const l2 = bendAt(field2 + j, bends);
    const J3 = mul(two(-8 * q), add(XY, mul(two(4), bendY)));
    const xy = mul(Q, XY);
    const xs = mul(Q, v128.load(sums + 2 * step + j));
    const xy4 = mul(two(4), xy);
    const xy16 = mul(two(16), xy);
    const xy20 = mul(two(20), xy);
    const xs16 = mul(two(16), xs);
    const xs48 = mul(two(48), xs);
    v128.store(local1 + j, sub(sub(mul(J3, w2), mul(xs16, d2)), mul(xy4, l2)));
    v128.store(flux1 + j, add(mul(xs48, w2), mul(xy16, d2)));
    v128.store(bend1 + j, mul(f64x2.neg(xy20), w2));
    const still = add(add(mul(two(-4 * r), Y), mul(J3, w1)), mul(two(mass), add(w2, l2)));
    v128.store(local2 + j, sub(sub(still, mul(xs48, d1)), mul(xy20, l1)));
    v128.store(flux2 + j, add(mul(xy16, d1), mul(xs16, w1)));
    v128.store(bend2 + j, sub(mul(two(-2 * r), Y), mul(xy4, w1)));
  }
  close(flux1, line);
  close(bend1, line);
  close(flux2, line);
  close(bend2, line);
  const half = two(0.5);
  for (let j: usize = 0; j < line; j += 16) {
    const outer1 = add(slopeAt(flux1 + j, slopes), bendAt(bend1 + j, bends));
    const outer2 = add(slopeAt(flux2 + j, slopes), bendAt(bend2 + j, bends));
    put(out + j, line - j, mul(half, add(v128.load(local1 + j), outer1)));
    put(out + line + j, line - j, mul(half, add(v128.load(local2 + j), outer2)));
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
  const B = line;
  const P = 2 * line;
  const Q = 3 * line;
  for (let j: usize = 0; j < line; j += 16) {
    const u = add(
      mul(v128.load(w + P + j), v128.load(x + j - reach)),
      mul(v128.load(w + Q + j), v128.load(x + j)),
    );
    v128.store(hidden + j, add(mul(add(mul(two(p), u), two(q)), u), two(r)));
    v128.store(slope + j, add(mul(two(2 * p), u), two(q)));
  }
  memory.copy(hidden + line, hidden, reach);
  for (let j: usize = 0; j < line; j += 16) {
    const a = v128.load(w + j);
    const b = v128.load(w + B + j);
    const left = v128.load(hidden + j);
    const right = v128.load(hidden + j + reach);
    const error = mul(two(2), sub(add(mul(a, left), mul(b, right)), v128.load(y + j)));
    v128.store(own + j, mul(error, a));
    v128.store(other + j, mul(error, b));
    put(out + j, line - j, add(v128.load(out + j), mul(error, left)));
    put(out + B + j, line - j, add(v128.load(out + B + j), mul(error, right)));
  }
  memory.copy(other - reach, other + line - reach, reach);
  for (let j: usize = 0; j < line; j += 16) {
    const delta = mul(add(v128.load(own + j), v128.load(other + j - reach)), v128.load(slope + j));
    put(out + P + j, line - j, add(v128.load(out + P + j), mul(delta, v128.load(x + j - reach))));
    put(out + Q + j, line - j, add(v128.load(out + Q + j), mul(delta, v128.load(x + j))));
  }
}
