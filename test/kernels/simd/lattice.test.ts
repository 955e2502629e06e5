import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import type { Force, Kernels, Reals, StepPlan } from '../../../src/kernels/types.ts';
import { torusBonds } from '../../../src/physics/lattice/torus.ts';
import { bits } from '../../helpers/run.ts';

/** Numbers between −1 and 1, the same for every run. */
function numbers(length: number, seed: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
}
/** A lattice with couplings of all sizes and signs, by either set of kernels. */
function forceOf(kernels: Kernels, { rows, columns }: Shape, seed: number): Force {
  const size = rows * columns;
  const J = numbers(size, seed + 1);
  const f = numbers(size, seed + 2);
  return rows === 1
    ? kernels.ring(numbers(size, seed), J, f)
    : kernels.torus(rows, columns, numbers(2 * size, seed), J, f);
}

function planOf(count: number, from = 0): StepPlan {
  const coefficients = new Float64Array(4 * count);
  const stiffness = new Float64Array(count + 1);
  for (let k = 0; k < count; k++) {
    const gamma = 0.3 + 0.1 * (from + k);
    const E = Math.exp(-0.05 * gamma);
    coefficients.set([E, (1 - E) / gamma, E, (1 - E) / gamma], 4 * k);
  }
  for (let k = 0; k <= count; k++) stiffness[k] = 1 / (1 + 0.01 * (from + k));
  return {
    count,
    h: 0.1,
    coefficients,
    stiffness,
    samples: null,
    batchSize: 0,
    squares: new Float64Array(2 * count),
  };
}

interface State {
  readonly weights: Reals;
  readonly velocity: Reals;
  readonly done: number;
  readonly squares: Float64Array;
}
/** A run in one or more calls. @param outside  the state in arrays of the caller's own */
function step(
  kernels: Kernels,
  shape: Shape,
  counts: readonly number[],
  outside = false,
  single = false,
  scale = 1,
): State {
  const force = forceOf(kernels, shape, 5);
  const made = (): Reals => (outside ? typescriptKernels : kernels).reals(force, single);
  const [weights, velocity, gradient] = [made(), made(), typescriptKernels.reals(force, single)];
  weights.set(numbers(force.size, 8).map((x) => scale * x));
  velocity.set(numbers(force.size, 9).map((x) => scale * x));
  let done = 0;
  const squares: number[] = [];
  for (const count of counts) {
    const plan = planOf(count, done);
    const now = kernels.kickDriftKick(force, weights, velocity, gradient, plan);
    squares.push(...plan.squares.subarray(0, 2 * now));
    done += now;
    if (now < count) break;
  }
  return { weights, velocity, done, squares: Float64Array.from(squares) };
}

const rings: readonly Shape[] = [32, 33, 34, 35, 47, 64, 129].map((columns) => ({ rows: 1, columns }));
const tori: readonly Shape[] = [
  [2, 17],
  [3, 11],
  [7, 5],
  [16, 2],
  [12, 3],
  [9, 16],
  [8, 33],
].map(([rows, columns]) => ({ rows, columns }));
const named = ({ rows, columns }: Shape): string =>
  rows === 1 ? `ring of ${columns}` : `torus ${rows} × ${columns}`;

/** A run whose calls each stay in the step after their last, but the last one. */
function stay(kernels: Kernels, shape: Shape, counts: readonly number[]): State {
  const force = forceOf(kernels, shape, 5);
  const [weights, velocity] = [kernels.reals(force, false), kernels.reals(force, false)];
  weights.set(numbers(force.size, 8));
  velocity.set(numbers(force.size, 9));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const whole = planOf(total + 1);
  const squares = new Float64Array(2 * total + 1);
  let done = 0;
  for (const [index, count] of counts.entries()) {
    const stays = index + 1 < counts.length;
    const plan: StepPlan = {
      ...whole,
      count,
      opened: index > 0,
      stays,
      coefficients: whole.coefficients.slice(4 * done),
      stiffness: whole.stiffness!.slice(done),
      squares: squares.subarray(2 * done),
    };
    expect(kernels.kickDriftKick(force, weights, velocity, velocity.slice(), plan)).toBe(count);
    done += count;
  }
  return { weights, velocity, done, squares: squares.slice(0, 2 * total) };
}

