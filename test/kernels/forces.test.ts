import { describe, expect, it } from 'vitest';
import { typescriptKernels as kernels } from '../../src/kernels/index.ts';
import { activate } from '../../src/kernels/typescript/activations.ts';
import { pointCost, pointCurvature, pointSlope } from '../../src/kernels/typescript/costs.ts';
import { networkForce } from '../../src/kernels/typescript/networkForce.ts';
import type { Force, KernelActivation } from '../../src/kernels/types.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import { deepRingKernel, type DeepRingShape } from '../../src/physics/networks/deep-ring/kernel.ts';
import { denseKernel, type DenseShape } from '../../src/physics/networks/dense/kernel.ts';
import { ringTwoLayerKernel } from '../../src/physics/networks/ring-two-layer/kernel.ts';
import { worstRelative } from '../helpers/reference.ts';
import { normals } from '../helpers/systems.ts';

const random = createRandom(11, 'data');
const N = 6;
const L = 3;
const inputs = normals(random, L * N);
const bonds = Int32Array.from([0, 1, 1, 2, 2, 5, 3, 4, 4, 0, 0, 1]);
const shape: DenseShape = {
  sizes: [N, 9, 5, 2],
  activation: { kind: 'tanh', p: 0, q: 0, r: 0 },
  outputActivation: { kind: 'linear', p: 0, q: 0, r: 0 },
  weightScale: [1, 0.5, 2],
  biasScale: [1, 0.3, 1],
};

const deepShape: DeepRingShape = {
  N,
  depth: 3,
  reach: 2,
  activation: shape.activation,
  outputActivation: shape.outputActivation,
  residual: true,
  biases: true,
};

const forces: [string, Force][] = [
  ['ringPerceptron', kernels.ringPerceptron(0.8, 0.1, N, inputs, normals(random, L * N))],
  ['ringShared', kernels.ringShared(0.8, 0.1, N, inputs, normals(random, L * N))],
  ['bondDifference', kernels.bondDifference(0.8, 0.1, N, bonds, inputs, normals(random, L * 6), null)],
  ['linearNeuron', kernels.linearNeuron(0.8, 0.1, N, inputs, normals(random, L))],
  [
    'ringTwoLayer',
    networkForce(
      ringTwoLayerKernel({ p: 0.4, q: 0.9, r: 0.3, N }, kernels),
      'squared',
      inputs,
      normals(random, L * N),
    ),
  ],
  ['twoFieldCell', kernels.twoFieldCell(0.4, 0.9, 0.3, N, inputs, normals(random, L * N))],
  ['fourField', kernels.fourField(0.4, 0.9, 0.3, 2, N, inputs, normals(random, L * N))],
  [
    'twoFieldQuadratic',
    kernels.twoFieldQuadratic(0.9, 0.3, 2, N, {
      Y: normals(random, L * N),
      XY: normals(random, L * N),
      slopeY: normals(random, L * N),
      bendY: normals(random, L * N),
    }),
  ],
  ['dense', networkForce(denseKernel(shape, kernels), 'squared', inputs, normals(random, L * 2))],
  ['deepRing', networkForce(deepRingKernel(deepShape, kernels), 'squared', inputs, normals(random, L * N))],
];

const gradient = (
  force: Force,
  weights: Float64Array,
  batch: Int32Array | null,
  stiffness = 1,
): Float64Array => {
  const out = new Float64Array(force.size).fill(NaN);
  force.gradient(weights, batch, stiffness, out);
  return out;
};

describe.each(forces)('force %s', (_, force) => {
  const weights = normals(random, force.size);

  it('full batch: equals the batch of all indices to 1e-13, also for twice all', () => {
    const all = Int32Array.of(0, 1, 2);
    const whole = gradient(force, weights, null);
    expect(worstRelative(gradient(force, weights, all), whole)).toBeLessThan(1e-13);
    const double = gradient(force, weights, Int32Array.of(2, 0, 1, 0, 1, 2));
    expect(
      worstRelative(
        double.map((g) => g / 2),
        whole,
      ),
    ).toBeLessThan(1e-13);
  });

  it('evaluation: gives the same bits whatever was evaluated before, and leaves the weights alone', () => {
    const before = weights.slice();
    const first = gradient(force, weights, null);
    gradient(
      force,
      weights.map((w) => -w),
      Int32Array.of(1),
    );
    expect(gradient(force, weights, null)).toEqual(first);
    expect(weights).toEqual(before);
  });

  it('stiffness: networks ignore it', () => {
    expect(gradient(force, weights, null, 0.25)).toEqual(gradient(force, weights, null, 1));
  });
});

describe('force ring', () => {
  it('agrees with a double loop to 1e-14, with stiffness 1 and 0.3', () => {
    for (const size of [3, 8]) {
      const [K, J, f, w] = [0, 1, 2, 3].map(() => normals(random, size));
      for (const stiffness of [1, 0.3]) {
        const naive = w.map((_, n) => {
          const [next, last] = [(n + 1) % size, (n + size - 1) % size];
          return J[n] * w[n] + stiffness * (K[n] * (w[n] - w[next]) + K[last] * (w[n] - w[last])) - f[n];
        });
        expect(worstRelative(gradient(kernels.ring(K, J, f), w, null, stiffness), naive)).toBeLessThan(1e-14);
      }
    }
  });

  it('reads K, J and force at every call', () => {
    const [K, J, f] = [1, 2, 3].map((value) => new Float64Array(4).fill(value));
    const force = kernels.ring(K, J, f);
    const w = Float64Array.of(1, 0, 0, 0);
    expect([...gradient(force, w, null)]).toEqual([1, -4, -3, -4]);
    K[0] = 10;
    J[2] = 5;
    f[3] = 0;
    expect([...gradient(force, w, null)]).toEqual([10, -13, -3, -1]);
  });
});

