import { describe, expect, it } from 'vitest';
import * as elementary from '../../src/kernels/elementary.ts';
import { errorOf } from './exact.ts';

const bits = new Float64Array(1);
const words = new BigInt64Array(bits.buffer);
/** Distance in units of the last place, by counting representable numbers between. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const order = (x: number): bigint => {
    bits[0] = x;
    return words[0] < 0n ? -(words[0] & 0x7fffffffffffffffn) : words[0];
  };
  const distance = order(a) - order(b);
  return Number(distance < 0n ? -distance : distance);
}

/** [count] points from a to b, off the round numbers. */
const linear = (a: number, b: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => a + ((b - a) * (i + 0.3819660112)) / count);
/** Both signs, sizes from 10^a to 10^b. */
const logarithmic = (a: number, b: number, count: number): number[] =>
  linear(a, b, count).flatMap((e) => [10 ** e, -(10 ** e)]);
const positive = (points: number[]): number[] => points.filter((x) => x > 0);

const sigmoid = (x: number): number => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

interface Claim {
  name: 'exp' | 'expm1' | 'log' | 'log1p' | 'tanh' | 'sin' | 'cos' | 'atan' | 'sigmoid' | 'softplus';
  reference: (x: number) => number;
  points: number[];
  bound: number;
}
const claims: Claim[] = [
  {
    name: 'exp',
    reference: Math.exp,
    points: [...linear(-745, 709.7, 40_000), ...linear(-2, 2, 40_000), ...logarithmic(-20, 2, 5_000)],
    bound: 1,
  },
  {
    name: 'expm1',
    reference: Math.expm1,
    points: [...linear(-40, 709.7, 40_000), ...linear(-2, 2, 40_000), ...logarithmic(-300, 2, 5_000)],
    bound: 1,
  },
  {
    name: 'log',
    reference: Math.log,
    points: [...linear(0, 3, 40_000), ...positive(logarithmic(-323, 308, 20_000))],
    bound: 1,
  },
  {
    name: 'log1p',
    reference: Math.log1p,
    points: [...linear(-1, 3, 40_000), ...positive(logarithmic(-300, 308, 20_000))],
    bound: 1,
  },
  {
    name: 'tanh',
    reference: Math.tanh,
    points: [...linear(-25, 25, 40_000), ...linear(-1, 1, 40_000), ...logarithmic(-300, 2, 5_000)],
    bound: 3,
  },
  {
    name: 'sin',
    reference: Math.sin,
    points: [...linear(-100, 100, 40_000), ...linear(-1.6e6, 1.6e6, 40_000), ...logarithmic(-300, 2, 5_000)],
    bound: 1,
  },
  {
    name: 'cos',
    reference: Math.cos,
    points: [...linear(-100, 100, 40_000), ...linear(-1.6e6, 1.6e6, 40_000), ...logarithmic(-300, 2, 5_000)],
    bound: 1,
  },
  {
    name: 'atan',
    reference: Math.atan,
    points: [...linear(-4, 4, 40_000), ...logarithmic(-300, 300, 5_000), Infinity, -Infinity, NaN],
    bound: 1,
  },
  { name: 'sigmoid', reference: sigmoid, points: linear(-740, 40, 40_000), bound: 3 },
  { name: 'softplus', reference: softplus, points: linear(-740, 40, 40_000), bound: 3 },
];

