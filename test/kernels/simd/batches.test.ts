import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import type { Force, Kernels, Reals, StepPlan } from '../../../src/kernels/types.ts';
import { torusBonds } from '../../../src/physics/lattice/torus.ts';
import { bits } from '../../helpers/run.ts';

/** Numbers between −1 and 1, the same for every run. */
const numbers = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));

const SAMPLES = 5;
type Make = (kernels: Kernels) => Force;

const ring =
  (kind: 'ringShared' | 'ringPerceptron', N: number): Make =>
  (kernels) =>
    kernels[kind](0.8, 0.1, N, numbers(SAMPLES * N, 1), numbers(SAMPLES * N, 2));
const torus =
  (rows: number, columns: number): Make =>
  (kernels) => {
    const N = rows * columns;
    const [inputs, targets] = [numbers(SAMPLES * N, 1), numbers(SAMPLES * 2 * N, 2)];
    return kernels.bondDifference(0.8, 0.1, N, torusBonds(rows, columns), inputs, targets, { rows, columns });
  };

const field =
  (kind: 'twoFieldCell' | 'twoFieldQuadratic' | 'fourField', points: number, mesh: number): Make =>
  (kernels) => {
    const [a, b, c, d] = [1, 2, 3, 4].map((seed) => numbers(SAMPLES * points, seed));
    if (kind === 'twoFieldCell') return kernels.twoFieldCell(0.4, 0.9, 0.3, points, a, b);
    if (kind === 'fourField') return kernels.fourField(0.4, 0.9, 0.3, mesh, points, a, b);
    return kernels.twoFieldQuadratic(0.9, 0.3, mesh, points, { Y: a, XY: b, slopeY: c, bendY: d });
  };

const forces: readonly (readonly [string, Make])[] = [
  ...[32, 33, 34, 35, 36, 129].flatMap((N) => [
    [`ring-shared of ${N}`, ring('ringShared', N)] as const,
    [`ring-perceptron of ${N}`, ring('ringPerceptron', N)] as const,
  ]),
  ...[
    [2, 17],
    [3, 11],
    [7, 5],
    [16, 2],
    [12, 3],
    [9, 16],
    [10, 4],
  ].map(([rows, columns]) => [`torus-shared ${rows} × ${columns}`, torus(rows, columns)] as const),
  ...[
    [3, 1],
    [4, 1],
    [7, 1],
    [8, 2],
    [12, 3],
    [33, 11],
    [64, 4],
  ].flatMap(([points, mesh]) => [
    [`two fields, quadratic, on ${points} points`, field('twoFieldQuadratic', points, mesh)] as const,
    [`two fields in a cell on ${points} points`, field('twoFieldCell', points, mesh)] as const,
    [`four fields on ${points} points of ${points / mesh} cells`, field('fourField', points, mesh)] as const,
  ]),
];

/** Batches of six steps: single samples that change or stay, a few at a time with repetition. */
/** What is compared: a lattice's full batch needs no gradient. */
const partsOf = ({ samples }: Pick<StepPlan, 'samples'>) =>
  samples === null ? (['weights', 'velocity'] as const) : (['weights', 'velocity', 'gradient'] as const);

const batches: readonly Pick<StepPlan, 'samples' | 'batchSize'>[] = [
  { batchSize: 0, samples: null },
  { batchSize: 1, samples: Int32Array.of(0, 2, 2, 1, 4, 0) },
  { batchSize: 3, samples: Int32Array.of(0, 1, 1, 0, 1, 1, 4, 3, 2, 4, 3, 2, 0, 0, 0, 2, 1, 4) },
];

function planOf(batch: Pick<StepPlan, 'samples' | 'batchSize'>): StepPlan {
  const coefficients = new Float64Array(24).map((_, n) => (n % 2 === 0 ? 0.98 - 0.001 * n : 0.05));
  return { count: 6, h: 0.1, coefficients, stiffness: null, ...batch, squares: new Float64Array(12) };
}

interface End {
  readonly weights: Reals;
  readonly velocity: Reals;
  readonly gradient: Reals;
  readonly squares: Float64Array;
}
/** Six steps. @param outside  the state in arrays of the caller's own */
function run(
  kernels: Kernels,
  make: Make,
  batch: (typeof batches)[number],
  { single = false, outside = false, scale = 1 } = {},
): End {
  const force = make(kernels);
  const plan = planOf(batch);
  const made = (): Reals => (outside ? typescriptKernels : kernels).reals(force, single);
  const [weights, velocity, gradient] = [made(), made(), made()];
  weights.set(numbers(force.size, 3).map((w) => scale * w));
  velocity.set(numbers(force.size, 4).map((v) => scale * v));
  expect(kernels.kickDriftKick(force, weights, velocity, gradient, plan)).toBe(6);
  return { weights, velocity, gradient, squares: plan.squares };
}

describe('batches in WebAssembly', () => {
  it.each(forces)('%s: steps have the plain twin’s bits, wherever the state lies', (_, make) => {
    for (const batch of batches) {
      const twin = run(typescriptKernels, make, batch);
      const inside = run(fastestKernels, make, batch);
      expect(inside.weights.buffer).toBe(inside.gradient.buffer);
      for (const own of [inside, run(fastestKernels, make, batch, { outside: true })]) {
        for (const part of partsOf(batch)) {
          expect(bits(own[part])).toBe(bits(twin[part]));
        }
        twin.squares.forEach((value, n) => expect(Math.abs(own.squares[n] / value - 1)).toBeLessThan(1e-13));
      }
    }
  });

  it.each(forces)('%s: single precision is within 1e-5 of the plain twin’s size', (_, make) => {
    for (const batch of batches) {
      const twin = run(typescriptKernels, make, batch, { single: true });
      const own = run(fastestKernels, make, batch, { single: true });
      for (const part of partsOf(batch)) {
        const size = Math.max(...twin[part].map(Math.abs));
        twin[part].forEach((value, n) => expect(Math.abs(own[part][n] - value) / size).toBeLessThan(1e-5));
      }
    }
  });
});
