import { describe, expect, it } from 'vitest';
import { attachTest, datasets } from '../../../src/physics/data/index.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { Couplings, SystemPart } from '../../../src/physics/types.ts';
import { systems, type SystemKind } from '../../../src/physics/systems.ts';
import { worstRelative } from '../../helpers/reference.ts';
import {
  buildSystem,
  contextOf,
  generate,
  samplesOf,
  valuesOf,
  type Settings,
} from '../../helpers/systems.ts';

type DataKind = keyof typeof datasets;
const sizesFor: Readonly<Record<string, number[]>> = { sine: [1, 8, 1] };
const fitting = Object.entries(systems).flatMap(([kind, part]: [string, SystemPart]) =>
  part.data.map((data) => [kind as SystemKind, data as DataKind] as const),
);

describe('every generator on every system that lists it', () => {
  it.each(fitting)(
    '%s with %s: makes finite samples of the right size, the same for the same seed',
    (kind, name) => {
      const settings: Settings = kind === 'dense' ? { sizes: sizesFor[name] ?? [2, 8, 1] } : {};
      const context = contextOf(kind, settings, 4);
      const data = generate(name, {}, context);
      const shape = context.shape ?? { inputs: 0, outputs: 0 };
      expect(data.inputs).toHaveLength(data.sampleCount * shape.inputs);
      expect(data.targets).toHaveLength(data.sampleCount * shape.outputs);
      expect([...data.inputs, ...data.targets].every(Number.isFinite)).toBe(true);
      expect(generate(name, {}, contextOf(kind, settings, 4))).toEqual(data);
      if (data.test) expect(data.test.inputs).toHaveLength(data.test.sampleCount * shape.inputs);
      expect(buildSystem(kind, settings, data).weightCount).toBeGreaterThan(0);
    },
  );

  it('registry: every part stands under its own kind', () => {
    for (const [kind, part] of Object.entries(datasets)) expect(part.kind).toBe(kind);
  });
});

describe('uniform-bonds', () => {
  it.each([
    ['ring-shared', { N: 10, p: 0.8, q: 0.3 }],
    ['torus-shared', { rows: 4, columns: 6, p: -0.8, q: 0.3 }],
    ['ring-perceptron', { N: 6, p: 0.8, q: 0.3 }],
  ] as const)('%s: K = 1.7 (even bonds in Example 1), J = 0.6 and vacuum 0 to 1e-13', (kind, settings) => {
    const data = generate('uniform-bonds', { K: 1.7, J: 0.6 }, contextOf(kind, settings));
    const { K, J, shift, constant } = buildSystem(kind, settings, data).couplings(null) as Couplings;
    const expected = K.map((_, b) => (kind === 'ring-perceptron' && b % 2 === 1 ? 0 : 1.7));
    expect(worstRelative(K, expected)).toBeLessThan(1e-13);
    expect(
      worstRelative(
        J,
        J.map(() => 0.6),
      ),
    ).toBeLessThan(1e-13);
    expect(Math.max(...shift.map(Math.abs), constant)).toBe(0);
  });

  it('odd lattices, p = 0 and other systems are refused', () => {
    const make = (kind: SystemKind, settings: Settings) => () =>
      generate('uniform-bonds', {}, contextOf(kind, settings));
    expect(make('ring-shared', { N: 9 })).toThrow('system.N even');
    expect(make('torus-shared', { rows: 3, columns: 4 })).toThrow('system.rows and system.columns even');
    expect(make('ring-shared', { N: 8, p: 0 })).toThrow('system.p other than 0');
    expect(make('ring-two-layer', {})).toThrow('a system whose couplings');
    expect(make('scalar-field-1d', {})).toThrow('takes no data');
  });
});

