import { sumOf } from './vectors';

/**
 * Matrices and rows of samples, [row][sample], the batch innermost: a weight is held fixed over samples, so that nothing
 * is packed. Every element is added up in the order of typescript/rows.ts and has its bits. Steps are in bytes.
 */

@inline function add(total: v128, a: v128, b: v128): v128 {
  return f64x2.add(total, f64x2.mul(a, b));
}
@inline function addScaled(target: usize, scale: v128, sum: v128): void {
  v128.store(target, f64x2.add(v128.load(target), f64x2.mul(scale, sum)));
}
@inline function addScaledOne(target: usize, scale: f64, sum: f64): void {
  store<f64>(target, load<f64>(target) + scale * sum);
}

/**
 * target[j][s] += scale Σ_k M[j,k] source[k][s].
 *  @param flat  M[j,k] stands at flat + j·rowStep + k·columnStep
 */
export function multiply(
  flat: usize,
  rowStep: i32,
  columnStep: i32,
  rows: i32,
  columns: i32,
  scale: f64,
  source: usize,
  width: i32,
  target: usize,
): void {
  const line = width * 8;
  const wide = (width & ~7) * 8;
  for (let j = 0; j < rows; j += 2) {
    const row = flat + j * rowStep;
    const goal = target + j * line;
    if (j + 1 == rows) for (let s = 0; s < wide; s += 64) wideRow(row, columnStep, columns, scale, source + s, line, goal + s);
    else for (let s = 0; s < wide; s += 64) wideRows(row, rowStep, columnStep, columns, scale, source + s, line, goal + s);
  }
  if (wide == line) return;
  const even = (width & ~1) * 8;
  let j = 0;
  for (; j + 4 <= rows; j += 4) {
    const row = flat + j * rowStep;
    const goal = target + j * line;
    for (let s = wide; s < even; s += 16) {
      narrowRows(row, rowStep, columnStep, columns, scale, source + s, line, goal + s);
    }
    if (even < line) singleRows(row, rowStep, columnStep, columns, scale, source + even, line, goal + even);
  }
  for (; j < rows; j++) {
    const row = flat + j * rowStep;
    const goal = target + j * line;
    for (let s = wide; s < even; s += 16) narrowRow(row, columnStep, columns, scale, source + s, line, goal + s);
    if (even < line) singleRow(row, columnStep, columns, scale, source + even, line, goal + even);
  }
}

/** Two rows of eight samples, which are one line of the cache. */
function wideRows(
  a: usize,
  rowStep: i32,
  columnStep: i32,
  columns: i32,
  scale: f64,
  source: usize,
  line: i32,
  target: usize,
): void {
  let b = a + rowStep;
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let k = 0; k < columns; k++) {
    const p = v128.load64_splat(a);
    const q = v128.load64_splat(b);
    const h0 = v128.load(source);
    const h1 = v128.load(source, 16);
    const h2 = v128.load(source, 32);
    const h3 = v128.load(source, 48);
    a0 = add(a0, p, h0);
    a1 = add(a1, p, h1);
    a2 = add(a2, p, h2);
    a3 = add(a3, p, h3);
    b0 = add(b0, q, h0);
    b1 = add(b1, q, h1);
    b2 = add(b2, q, h2);
    b3 = add(b3, q, h3);
    a += columnStep;
    b += columnStep;
    source += line;
  }
  const factor = f64x2.splat(scale);
  addScaled(target, factor, a0);
  addScaled(target + 16, factor, a1);
  addScaled(target + 32, factor, a2);
  addScaled(target + 48, factor, a3);
  target += line;
  addScaled(target, factor, b0);
  addScaled(target + 16, factor, b1);
  addScaled(target + 32, factor, b2);
  addScaled(target + 48, factor, b3);
}

