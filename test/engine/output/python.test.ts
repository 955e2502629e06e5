import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pythonScript } from '../../../src/engine/output/python/index.ts';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import { parseDocument } from '../../../src/scenario/document.ts';
import type { RunDocument } from '../../../src/scenario/types.ts';
import { shippedDocuments } from '../../helpers/shipped.ts';

const STEPS = 200;

const ring = { kind: 'ring-shared', N: 12, p: 0.8, q: 0.1 };
const second = { kind: 'second-order' };
const document = (sections: object, edits: readonly object[] = []): RunDocument =>
  parseDocument({
    version: 1,
    scenario: { version: 1, title: 'a "quoted"\ntitle', seed: 5, initial: { kind: 'noise' }, ...sections },
    edits,
  });

const fieldsOf = (order: string): object => ({
  system: { kind: 'two-field-1d', N: 5, mesh: 2, p: 0.2, q: 0.3, r: 0.5, order },
  data: { kind: 'smooth-random', samples: 3 },
  batch: { kind: 'mini', size: 2 },
  dynamics: { kind: 'second-order', dt: 0.03125 },
  expansion: { kind: 'de-sitter', gamma: 2 },
});

const runs: Readonly<Record<string, RunDocument>> = {
  'ring of springs, de Sitter': document({ system: ring, dynamics: second }),
  'ring with two weights a neuron, power law': document({
    system: { kind: 'ring-perceptron', N: 8 },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
    expansion: { kind: 'power-law', n: 3, t0: 0.5 },
  }),
  'torus, gradient descent at rates that fall': document({
    system: { kind: 'torus-shared', rows: 4, columns: 5 },
    dynamics: { kind: 'gradient-descent', dt: 0.03125 },
    expansion: { kind: 'exponential', eta0: 0.5, k: 0.1 },
  }),
  'linear neuron, sub-steps': document({
    system: { kind: 'linear-neuron', N: 5 },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'second-order', dt: 0.125, substeps: 3 },
  }),
  'scalar fields in one and two dimensions: 1': document({
    system: { kind: 'scalar-field-1d', N: 16, force: 0.3 },
    data: { kind: 'none' },
    dynamics: second,
  }),
  'scalar fields in one and two dimensions: 2': document({
    system: { kind: 'scalar-field-2d', rows: 5, columns: 4 },
    data: { kind: 'none' },
    dynamics: second,
  }),
  'dense tanh layers on a circle, changed on their way': document(
    {
      system: { kind: 'dense', sizes: [2, 6, 5, 1], activation: 'tanh', outputActivation: 'sigmoid' },
      data: { kind: 'circle', samples: 20 },
      initial: { kind: 'random', scale: 1 },
      dynamics: { kind: 'second-order', dt: 0.03125 },
    },
    [{ step: 70, command: { kind: 'set', path: 'system.activation', value: 'softplus' } }],
  ),
  'dense sine layers in the tangent kernel’s scaling, gradient descent': document({
    system: { kind: 'dense', sizes: [1, 8, 1], activation: 'sin', parameterization: 'ntk', sigmaW: 1.5 },
    data: { kind: 'sine' },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'gradient-descent', dt: 0.0078125, eta: 0.5 },
  }),
  'dense layers with a quadratic activation': document({
    system: {
      kind: 'dense',
      sizes: [2, 3, 1],
      activation: { kind: 'quadratic', p: 0.2, q: 0.7, r: 0.1 },
      outputActivation: { kind: 'affine', p: 1.1, q: -0.2 },
    },
    data: { kind: 'xor' },
    initial: { kind: 'random', scale: 0.5 },
    dynamics: { kind: 'second-order', dt: 0.03125 },
    expansion: { kind: 'de-sitter', gamma: 2 },
  }),
  'one sample at a time, drawn by the seed: a ring': document({
    system: ring,
    data: { kind: 'smooth-random', samples: 4 },
    batch: { kind: 'single' },
    dynamics: second,
  }),
  'samples in turn, unbiased: a torus by gradient descent': document({
    system: { kind: 'torus-shared', rows: 4, columns: 4 },
    data: { kind: 'smooth-random', samples: 3 },
    batch: { kind: 'sequence', indices: [2, 0, 1], weight: 'unbiased' },
    dynamics: { kind: 'gradient-descent', dt: 0.0078125, eta: 0.5 },
  }),
  'mini-batches of dense layers, changed on their way': document(
    {
      system: { kind: 'dense', sizes: [2, 5, 1], activation: 'tanh' },
      data: { kind: 'circle', samples: 12 },
      batch: { kind: 'mini', size: 3, weight: 'unbiased' },
      initial: { kind: 'random', scale: 1 },
      dynamics: { kind: 'second-order', dt: 0.03125 },
    },
    [{ step: 33, command: { kind: 'set', path: 'expansion.gamma', value: 2 } }],
  ),
  'noise of the lab’s own generator, its temperature changed on its way': document(
    {
      system: ring,
      dynamics: { kind: 'langevin', dt: 0.0625 },
      noise: { temperature: 0.5 },
    },
    [
      { step: 40, command: { kind: 'set', path: 'noise.temperature', value: 0.02 } },
      { step: 90, command: { kind: 'set', path: 'noise.temperature', value: 0 } },
    ],
  ),
  'noise from a big bang, one sample at a time': document({
    system: ring,
    data: { kind: 'smooth-random', samples: 3 },
    batch: { kind: 'single' },
    dynamics: { kind: 'langevin', dt: 0.0625 },
    expansion: { kind: 'matter' },
    noise: { temperature: 0.3 },
  }),
  'noise of the largest seed': {
    ...document({
      system: ring,
      dynamics: { kind: 'langevin', dt: 0.125 },
      noise: { temperature: 1 },
      seed: 4294967295,
    }),
  },
  'gradient flow of a quadratic cost, by polynomials': document({
    system: ring,
    dynamics: { kind: 'gradient-flow', dt: 0.125, substeps: 'auto' },
    expansion: { kind: 'power-law', n: 2 },
  }),
  'gradient flow with modes that grow, by polynomials': document({
    system: { kind: 'scalar-field-1d', N: 10, J: -0.05, K: 0.6 },
    data: { kind: 'none' },
    dynamics: { kind: 'gradient-flow', dt: 1, eta: 0.4, substeps: 'auto' },
  }),
  'gradient flow of a ring, one sample at a time': document({
    system: ring,
    data: { kind: 'smooth-random', samples: 4 },
    batch: { kind: 'single' },
    dynamics: { kind: 'gradient-flow', dt: 0.5, eta: 0.4, substeps: 'auto' },
  }),
  'gradient flow in classical sub-steps, of a ring and of dense layers: 1': document({
    system: ring,
    dynamics: { kind: 'gradient-flow', dt: 0.125, substeps: 3, eta: 0.4 },
  }),
  'gradient flow in classical sub-steps, of a ring and of dense layers: 2': document({
    system: { kind: 'dense', sizes: [2, 4, 3], activation: 'sigmoid', cost: 'cross-entropy' },
    data: {
      kind: 'explicit',
      X: [
        [0, 1],
        [1, 1],
        [-1, 0.5],
      ],
      Y: [
        [1, 0, 0],
        [0, 0.5, 0.5],
        [0, 0, 1],
      ],
    },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'gradient-flow', dt: 0.25 },
    expansion: { kind: 'matter' },
  }),
  'cross-entropy of one output': document({
    system: { kind: 'dense', sizes: [2, 4, 1], activation: 'relu', cost: 'cross-entropy' },
    data: { kind: 'xor' },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'second-order', dt: 0.03125 },
  }),
  'absolute errors of a deep ring with residual wires and biases': document({
    system: { kind: 'deep-ring', N: 8, depth: 3, reach: 1, residual: true, biases: true, cost: 'absolute' },
    data: { kind: 'smooth-random', samples: 2 },
    initial: { kind: 'random', scale: 0.2 },
    dynamics: { kind: 'second-order', dt: 0.015625 },
  }),
  'a convolutional ring of several channels': document({
    system: { kind: 'conv-ring', N: 8, channels: [3, 2], reach: 1, biases: true },
    data: { kind: 'sinusoid', samples: 2, modes: 2 },
    initial: { kind: 'random', scale: 0.3 },
    dynamics: { kind: 'second-order', dt: 0.03125 },
  }),
  'two layers round a ring': document({
    system: { kind: 'ring-two-layer', N: 6 },
    data: { kind: 'smooth-random', samples: 3 },
    batch: { kind: 'single' },
    initial: { kind: 'random', scale: 0.3 },
    dynamics: { kind: 'second-order', dt: 0.03125 },
  }),
  'two fields: Eq. 19, the cell, the four fields: 1': document(fieldsOf('quadratic')),
  'two fields: Eq. 19, the cell, the four fields: 2': document(fieldsOf('cell')),
  'two fields: Eq. 19, the cell, the four fields: 3': document(fieldsOf('four-field')),
  'physical redshift, in one and two dimensions: 1': document({
    system: { kind: 'scalar-field-1d', N: 12, J: 0.3, force: 0.2, redshift: 'physical' },
    data: { kind: 'none' },
    dynamics: { kind: 'second-order', dt: 0.125 },
  }),
  'physical redshift, in one and two dimensions: 2': document(
    {
      system: { kind: 'scalar-field-2d', rows: 4, columns: 4, J: 0.3, redshift: 'physical' },
      data: { kind: 'none' },
      dynamics: { kind: 'gradient-flow', dt: 0.5, eta: 0.5, substeps: 'auto' },
      expansion: { kind: 'power-law', n: 1, t0: 1 },
    },
    [{ step: 50, command: { kind: 'set', path: 'system.J', value: 0.1 } }],
  ),
  'the reference, from a big bang': document({
    system: { kind: 'ring-shared', N: 6 },
    dynamics: { kind: 'reference', dt: 0.015625, phase: 0.02 },
    expansion: { kind: 'power-law', n: 2 },
  }),
  'closed form, with creeping, swinging and flat modes': document({
    system: { kind: 'ring-perceptron', N: 6 },
    initial: { kind: 'random', scale: 1, velocityScale: 1 },
    dynamics: { kind: 'exact', dt: 0.25 },
    expansion: { kind: 'de-sitter', gamma: 1.2 },
  }),
  'changed on its way: friction, a poke, a state, a source': document(
    { system: { kind: 'scalar-field-1d', N: 8 }, data: { kind: 'none' }, dynamics: { ...second, dt: 0.125 } },
    [
      { step: 0, command: { kind: 'poke', target: 'velocity', profile: { at: [2], add: [0.5] } } },
      { step: 20, command: { kind: 'set', path: 'expansion.gamma', value: 0.05 } },
      { step: 50, command: { kind: 'poke', target: 'weights', profile: { at: [1, 3], add: [0.25, -2] } } },
      { step: 90, command: { kind: 'source', target: 'force', profile: { at: [4], add: [1.5] } } },
      {
        step: 120,
        command: { kind: 'state', weights: Array(8).fill(0.5), velocity: [1, 0, 0, 0, 0, 0, 0, -1] },
      },
    ],
  ),
};

