import { describe, expect, it } from 'vitest';
import { pointDocument, sweepHash } from '../../../src/engine/sweep/document.ts';
import { runPoint } from '../../../src/engine/sweep/point.ts';
import type { Sweep, SweepRow } from '../../../src/engine/sweep/types.ts';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { sweepOf } from './sweeps.ts';

const rowOf = (sweep: Sweep, point: number): SweepRow =>
  runPoint(sweep, sweepHash(sweep), point, typescriptKernels);

describe('sweep: a point', () => {
  it('has the bits of the same run by itself, at the same step', () => {
    const sweep = sweepOf();
    const row = rowOf(sweep, 4);
    const simulation = createSimulation(pointDocument(sweep, 4), typescriptKernels, { tracks: 'main' });
    simulation.advance(16);
    expect(row).toMatchObject({
      state: 'done',
      point: 4,
      values: { 'expansion.gamma': 2, seed: 2 },
      t: 2,
      step: 16,
      dt: 0.125,
      kernel: 'typescript',
      cost: simulation.tracks[0].cost(),
      kinetic: simulation.tracks[0].kinetic(),
      gamma: 2,
      logScaleFactor: 4,
    });
  });

  it('its observations are those of the end; what follows the run has followed it', () => {
    const row = rowOf(sweepOf({ observe: ['regime', 'energy-budget', 'field-past'] }), 0);
    expect(row.state).toBe('done');
    const { observables, cost } = row as Extract<SweepRow, { state: 'done' }>;
    expect(observables.regime).toMatchObject({ regime: 'underdamped' });
    expect(observables['energy-budget']).toMatchObject({ potential: cost });
    const { steps } = observables['field-past'] as { steps: ArrayLike<number> };
    expect(steps.length).toBeGreaterThan(4);
  });

  it('edits come at their steps: a friction that is set at step 8 is that of the end', () => {
    const edits = [{ step: 8, command: { kind: 'set', path: 'expansion.gamma', value: 3 } }];
    const row = rowOf(sweepOf({ edits }), 0);
    expect(row).toMatchObject({ state: 'done', gamma: 3, step: 16 });
  });

  it('a step over its bound is a blow-up: where, and no cost of it', () => {
    const row = rowOf(sweepOf({ axes: [{ path: 'dynamics.dt', values: [0.125, 3] }], until: 300 }), 1);
    expect(row).toMatchObject({ state: 'blow-up', dt: 3 });
    expect(row).not.toHaveProperty('cost');
    const { largestStableStep, growth } = row as Extract<SweepRow, { state: 'blow-up' }>;
    expect(largestStableStep).toBeLessThan(3);
    expect(growth).toBeGreaterThan(1000);
  });

  it.each([
    [
      'that fits no system',
      { axes: [{ path: 'system.N', values: [7] }] },
      /^scenario\.data\.kind: "uniform-bonds": expected system\.N even/,
    ],
    [
      'whose observation is none of it',
      { observe: ['hessian'], scenario: { version: 1, system: { kind: 'ring-shared', N: 4000 } } },
      /^observe: "hessian": expected at most 2000 weights/,
    ],
    ['that ends before it begins', { until: -1 }, /^until: -1: expected a time >= t0 = 0/],
  ])('one %s is a row that says why', (_name, change, reason) => {
    const row = rowOf(sweepOf(change), 0);
    expect(row.state).toBe('failed');
    expect((row as Extract<SweepRow, { state: 'failed' }>).reason).toMatch(reason);
  });
});
