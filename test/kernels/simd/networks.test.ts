import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import { networkForce } from '../../../src/kernels/typescript/networkForce.ts';
import type {
  CostKind,
  KernelActivation,
  Kernels,
  NetworkKernel,
  Reals,
} from '../../../src/kernels/types.ts';
import { convRingKernel } from '../../../src/physics/networks/conv-ring/kernel.ts';
import { deepRingKernel } from '../../../src/physics/networks/deep-ring/kernel.ts';
import { denseKernel } from '../../../src/physics/networks/dense/kernel.ts';
import { ringTwoLayerKernel } from '../../../src/physics/networks/ring-two-layer/kernel.ts';
import { bits } from '../../helpers/run.ts';

/** Numbers between −1 and 1, the same for every run. */
const numbers = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));

const kinds = ['linear', 'tanh', 'sigmoid', 'relu', 'softplus', 'sin', 'quadratic', 'affine'] as const;
const activationOf = (kind: KernelActivation['kind']): KernelActivation => ({ kind, p: 0.4, q: 0.9, r: 0.3 });
const tanh = activationOf('tanh');
const linear = activationOf('linear');

type Make = (kernels: Kernels) => NetworkKernel;

const dense =
  (sizes: readonly number[], hidden = tanh, output = linear): Make =>
  (kernels) =>
    denseKernel(
      {
        sizes,
        activation: hidden,
        outputActivation: output,
        weightScale: sizes.slice(1).map((_, m) => 1 / (1 + 0.7 * m)),
        biasScale: sizes.slice(1).map((_, m) => 1 - 0.3 * m),
      },
      kernels,
    );
const deep =
  (N: number, reach: number, residual: boolean, biases: boolean, activation = tanh): Make =>
  (kernels) =>
    deepRingKernel({ N, depth: 3, reach, activation, outputActivation: linear, residual, biases }, kernels);
const conv =
  (N: number, reach: number, channels: readonly number[], biases: boolean, activation = tanh): Make =>
  (kernels) =>
    convRingKernel({ N, channels, reach, activation, outputActivation: linear, biases }, kernels);
const twoLayer =
  (N: number): Make =>
  (kernels) =>
    ringTwoLayerKernel({ N, p: 0.4, q: 0.9, r: 0.3 }, kernels);

const networks: readonly (readonly [string, Make, number])[] = [
  ['dense 2-8-8-1', dense([2, 8, 8, 1]), 2],
  ['dense 3-5-7-2', dense([3, 5, 7, 2]), 3],
  ['dense 1-1-1', dense([1, 1, 1]), 1],
  ['dense 9-17-4', dense([9, 17, 4]), 9],
  ...kinds.map((kind) => [`dense of ${kind}`, dense([2, 5, 3], activationOf(kind)), 2] as const),
  ['dense with outputs of sigmoid', dense([2, 5, 3], tanh, activationOf('sigmoid')), 2],
  ['deep ring of 7', deep(7, 1, false, true), 7],
  ['deep ring of 8, residual, reach 2', deep(8, 2, true, true), 8],
  ['deep ring of 9, residual, reach 3, without biases', deep(9, 3, true, false, activationOf('sigmoid')), 9],
  ['deep ring of 6, reach 0', deep(6, 0, false, true, activationOf('sin')), 6],
  ['convolutional ring of 7', conv(7, 1, [3], true), 7],
  ['convolutional ring of 9, reach 2', conv(9, 2, [2, 3], false, activationOf('relu')), 9],
  ['convolutional ring of 8, reach 0', conv(8, 0, [2], true), 8],
  ...[3, 4, 17, 32].map((N) => [`two-layer ring of ${N}`, twoLayer(N), N] as const),
];

const SAMPLES = 150;
const batches: readonly (Int32Array | null)[] = [
  null,
  ...[1, 2, 3, 8, 11, 64, 65].map((size) => Int32Array.from({ length: size }, (_, n) => (n * 37) % SAMPLES)),
];

