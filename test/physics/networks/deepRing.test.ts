import { describe, expect, it } from 'vitest';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import { wrap } from '../../../src/physics/lattice/ring.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { System } from '../../../src/physics/types.ts';
import { contextOf as integratorContext, run } from '../../helpers/dynamics.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import {
  buildSystem,
  contextOf,
  generate,
  gradientOf,
  hessianTimes,
  normals,
  randomSystem,
  samplesOf,
  type Rows,
} from '../../helpers/systems.ts';

interface Case {
  name: string;
  N: number;
  depth: number;
  reach: number;
  activation: string;
  output_activation: string;
  residual: boolean;
  biases: boolean;
  gamma: number;
  X: Rows;
  Y: Rows;
  W0: number[];
  V0: number[];
  expected: {
    Z0: Rows;
    cost0: number;
    grad0: number[];
    kdk: { h: number; steps: number; W: Rows; V: Rows };
  };
}

const { cases } = readReference<{ cases: Case[] }>('deep_ring');

const outputsOf = (system: System, weights: Float64Array): Float64Array => {
  const out = new Float64Array(system.sampleCount * system.outputCount);
  system.outputs(weights, out);
  return out;
};

describe.each(cases)('deep_ring $name', ({ output_activation, X, Y, W0, V0, gamma, expected, ...rest }) => {
  const { N, depth, reach, activation, residual, biases } = rest;
  const settings = { N, depth, reach, activation, outputActivation: output_activation, residual, biases };
  const system = buildSystem('deep-ring', settings, samplesOf(X, Y));
  const weights = Float64Array.from(W0);

  it('outputs, cost and gradient: agree to 1e-12', () => {
    expect(worstRelative(outputsOf(system, weights), expected.Z0.flat())).toBeLessThan(1e-12);
    expect(worstRelative([system.cost(weights, null, 1)], [expected.cost0])).toBeLessThan(1e-12);
    expect(worstRelative(gradientOf(system, weights), expected.grad0)).toBeLessThan(1e-12);
  });

  it('kick-drift-kick: every step agrees to 1e-12', () => {
    const { h, steps, W, V } = expected.kdk;
    const expansion = deSitter.create({ gamma }, 2);
    const integrator = secondOrder.create(
      { dt: 'auto', substeps: 1, precision: 'f64' },
      integratorContext(system.force, expansion, 1),
    );
    // Row 0 is the start.
    expect(W).toHaveLength(steps + 1);
    W.forEach((row, k) => {
      const end = run(integrator, { weights: W0, velocity: V0 }, 0, h, k);
      expect(worstRelative(end.weights, row)).toBeLessThan(1e-12);
      expect(worstRelative(end.velocity, V[k])).toBeLessThan(1e-12);
    });
  });
});

describe('deep-ring beside a dense network with banded matrices', () => {
  const [N, depth, reach] = [6, 3, 1];
  const sampleCount = 5;
  const random = createRandom(31, 'data');
  const [inputs, targets] = [normals(random, sampleCount * N), normals(random, sampleCount * N)];
  const data = { sampleCount, inputs, targets };
  const fan = 2 * reach + 2;
  const ring = buildSystem('deep-ring', { N, depth, reach, residual: false, biases: true }, data);
  const dense = buildSystem('dense', { sizes: Array(depth + 1).fill(N) }, data);
  /** Weight of the dense network that is weight n of the ring. */
  const place = Array.from({ length: N * depth * fan }, (_, n) => {
    const [neuron, k] = [Math.floor(n / fan), n % fan];
    const [m, i] = [Math.floor(neuron / N), neuron % N];
    const layer = m * N * (N + 1);
    return k === fan - 1 ? layer + N * N + i : layer + i * N + wrap(i + k - reach, N);
  });
  const spread = (small: Float64Array): Float64Array => {
    const large = new Float64Array(dense.weightCount);
    small.forEach((value, n) => (large[place[n]] = value));
    return large;
  };
  const gather = (large: Float64Array): number[] => place.map((n) => large[n]);
  const weights = normals(random, ring.weightCount);
  const vector = normals(random, ring.weightCount);

  it('outputs and cost: agree to 1e-13', () => {
    expect(worstRelative(outputsOf(ring, weights), outputsOf(dense, spread(weights)))).toBeLessThan(1e-13);
    const cost = dense.cost(spread(weights), null, 1);
    expect(Math.abs(ring.cost(weights, null, 1) / cost - 1)).toBeLessThan(1e-13);
  });

  it('gradient and Hessian product: are the rows of the band, to 1e-12', () => {
    expect(worstRelative(gradientOf(ring, weights), gather(gradientOf(dense, spread(weights))))).toBeLessThan(
      1e-12,
    );
    const product = hessianTimes(dense, spread(weights), spread(vector));
    expect(worstRelative(hessianTimes(ring, weights, vector), gather(product))).toBeLessThan(1e-12);
  });
});

