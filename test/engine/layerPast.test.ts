import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { LayerPast } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { bulkBoundary } from '../../src/physics/layers/decomposition.ts';
import { simulate } from '../helpers/run.ts';

const dense = {
  system: { kind: 'dense', sizes: [2, 4, 3, 1] },
  data: { kind: 'circle', samples: 6 },
  batch: { kind: 'single' },
  initial: { kind: 'random' },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.4 },
};
const edits = [{ step: 9, command: { kind: 'set', path: 'expansion.gamma', value: 1 } }];

/** A run with a snapshot of its start, and what follows it. */
function followed(simulation: Simulation, query: Readonly<Record<string, unknown>>) {
  const history = new History();
  history.add(simulation.snapshot());
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'layer-past', query });
  return { value: () => observers.value(1) as LayerPast | null };
}

/** Every row of a past, from runs that are lived alone. */
function expectRows(past: LayerPast): void {
  past.steps.forEach((step, row) => {
    const alone = simulate(dense, [], edits);
    alone.advance(step);
    const instant = alone.instant();
    const seen = bulkBoundary.compute(instant) ?? expect.fail('no layers');
    const part = (of: Float64Array, width: number) => [...of.subarray(row * width, (row + 1) * width)];
    expect(part(past.terms, 7)).toEqual([...(seen.bulkTerms ?? []), ...(seen.boundaryTerms ?? [])]);
    expect(part(past.kinetic, 3)).toEqual([...seen.layerKinetic]);
    expect(part(past.flux, 4)).toEqual([...seen.layerFlux]);
    expect(part(past.rate, 3)).toEqual([...seen.layerRate]);
    expect(past.samples[row]).toBe(instant.batch?.[0]);
    expect(past.times[row]).toBe(alone.time);
    expect(past.residual[row]).toBeLessThan(1e-13);
    expect(past.continuity[row]).toBeLessThan(1e-13);
  });
}

describe('past of the layers', () => {
  it('asked for late, it lives every step again from the same draws, bit for bit, an edit of friction included', () => {
    const simulation = simulate(dense, [], edits);
    const { value } = followed(simulation, { last: 16 });
    simulation.advance(20);
    // Whoever asks in a terminal waits until it is there.
    const past = value() ?? expect.fail('nothing');
    expect(past).toMatchObject({ complete: true, obstacle: null, depth: 3 });
    expect([...past.steps]).toEqual(Array.from({ length: 16 }, (_, n) => n + 5));
    expectRows(past);
  });

  it('from the start it is thinned to as many rows as are asked for', () => {
    const simulation = simulate(dense, [], edits);
    const { value } = followed(simulation, { rows: 12 });
    simulation.advance(30);
    const past = value() ?? expect.fail('nothing');
    expect([...past.steps]).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 30]);
    expectRows(past);
  });

  it('of a full batch L is not split, for its reason, and the layers have their energies', () => {
    const past = followed(simulate({ ...dense, batch: { kind: 'full' } }), { last: 1 }).value();
    expect(past).toMatchObject({ obstacle: 'batch', depth: 3 });
    expect([...(past?.terms ?? [])]).toEqual(Array(7).fill(NaN));
    expect([...(past?.samples ?? [])]).toEqual([-1]);
    expect(past?.flux.length).toBe(4);
  });

  it('there is none of a lattice, and none of a network that would take too long', () => {
    const ring = { system: { kind: 'ring-shared', N: 8 }, data: { kind: 'smooth-random', samples: 2 } };
    expect(followed(simulate(ring), {}).value()).toBeNull();
    const wide = { ...dense, system: { kind: 'dense', sizes: [2, 180, 180, 1] } };
    const data = { kind: 'circle', samples: 100 };
    expect(followed(simulate({ ...wide, data, batch: { kind: 'full' } }), {}).value()).toBeNull();
  });
});