describe('incidence', () => {
  it('K = 0 on a bond and profiles by name: the couplings come out as given, to 1e-13', () => {
    const settings = { N: 4, p: 0.5, q: 1 };
    const data = generate(
      'incidence',
      { K: [1, 0, 2, 3], J: 'cosine' },
      contextOf('linear-neuron', settings),
    );
    const { K, J, bonds } = buildSystem('linear-neuron', settings, data).couplings(null) as Couplings;
    expect(bonds).toBeUndefined();
    expect(worstRelative(K, [1, 0, 2, 3])).toBeLessThan(1e-13);
    expect(worstRelative(J, [1.5, 1, 0.5, 1])).toBeLessThan(1e-13);
  });

  it('couplings beyond the declared bonds, or on a bond declared twice, list their own pairs', () => {
    const settings = { N: 4, bonds: [[0, 1]] };
    const data = samplesOf([[1, 0, -2, 0]], [[0]]);
    const far = buildSystem('linear-neuron', settings, data).couplings(null) as Couplings;
    expect(far.bonds).toEqual([[0, 2]]);
    expect(far.K).toHaveLength(1);
    const twice = {
      N: 4,
      bonds: [
        [0, 1],
        [1, 0],
      ],
    };
    const made = generate('incidence', { K: 1, J: 0 }, contextOf('linear-neuron', twice));
    expect(buildSystem('linear-neuron', twice, made).couplings(null)?.bonds).toEqual([[0, 1]]);
    expect(buildSystem('linear-neuron', twice, made).couplings(null)?.K[0]).toBeCloseTo(2, 14);
  });

  it('negative couplings and bonds that do not exist are refused by their path', () => {
    const make = (values: Settings) => () =>
      generate('incidence', values, contextOf('linear-neuron', { N: 4 }));
    expect(make({ K: [1, 1, -2, 1] })).toThrow('K[2]: -2');
    expect(make({ J: -1 })).toThrow('J: -1');
    expect(make({ K: [1] })).toThrow('array of 4 numbers');
    const bad = {
      N: 4,
      bonds: [
        [0, 1],
        [1, 7],
      ],
    };
    expect(() => buildSystem('linear-neuron', bad, samplesOf([[1, 1, 1, 1]], [[0]]))).toThrow(
      'bonds[1][1]: 7',
    );
    const oblong = { N: 4, shape: [3, 2] };
    expect(() => buildSystem('linear-neuron', oblong, samplesOf([[1, 1, 1, 1]], [[0]]))).toThrow(
      'shape: [3,2]',
    );
  });
});

describe('rings', () => {
  it('sinusoid: two samples of one wave make uniform couplings on ring-shared to 1e-13', () => {
    const settings = { N: 9, p: 1 };
    const data = generate('sinusoid', { samples: 2, modes: 1 }, contextOf('ring-shared', settings));
    const { K, J } = buildSystem('ring-shared', settings, data).couplings(null) as Couplings;
    const cosine = Math.cos((2 * Math.PI) / 9);
    expect(
      worstRelative(
        K,
        K.map(() => 2 * cosine),
      ),
    ).toBeLessThan(1e-13);
    expect(
      worstRelative(
        J,
        J.map(() => 4 * (1 - cosine)),
      ),
    ).toBeLessThan(1e-13);
  });

  it('sinusoid: alternating signs turn the sign of every K of Example 1, and need an even ring (E2)', () => {
    const settings = { N: 8, p: 0.7, q: 0.2 };
    const sources = (signs: string): Couplings => {
      const values = { samples: 4, modes: 2, signs, targets: 'rest' };
      const data = generate('sinusoid', values, contextOf('ring-perceptron', settings));
      return buildSystem('ring-perceptron', settings, data).couplings(null) as Couplings;
    };
    const [same, alternating] = [sources('same'), sources('alternating')];
    expect(Math.max(...same.K.filter((_, bond) => bond % 2 === 0))).toBeLessThan(0);
    alternating.K.forEach((K, bond) => expect(K + same.K[bond]).toBeCloseTo(0, 14));
    // Targets at rest: the vacuum is 0 and costs nothing.
    for (const w of same.shift) expect(Math.abs(w)).toBeLessThan(1e-14);
    expect(same.constant).toBeCloseTo(0, 14);
    const odd = contextOf('ring-perceptron', { N: 7, p: 1, q: 0 });
    expect(() => generate('sinusoid', { signs: 'alternating' }, odd)).toThrow(
      /signs: "alternating": expected "same": 7/,
    );
  });

  it('step: the stiffness jumps from 2p² high² to 2p² low², and the vacuum is 0', () => {
    const data = generate('step', { high: 1, low: 0.5 }, contextOf('ring-shared', { N: 8, p: 1, q: 0.7 }));
    const couplings = buildSystem('ring-shared', { N: 8, p: 1, q: 0.7 }, data).couplings(null) as Couplings;
    expect([...couplings.K]).toEqual([2, 2, 2, 1, 0.5, 0.5, 0.5, 1]);
    expect(Math.max(...couplings.shift.map(Math.abs))).toBe(0);
  });

  it.each(['ring-perceptron', 'ring-shared', 'torus-shared', 'linear-neuron'] as const)(
    'teacher: a network of the same kind (%s) can reach cost 0, to 1e-20',
    (kind) => {
      const data = generate('teacher', { samples: 5, testSamples: 3 }, contextOf(kind));
      const system = buildSystem(kind, {}, data);
      const { shift, constant } = system.couplings(null) as Couplings;
      expect(constant).toBeLessThan(1e-20 * system.cost(new Float64Array(system.weightCount), null, 1));
      if (kind === 'ring-shared') expect(system.testCost(shift)).toBeLessThan(1e-18);
    },
  );

  it('smooth-random: targets "rest" put the vacuum at 0', () => {
    const data = generate('smooth-random', { targets: 'rest' }, contextOf('ring-shared', { q: 0.4 }));
    expect(new Set(data.targets)).toEqual(new Set([0.4]));
  });
});

