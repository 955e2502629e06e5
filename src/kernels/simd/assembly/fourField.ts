import { add, mul, put, sub, two } from './points';

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
