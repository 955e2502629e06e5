import { add, mul, put, sub, two } from './points';

/**
 * Forces of the two-field theories (physics.md 2), points innermost, with the plain twin's operations in its order. A row
 * that is read beside its ends is repeated there. Of an odd last point the other half is computed and not stored.
 */

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

/** Rows that eq. 19 multiplies fields by, `step` bytes apart, in this order. */
const enum Row {
  /** −8q (XY + 4 a² X″Y) */
  source,
  /** 16 and 48 q a X′Y */
  slope16,
  slope48,
  /** 4, 16 and 20 q XY */
  four,
  sixteen,
  twenty,
  /** −4rY and −2rY */
  fourY,
  twoY,
}

/**
 * What eq. 19 multiplies fields by, from the sums of its moments over the samples at work.
 *  @param sums  rows of Y, X Y, a X′ Y, a² X″ Y, `step` bytes apart
 *  @param rows  the rows of `Row`, written
 */
export function twoFieldSources(sums: usize, step: usize, points: i32, q: f64, r: f64, rows: usize): void {
  const line = <usize>points * 8;
  const Q = two(q);
  const eightQ = two(-8 * q);
  const fourR = two(-4 * r);
  const twoR = two(-2 * r);
  const source = rows + Row.source * step;
  const xs16 = rows + Row.slope16 * step;
  const xs48 = rows + Row.slope48 * step;
  const xy4 = rows + Row.four * step;
  const xy16 = rows + Row.sixteen * step;
  const xy20 = rows + Row.twenty * step;
  const fourY = rows + Row.fourY * step;
  const twoY = rows + Row.twoY * step;
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
 *  @param rows     the rows of `Row`
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
  const sources = rows + Row.source * step;
  const xs16 = rows + Row.slope16 * step;
  const xs48 = rows + Row.slope48 * step;
  const xy4 = rows + Row.four * step;
  const xy16 = rows + Row.sixteen * step;
  const xy20 = rows + Row.twenty * step;
  const fourY = rows + Row.fourY * step;
  const twoY = rows + Row.twoY * step;
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
    const source = v128.load(sources + j);
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
