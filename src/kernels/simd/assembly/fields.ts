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
 *  @param x, y      rows of 2X and 2Y, `step` bytes apart: not by powers of two, which would share a place in the cache
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
  // Four points at a time; the last ones by themselves. What is doubled is exactly doubled: e = (4 w₂) σ − 2Y has the
  // bits of the formula.
  const fours = line & ~31;
  let j: usize = 0;
  for (; j < fours; j += 32) {
    const first1 = v128.load(w + j);
    const first2 = v128.load(v + j);
    const next1 = v128.load(w + j, 16);
    const next2 = v128.load(v + j, 16);
    let sum1 = v128.load(out + j);
    let sum2 = v128.load(second + j);
    let sum3 = v128.load(out + j, 16);
    let sum4 = v128.load(second + j, 16);
    const four2 = mul(two(4), first2);
    const fourNext = mul(two(4), next2);
    const X = x + j;
    const Y = y + j;
    for (let l = list; l < end; l += 4) {
      const row = <usize>load<i32>(l) * step;
      const atX = X + row;
      const atY = Y + row;
      const A = v128.load(atX);
      const B = v128.load(atX, 16);
      const u = mul(A, first1);
      const s = mul(B, next1);
      const sigma = add(mul(add(mul(P, u), Q), u), R);
      const tau = add(mul(add(mul(P, s), Q), s), R);
      const error = sub(mul(four2, sigma), v128.load(atY));
      const wrong = sub(mul(fourNext, tau), v128.load(atY, 16));
      sum1 = add(sum1, mul(mul(mul(error, first2), add(mul(twiceP, u), Q)), A));
      sum2 = add(sum2, mul(error, sigma));
      sum3 = add(sum3, mul(mul(mul(wrong, next2), add(mul(twiceP, s), Q)), B));
      sum4 = add(sum4, mul(wrong, tau));
    }
    v128.store(out + j, sum1);
    v128.store(second + j, sum2);
    v128.store(out + j, sum3, 16);
    v128.store(second + j, sum4, 16);
  }
  for (; j < line; j += 16) {
    const first1 = v128.load(w + j);
    const first2 = v128.load(v + j);
    const four2 = mul(two(4), first2);
    let sum1 = v128.load(out + j);
    let sum2 = v128.load(second + j);
    for (let l = list; l < end; l += 4) {
      const row = <usize>load<i32>(l) * step;
      const A = v128.load(x + j + row);
      const u = mul(A, first1);
      const sigma = add(mul(add(mul(P, u), Q), u), R);
      const error = sub(mul(four2, sigma), v128.load(y + j + row));
      sum1 = add(sum1, mul(mul(mul(error, first2), add(mul(twiceP, u), Q)), A));
      sum2 = add(sum2, mul(error, sigma));
    }
    put(out + j, line - j, sum1);
    put(second + j, line - j, sum2);
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
/** Four points of ½ (local + what the rows act with). */
@inline function actOuter(
  to: usize,
  local: usize,
  flux: usize,
  bend: usize,
  slopes: v128,
  bends: v128,
  half: v128,
): void {
  const middle = v128.load(flux, 16);
  const first = v128.load(bend, 8);
  const between = v128.load(bend, 16);
  const second = v128.load(bend, 24);
  const outer1 = add(slopeOf(v128.load(flux), middle, slopes), bendOf(v128.load(bend), first, between, bends));
  const outer2 = add(
    slopeOf(middle, v128.load(flux, 32), slopes),
    bendOf(between, second, v128.load(bend, 32), bends),
  );
  v128.store(to, mul(half, add(v128.load(local), outer1)));
  v128.store(to, mul(half, add(v128.load(local, 16), outer2)), 16);
}

/**
 * What eq. 19 multiplies fields by, from the sums of its moments over the samples at work.
 *  @param sums  rows of Y, X Y, a X′ Y, a² X″ Y, `step` bytes apart
 *  @param rows  of −8q (XY + 4 a² X″Y); 16 and 48 q a X′Y; 4, 16 and 20 q XY; −4rY, −2rY, `step` bytes apart
 */
export function twoFieldSources(sums: usize, step: usize, points: i32, q: f64, r: f64, rows: usize): void {
  const line = <usize>points * 8;
  const Q = two(q);
  const eightQ = two(-8 * q);
  const fourR = two(-4 * r);
  const twoR = two(-2 * r);
  const source = rows;
  const xs16 = source + step;
  const xs48 = xs16 + step;
  const xy4 = xs48 + step;
  const xy16 = xy4 + step;
  const xy20 = xy16 + step;
  const fourY = xy20 + step;
  const twoY = fourY + step;
  const sumsXY = sums + step;
  const sumsSlope = sumsXY + step;
  const sumsBend = sumsSlope + step;
  for (let j: usize = 0; j < line; j += 16) {
    const Y = v128.load(sums + j);
    const XY = v128.load(sumsXY + j);
    const xy = mul(Q, XY);
    const xs = mul(Q, v128.load(sumsSlope + j));
    v128.store(source + j, mul(eightQ, add(XY, mul(two(4), v128.load(sumsBend + j)))));
    v128.store(xs16 + j, mul(two(16), xs));
    v128.store(xs48 + j, mul(two(48), xs));
    v128.store(xy4 + j, mul(two(4), xy));
    v128.store(xy16 + j, mul(two(16), xy));
    v128.store(xy20 + j, mul(two(20), xy));
    v128.store(fourY + j, mul(fourR, Y));
    v128.store(twoY + j, mul(twoR, Y));
  }
}

/**
 * Eq. 19, from the rows of `twoFieldSources`.
 *  @param rows     `step` bytes apart
 *  @param scratch  eight rows `step` bytes apart, with room for one number before each
 *  @param mass     8 L r²
 */
export function twoFieldQuadratic(
  w: usize,
  rows: usize,
  step: usize,
  points: i32,
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
  const xs16 = rows + step;
  const xs48 = xs16 + step;
  const xy4 = xs48 + step;
  const xy16 = xy4 + step;
  const xy20 = xy16 + step;
  const fourY = xy20 + step;
  const twoY = fourY + step;
  const slopes = two(slope);
  const bends = two(bend);
  const masses = two(mass);
  for (let j: usize = 0; j < line; j += 16) {
    const at1 = start1 + j;
    const at2 = start2 + j;
    const before1 = v128.load(at1);
    const w1 = v128.load(at1, 8);
    const after1 = v128.load(at1, 16);
    const before2 = v128.load(at2);
    const w2 = v128.load(at2, 8);
    const after2 = v128.load(at2, 16);
    const d1 = slopeOf(before1, after1, slopes);
    const d2 = slopeOf(before2, after2, slopes);
    const l1 = bendOf(before1, w1, after1, bends);
    const l2 = bendOf(before2, w2, after2, bends);
    const source = v128.load(rows + j);
    const slope16 = v128.load(xs16 + j);
    const slope48 = v128.load(xs48 + j);
    const four = v128.load(xy4 + j);
    const sixteen = v128.load(xy16 + j);
    const twenty = v128.load(xy20 + j);
    v128.store(local1 + j, sub(sub(mul(source, w2), mul(slope16, d2)), mul(four, l2)));
    v128.store(flux1 + j, add(mul(slope48, w2), mul(sixteen, d2)));
    v128.store(bend1 + j, mul(f64x2.neg(twenty), w2));
    const still = add(add(v128.load(fourY + j), mul(source, w1)), mul(masses, add(w2, l2)));
    v128.store(local2 + j, sub(sub(still, mul(slope48, d1)), mul(twenty, l1)));
    v128.store(flux2 + j, add(mul(sixteen, d1), mul(slope16, w1)));
    v128.store(bend2 + j, sub(v128.load(twoY + j), mul(four, w1)));
  }
  close(flux1, line);
  close(bend1, line);
  close(flux2, line);
  close(bend2, line);
  const half = two(0.5);
  const second = out + line;
  const fours = line & ~31;
  let j: usize = 0;
  for (; j < fours; j += 32) {
    actOuter(out + j, local1 + j, flux1 - 8 + j, bend1 - 8 + j, slopes, bends, half);
    actOuter(second + j, local2 + j, flux2 - 8 + j, bend2 - 8 + j, slopes, bends, half);
  }
  for (; j < line; j += 16) {
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
  // Four points at a time, so that an address is made once for two accesses; the last ones by themselves.
  const fours = line & ~31;
  let j: usize = 0;
  for (; j < fours; j += 32) {
    const atC = c + j;
    const atD = d + j;
    const atBefore = before + j;
    const atX = x + j;
    const atHidden = hidden + j;
    const atSlope = slope + j;
    const u = add(mul(v128.load(atC), v128.load(atBefore)), mul(v128.load(atD), v128.load(atX)));
    const v = add(mul(v128.load(atC, 16), v128.load(atBefore, 16)), mul(v128.load(atD, 16), v128.load(atX, 16)));
    v128.store(atHidden, add(mul(add(mul(P, u), Q), u), R));
    v128.store(atHidden, add(mul(add(mul(P, v), Q), v), R), 16);
    v128.store(atSlope, add(mul(twiceP, u), Q));
    v128.store(atSlope, add(mul(twiceP, v), Q), 16);
  }
  for (; j < line; j += 16) {
    const u = add(mul(v128.load(c + j), v128.load(before + j)), mul(v128.load(d + j), v128.load(x + j)));
    v128.store(hidden + j, add(mul(add(mul(P, u), Q), u), R));
    v128.store(slope + j, add(mul(twiceP, u), Q));
  }
  memory.copy(hidden + line, hidden, reach);
  const after = hidden + reach;
  for (j = 0; j < fours; j += 32) {
    const atA = w + j;
    const atB = b + j;
    const atLeft = hidden + j;
    const atRight = after + j;
    const atY = y + j;
    const atOwn = own + j;
    const atOther = other + j;
    const sumA = out + j;
    const sumB = toB + j;
    const A1 = v128.load(atA);
    const B1 = v128.load(atB);
    const left1 = v128.load(atLeft);
    const right1 = v128.load(atRight);
    const error1 = mul(doubled, sub(add(mul(A1, left1), mul(B1, right1)), v128.load(atY)));
    v128.store(atOwn, mul(error1, A1));
    v128.store(atOther, mul(error1, B1));
    v128.store(sumA, add(v128.load(sumA), mul(error1, left1)));
    v128.store(sumB, add(v128.load(sumB), mul(error1, right1)));
    const A2 = v128.load(atA, 16);
    const B2 = v128.load(atB, 16);
    const left2 = v128.load(atLeft, 16);
    const right2 = v128.load(atRight, 16);
    const error2 = mul(doubled, sub(add(mul(A2, left2), mul(B2, right2)), v128.load(atY, 16)));
    v128.store(atOwn, mul(error2, A2), 16);
    v128.store(atOther, mul(error2, B2), 16);
    v128.store(sumA, add(v128.load(sumA, 16), mul(error2, left2)), 16);
    v128.store(sumB, add(v128.load(sumB, 16), mul(error2, right2)), 16);
  }
  for (; j < line; j += 16) {
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
  for (j = 0; j < fours; j += 32) {
    const atOwn = own + j;
    const atLast = last + j;
    const atSlope = slope + j;
    const atBefore = before + j;
    const atX = x + j;
    const sumC = toC + j;
    const sumD = toD + j;
    const delta1 = mul(add(v128.load(atOwn), v128.load(atLast)), v128.load(atSlope));
    v128.store(sumC, add(v128.load(sumC), mul(delta1, v128.load(atBefore))));
    v128.store(sumD, add(v128.load(sumD), mul(delta1, v128.load(atX))));
    const delta2 = mul(add(v128.load(atOwn, 16), v128.load(atLast, 16)), v128.load(atSlope, 16));
    v128.store(sumC, add(v128.load(sumC, 16), mul(delta2, v128.load(atBefore, 16))), 16);
    v128.store(sumD, add(v128.load(sumD, 16), mul(delta2, v128.load(atX, 16))), 16);
  }
  for (; j < line; j += 16) {
    const delta = mul(add(v128.load(own + j), v128.load(last + j)), v128.load(slope + j));
    put(toC + j, line - j, add(v128.load(toC + j), mul(delta, v128.load(before + j))));
    put(toD + j, line - j, add(v128.load(toD + j), mul(delta, v128.load(x + j))));
  }
}