function wideRow(
  a: usize,
  columnStep: i32,
  columns: i32,
  scale: f64,
  source: usize,
  line: i32,
  target: usize,
): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  for (let k = 0; k < columns; k++) {
    const p = v128.load64_splat(a);
    a0 = add(a0, p, v128.load(source));
    a1 = add(a1, p, v128.load(source, 16));
    a2 = add(a2, p, v128.load(source, 32));
    a3 = add(a3, p, v128.load(source, 48));
    a += columnStep;
    source += line;
  }
  const factor = f64x2.splat(scale);
  addScaled(target, factor, a0);
  addScaled(target + 16, factor, a1);
  addScaled(target + 32, factor, a2);
  addScaled(target + 48, factor, a3);
}

/** Four rows of two samples. */
function narrowRows(
  a: usize,
  rowStep: i32,
  columnStep: i32,
  columns: i32,
  scale: f64,
  source: usize,
  line: i32,
  target: usize,
): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  for (let k = 0; k < columns; k++) {
    const h = v128.load(source);
    a0 = add(a0, v128.load64_splat(a), h);
    a1 = add(a1, v128.load64_splat(a + rowStep), h);
    a2 = add(a2, v128.load64_splat(a + 2 * rowStep), h);
    a3 = add(a3, v128.load64_splat(a + 3 * rowStep), h);
    a += columnStep;
    source += line;
  }
  const factor = f64x2.splat(scale);
  addScaled(target, factor, a0);
  addScaled(target + line, factor, a1);
  addScaled(target + 2 * line, factor, a2);
  addScaled(target + 3 * line, factor, a3);
}

function narrowRow(
  a: usize,
  columnStep: i32,
  columns: i32,
  scale: f64,
  source: usize,
  line: i32,
  target: usize,
): void {
  let sum = f64x2.splat(0);
  for (let k = 0; k < columns; k++) {
    sum = add(sum, v128.load64_splat(a), v128.load(source));
    a += columnStep;
    source += line;
  }
  addScaled(target, f64x2.splat(scale), sum);
}

/** Four rows of one sample. */
function singleRows(
  a: usize,
  rowStep: i32,
  columnStep: i32,
  columns: i32,
  scale: f64,
  source: usize,
  line: i32,
  target: usize,
): void {
  let a0: f64 = 0;
  let a1: f64 = 0;
  let a2: f64 = 0;
  let a3: f64 = 0;
  for (let k = 0; k < columns; k++) {
    const h = load<f64>(source);
    a0 += load<f64>(a) * h;
    a1 += load<f64>(a + rowStep) * h;
    a2 += load<f64>(a + 2 * rowStep) * h;
    a3 += load<f64>(a + 3 * rowStep) * h;
    a += columnStep;
    source += line;
  }
  addScaledOne(target, scale, a0);
  addScaledOne(target + line, scale, a1);
  addScaledOne(target + 2 * line, scale, a2);
  addScaledOne(target + 3 * line, scale, a3);
}

function singleRow(
  a: usize,
  columnStep: i32,
  columns: i32,
  scale: f64,
  source: usize,
  line: i32,
  target: usize,
): void {
  let sum: f64 = 0;
  for (let k = 0; k < columns; k++) {
    sum += load<f64>(a) * load<f64>(source);
    a += columnStep;
    source += line;
  }
  addScaledOne(target, scale, sum);
}

/** out[j][i] += scale Σ_s delta[j][s] value[i][s]: even samples, odd samples, both, and the last of an odd number. */
export function addOuter(
  delta: usize,
  rows: i32,
  value: usize,
  columns: i32,
  width: i32,
  scale: f64,
  out: usize,
): void {
  const line = width * 8;
  let j = 0;
  for (; j + 2 <= rows; j += 2) {
    const d = delta + j * line;
    const goal = out + j * columns * 8;
    let i = 0;
    for (; i + 4 <= columns; i += 4) {
      const h = value + i * line;
      outerPairs(d, line, h, width, scale, goal + i * 8, columns * 8);
    }
    for (; i + 2 <= columns; i += 2) {
      const h = value + i * line;
      outerSquare(d, line, h, width, scale, goal + i * 8, columns * 8);
    }
    if (i < columns) {
      addScaledOne(goal + i * 8, scale, dot(d, value + i * line, width));
      addScaledOne(goal + (columns + i) * 8, scale, dot(d + line, value + i * line, width));
    }
  }
  if (j == rows) return;
  const d = delta + j * line;
  const goal = out + j * columns * 8;
  let i = 0;
  for (; i + 4 <= columns; i += 4) outerRow(d, line, value + i * line, width, scale, goal + i * 8);
  for (; i < columns; i++) addScaledOne(goal + i * 8, scale, dot(d, value + i * line, width));
}

