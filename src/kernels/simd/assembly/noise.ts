import { flooredOne, floorOf } from './pass';
import { floored, sumOf } from './vectors';

/**
 * What a heat bath needs of a state in double precision: normal numbers of the run's own stream (physics/math/random.ts),
 * bit for bit, and the passes of BAOAB.
 */

const LOG = memory.data<f64>([
  6.9314718036912381649e-1, // 0: ln 2, its upper bits
  1.90821492927058770002e-10, // 1: ln 2, the rest
  3.999999999940941908e-1, // 2: fdlibm e_log.c
  2.222219843214978396e-1,
  1.531383769920937332e-1,
  6.66666666666673513e-1,
  2.857142874366239149e-1,
  1.818357216161805012e-1,
  1.479819860511658591e-1,
]);
@inline function constant(n: i32): v128 {
  return v128.load_splat<f64>(LOG + <usize>n * 8);
}

/** ln x of two normal numbers, by the formula of elementary/logarithm.ts. */
@inline function ln(x: v128): v128 {
  const high = i64x2.add(i64x2.shr_u(x, 32), i64x2.splat(0x3ff00000 - 0x3fe6a09e));
  const exponents = i64x2.sub(i64x2.shr_u(high, 20), i64x2.splat(1023));
  const k = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(exponents, exponents, 0, 2, 0, 2));
  const upper = i64x2.add(v128.and(high, i64x2.splat(0xfffff)), i64x2.splat(0x3fe6a09e));
  const mantissa = v128.or(i64x2.shl(upper, 32), v128.and(x, i64x2.splat(0xffffffff)));
  const f = f64x2.sub(mantissa, f64x2.splat(1));
  const halfSquare = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const even = f64x2.mul(w, next(2, w, next(3, w, constant(4))));
  const odd = f64x2.mul(z, next(5, w, next(6, w, next(7, w, constant(8)))));
  const series = f64x2.mul(s, f64x2.add(halfSquare, f64x2.add(odd, even)));
  const rest = f64x2.sub(f64x2.add(series, f64x2.mul(k, constant(1))), halfSquare);
  return f64x2.add(f64x2.add(rest, f), f64x2.mul(k, constant(0)));
}
/** A step of Horner's rule: the n-th constant + w × what follows. */
@inline function next(n: i32, w: v128, follows: v128): v128 {
  return f64x2.add(constant(n), f64x2.mul(w, follows));
}

let s0: u64 = 0;
let s1: u64 = 0;

/** 53 bits of two numbers of the generator, in [0, 1). */
@inline function unit(first: u32, second: u32): f64 {
  return (<f64>(first >>> 5) * 67108864 + <f64>(second >>> 6)) * 1.1102230246251565e-16;
}

/** A second normal number of a pair, and whether it waits. */
let spare: f64 = 0;
let waits: bool = false;

/** Continues a stream: upper and lower halves of the generator's two numbers, whether a normal number waits, and it. */
export function setStream(s01: u32, s00: u32, s11: u32, s10: u32, waiting: i32, number: f64): void {
  s0 = (<u64>s01 << 32) | s00;
  s1 = (<u64>s11 << 32) | s10;
  waits = waiting != 0;
  spare = number;
}
/** What `setStream` takes, part by part. */
export function streamPart(n: i32): f64 {
  if (n < 4) return <f64>(<i32>((n < 2 ? s0 : s1) >> (n & 1 ? 0 : 32)));
  return n == 4 ? <f64>waits : waits ? spare : 0;
}

/** Normal numbers are made so many at a time: what a pass needs lies in the nearest cache. Even. */
const BLOCK = 128;
/** The numbers of a block, one that may have waited before them and one that may wait after them. */
const NORMALS = memory.data(8 * (BLOCK + 2), 16);
/** u² + v² of the pairs of a block, and one more that is written and not used. */
const SQUARES = memory.data(8 * (BLOCK / 2 + 2), 16);

/**
 * Writes pairs in the unit disc without its centre, u and v at `out`, u² + v² at SQUARES: what Marsaglia's polar method
 * begins with. A pair that is refused is written over by the next one: no branch is there to be guessed wrong. The
 * generator, xoroshiro128+ (24, 16, 37), stays in registers.
 */
function discs(out: usize, pairs: i32): void {
  let a = s0;
  let b = s1;
  for (let k = 0; k < pairs; ) {
    const first = <u32>(a + b);
    b ^= a;
    a = rotl<u64>(a, 24) ^ b ^ (b << 16);
    b = rotl<u64>(b, 37);
    const second = <u32>(a + b);
    b ^= a;
    a = rotl<u64>(a, 24) ^ b ^ (b << 16);
    b = rotl<u64>(b, 37);
    const third = <u32>(a + b);
    b ^= a;
    a = rotl<u64>(a, 24) ^ b ^ (b << 16);
    b = rotl<u64>(b, 37);
    const fourth = <u32>(a + b);
    b ^= a;
    a = rotl<u64>(a, 24) ^ b ^ (b << 16);
    b = rotl<u64>(b, 37);
    const u = 2 * unit(first, second) - 1;
    const v = 2 * unit(third, fourth) - 1;
    const square = u * u + v * v;
    const at = out + 16 * k;
    store<f64>(at, u);
    store<f64>(at, v, 8);
    store<f64>(SQUARES + 8 * k, square);
    k += i32(square < 1) & i32(square != 0);
  }
  s0 = a;
  s1 = b;
}