describe('linearNeuron', () => {
  it('many samples: the couplings give what the samples give, to 1e-12', () => {
    const many = normals(random, 50 * N);
    const targets = normals(random, 50);
    const force = kernels.linearNeuron(0.7, 0.2, N, many, targets);
    const w = normals(random, N);
    const each = Int32Array.from({ length: 50 }, (_, l) => l);
    expect(worstRelative(gradient(force, w, null), gradient(force, w, each))).toBeLessThan(1e-12);
  });
});

const kinds: KernelActivation['kind'][] = [
  'linear',
  'tanh',
  'sigmoid',
  'relu',
  'softplus',
  'sin',
  'quadratic',
  'affine',
];

describe.each(kinds)('activation %s', (kind) => {
  const activation = { kind, p: 0.4, q: 0.9, r: 0.3 };
  const z = Float64Array.from({ length: 41 }, (_, n) => (n - 20) / 4 + 0.01);
  const at = (shift: number) => {
    const [value, slope, bend] = [0, 1, 2].map(() => new Float64Array(z.length));
    activate(
      activation,
      z.map((u) => u + shift),
      z.length,
      value,
      0,
      slope,
      bend,
    );
    return { value, slope, bend };
  };

  it("σ' and σ'': agree with central differences to 1e-8", () => {
    const h = 1e-5;
    const [up, down, here] = [at(h), at(-h), at(0)];
    z.forEach((_, n) => {
      expect(Math.abs((up.value[n] - down.value[n]) / (2 * h) - here.slope[n])).toBeLessThan(1e-8);
      expect(Math.abs((up.slope[n] - down.slope[n]) / (2 * h) - here.bend[n])).toBeLessThan(1e-8);
    });
  });

  it('in place: gives the same as into another array', () => {
    const value = z.slice();
    const slope = new Float64Array(z.length);
    activate(activation, value, z.length, value, 0, slope, null);
    expect(value).toEqual(at(0).value);
    expect(slope).toEqual(at(0).slope);
  });
});

describe.each([
  ['squared', [0.3, -1.2, 0.5]],
  ['absolute', [0.3, -1.2, 0.5]],
  ['cross-entropy', [0.2, 0.7, 0.1]],
  ['cross-entropy', [0.4]],
] as const)('cost %s of targets %j', (kind, targets) => {
  const Y = Float64Array.from([9, ...targets]);
  const count = targets.length;
  const Z = normals(random, count).map((value) => 2 * value);
  const h = 1e-5;
  const shifted = (o: number, by: number): Float64Array =>
    Z.map((value, n) => (n === o ? value + by : value));

  it('slope and curvature: agree with central differences to 1e-8', () => {
    const slope = new Float64Array(count);
    pointSlope(kind, Z, 0, 1, Y, 1, count, slope);
    for (let o = 0; o < count; o++) {
      const cost = (by: number): number => pointCost(kind, shifted(o, by), 0, 1, Y, 1, count);
      expect(Math.abs((cost(h) - cost(-h)) / (2 * h) - slope[o])).toBeLessThan(1e-8);
      const [up, down, column, unit] = [0, 1, 2, 3].map(() => new Float64Array(count));
      pointSlope(kind, shifted(o, h), 0, 1, Y, 1, count, up);
      pointSlope(kind, shifted(o, -h), 0, 1, Y, 1, count, down);
      unit[o] = 1;
      pointCurvature(kind, Z, 0, 1, Y, 1, count, unit, column);
      column.forEach((value, n) => expect(Math.abs((up[n] - down[n]) / (2 * h) - value)).toBeLessThan(1e-8));
    }
  });

  it('stride: reads and writes every third number', () => {
    const wide = new Float64Array(3 * count + 2);
    Z.forEach((value, o) => (wide[2 + 3 * o] = value));
    const [out, slope] = [new Float64Array(wide.length), new Float64Array(count)];
    pointSlope(kind, wide, 2, 3, Y, 1, count, out);
    pointSlope(kind, Z, 0, 1, Y, 1, count, slope);
    expect(pointCost(kind, wide, 2, 3, Y, 1, count)).toBe(pointCost(kind, Z, 0, 1, Y, 1, count));
    slope.forEach((value, o) => expect(out[2 + 3 * o]).toBe(value));
  });
});

describe('cost cross-entropy', () => {
  it('large logits: stays finite at ±1000', () => {
    const Z = Float64Array.of(1000, -1000);
    expect(pointCost('cross-entropy', Z, 0, 1, Float64Array.of(0, 1), 0, 2)).toBe(2000);
    expect(pointCost('cross-entropy', Z, 0, 1, Float64Array.of(0), 0, 1)).toBe(1000);
  });
});
