import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pythonScript } from '../../../src/engine/output/python.ts';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import { parseDocument } from '../../../src/scenario/document.ts';
import type { RunDocument } from '../../../src/scenario/types.ts';

const STEPS = 200;

const ring = { kind: 'ring-shared', N: 12, p: 0.8, q: 0.1 };
const second = { kind: 'second-order' };
const document = (sections: object, edits: readonly object[] = []): RunDocument =>
  parseDocument({
    version: 1,
    scenario: { version: 1, title: 'a "quoted"\ntitle', seed: 5, initial: { kind: 'noise' }, ...sections },
    edits,
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

/** The last row of a script, run by Python. */
const READ = `
import json, sys
names = {}
exec(compile(sys.stdin.read(), "run", "exec"), names)
rows = list(names["run"]())
step, t, weights, velocity, cost = rows[-1]
print(json.dumps({"rows": len(rows), "step": int(step), "t": float(t), "weights": weights.tolist(), "velocity": velocity.tolist(), "cost": float(cost)}))
`;

interface Row {
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

describe('Python script', () => {
  if (long) {
    it('finds Python 3 with NumPy: apt-get install python3-numpy, or PYTHON=…', () => {
      const probe = spawnSync(PYTHON, ['-c', 'import numpy'], { encoding: 'utf8' });
      expect(`${probe.error?.message ?? ''}${probe.stderr}`).toBe('');
    });
  }

  for (const [name, run] of Object.entries(long ? runs : {})) {
    it(`${name}: ${STEPS} steps by NumPy are the lab's within 1e-10 of their size`, () => {
      const input = pythonScript(run, fastestKernels, STEPS, 'Synaptic Field Lab 0').replace(
        '__main__',
        'off',
      );
      const { stdout, stderr } = spawnSync(PYTHON, ['-c', READ], { input, encoding: 'utf8' });
      expect(stderr).toBe('');
      const row = JSON.parse(stdout) as Row;
      const simulation = createSimulation(run, fastestKernels, { tracks: 'main' });
      simulation.advance(STEPS);
      const [track] = simulation.tracks;
      expect([row.rows, row.step, row.t]).toEqual([STEPS + 1, STEPS, simulation.time]);
      const size = Math.max(...track.weights.map(Math.abs));
      row.weights.forEach((weight, i) =>
        expect(Math.abs(weight - track.weights[i])).toBeLessThan(1e-10 * size),
      );
      if (!track.firstOrder) {
        const speed = Math.max(...track.velocity.map(Math.abs), size);
        row.velocity.forEach((v, i) => expect(Math.abs(v - track.velocity[i])).toBeLessThan(1e-10 * speed));
      }
      expect(Math.abs(row.cost - track.cost())).toBeLessThan(1e-10 * Math.max(1, track.cost()));
    });
  }

  const refused: readonly (readonly [string, object, RegExp])[] = [
    [
      'a network whose cost is not quadratic',
      { system: { kind: 'ring-two-layer', N: 4 }, initial: { kind: 'random', scale: 1 } },
      /quadratic/,
    ],
    ['noise', { system: ring, dynamics: { kind: 'langevin', dt: 0.1 }, noise: { temperature: 1 } }, /noise/],
    [
      'samples drawn at random',
      { system: ring, batch: { kind: 'single' }, data: { kind: 'smooth-random', samples: 4 } },
      /batch/,
    ],
    ['a flow', { system: ring, dynamics: { kind: 'gradient-flow' } }, /kick-drift-kick/],
  ];
  for (const [name, sections, reason] of refused) {
    it(`${name} is refused by name, with the reason`, () => {
      expect(() => pythonScript(document(sections), fastestKernels, 10, '')).toThrow(reason);
    });
  }
});