/** Whether both sets of kernels give the same numbers, whether a state lies beside their loops or not. */
function expectTwins(make: Make, inputCount: number, cost: CostKind): void {
  const inputs = numbers(SAMPLES * inputCount, 1);
  const [twin, own] = [make(typescriptKernels), make(fastestKernels)];
  const targets = numbers(SAMPLES * twin.outputCount, 2).map((y) => (y + 1) / 2);
  const forces = [twin, own].map((kernel) => networkForce(kernel, cost, inputs, targets));
  const W = numbers(twin.size, 3);
  const gradientOf = (n: number, weights: Reals, out: Reals, batch: Int32Array | null): string => {
    weights.set(W);
    out.fill(NaN);
    forces[n].gradient(weights, batch, 1, out);
    return bits(out);
  };
  const size = twin.size;
  const [inside, beside] = [fastestKernels.reals(forces[1], false), fastestKernels.reals(forces[1], false)];
  expect(inside.buffer).not.toBe(new Float64Array(size).buffer);
  for (const batch of batches) {
    const expected = gradientOf(0, new Float64Array(size), new Float64Array(size), batch);
    expect(gradientOf(1, new Float64Array(size), new Float64Array(size), batch)).toBe(expected);
    expect(gradientOf(1, inside, beside, batch)).toBe(expected);
    const single = gradientOf(0, new Float32Array(size), new Float32Array(size), batch);
    expect(gradientOf(1, new Float32Array(size), new Float32Array(size), batch)).toBe(single);
  }
}

/** Outputs, and their derivatives along a direction forward and backward, as bits. */
function derivativesOf(kernel: NetworkKernel, inputs: Float64Array, width: number): string {
  const [W, D] = [numbers(kernel.size, 3), numbers(kernel.size, 4)];
  const count = kernel.outputCount * width;
  kernel.load(inputs, null, 0, width);
  const rates = kernel.rates();
  rates.forward(W, D, width, true);
  const rows = [kernel.outputs, rates.first, rates.second].map((row) => bits(row.slice(0, count)));
  kernel.slope.set(numbers(count, 5));
  rates.slopeRate.set(numbers(count, 6));
  const out = new Float64Array(kernel.size);
  rates.backward(W, D, width, out);
  return [...rows, bits(out)].join(' ');
}