/** Two rows of delta with two of value. */
function outerSquare(d: usize, line: i32, h: usize, width: i32, scale: f64, out: usize, step: i32): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  for (let s = 0; s + 2 <= width; s += 2) {
    const p = v128.load(d);
    const q = v128.load(d + line);
    const h0 = v128.load(h);
    const h1 = v128.load(h + line);
    a0 = add(a0, p, h0);
    a1 = add(a1, p, h1);
    b0 = add(b0, q, h0);
    b1 = add(b1, q, h1);
    d += 16;
    h += 16;
  }
  let a = both(a0, a1);
  let b = both(b0, b1);
  if (width & 1) {
    const last = pair(load<f64>(h), load<f64>(h + line));
    a = add(a, v128.load64_splat(d), last);
    b = add(b, v128.load64_splat(d + line), last);
  }
  const factor = f64x2.splat(scale);
  addScaled(out, factor, a);
  addScaled(out + step, factor, b);
}

/** One row of delta with four of value. */
function outerRow(d: usize, line: i32, h: usize, width: i32, scale: f64, out: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  const two = 2 * line;
  const three = 3 * line;
  for (let s = 0; s + 2 <= width; s += 2) {
    const p = v128.load(d);
    a0 = add(a0, p, v128.load(h));
    a1 = add(a1, p, v128.load(h + line));
    a2 = add(a2, p, v128.load(h + two));
    a3 = add(a3, p, v128.load(h + three));
    d += 16;
    h += 16;
  }
  let s0 = both(a0, a1);
  let s1 = both(a2, a3);
  if (width & 1) {
    const p = v128.load64_splat(d);
    s0 = add(s0, p, pair(load<f64>(h), load<f64>(h + line)));
    s1 = add(s1, p, pair(load<f64>(h + two), load<f64>(h + three)));
  }
  const factor = f64x2.splat(scale);
  addScaled(out, factor, s0);
  addScaled(out + 16, factor, s1);
}

/** Two rows of delta with four of value. */
function outerPairs(d: usize, line: i32, h: usize, width: i32, scale: f64, out: usize, step: i32): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const two = 2 * line;
  const three = 3 * line;
  for (let s = 0; s + 2 <= width; s += 2) {
    const p = v128.load(d);
    const q = v128.load(d + line);
    const h0 = v128.load(h);
    const h1 = v128.load(h + line);
    const h2 = v128.load(h + two);
    const h3 = v128.load(h + three);
    a0 = add(a0, p, h0);
    a1 = add(a1, p, h1);
    a2 = add(a2, p, h2);
    a3 = add(a3, p, h3);
    b0 = add(b0, q, h0);
    b1 = add(b1, q, h1);
    b2 = add(b2, q, h2);
    b3 = add(b3, q, h3);
    d += 16;
    h += 16;
  }
  let s0 = both(a0, a1);
  let s1 = both(a2, a3);
  let t0 = both(b0, b1);
  let t1 = both(b2, b3);
  if (width & 1) {
    const p = v128.load64_splat(d);
    const q = v128.load64_splat(d + line);
    const h0 = pair(load<f64>(h), load<f64>(h + line));
    const h1 = pair(load<f64>(h + two), load<f64>(h + three));
    s0 = add(s0, p, h0);
    s1 = add(s1, p, h1);
    t0 = add(t0, q, h0);
    t1 = add(t1, q, h1);
  }
  const factor = f64x2.splat(scale);
  addScaled(out, factor, s0);
  addScaled(out + 16, factor, s1);
  addScaled(out + step, factor, t0);
  addScaled(out + step + 16, factor, t1);
}