/** The last rows of scripts, all run by one Python. */
const READ = `
import json, sys, traceback
for script in json.load(sys.stdin):
    names = {}
    try:
        exec(compile(script.replace("__main__", "off"), "run", "exec"), names)
        rows = list(names["run"]())
        step, t, weights, velocity, cost = rows[-1]
        print(json.dumps({"rows": len(rows), "step": int(step), "t": float(t), "weights": weights.tolist(), "velocity": velocity.tolist(), "cost": float(cost)}))
    except Exception:
        print(json.dumps({"error": traceback.format_exc()}))
`;

interface Row {
  readonly error?: string;
  readonly rows: number;
  readonly step: number;
  readonly t: number;
  readonly weights: readonly number[];
  readonly velocity: readonly number[];
  readonly cost: number;
}

/** Only `npm run test:long` needs Python. */
const PYTHON = process.env.PYTHON ?? 'python3';
const long = process.env.LAB_LONG !== undefined;

/** Every run that Python makes again, with how many steps of it. */
const all: readonly { readonly name: string; readonly run: RunDocument; readonly steps: number }[] = [
  ...Object.entries(runs).map(([name, run]) => ({ name, run, steps: STEPS })),
  ...shippedDocuments().map(({ id, document: run }) => ({ name: `shipped ${id}`, run, steps: 100 })),
];
const single = {
  name: 'single',
  run: document({ system: ring, dynamics: { ...second, precision: 'f32' } }),
  steps: STEPS,
};