describe('dense sets', () => {
  it('addition: teaches 7+2, 5+3, 4+2, 3+1 and asks 5+4, times the scale', () => {
    const data = generate('addition', { scale: 1 }, contextOf('dense'));
    expect([...data.inputs]).toEqual([7, 2, 5, 3, 4, 2, 3, 1]);
    expect([...data.targets]).toEqual([9, 8, 6, 4]);
    expect([...(data.test?.inputs ?? []), ...(data.test?.targets ?? [])]).toEqual([5, 4, 9]);
    expect(generate('addition', { scale: 0.1 }, contextOf('dense')).targets[0]).toBeCloseTo(0.9, 15);
  });

  it('xor: opposite corners share a class; targets are ±1, 0/1 for cross-entropy, one-hot for two outputs', () => {
    const targets = (settings: Settings) => [...generate('xor', {}, contextOf('dense', settings)).targets];
    expect([...generate('xor', {}, contextOf('dense')).inputs]).toEqual([-1, -1, 1, -1, -1, 1, 1, 1]);
    expect(targets({})).toEqual([-1, 1, 1, -1]);
    expect(targets({ cost: 'cross-entropy' })).toEqual([0, 1, 1, 0]);
    expect(targets({ sizes: [2, 4, 2] })).toEqual([1, 0, 0, 1, 0, 1, 1, 0]);
  });

  it('spiral and gaussians: as many classes as outputs', () => {
    for (const name of ['spiral', 'gaussians'] as const) {
      const { targets } = generate(name, { samples: 9 }, contextOf('dense', { sizes: [2, 4, 3] }));
      const labels = Array.from({ length: 9 }, (_, l) => targets.subarray(3 * l, 3 * l + 3).indexOf(1));
      expect(labels).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
    }
  });

  it.each(['xor', 'circle', 'spiral', 'gaussians', 'sine', 'addition'] as const)(
    '%s: sizes that do not fit are refused and shown',
    (name) => {
      expect(() => generate(name, {}, contextOf('dense', { sizes: [3, 4, 1] }))).toThrow(
        /system\.sizes that begin with . and end with .*\[3,4,1\]/,
      );
    },
  );

  it('cross-entropy: targets outside [0, 1] are refused by the system', () => {
    const make = () => buildSystem('dense', { cost: 'cross-entropy' }, samplesOf([[1, 2]], [[-1]]));
    expect(make).toThrow('cost: "cross-entropy"');
  });
});

describe('explicit', () => {
  const make = (values: Settings) => () => generate('explicit', values, contextOf('ring-shared', { N: 3 }));

  it('defaults: one sample of ones with targets 0', () => {
    expect(make({})()).toEqual(samplesOf([[1, 1, 1]], [[0, 0, 0]]));
  });

  it('rows that do not fit are refused by their path', () => {
    expect(
      make({
        X: [
          [1, 2, 3],
          [1, 2],
        ],
      }),
    ).toThrow('X[1]: [1,2]: expected N = 3 numbers');
    expect(make({ X: [[1, 2, 3]], Y: [[1]] })).toThrow('Y[0]: [1]: expected outputs = 3 numbers');
    expect(
      make({
        X: [[1, 2, 3]],
        Y: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      }),
    ).toThrow('Y: ');
    expect(make({ X: [] })).toThrow('X: []: expected at least one sample');
    expect(make({ Xdot: [[1, 2]] })).toThrow('Xdot[0]');
  });

  it('test samples: are attached, make no force, and have their own cost', () => {
    const settings = { N: 3, p: 1, q: 0 };
    const shape = { inputs: 3, outputs: 3 };
    const data = samplesOf([[1, 2, 3]], [[0, 1, 0]]);
    const tested = attachTest(data, [[1, 0, 0]], [[0, 0, 2]], shape);
    const [plain, asked] = [data, tested].map((each) => buildSystem('ring-shared', settings, each));
    const weights = Float64Array.of(1, 2, 3);
    expect(asked.cost(weights, null, 1)).toBe(plain.cost(weights, null, 1));
    expect([asked.testCount, asked.testCost(weights), plain.testCost(weights)]).toEqual([1, 1 + 1 + 4, 0]);
    const outputs = new Float64Array(3);
    asked.testOutputs(weights, outputs);
    expect([...outputs]).toEqual([1, -1, 0]);
    expect(() => attachTest(data, [[1]], [[0, 0, 2]], shape)).toThrow('test.X[0]');
  });
});

describe('random streams', () => {
  it('data: another seed gives other samples', () => {
    const make = (seed: number) => generate('smooth-random', {}, contextOf('ring-shared', {}, seed)).inputs;
    expect(make(1)).not.toEqual(make(2));
    expect(valuesOf(datasets.teacher).samples).toBe(8);
    expect(createRandom(1, 'data').uint32()).toBe(createRandom(1, 'data').uint32());
  });
});