@inline function pair(a: f64, b: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(a), 1, b);
}
/** The sums of two vectors. */
@inline function both(a: v128, b: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
}

/** Σ_s a[s] b[s]: even places, odd places, both, and the last of an odd number. */
export function dot(a: usize, b: usize, width: i32): f64 {
  let sum = f64x2.splat(0);
  for (let s = 0; s + 2 <= width; s += 2) {
    sum = add(sum, v128.load(a), v128.load(b));
    a += 16;
    b += 16;
  }
  const total = sumOf(sum);
  return width & 1 ? total + load<f64>(a) * load<f64>(b) : total;
}

/** out[j] += scale Σ_s row[j][s], added like `dot`. @param step  bytes from one of out to the next */
export function addSums(row: usize, rows: i32, width: i32, scale: f64, out: usize, step: i32): void {
  for (let j = 0; j < rows; j++) {
    let sum = f64x2.splat(0);
    for (let s = 0; s + 2 <= width; s += 2) {
      sum = f64x2.add(sum, v128.load(row));
      row += 16;
    }
    let total = sumOf(sum);
    if (width & 1) {
      total += load<f64>(row);
      row += 8;
    }
    addScaledOne(out, scale, total);
    out += step;
  }
}

/** target[j][s] = scale · flat[j]. */
export function fillRows(flat: usize, rows: i32, scale: f64, width: i32, target: usize): void {
  for (let j = 0; j < rows; j++) {
    const start = scale * load<f64>(flat + j * 8);
    const starts = f64x2.splat(start);
    for (let s = 0; s + 2 <= width; s += 2) {
      v128.store(target, starts);
      target += 16;
    }
    if (width & 1) {
      store<f64>(target, start);
      target += 8;
    }
  }
}

/** out[n] = a[n] b[n]; out may be either. */
export function product(a: usize, b: usize, count: i32, out: usize): void {
  for (let n = 0; n + 2 <= count; n += 2) {
    v128.store(out, f64x2.mul(v128.load(a), v128.load(b)));
    a += 16;
    b += 16;
    out += 16;
  }
  if (count & 1) store<f64>(out, load<f64>(a) * load<f64>(b));
}

/** out[n] = 2 (a[n] − b[n]); out may be either. */
export function doubleErrors(a: usize, b: usize, count: i32, out: usize): void {
  const two = f64x2.splat(2);
  for (let n = 0; n + 2 <= count; n += 2) {
    v128.store(out, f64x2.mul(two, f64x2.sub(v128.load(a), v128.load(b))));
    a += 16;
    b += 16;
    out += 16;
  }
  if (count & 1) store<f64>(out, 2 * (load<f64>(a) - load<f64>(b)));
}

/** target[n] = value. */
export function fill(value: f64, count: i32, target: usize): void {
  const values = f64x2.splat(value);
  for (let n = 0; n + 2 <= count; n += 2) {
    v128.store(target, values);
    target += 16;
  }
  if (count & 1) store<f64>(target, value);
}

/** to[n] = from[n]. */
export function copy(from: usize, count: i32, to: usize): void {
  for (let n = 0; n + 2 <= count; n += 2) {
    v128.store(to, v128.load(from));
    from += 16;
    to += 16;
  }
  if (count & 1) store<f64>(to, load<f64>(from));
}

/** target[n] += a[n]. */
export function accumulate(a: usize, count: i32, target: usize): void {
  for (let n = 0; n + 2 <= count; n += 2) {
    v128.store(target, f64x2.add(v128.load(target), v128.load(a)));
    a += 16;
    target += 16;
  }
  if (count & 1) store<f64>(target, load<f64>(target) + load<f64>(a));
}

/** target[i][s] = source[s][i]: samples one behind the other become rows. */
export function gather(source: usize, count: i32, width: i32, target: usize): void {
  for (let i = 0; i < count; i++) {
    let from = source;
    for (let s = 0; s < width; s++) {
      store<f64>(target, load<f64>(from));
      from += count * 8;
      target += 8;
    }
    source += 8;
  }
}
