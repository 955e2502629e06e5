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
@inline function constant(n: i32): f64 {
  return load<f64>(LOG + <usize>n * 8);
}

/** ln x of a normal number, by the formula of elementary/logarithm.ts. */
@inline function ln(x: f64): f64 {
  const all = reinterpret<u64>(x);
  const high = <u32>(all >> 32) + (0x3ff00000 - 0x3fe6a09e);
  const k = <f64>((<i32>(high >> 20)) - 1023);
  const upper = (high & 0xfffff) + 0x3fe6a09e;
  const f = reinterpret<f64>(((<u64>upper) << 32) | (all & 0xffffffff)) - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (constant(2) + w * (constant(3) + w * constant(4)));
  const odd = z * (constant(5) + w * (constant(6) + w * (constant(7) + w * constant(8))));
  return s * (halfSquare + (odd + even)) + k * constant(1) - halfSquare + f + k * constant(0);
}

let s0: u64 = 0;
let s1: u64 = 0;

/** 53 bits of two numbers of the generator, in [0, 1). */
@inline function unit(first: u32, second: u32): f64 {
  return (<f64>(first >>> 5) * 67108864 + <f64>(second >>> 6)) * 1.1102230246251565e-16;
}

/** Two normal numbers by Marsaglia's polar method. The generator, xoroshiro128+ (24, 16, 37), stays in registers. */
function pair(): v128 {
  let a = s0;
  let b = s1;
  let u: f64;
  let v: f64;
  let square: f64;
  do {
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
    u = 2 * unit(first, second) - 1;
    v = 2 * unit(third, fourth) - 1;
    square = u * u + v * v;
  } while (square >= 1 || square == 0);
  s0 = a;
  s1 = b;
  const factor = f64x2.splat(sqrt((-2 * ln(square)) / square));
  return f64x2.mul(f64x2.replace_lane(f64x2.splat(u), 1, v), factor);
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

function normal(): f64 {
  if (waits) {
    waits = false;
    return spare;
  }
  const two = pair();
  spare = f64x2.extract_lane(two, 1);
  waits = true;
  return f64x2.extract_lane(two, 0);
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
    if (!cold) {
      let N: v128;
      if (waits) {
        N = f64x2.splat(normal());
        N = f64x2.replace_lane(N, 1, normal());
      } else N = pair();
      V = f64x2.add(V, f64x2.mul(spread, N));
    }
    total = f64x2.add(total, f64x2.mul(V, V));
    v128.store(v + i, V);
    v128.store(w + i, floored<f64>(f64x2.add(v128.load(w + i), f64x2.mul(step, V)), limit));
  }
  let sum = sumOf(total);
  if (n & 1) {
    let V = E * load<f64>(v + even);
    if (!cold) V += s * normal();
    sum += V * V;
    store<f64>(v + even, V);
    store<f64>(w + even, flooredOne<f64>(load<f64>(w + even) + h * V, floor));
  }
  return sum;
}