describe('WebAssembly with SIMD', () => {
  it('is what runs here', () => {
    expect(fastestKernels.name).toBe('simd');
  });

  it.each([...rings, ...tori].map((shape) => [named(shape), shape] as const))(
    '%s: 40 steps in double precision have the same bits as the plain twin, in one call or several, copied or not',
    (_, shape) => {
      const twin = step(typescriptKernels, shape, [40]);
      for (const other of [
        step(fastestKernels, shape, [40]),
        step(fastestKernels, shape, [1, 12, 2, 25]),
        step(fastestKernels, shape, [17, 23], true),
      ]) {
        expect(bits(other.weights)).toBe(bits(twin.weights));
        expect(bits(other.velocity)).toBe(bits(twin.velocity));
        expect(other.done).toBe(40);
        twin.squares.forEach((value, n) =>
          expect(Math.abs(other.squares[n] / value - 1)).toBeLessThan(1e-13),
        );
      }
    },
  );

  it.each([...rings, ...tori].map((shape) => [named(shape), shape] as const))(
    '%s: single precision is within 1e-5 of the plain twin’s size',
    (_, shape) => {
      const twin = step(typescriptKernels, shape, [20], false, true);
      const { weights, velocity, squares } = step(fastestKernels, shape, [20], false, true);
      const size = Math.max(...twin.weights.map(Math.abs), ...twin.velocity.map(Math.abs));
      twin.weights.forEach((value, n) => expect(Math.abs(weights[n] - value) / size).toBeLessThan(1e-5));
      twin.velocity.forEach((value, n) => expect(Math.abs(velocity[n] - value) / size).toBeLessThan(1e-5));
      twin.squares.forEach((value, n) => expect(Math.abs(squares[n] / value - 1)).toBeLessThan(1e-4));
    },
  );

  it.each([rings[1], rings[4], tori[1], tori[5]].map((shape) => [named(shape), shape] as const))(
    '%s: calls that stay in a step, from none on, have the bits and the squares of one call, by both sets of kernels',
    (_, shape) => {
      for (const kernels of [typescriptKernels, fastestKernels]) {
        const one = step(kernels, shape, [40]);
        for (const counts of [
          [0, 40],
          [1, 1, 0, 38],
          [17, 22, 1],
        ]) {
          const other = stay(kernels, shape, counts);
          expect(bits(other.weights)).toBe(bits(one.weights));
          expect(bits(other.velocity)).toBe(bits(one.velocity));
          expect(bits(other.squares)).toBe(bits(one.squares));
        }
      }
    },
  );

  it.each([...rings, ...tori].map((shape) => [named(shape), shape] as const))(
    '%s: its energy is ½ w·(∇C − f) within 1e-12, in both precisions, and the largest weight is the twin’s',
    (_, shape) => {
      const force = forceOf(fastestKernels, shape, 5);
      const f = numbers(force.size, 7);
      for (const single of [false, true]) {
        const weights = fastestKernels.reals(force, single);
        weights.set(numbers(force.size, 8));
        for (const s of [1, 0.3]) {
          const gradient = new Float64Array(force.size);
          force.gradient(weights, null, s, gradient);
          const expected = gradient.reduce((sum, g, n) => sum + 0.5 * weights[n] * (g - f[n]), 0);
          expect(Math.abs(force.energy!(weights, s)! - expected)).toBeLessThan(1e-12 * force.size);
        }
        expect(fastestKernels.largest(weights)).toBe(typescriptKernels.largest(weights));
        for (const [n, value] of [Infinity, NaN, -7].entries()) weights[3 * n + 1] = value;
        expect(fastestKernels.largest(weights)).toBe(7);
      }
      expect(force.energy!(new Float64Array(force.size), 1)).toBeNull();
    },
  );

  it.each([...rings, ...tori].map((shape) => [named(shape), shape] as const))(
    '%s: the force alone has the plain twin’s bits, and leaves the weights alone',
    (_, shape) => {
      const gradients = [typescriptKernels, fastestKernels].map((kernels) => {
        const force = forceOf(kernels, shape, 5);
        const [weights, out] = [kernels.reals(force, false), kernels.reals(force, false)];
        weights.set(numbers(force.size, 8));
        out.fill(NaN);
        force.gradient(weights, null, 0.7, out);
        expect(bits(weights)).toBe(bits(numbers(force.size, 8)));
        return { bits: bits(out), inside: weights.buffer === out.buffer };
      });
      expect(gradients[1].inside).toBe(true);
      expect(gradients[1].bits).toBe(gradients[0].bits);
    },
  );

  it('values below the floors become exact zeros at the same step as the twin’s', () => {
    for (const scale of [1e-131, 1e-149, 1e-151]) {
      for (const shape of [rings[1], tori[6]]) {
        const twin = step(typescriptKernels, shape, [30], false, false, scale);
        const own = step(fastestKernels, shape, [30], false, false, scale);
        expect(bits(own.weights)).toBe(bits(twin.weights));
        expect(bits(own.velocity)).toBe(bits(twin.velocity));
      }
    }
  });

  it('stops where the state is no longer finite, at the twin’s step', () => {
    for (const shape of [rings[0], tori[5]]) {
      const twin = step(typescriptKernels, shape, [40], false, false, 4e153);
      expect(twin.done).toBeLessThan(40);
      expect(step(fastestKernels, shape, [40], false, false, 4e153).done).toBe(twin.done);
    }
  });

  it('any lattice, any number of steps: the twin’s bits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, columns, count) => {
          const shape = rows === 1 ? { rows, columns: columns + 2 } : { rows, columns };
          const twin = step(typescriptKernels, shape, [count]);
          expect(bits(step(fastestKernels, shape, [count]).weights)).toBe(bits(twin.weights));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('more runs of a system than there is room for beside it go on with copies', () => {
    const large = { rows: 1, columns: 4096 };
    const force = forceOf(fastestKernels, large, 5);
    const arrays = Array.from({ length: 60 }, () => fastestKernels.reals(force, false));
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBeGreaterThan(2);
    const twin = step(typescriptKernels, large, [5]);
    const [weights, velocity] = arrays.slice(-2);
    weights.set(numbers(force.size, 8));
    velocity.set(numbers(force.size, 9));
    fastestKernels.kickDriftKick(force, weights, velocity, velocity.slice(), planOf(5));
    expect(bits(weights)).toBe(bits(twin.weights));
  });

  it.each(['ringShared', 'ringPerceptron', 'torusShared'] as const)(
    '%s: the full batch, single samples and mini-batches have the twin’s bits',
    (kind) => {
      const N = kind === 'torusShared' ? 36 : 37;
      const inputs = numbers(3 * N, 1);
      const targets = numbers(3 * 2 * N, 2);
      const run = (kernels: Kernels, samples: Int32Array | null, batchSize = 1): string => {
        const force =
          kind === 'torusShared'
            ? kernels.bondDifference(0.8, 0.1, N, torusBonds(4, 9), inputs, targets, { rows: 4, columns: 9 })
            : kernels[kind](0.8, 0.1, N, inputs, targets.subarray(0, 3 * N));
        // In the memory of the loops, and not cleared before.
        const [weights, velocity, gradient] = [1, 2, 3].map(() => kernels.reals(force, false));
        weights.set(numbers(force.size, 3));
        gradient.set(numbers(force.size, 4));
        const plan = { ...planOf(6), stiffness: null, samples, batchSize: samples === null ? 0 : batchSize };
        expect(kernels.kickDriftKick(force, weights, velocity, gradient, plan)).toBe(6);
        return bits(weights) + bits(velocity);
      };
      for (const samples of [null, Int32Array.of(0, 2, 1, 1, 0, 2)]) {
        expect(run(fastestKernels, samples)).toBe(run(typescriptKernels, samples));
      }
      const pairs = Int32Array.of(0, 1, 2, 1, 1, 2, 0, 2, 1, 0, 2, 0);
      expect(run(fastestKernels, pairs, 2)).toBe(run(typescriptKernels, pairs, 2));
      expect(run(fastestKernels, null)).not.toBe(run(fastestKernels, Int32Array.of(0, 2, 1, 1, 0, 2)));
    },
  );
});
