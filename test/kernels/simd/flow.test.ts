import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import type { Force, Kernels, Reals } from '../../../src/kernels/types.ts';
import { flowPolynomials } from '../../../src/physics/integrators/flowPolynomial.ts';
import { bits } from '../../helpers/run.ts';

const numbers = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));
const positive = (length: number, seed: number): Float64Array =>
  numbers(length, seed).map((x) => 0.6 + 0.5 * x);

type Make = (kernels: Kernels) => Force;
const ring =
  (size: number): Make =>
  (kernels) =>
    kernels.ring(positive(size, 1), positive(size, 2), numbers(size, 3));
const torus =
  (rows: number, columns: number): Make =>
  (kernels) => {
    const size = rows * columns;
    return kernels.torus(rows, columns, positive(2 * size, 1), positive(size, 2), numbers(size, 3));
  };
const shared =
  (size: number): Make =>
  (kernels) =>
    kernels.ringShared(0.8, 0.1, size, numbers(5 * size, 4), numbers(5 * size, 5));

const lattices: readonly (readonly [string, Make])[] = [
  ...[32, 33, 64, 101].map((size) => [`ring of ${size}`, ring(size)] as const),
  ...(
    [
      [8, 8],
      [5, 7],
      [2, 17],
      [17, 2],
      [9, 5],
    ] as const
  ).map(([rows, columns]) => [`torus of ${rows} × ${columns}`, torus(rows, columns)] as const),
  ['shared ring of 40', shared(40)],
];

/** A few steps of every number of stages, the factor on K changing. */
function flowed(
  kernels: Kernels,
  make: Make,
  single: boolean,
  beside: boolean,
  batch: Int32Array | null = null,
) {
  const force = make(kernels);
  const state = (): Reals => (single ? new Float32Array(force.size) : new Float64Array(force.size));
  const [weights, velocity] = beside
    ? [kernels.reals(force, single), kernels.reals(force, single)]
    : [state(), state()];
  weights.set(numbers(force.size, 6));
  const flow = kernels.flow(force, single);
  flow.begin(weights, batch, 1);
  const sums: number[] = [];
  const of = flowPolynomials(0);
  const changes = make === lattices.at(-1)?.[1] ? 0 : 0.01;
  [1 / 64, 0.3, 1, 1, 4, 9, 16, 4].forEach((z, n) => {
    const [now, after] = [n, n + 1].map((step) => 1 + changes * Math.ceil(step / 2));
    sums.push(flow.step(of(z), z / 20, weights, velocity, batch, now, after, 0.3 + 0.1 * n), flow.squares());
  });
  return { weights, velocity, sums };
}

describe('gradient flows in WebAssembly', () => {
  it.each(lattices)('%s: the twin’s bits in double precision, sums within 1e-12', (_, make) => {
    const twin = flowed(typescriptKernels, make, false, false);
    for (const beside of [true, false]) {
      const own = flowed(fastestKernels, make, false, beside);
      expect(bits(own.weights)).toBe(bits(twin.weights));
      expect(bits(own.velocity)).toBe(bits(twin.velocity));
      own.sums.forEach((sum, n) => expect(Math.abs(sum / twin.sums[n] - 1)).toBeLessThan(1e-12));
    }
  });

  it.each(lattices)('%s: within 1e-5 of the twin in single precision', (_, make) => {
    const twin = flowed(typescriptKernels, make, false, false);
    for (const beside of [true, false]) {
      const own = flowed(fastestKernels, make, true, beside);
      own.weights.forEach((w, i) => expect(Math.abs(w - twin.weights[i])).toBeLessThan(1e-5));
      own.velocity.forEach((v, i) => expect(Math.abs(v - twin.velocity[i])).toBeLessThan(1e-4));
      own.sums.forEach((sum, n) => expect(Math.abs(sum / twin.sums[n] - 1)).toBeLessThan(1e-3));
    }
  });

  it('steps of a batch have the twin’s bits', () => {
    const batch = Int32Array.of(3, 1, 1);
    const twin = flowed(typescriptKernels, shared(40), false, false, batch);
    const own = flowed(fastestKernels, shared(40), false, true, batch);
    expect(bits(own.weights)).toBe(bits(twin.weights));
    expect(bits(own.velocity)).toBe(bits(twin.velocity));
  });

  it('a step of no length goes nowhere, with and without a Hessian', () => {
    const force = ring(40)(typescriptKernels);
    const { hessian, ...without } = force;
    expect(hessian).toBeDefined();
    for (const one of [force, without]) {
      const weights = numbers(40, 6);
      const velocity = numbers(40, 7);
      const flow = typescriptKernels.flow(one, false);
      flow.begin(weights, null, 1);
      flow.step(flowPolynomials(0)(4), 0, weights, velocity, null, 1, 1, 0);
      expect(bits(weights)).toBe(bits(numbers(40, 6)));
      expect(bits(velocity)).toBe(bits(new Float64Array(40)));
    }
  });

  it.each(lattices)('%s: with its Hessian and without, the same step within 1e-9', (_, make) => {
    const { hessian: _hessian, ...without } = make(typescriptKernels);
    const difference = flowed(typescriptKernels, () => without, false, false);
    const own = flowed(typescriptKernels, make, false, false);
    own.weights.forEach((w, i) => expect(Math.abs(w - difference.weights[i])).toBeLessThan(1e-9));
  });

  it('a field that has decayed ends in exact zeros', () => {
    for (const kernels of [typescriptKernels, fastestKernels]) {
      const force = kernels.ring(positive(40, 1), positive(40, 2), null);
      const [weights, velocity] = [kernels.reals(force, false), kernels.reals(force, false)];
      weights.set(numbers(40, 6).map((x) => 1e-148 * x));
      const flow = kernels.flow(force, false);
      flow.begin(weights, null, 1);
      const shape = flowPolynomials(0)(16);
      for (let n = 0; n < 20; n++) flow.step(shape, 3, weights, velocity, null, 1, 1, 1);
      expect(bits(weights)).toBe(bits(new Float64Array(40)));
      expect(bits(velocity)).toBe(bits(new Float64Array(40)));
    }
  });
});