describe('networks in WebAssembly', () => {
  it.each(networks)('%s: gradients have the plain twin’s bits, batches of 1 to 150', (_, make, inputCount) =>
    expectTwins(make, inputCount, 'squared'),
  );

  it.each(['absolute', 'cross-entropy'] as const)('%s: gradients have the plain twin’s bits', (cost) => {
    expectTwins(dense([2, 5, 1]), 2, cost);
    expectTwins(dense([2, 5, 3]), 2, cost);
    expectTwins(deep(7, 1, true, true), 7, cost);
  });

  it.each(networks)('%s: derivatives along a direction have the plain twin’s bits', (_, make, inputCount) => {
    const [twin, own] = [make(typescriptKernels), make(fastestKernels)];
    const inputs = numbers(SAMPLES * inputCount, 1);
    for (const width of [1, 3, 8, 64].filter((width) => width <= twin.tile)) {
      expect(derivativesOf(own, inputs, width)).toBe(derivativesOf(twin, inputs, width));
    }
  });

  it.each(networks)(
    '%s: tangent kernels have the plain twin’s bits, of 1 to 70 samples',
    (_, make, inputCount) => {
      const [twin, own] = [make(typescriptKernels), make(fastestKernels)];
      const inputs = numbers(SAMPLES * inputCount, 1);
      const W = numbers(twin.size, 3);
      for (const count of [1, 3, twin.outputCount < 4 ? 70 : 9]) {
        const size = count * twin.outputCount;
        const [expected, found] = [twin, own].map((kernel) => {
          const out = new Float64Array(size * size);
          kernel.tangentKernel?.(W, inputs, null, count, out);
          return bits(out);
        });
        expect(found).toBe(expected);
      }
    },
  );

  it.each(['tanh', 'sigmoid'] as const)(
    '%s: has the plain twin’s bits from −800 to 800, at ±0, ±∞, NaN',
    (kind) => {
      const values = [0, -0, NaN, Infinity, -Infinity, 20, -20, 1e-320, -745.13, -745.2, -708.5, -709, -746];
      for (let n = 1; n <= 20000; n++)
        values.push(800 * Math.sin(n) ** 9, Math.sin(n), 40 * Math.sin(n) ** 3);
      const rows = [typescriptKernels, fastestKernels].map((kernels) => {
        const loops = kernels.rows(1, 4 * values.length + 64);
        const [z, value, slope, bend] = Array.from({ length: 4 }, () => loops.room(values.length));
        z.set(values);
        loops.activate(activationOf(kind), z, values.length, value, 0, slope, bend);
        return [value, slope, bend];
      });
      // The bits of a NaN mean nothing.
      const different = values.filter((_x, n) => rows[0].some((row, m) => !Object.is(row[n], rows[1][m][n])));
      expect(different).toEqual([]);
    },
  );

  it('a sequence of loops is noted once for each width, and serves any state beside the loops', () => {
    const loops = fastestKernels.rows(4, 100);
    const [source, target] = [loops.room(6), loops.room(6)];
    source.set(numbers(6, 1));
    const states = [2, 3].map((seed) => {
      const state = loops.reals(false);
      if (state === null) throw new Error('no room for a state');
      state.set(numbers(4, seed));
      return state;
    });
    let taken = 0;
    const sequence = loops.sequence((weights, width, out) => {
      taken++;
      loops.fill(0.5, 2 * width, target, 0);
      loops.multiply(weights, 0, 2, 1, 2, 2, 0.7, source, width, target);
      if (out !== null) loops.addSums(target, 0, 2, width, 1, out, 0, 1);
    });
    const taking = (weights: Reals, width: number): string => {
      const out = loops.reals(false);
      sequence(weights, width, out);
      const expected = new Float64Array(6).fill(0.5, 0, 2 * width);
      typescriptKernels.rows(4, 1).multiply(weights, 0, 2, 1, 2, 2, 0.7, source, width, expected);
      expect(bits(target.slice(0, 2 * width))).toBe(bits(expected.slice(0, 2 * width)));
      return bits(out ?? []);
    };
    const first = taking(states[0], 3);
    expect(taking(states[1], 3)).not.toBe(first);
    expect(taking(states[0], 3)).toBe(first);
    expect(taken).toBe(1);
    taking(states[0], 2);
    expect(taken).toBe(2);
    taking(new Float64Array(states[0]), 3);
    expect(taken).toBe(3);
  });

  it('a sequence with a loop that has no number is taken anew every time', () => {
    const loops = fastestKernels.rows(4, 100);
    const [z, value, slope] = Array.from({ length: 3 }, () => loops.room(4));
    const state = loops.reals(false) ?? new Float64Array(0);
    let taken = 0;
    const sequence = loops.sequence((weights, width) => {
      taken++;
      loops.fillRows(weights, 0, 1, 1, width, z);
      loops.activate(activationOf('softplus'), z, width, value, 0, slope, null);
    });
    for (const x of [0.3, -1]) {
      state[0] = x;
      sequence(state, 4, null);
      expect(value[3]).toBeCloseTo(Math.log1p(Math.exp(x)), 14);
    }
    expect(taken).toBeGreaterThan(1);
  });

  it('more scratch than was announced: the plain loops go on over the same rows', () => {
    const [twin, own] = [typescriptKernels, fastestKernels].map((kernels) => {
      const loops = kernels.rows(4, 8);
      const source = loops.room(6);
      const target = loops.room(1e6);
      source.set(numbers(6, 1));
      loops.multiply(numbers(4, 2), 0, 2, 1, 2, 2, 0.7, source, 3, target);
      return bits(target.slice(0, 6));
    });
    expect(own).toBe(twin);
  });
});