describe('deep-ring beside Example 2', () => {
  const N = 7;
  const random = createRandom(32, 'data');
  const data = { sampleCount: 3, inputs: normals(random, 3 * N), targets: normals(random, 3 * N) };
  const [p, q, r] = [0.4, 0.9, 0.3];
  const example = buildSystem('ring-two-layer', { N, p, q, r }, data);
  const activation = { kind: 'quadratic', p, q, r };
  const settings = { N, depth: 2, reach: 1, activation, residual: false, biases: false };
  const ring = buildSystem('deep-ring', settings, data);
  /**
   * Weight of the deep ring that is weight n of Example 2; the others are 0. Hidden k hears X_{k−1} and X_k
   * (s = −1, 0), output i hears hidden i and i + 1 (s = 0, 1).
   */
  const place = Array.from({ length: 4 * N }, (_, n) => {
    const second = n >= 2 * N;
    const k = second ? n - 2 * N : n;
    const end = k >> 1;
    if (second) return 3 * N + 3 * end + 1 + (k & 1);
    return k % 2 === 0 ? 3 * end + 1 : 3 * wrap(end + 1, N);
  });
  const small = normals(random, 4 * N);
  const large = new Float64Array(6 * N);
  small.forEach((value, n) => (large[place[n]] = value));

  it('outputs, cost and gradient: agree to 1e-13 where the third neighbour is 0', () => {
    expect(worstRelative(outputsOf(ring, large), outputsOf(example, small))).toBeLessThan(1e-13);
    expect(worstRelative([ring.cost(large, null, 1)], [example.cost(small, null, 1)])).toBeLessThan(1e-13);
    const gradient = gradientOf(ring, large);
    expect(
      worstRelative(
        place.map((n) => gradient[n]),
        gradientOf(example, small),
      ),
    ).toBeLessThan(1e-13);
  });
});

describe('deep-ring by itself', () => {
  it('locality: an input moves only the outputs within depth · reach sites', () => {
    const [N, depth, reach] = [16, 3, 2];
    const random = createRandom(33, 'data');
    const system = randomSystem('deep-ring', { N, depth, reach, residual: true }, 1, random);
    const weights = normals(random, system.weightCount);
    const at = normals(random, N);
    const before = system.evaluate(weights, at);
    const moved = at.slice();
    moved[5] += 0.3;
    const after = system.evaluate(weights, moved);
    for (let i = 0; i < N; i++) {
      const away = Math.abs(i - 5);
      const near = Math.min(away, N - away) <= depth * reach;
      expect(after[i] !== before[i]).toBe(near);
    }
  });

  it('residual: with all weights 0 but the last layer’s middle ones, it hands its inputs through', () => {
    const [N, depth] = [5, 4];
    const random = createRandom(34, 'data');
    const system = randomSystem('deep-ring', { N, depth, reach: 1, residual: true }, 1, random);
    const weights = new Float64Array(system.weightCount);
    for (let i = 0; i < N; i++) weights[3 * (N * (depth - 1) + i) + 1] = 1;
    const inputs = normals(random, N);
    expect(system.evaluate(weights, inputs)).toEqual(inputs);
  });

  it('turned by one site: weights and data that are turned together give the same cost to 1e-13', () => {
    const [N, depth, reach] = [6, 3, 2];
    const random = createRandom(35, 'data');
    const fan = 2 * reach + 2;
    const data = { sampleCount: 2, inputs: normals(random, 2 * N), targets: normals(random, 2 * N) };
    const turned = (rows: Float64Array, width: number): Float64Array =>
      rows.map((_, n) => {
        const [row, rest] = [Math.floor(n / (N * width)), n % (N * width)];
        return rows[row * N * width + ((rest + width) % (N * width))];
      });
    const settings = { N, depth, reach, biases: true, activation: 'softplus' };
    const weights = normals(random, N * depth * fan);
    const one = buildSystem('deep-ring', settings, data).cost(weights, null, 1);
    const other = buildSystem('deep-ring', settings, {
      ...data,
      inputs: turned(data.inputs, 1),
      targets: turned(data.targets, 1),
    });
    expect(Math.abs(other.cost(turned(weights, fan), null, 1) / one - 1)).toBeLessThan(1e-13);
  });

  it('teacher: its targets are reached exactly, from the same weights', () => {
    const settings = { N: 6, depth: 3, reach: 1 };
    const data = generate('teacher', { samples: 4, scale: 0.6 }, contextOf('deep-ring', settings, 9));
    const random = createRandom(9, 'data');
    expect(data.inputs).toEqual(normals(random, 24));
    const weights = normals(random, 54).map((w) => 0.6 * w);
    expect(buildSystem('deep-ring', settings, data).cost(weights, null, 1)).toBe(0);
  });

  it('rest targets: no weight is pulled at W = 0, whatever the output activation', () => {
    for (const outputActivation of [
      'linear',
      'sigmoid',
      'softplus',
      { kind: 'affine', p: 0.7, q: 0.3 },
      { kind: 'quadratic', p: 0.7, q: 0.2, r: -0.4 },
    ]) {
      const settings = { N: 6, depth: 2, reach: 1, outputActivation };
      const data = generate('smooth-random', { targets: 'rest' }, contextOf('deep-ring', settings));
      const system = buildSystem('deep-ring', settings, data);
      const gradient = gradientOf(system, new Float64Array(system.weightCount));
      expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-15);
    }
  });

  it('reach: 2·reach + 1 <= N, else it is refused by its name', () => {
    expect(() => randomSystem('deep-ring', { N: 5, reach: 2 }, 1, createRandom(1, 'data'))).not.toThrow();
    expect(() => randomSystem('deep-ring', { N: 5, reach: 3 }, 1, createRandom(1, 'data'))).toThrow(
      /^reach: 3: expected at most 2/,
    );
  });

  it('cross-entropy: needs targets between 0 and 1', () => {
    const data = samplesOf([[1, 2, 3]], [[0, 0.5, 1.5]]);
    expect(() => buildSystem('deep-ring', { N: 3, cost: 'cross-entropy' }, data)).toThrow(/^cost: /);
  });
});
