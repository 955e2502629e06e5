/**
 * Activations of rows, two numbers at a time, by the formulas of elementary/exponential.ts, operation for operation: they
 * have its bits. What stands behind an odd last number is overwritten as well: rows have room for it.
 */

/**
 * Constants of the formulas. They lie in memory, and are loaded where they are used: written into the code, each would
 * be put together from four instructions every time.
 */
const TABLE = memory.data<f64>([
  1.442695040888963387, // 0: 1/ln 2
  6.9314718036912381649e-1, // 1: ln 2, its upper bits
  1.90821492927058770002e-10, // 2: ln 2, the rest
  6755399441055744.0, // 3: 1.5·2⁵²
  1.0, // 4
  2.0, // 5
  20.0, // 6
  -20.0, // 7
  1.0 / 2.0, // 8: Taylor series of (eʳ − 1 − r)/r²
  1.0 / 6.0,
  1.0 / 24.0,
  1.0 / 120.0,
  1.0 / 720.0,
  1.0 / 5040.0,
  1.0 / 40320.0,
  1.0 / 362880.0,
  1.0 / 3628800.0,
  1.0 / 39916800.0,
  1.0 / 479001600.0,
  1.0 / 6227020800.0,
  1.0 / 87178291200.0, // 20
  1.66666666666666019037e-1, // 21: fdlibm e_exp.c
  -2.77777777770155933842e-3,
  6.61375632143793436117e-5,
  -1.6533902205465251539e-6,
  4.13813679705723846039e-8, // 25
  -745.2, // 26: e to it is 0
  1.0715086071862673e301, // 27: 2¹⁰⁰⁰
  9.332636185032189e-302, // 28: 2⁻¹⁰⁰⁰
  -0.0, // 29: the sign
]);
@inline function at(n: i32): v128 {
  return v128.load64_splat(TABLE + <usize>n * 8);
}
/** a + b·x */
@inline function linear(a: v128, b: v128, x: v128): v128 {
  return f64x2.add(a, f64x2.mul(x, b));
}
/** 2ᵏ·start of k as it stands in the last bits of k + 1.5·2⁵²; start is a power of two. */
@inline function power(rounded: v128, start: v128): v128 {
  return i64x2.add(i64x2.shl(rounded, 52), start);
}

@inline function tanh(x: v128): v128 {
  const one = at(4);
  const two = at(5);
  // The second is taken where one is no number: NaN stays.
  const clamped = f64x2.pmax(f64x2.pmin(x, at(6)), at(7));
  const y = f64x2.add(clamped, clamped);
  const rounded = f64x2.add(f64x2.mul(y, at(0)), at(3));
  const k = f64x2.sub(rounded, at(3));
  const high = f64x2.sub(y, f64x2.mul(k, at(1)));
  const low = f64x2.mul(k, at(2));
  const r = f64x2.sub(high, low);
  const correction = f64x2.sub(f64x2.sub(high, r), low);
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const p01 = linear(at(8), at(9), r);
  const p23 = linear(at(10), at(11), r);
  const p45 = linear(at(12), at(13), r);
  const p67 = linear(at(14), at(15), r);
  const p89 = linear(at(16), at(17), r);
  const pab = linear(linear(at(18), at(19), r), at(20), r2);
  const upper = linear(linear(p45, p67, r2), linear(p89, pab, r2), r4);
  const tail = linear(linear(p01, p23, r2), upper, r4);
  const scale = power(rounded, one);
  const inner = f64x2.add(r, linear(correction, tail, r2));
  const m = f64x2.add(f64x2.mul(scale, inner), f64x2.sub(scale, one));
  const h = f64x2.div(m, f64x2.add(m, two));
  // tanh −0 = −0
  return v128.bitselect(x, h, at(29));
}

/** e^x of x ≤ 0, of which nothing is denormal but the result. */
@inline function decay(x: v128): v128 {
  const bounded = f64x2.pmax(x, at(26));
  const rounded = f64x2.add(f64x2.mul(bounded, at(0)), at(3));
  const k = f64x2.sub(rounded, at(3));
  const high = f64x2.sub(bounded, f64x2.mul(k, at(1)));
  const low = f64x2.mul(k, at(2));
  const r = f64x2.sub(high, low);
  const t = f64x2.mul(r, r);
  const series = linear(at(21), linear(at(22), linear(at(23), linear(at(24), at(25), t), t), t), t);
  const s = f64x2.sub(r, f64x2.mul(t, series));
  const quotient = f64x2.div(f64x2.mul(r, s), f64x2.sub(at(5), s));
  const y = f64x2.sub(at(4), f64x2.sub(f64x2.sub(low, quotient), high));
  // In two steps: 2ᵏ may be no normal number.
  return f64x2.mul(f64x2.mul(y, power(rounded, at(27))), at(28));
}