/** By how much script and lab differ at the end, in units of the largest there is. */
function difference({ run, steps }: (typeof all)[number], row: Row | undefined): number {
  if (row === undefined) throw new Error('Python did not come so far');
  expect(row.error).toBeUndefined();
  const simulation = createSimulation(run, fastestKernels, { tracks: 'main' });
  simulation.advance(steps);
  const [track] = simulation.tracks;
  expect([row.rows, row.step, row.t]).toEqual([steps + 1, steps, simulation.time]);
  const size = Math.max(...track.weights.map(Math.abs));
  const speed = Math.max(...track.velocity.map(Math.abs), size);
  return Math.max(
    ...row.weights.map((weight, i) => Math.abs(weight - track.weights[i]) / size),
    ...row.velocity.map((v, i) => Math.abs(v - track.velocity[i]) / speed),
    Math.abs(row.cost - track.cost()) / Math.max(1, track.cost()),
  );
}

describe('Python script', () => {
  const rows = new Map<string, Row>();

  if (long) {
    it('finds Python 3 with NumPy: apt-get install python3-numpy, or PYTHON=…', () => {
      const probe = spawnSync(PYTHON, ['-c', 'import numpy'], { encoding: 'utf8' });
      expect(`${probe.error?.message ?? ''}${probe.stderr}`).toBe('');
    });

    it(`runs ${all.length + 1} scripts by one Python`, () => {
      const scripts = [...all, single].map(({ run, steps }) =>
        pythonScript(run, fastestKernels, steps, 'Lab'),
      );
      const { stdout, stderr } = spawnSync(PYTHON, ['-W', 'error', '-c', READ], {
        input: JSON.stringify(scripts),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        // Small matrices: threads would wait for each other.
        env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
      });
      expect(stderr).toBe('');
      stdout
        .trim()
        .split('\n')
        .forEach((line, n) => rows.set([...all, single][n].name, JSON.parse(line) as Row));
    }, 600_000);
  }

  for (const each of long ? all : []) {
    it(`${each.name}: ${each.steps} steps by NumPy are the lab's within 1e-10 of their size`, () => {
      expect(difference(each, rows.get(each.name))).toBeLessThan(1e-10);
    });
  }

  it('of a run in single precision: says so, and by NumPy in double is the lab’s within 1e-5 of its size', () => {
    expect(pythonScript(single.run, fastestKernels, 1, '')).toContain('single precision');
    if (long) expect(difference(single, rows.get(single.name))).toBeLessThan(1e-5);
  });

  const refused: readonly (readonly [string, number, object, RegExp])[] = [
    ['too many steps', 200_001, { system: ring }, /^step: 200001: expected at most 200000 steps/],
    [
      'too many samples drawn',
      150_000,
      { system: ring, data: { kind: 'smooth-random', samples: 64 }, batch: { kind: 'mini', size: 64 } },
      /^batch: "mini": expected at most 2000000 samples drawn/,
    ],
    [
      'too many sub-steps',
      20_000,
      { system: ring, dynamics: { kind: 'reference', dt: 1 } },
      /^dynamics: "reference": expected fewer steps: \d+ sub-steps/,
    ],
    [
      'too many weights',
      1,
      { system: { kind: 'scalar-field-1d', N: 20_001 }, data: { kind: 'none' }, initial: { kind: 'zero' } },
      /^system: "scalar-field-1d": expected at most 20000 weights/,
    ],
  ];
  it('a run that blows up before its last change: refused by the step', () => {
    const run = document({ system: ring, dynamics: { kind: 'gradient-descent', dt: 1, eta: 50 } }, [
      { step: 900, command: { kind: 'set', path: 'system.p', value: 1 } },
    ]);
    expect(() => pythonScript(run, fastestKernels, 1000, '')).toThrow(
      /^step: 1000: expected a step before it blows up, \d+$/,
    );
  });

  for (const [name, steps, sections, reason] of refused) {
    it(`${name}: refused by name, with the reason`, () => {
      expect(() => pythonScript(document(sections), fastestKernels, steps, '')).toThrow(reason);
    });
  }
});
