import { describe, expect, it } from 'vitest';
import { kickDriftKick } from '../../../src/kernels/typescript/secondOrder.ts';
import type { Reals } from '../../../src/kernels/types.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { quarticForce, uniformRing } from '../../helpers/dynamics.ts';

const h = 0.125;
const gamma = 0.9;
const E = Math.exp((-gamma * h) / 2);
const c = (1 - E) / gamma;

interface Stretch {
  samples: Int32Array | null;
  batchSize: number;
  stiffness: Float64Array | null;
}
/** Advances steps start..start+count of a long stretch, as one call. */
function advance(
  force: ReturnType<typeof quarticForce>,
  weights: Reals,
  velocity: Reals,
  start: number,
  count: number,
  { samples, batchSize, stiffness }: Stretch,
  squares: Float64Array,
): number {
  const gradient = weights.slice();
  const plan = {
    count,
    h,
    // Not the same at every step, so that mixing steps up would show.
    coefficients: Float64Array.from({ length: 4 * count }, (_, k) => {
      const factor = 1 + 1e-3 * Math.floor(start + k / 4);
      return k % 2 === 0 ? E / factor : c * factor;
    }),
    stiffness: stiffness?.slice(start, start + count + 1) ?? null,
    samples: samples?.slice(start * batchSize, (start + count) * batchSize) ?? null,
    batchSize,
    squares: squares.subarray(2 * start, 2 * (start + count)),
  };
  return kickDriftKick(force, weights, velocity, gradient, plan);
}

const random = createRandom(11, 'initial');
const start = Array.from({ length: 8 }, () => random.normal());
const lambda = start.map((_, i) => 0.3 + 0.4 * i);
const batches = createRandom(12, 'batch');
const stiffness = Float64Array.from({ length: 101 }, (_, k) => 1 / (1 + 0.01 * k));
const stretches: Record<string, Stretch> = {
  'full batch': { samples: null, batchSize: 0, stiffness: null },
  'one sample a step': {
    samples: Int32Array.from({ length: 100 }, () => batches.integer(2)),
    batchSize: 1,
    stiffness,
  },
  'two samples a step': {
    samples: Int32Array.from({ length: 200 }, () => batches.integer(2)),
    batchSize: 2,
    stiffness: null,
  },
};

describe('kickDriftKick', () => {
  for (const [name, stretch] of Object.entries(stretches)) {
    for (const precision of [Float64Array, Float32Array]) {
      it(`${name}, ${precision.name}: 100 steps, 100 single steps and random slices agree bit for bit`, () => {
        const cut = (next: () => number): { state: string; squares: string } => {
          const force = quarticForce(lambda, 0.05);
          const weights = precision.from(start);
          const velocity = precision.from(start.map((w) => -0.3 * w));
          const squares = new Float64Array(200);
          for (let at = 0; at < 100;) {
            const count = Math.min(next(), 100 - at);
            expect(advance(force, weights, velocity, at, count, stretch, squares)).toBe(count);
            at += count;
          }
          const state = [weights, velocity].map((x) => Buffer.from(x.buffer).toString('hex')).join();
          return { state, squares: Buffer.from(squares.buffer).toString('hex') };
        };
        const whole = cut(() => 100);
        expect(cut(() => 1)).toEqual(whole);
        for (let seed = 0; seed < 5; seed++) {
          const slices = createRandom(seed, 'noise');
          expect(cut(() => 1 + slices.integer(17))).toEqual(whole);
        }
      });
    }
  }

  it('gradients: 101 for 100 full-batch steps; 200 when every step has another sample', () => {
    const run = (stretch: Stretch): number => {
      const force = quarticForce(lambda);
      advance(force, Float64Array.from(start), new Float64Array(8), 0, 100, stretch, new Float64Array(200));
      return force.calls;
    };
    expect(run(stretches['full batch'])).toBe(101);
    const alternating = Int32Array.from({ length: 100 }, (_, k) => k % 2);
    expect(run({ samples: alternating, batchSize: 1, stiffness: null })).toBe(200);
  });

  it('a step uses its own sample for both kicks: two steps by hand, to 1e-15', () => {
    const weights = Float64Array.of(1);
    const velocity = Float64Array.of(0.5);
    const plan = {
      count: 2,
      h,
      coefficients: Float64Array.of(E, c, E, c, E, c, E, c),
      stiffness: Float64Array.of(1, 2, 3),
      samples: Int32Array.of(1, 4),
      batchSize: 1,
      squares: new Float64Array(4),
    };
    kickDriftKick(quarticForce([1]), weights, velocity, new Float64Array(1), plan);
    let [w, v] = [1, 0.5];
    const squares: number[] = [];
    // [sample, stiffness at the step's start and end]: the gradient is (stiffness + sample) w
    for (const [sample, before, after] of [
      [1, 1, 2],
      [4, 2, 3],
    ]) {
      v = E * v - c * (before + sample) * w;
      squares.push(v * v);
      w += h * v;
      v = E * v - c * (after + sample) * w;
      squares.push(v * v);
    }
    expect(Math.abs(weights[0] - w)).toBeLessThan(1e-15);
    expect(Math.abs(velocity[0] - v)).toBeLessThan(1e-15);
    squares.forEach((square, k) => expect(Math.abs(plan.squares[k] - square)).toBeLessThan(1e-15));
  });

  for (const [precision, floor] of [
    [Float64Array, 1e-150],
    [Float32Array, 1e-30],
  ] as const) {
    it(`amplitude floor, ${precision.name}: a decaying ring holds nothing below ${floor} and ends in exact zeros`, () => {
      const weights = new precision(16).map((_, i) => Math.sin(i + 1));
      const velocity = new precision(16);
      const gradient = new precision(16);
      const count = 200;
      const damping = Math.exp(-1.5);
      const plan = {
        count,
        h: 0.5,
        coefficients: Float64Array.from({ length: 4 * count }, (_, k) =>
          k % 2 === 0 ? damping : (1 - damping) / 6,
        ),
        stiffness: null,
        samples: null,
        batchSize: 0,
        squares: new Float64Array(2 * count),
      };
      let zeroAt = -1;
      for (let slice = 0; slice < 200 && zeroAt < 0; slice++) {
        kickDriftKick(uniformRing(16, 0.5, 3), weights, velocity, gradient, plan);
        for (const x of [...weights, ...velocity]) {
          if (x !== 0) expect(Math.abs(x)).toBeGreaterThanOrEqual(floor * (1 - 1e-7));
        }
        if ([...weights, ...velocity].every((x) => x === 0)) zeroAt = slice;
      }
      expect(zeroAt).toBeGreaterThanOrEqual(0);
    });
  }

  it('blow-up: h = 3 on curvature 4 stops, and says how many steps were done', () => {
    const plan = {
      count: 5000,
      h: 3,
      coefficients: Float64Array.from({ length: 20_000 }, (_, k) => (k % 2 === 0 ? 1 : 1.5)),
      stiffness: null,
      samples: null,
      batchSize: 0,
      squares: new Float64Array(10_000),
    };
    const weights = Float64Array.of(1, 1);
    const done = kickDriftKick(quarticForce([4, 4]), weights, new Float64Array(2), new Float64Array(2), plan);
    expect(done).toBeGreaterThan(10);
    expect(done).toBeLessThan(300);
    expect(plan.squares[2 * done - 1]).toBeLessThan(Infinity);
    expect(plan.squares[2 * done + 1] < Infinity).toBe(false);
  });
});