@inline function sigmoid(x: v128): v128 {
  const e = decay(f64x2.neg(f64x2.abs(x)));
  const above = v128.bitselect(e, at(4), f64x2.lt(x, f64x2.splat(0)));
  return f64x2.div(above, f64x2.add(at(4), e));
}

/** h = tanh z, h′ = 1 − h², h″ = −2 h h′. @param bend  address, or 0 */
export function tanhRows(z: usize, count: i32, value: usize, slope: usize, bend: usize): void {
  if (bend) {
    for (let n = 0; n < count; n += 2) {
      const h = tanh(v128.load(z));
      const s = f64x2.sub(at(4), f64x2.mul(h, h));
      v128.store(value, h);
      v128.store(slope, s);
      v128.store(bend, f64x2.neg(f64x2.mul(f64x2.mul(at(5), h), s)));
      z += 16;
      value += 16;
      slope += 16;
      bend += 16;
    }
    return;
  }
  let n = 0;
  for (; n + 4 <= count; n += 4) {
    const h = tanh(v128.load(z));
    const g = tanh(v128.load(z, 16));
    v128.store(value, h);
    v128.store(value, g, 16);
    v128.store(slope, f64x2.sub(at(4), f64x2.mul(h, h)));
    v128.store(slope, f64x2.sub(at(4), f64x2.mul(g, g)), 16);
    z += 32;
    value += 32;
    slope += 32;
  }
  for (; n < count; n += 2) {
    const h = tanh(v128.load(z));
    v128.store(value, h);
    v128.store(slope, f64x2.sub(at(4), f64x2.mul(h, h)));
    z += 16;
    value += 16;
    slope += 16;
  }
}

/** h = 1/(1 + e⁻ᶻ), h′ = h (1 − h), h″ = h′ (1 − 2h). @param bend  address, or 0 */
export function sigmoidRows(z: usize, count: i32, value: usize, slope: usize, bend: usize): void {
  for (let n = 0; n < count; n += 2) {
    const h = sigmoid(v128.load(z));
    const s = f64x2.mul(h, f64x2.sub(at(4), h));
    v128.store(value, h);
    v128.store(slope, s);
    if (bend) {
      v128.store(bend, f64x2.mul(s, f64x2.sub(at(4), f64x2.mul(at(5), h))));
      bend += 16;
    }
    z += 16;
    value += 16;
    slope += 16;
  }
}

/** h = (p z + q) z + r, h′ = 2 p z + q. */
export function quadraticRows(z: usize, count: i32, p: f64, q: f64, r: f64, value: usize, slope: usize): void {
  const P = f64x2.splat(p);
  const Q = f64x2.splat(q);
  const R = f64x2.splat(r);
  const twice = f64x2.splat(2 * p);
  for (let n = 0; n < count; n += 2) {
    const u = v128.load(z);
    v128.store(value, f64x2.add(f64x2.mul(f64x2.add(f64x2.mul(P, u), Q), u), R));
    v128.store(slope, f64x2.add(f64x2.mul(twice, u), Q));
    z += 16;
    value += 16;
    slope += 16;
  }
}

/** h = max(z, 0), h′ = 1 where z > 0, else 0. */
export function reluRows(z: usize, count: i32, value: usize, slope: usize): void {
  const zero = f64x2.splat(0);
  for (let n = 0; n < count; n += 2) {
    const u = v128.load(z);
    const on = f64x2.gt(u, zero);
    v128.store(value, v128.and(u, on));
    v128.store(slope, v128.and(at(4), on));
    z += 16;
    value += 16;
    slope += 16;
  }
}

/** h = p z + q, h′ = p. */
export function affineRows(z: usize, count: i32, p: f64, q: f64, value: usize, slope: usize): void {
  const P = f64x2.splat(p);
  const Q = f64x2.splat(q);
  for (let n = 0; n < count; n += 2) {
    v128.store(value, f64x2.add(f64x2.mul(P, v128.load(z)), Q));
    v128.store(slope, P);
    z += 16;
    value += 16;
    slope += 16;
  }
}
