import { dot } from './matrix';
import { sumOf } from './vectors';

/**
 * Rows of samples on a ring whose ends are repeated, as typescript/stencil.ts takes them: the first three taps in turn, then
 * two by two, so that every element has the twin's bits. Steps are in bytes.
 */

@inline function times(a: usize, h: usize): v128 {
  return f64x2.mul(v128.load64_splat(a), v128.load(h));
}
@inline function timesOne(a: usize, h: usize): f64 {
  return load<f64>(a) * load<f64>(h);
}

/** start + Σ_k tap_k h_k of two samples; taps lie `step` apart, rows `line`. */
@inline function taken(start: v128, tap: usize, step: i32, taps: i32, h: usize, line: i32): v128 {
  let sum = f64x2.add(start, times(tap, h));
  if (taps == 1) return sum;
  sum = f64x2.add(sum, times(tap + step, h + line));
  sum = f64x2.add(sum, times(tap + 2 * step, h + 2 * line));
  for (let k = 3; k < taps; k += 2) {
    const a = tap + k * step;
    const at = h + k * line;
    sum = f64x2.add(sum, f64x2.add(times(a, at), times(a + step, at + line)));
  }
  return sum;
}
@inline function takenOne(start: f64, tap: usize, step: i32, taps: i32, h: usize, line: i32): f64 {
  let sum = start + timesOne(tap, h);
  if (taps == 1) return sum;
  sum += timesOne(tap + step, h + line);
  sum += timesOne(tap + 2 * step, h + 2 * line);
  for (let k = 3; k < taps; k += 2) {
    const a = tap + k * step;
    const at = h + k * line;
    sum += timesOne(a, at) + timesOne(a + step, at + line);
  }
  return sum;
}

/** target[i][s] = start_i + Σ_k tap_ik source[i + k][s], every site with taps of its own, `fan` apart, and its bias behind them. */
export function stencilSites(
  flat: usize,
  fan: i32,
  taps: i32,
  biased: i32,
  sites: i32,
  source: usize,
  width: i32,
  target: usize,
): void {
  const line = width * 8;
  const even = (width & ~1) * 8;
  for (let i = 0; i < sites; i++) {
    const start = biased ? load<f64>(flat + taps * 8) : 0;
    const starts = f64x2.splat(start);
    // Up to three taps stay in registers.
    if (taps == 3) {
      const a = v128.load64_splat(flat);
      const b = v128.load64_splat(flat + 8);
      const c = v128.load64_splat(flat + 16);
      for (let s = 0; s < even; s += 16) {
        const h = source + s;
        let sum = f64x2.add(starts, f64x2.mul(a, v128.load(h)));
        sum = f64x2.add(sum, f64x2.mul(b, v128.load(h + line)));
        sum = f64x2.add(sum, f64x2.mul(c, v128.load(h + 2 * line)));
        v128.store(target + s, sum);
      }
    } else {
      for (let s = 0; s < even; s += 16) v128.store(target + s, taken(starts, flat, 8, taps, source + s, line));
    }
    if (even < line) store<f64>(target + even, takenOne(start, flat, 8, taps, source + even, line));
    flat += fan;
    source += line;
    target += line;
  }
}

/** target[j][s] = Σ_k w source[j + k][s], w the weight by which site j + k − reach hears site j. */
export function stencilBack(
  flat: usize,
  fan: i32,
  taps: i32,
  sites: i32,
  source: usize,
  width: i32,
  target: usize,
  tap: usize,
): void {
  const reach = taps >> 1;
  for (let j = 0; j < sites; j++) {
    for (let k = 0; k < taps; k++) {
      const to = j + k - reach;
      const site = to < 0 ? to + sites : to >= sites ? to - sites : to;
      store<f64>(tap + k * 8, load<f64>(flat + site * fan + (taps - 1 - k) * 8));
    }
    stencilSites(tap, 0, taps, 0, 1, source, width, target);
    source += width * 8;
    target += width * 8;
  }
}

/** target[n] += Σ_k tap_k source[n + k·width]: all sites with the same taps, `step` apart. */
export function stencilShared(
  tap: usize,
  step: i32,
  taps: i32,
  source: usize,
  width: i32,
  count: i32,
  target: usize,
): void {
  const line = width * 8;
  const zero = f64x2.splat(0);
  if (taps == 3) {
    // Three taps stay in registers.
    const a = v128.load64_splat(tap);
    const b = v128.load64_splat(tap + step);
    const c = v128.load64_splat(tap + 2 * step);
    const two = 2 * line;
    for (let n = 0; n + 2 <= count; n += 2) {
      let sum = f64x2.add(zero, f64x2.mul(a, v128.load(source)));
      sum = f64x2.add(sum, f64x2.mul(b, v128.load(source + line)));
      sum = f64x2.add(sum, f64x2.mul(c, v128.load(source + two)));
      v128.store(target, f64x2.add(v128.load(target), sum));
      source += 16;
      target += 16;
    }
  } else {
    for (let n = 0; n + 2 <= count; n += 2) {
      v128.store(target, f64x2.add(v128.load(target), taken(zero, tap, step, taps, source, line)));
      source += 16;
      target += 16;
    }
  }
  if (count & 1) store<f64>(target, load<f64>(target) + takenOne(0, tap, step, taps, source, line));
}

/** out[k] += `dot` of delta and the rows at h, h + line, h + 2·line. */
function addThreeDots(delta: usize, h: usize, line: i32, length: i32, out: usize): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  for (let n = 0; n + 2 <= length; n += 2) {
    const d = v128.load(delta);
    a = f64x2.add(a, f64x2.mul(d, v128.load(h)));
    b = f64x2.add(b, f64x2.mul(d, v128.load(h + line)));
    c = f64x2.add(c, f64x2.mul(d, v128.load(h + 2 * line)));
    delta += 16;
    h += 16;
  }
  let first = sumOf(a);
  let second = sumOf(b);
  let third = sumOf(c);
  if (length & 1) {
    const d = load<f64>(delta);
    first += d * load<f64>(h);
    second += d * load<f64>(h + line);
    third += d * load<f64>(h + 2 * line);
  }
  store<f64>(out, load<f64>(out) + first);
  store<f64>(out, load<f64>(out, 8) + second, 8);
  store<f64>(out, load<f64>(out, 16) + third, 16);
}

/** out[i][k] += Σ_n delta[i][n] source[i + k][n], rows of delta `length` long, those of source `width`. */
export function addStencilSlopes(
  delta: usize,
  sites: i32,
  length: i32,
  source: usize,
  width: i32,
  taps: i32,
  out: usize,
  fan: i32,
): void {
  for (let i = 0; i < sites; i++) {
    let k = 0;
    for (; k + 3 <= taps; k += 3) addThreeDots(delta, source + k * width * 8, width * 8, length, out + k * 8);
    for (; k < taps; k++) {
      const to = out + k * 8;
      store<f64>(to, load<f64>(to) + dot(delta, source + k * width * 8, length));
    }
    delta += length * 8;
    source += width * 8;
    out += fan;
  }
}