describe('elementary functions', () => {
  for (const { name, reference, points, bound } of claims) {
    it(`${name}: within ${bound} ulp of Math on ${points.length} points`, () => {
      let worst = 0;
      let at = 0;
      for (const x of points) {
        const distance = ulps(elementary[name](x), reference(x));
        if (distance > worst) [worst, at] = [distance, x];
      }
      expect(worst, `at ${at}`).toBeLessThanOrEqual(bound);
    });
  }

  it('pow: within 1 ulp of Math.pow on 40000 random-like pairs, subnormal results included', () => {
    let worst = 0;
    let at: number[] = [];
    const bases = positive(logarithmic(-310, 308, 200)).concat(linear(0.5, 2, 200));
    for (const x of bases) {
      for (const y of [...linear(-6, 6, 60), ...linear(-400, 400, 40)]) {
        const distance = ulps(elementary.pow(x, y), Math.pow(x, y));
        if (distance > worst) [worst, at] = [distance, [x, y]];
      }
    }
    expect(worst, `at ${at.join(', ')}`).toBeLessThanOrEqual(1);
  });

  it('sin and cos: within 1e-15 of Math from 1.6e6 to 1e300', () => {
    let worst = 0;
    for (const x of [...logarithmic(6.2, 300, 400), ...linear(1.6e6, 1.8e6, 200)]) {
      worst = Math.max(
        worst,
        Math.abs(elementary.sin(x) - Math.sin(x)),
        Math.abs(elementary.cos(x) - Math.cos(x)),
      );
    }
    expect(worst).toBeLessThan(1e-15);
  });

  it('sin² + cos² = 1 to 4e-16 and golden sin(1e22) = -0.8522008497671888', () => {
    for (const x of linear(-1e6, 1e6, 1000)) {
      const one = elementary.sin(x) ** 2 + elementary.cos(x) ** 2;
      expect(Math.abs(one - 1)).toBeLessThan(4e-16);
    }
    expect(elementary.sin(1e22)).toBe(-0.8522008497671888);
    // The double nearest to 6381956970095103·2^797 is the hardest one: cos is -4.69e-19.
    expect(elementary.cos(6381956970095103 * 2 ** 797)).toBeCloseTo(-4.6871659242546277e-19, 33);
  });

  it('limits: zeros, infinities, NaN, overflow and underflow', () => {
    const { exp, expm1, log, log1p, tanh, sin, cos, pow, softplus: plus } = elementary;
    expect([exp(0), exp(Infinity), exp(-Infinity), exp(710), exp(-746)]).toEqual([
      1,
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect(exp(-745)).toBe(Number.MIN_VALUE);
    expect([expm1(0), expm1(-0), expm1(Infinity), expm1(-Infinity)]).toEqual([0, -0, Infinity, -1]);
    expect([log(0), log(1), log(Infinity), log(-1)]).toEqual([-Infinity, 0, Infinity, NaN]);
    expect([log1p(-1), log1p(0), log1p(-0), log1p(Infinity), log1p(-2)]).toEqual([
      -Infinity,
      0,
      -0,
      Infinity,
      NaN,
    ]);
    expect([tanh(0), tanh(-0), tanh(Infinity), tanh(-Infinity), tanh(1e-320)]).toEqual([
      0, -0, 1, -1, 1e-320,
    ]);
    expect([sin(0), sin(-0), sin(Infinity), cos(0), cos(-Infinity)]).toEqual([0, -0, NaN, 1, NaN]);
    expect([pow(0, 2.5), pow(0, -1.5), pow(0, 0), pow(Infinity, -3), pow(2, Infinity)]).toEqual([
      0,
      Infinity,
      1,
      0,
      Infinity,
    ]);
    expect([pow(0.5, Infinity), pow(0.5, -Infinity), pow(-2, 2), pow(3, 1), pow(1, 1e300)]).toEqual([
      0,
      Infinity,
      NaN,
      3,
      1,
    ]);
    expect([pow(1.5, 1e6), pow(1.5, -1e6), pow(1.5, 1e308)]).toEqual([Infinity, 0, Infinity]);
    expect([plus(1000), plus(-1000), elementary.sigmoid(-1000), elementary.sigmoid(1000)]).toEqual([
      1000, 0, 0, 1,
    ]);
    for (const f of [exp, expm1, log, log1p, tanh, sin, cos, plus, elementary.sigmoid]) {
      expect(f(NaN)).toBeNaN();
    }
    expect([pow(NaN, 2), pow(2, NaN)]).toEqual([NaN, NaN]);
  });
});

describe('against 60 digits', () => {
  const points = Array.from(
    { length: 4000 },
    (_, n) => (n % 2 === 0 ? 40 : 1) * Math.sin(0.7 * n + 0.1) ** 3,
  );
  it.each([
    ['exp', 1.4e-16],
    ['tanh', 3.3e-16],
    ['sigmoid', 3.3e-16],
  ] as const)('%s: largest relative error on 4000 points of [−40, 40] below %s', (name, limit) => {
    const f = elementary[name];
    expect(Math.max(...points.map((x) => errorOf[name](x, f(x))))).toBeLessThan(limit);
    // What it is compared with is not the function itself.
    expect(errorOf[name](0.3, f(0.3) * (1 + 1e-14))).toBeGreaterThan(9e-15);
  });
});
