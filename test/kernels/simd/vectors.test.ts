import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import type { Force, Kernels, Reals, StepPlan } from '../../../src/kernels/types.ts';
import { bits } from '../../helpers/run.ts';

const numbers = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));

/** Independent springs; their states lie in one memory where the kernels have one. */
function springs(kernels: Kernels, size: number): Force {
  const { reals } = kernels.ring(numbers(64, 1), numbers(64, 2), null);
  return {
    size,
    ...(reals && { reals: (single: boolean) => reals(single)?.subarray(0, size) ?? null }),
    gradient(weights, _batch, _stiffness, out) {
      for (let i = 0; i < size; i++) out[i] = 0.3 * weights[i];
    },
  };
}

type Three = readonly [Reals, Reals, Reals];
function arraysOf(kernels: Kernels, size: number, single: boolean, scale = 1): Three {
  const force = springs(kernels, size);
  const [a, b, c] = [1, 2, 3].map((seed) => {
    const array = kernels.reals(force, single);
    array.set(numbers(size, seed).map((x) => scale * x));
    return array;
  });
  return [a, b, c];
}

const sizes = [1, 2, 3, 4, 5, 7, 8, 63, 64];
const operations: readonly (readonly [string, (kernels: Kernels, three: Three) => void])[] = [
  ['addScaled', (kernels, [a, b]) => kernels.addScaled(a, -0.7, b)],
  ['combine', (kernels, [a, b, c]) => kernels.combine(a, 0.3, b, c)],
  ['combine in place', (kernels, [a, b]) => kernels.combine(a, 0.3, b, a)],
  ['floorSmall', (kernels, [a]) => kernels.floorSmall(a)],
];

function planOf(count: number): StepPlan {
  const coefficients = new Float64Array(4 * count).map((_, n) => (n % 2 === 0 ? 0.98 - 0.001 * n : 0.05));
  const squares = new Float64Array(2 * count);
  return { count, h: 0.1, coefficients, stiffness: null, samples: null, batchSize: 0, squares };
}
function steps(kernels: Kernels, size: number, single: boolean, scale: number) {
  const force = springs(kernels, size);
  const [weights, velocity, gradient] = arraysOf(kernels, size, single, scale);
  const plan = planOf(20);
  const done = kernels.kickDriftKick(force, weights, velocity, gradient, plan);
  return { weights, velocity, done, squares: plan.squares };
}

/** Whether two arrays are the same: bit for bit, in single precision to its accuracy. */
function expectTwins(own: Reals, twin: Reals): void {
  if (twin instanceof Float64Array) return expect(bits(own)).toBe(bits(twin));
  const size = Math.max(...twin.map(Math.abs));
  twin.forEach((value, n) => expect(Math.abs(own[n] - value)).toBeLessThanOrEqual(1e-5 * size));
}

describe.each([false, true])('passes over vectors in WebAssembly, single precision: %s', (single) => {
  // Around the floors of both precisions: weights that rest, values that vanish.
  const scales = single ? [1, 3e-24, 2e-30] : [1, 3e-130, 2e-150];

  it.each(operations)('%s: gives what the plain twin gives', (_, operate) => {
    for (const size of sizes) {
      for (const scale of scales) {
        const twin = arraysOf(typescriptKernels, size, single, scale);
        const own = arraysOf(fastestKernels, size, single, scale);
        expect(own[0].buffer).not.toBe(twin[0].buffer);
        operate(typescriptKernels, twin);
        operate(fastestKernels, own);
        twin.forEach((array, n) => expectTwins(own[n], array));
      }
    }
  });

  it('floorSmall makes exact zeros, and keeps what is above', () => {
    const floor = single ? 1e-30 : 1e-150;
    const [a] = arraysOf(fastestKernels, 7, single);
    a.set([floor / 2, -floor / 2, 2 * floor, -2 * floor, 0, 1, floor / 3]);
    fastestKernels.floorSmall(a);
    expect([...a].map((x) => x !== 0)).toEqual([false, false, true, true, false, true, false]);
  });

  it('sumOfSquares: agrees with the sum in index order to 1e-14', () => {
    for (const size of sizes) {
      const [a] = arraysOf(fastestKernels, size, single);
      expect(Math.abs(fastestKernels.sumOfSquares(a) / typescriptKernels.sumOfSquares(a) - 1)).toBeLessThan(
        1e-14,
      );
    }
  });

  it('kick-drift-kick: the plain twin’s states, floors at the same step', () => {
    for (const size of sizes) {
      for (const scale of scales) {
        const twin = steps(typescriptKernels, size, single, scale);
        const own = steps(fastestKernels, size, single, scale);
        expectTwins(own.weights, twin.weights);
        expectTwins(own.velocity, twin.velocity);
        expect(own.done).toBe(20);
      }
    }
  });
});

describe('kick-drift-kick in WebAssembly', () => {
  it('stops where the state is no longer finite, at the twin’s step', () => {
    const done = [typescriptKernels, fastestKernels].map((kernels) => {
      const [weights, velocity, gradient] = arraysOf(kernels, 5, false, 5e154);
      velocity.fill(0);
      return kernels.kickDriftKick(springs(kernels, 5), weights, velocity, gradient, planOf(20));
    });
    expect(done[0]).toBeGreaterThan(0);
    expect(done[0]).toBeLessThan(20);
    expect(done[1]).toBe(done[0]);
  });
});