/** Writes the next `count` numbers of the stream, at most BLOCK, at NORMALS: √(−2 ln s / s) (u, v), s = u² + v². */
function normals(count: i32): void {
  let out = NORMALS;
  let wanted = count;
  if (waits && count > 0) {
    store<f64>(out, spare);
    waits = false;
    out += 8;
    wanted--;
  }
  const pairs = (wanted + 1) >> 1;
  discs(out, pairs);
  // A square of its own for the second half of the last vector of an odd number of pairs.
  store<f64>(SQUARES + 8 * pairs, 0.5);
  for (let k = 0; k < pairs; k += 2) {
    const square = v128.load(SQUARES + 8 * k);
    const factor = f64x2.sqrt(f64x2.div(f64x2.mul(f64x2.splat(-2), ln(square)), square));
    const at = out + 16 * k;
    v128.store(at, f64x2.mul(v128.load(at), v128.shuffle<f64>(factor, factor, 0, 0)));
    if (k + 1 < pairs) {
      v128.store(at, f64x2.mul(v128.load(at, 16), v128.shuffle<f64>(factor, factor, 1, 1)), 16);
    }
  }
  if (2 * pairs > wanted) {
    spare = load<f64>(NORMALS + 8 * count);
    waits = true;
  }
}

/**
 * V ← V + c g, below the amplitude floor 0 where `floors`;  W ← W + h V where there is a w.
 *  @returns Σ V²
 */
export function push(w: usize, v: usize, g: usize, n: i32, c: f64, h: f64, floors: i32): f64 {
  const kick = f64x2.splat(c);
  const step = f64x2.splat(h);
  const floor = floors ? floorOf<f64>() : 0;
  const limit = f64x2.splat(floor);
  let total = f64x2.splat(0);
  const even = (n & ~1) * 8;
  for (let i = 0; i < even; i += 16) {
    const V = floored<f64>(f64x2.add(v128.load(v + i), f64x2.mul(kick, v128.load(g + i))), limit);
    total = f64x2.add(total, f64x2.mul(V, V));
    v128.store(v + i, V);
    if (w) v128.store(w + i, f64x2.add(v128.load(w + i), f64x2.mul(step, V)));
  }
  let sum = sumOf(total);
  if (n & 1) {
    const V = flooredOne<f64>(load<f64>(v + even) + c * load<f64>(g + even), floor);
    sum += V * V;
    store<f64>(v + even, V);
    if (w) store<f64>(w + even, load<f64>(w + even) + h * V);
  }
  return sum;
}

/**
 * V ← E V + s N, N of the stream, none of it where s is 0;  W ← W + h V, below the amplitude floor 0 where s is 0.
 *  @returns Σ V²
 */
export function stir(w: usize, v: usize, n: i32, E: f64, s: f64, h: f64): f64 {
  let sum: f64 = 0;
  for (let done = 0; done < n; done += BLOCK) {
    const count = min(n - done, BLOCK);
    if (s != 0) normals(count);
    const at = 8 * done;
    sum += stirBlock(w + at, v + at, count, E, s, h);
  }
  return sum;
}
function stirBlock(w: usize, v: usize, n: i32, E: f64, s: f64, h: f64): f64 {
  const cold = s == 0;
  const keep = f64x2.splat(E);
  const spread = f64x2.splat(s);
  const step = f64x2.splat(h);
  const floor = cold ? floorOf<f64>() : 0;
  const limit = f64x2.splat(floor);
  let total = f64x2.splat(0);
  const even = (n & ~1) * 8;
  for (let i = 0; i < even; i += 16) {
    let V = f64x2.mul(keep, v128.load(v + i));
    if (!cold) V = f64x2.add(V, f64x2.mul(spread, v128.load(NORMALS + i)));
    total = f64x2.add(total, f64x2.mul(V, V));
    v128.store(v + i, V);
    v128.store(w + i, floored<f64>(f64x2.add(v128.load(w + i), f64x2.mul(step, V)), limit));
  }
  let sum = sumOf(total);
  if (n & 1) {
    let V = E * load<f64>(v + even);
    if (!cold) V += s * load<f64>(NORMALS + even);
    sum += V * V;
    store<f64>(v + even, V);
    store<f64>(w + even, flooredOne<f64>(load<f64>(w + even) + h * V, floor));
  }
  return sum;
}
