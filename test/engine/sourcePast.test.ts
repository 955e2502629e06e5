import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { SourcePast } from '../../src/engine/observations/index.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { sourcesOf } from '../../src/physics/observables/sources.ts';
import { simulate } from '../helpers/run.ts';

const ring = {
  system: { kind: 'ring-shared', N: 8 },
  data: { kind: 'smooth-random', samples: 5 },
  initial: { kind: 'random', scale: 1, velocityScale: 0.5 },
  batch: { kind: 'mini', size: 2, weight: 'unbiased' },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const dense = {
  system: { kind: 'dense', sizes: [2, 3, 1], activation: 'tanh' },
  data: { kind: 'circle', samples: 6 },
  batch: { kind: 'single' },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const edits = [{ step: 9, command: { kind: 'set', path: 'data.correlation', value: 1 } }];

/** A run with snapshots and what follows it. */
function followed(simulation: Simulation, query: Readonly<Record<string, unknown>>) {
  const history = new History();
  history.add(simulation.snapshot());
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'source-past', query });
  return {
    observers,
    value: () => observers.value(1) as SourcePast,
    /** Steps as the runner does, watched or not. */
    go(count: number, watched: boolean): void {
      for (let n = 0; n < count; n++) {
        const kept = observers.next();
        simulation.advance(1);
        if (watched && simulation.step === kept) observers.keep();
      }
    },
  };
}

/** J and K at every step, from a run that is lived alone. */
function alone(
  sections: Readonly<Record<string, unknown>>,
  made: readonly object[],
  step: number,
): Simulation {
  const simulation = simulate(sections, [], made);
  simulation.advance(step);
  return simulation;
}

function expectRows(
  past: SourcePast,
  sections: Readonly<Record<string, unknown>>,
  made: readonly object[],
): void {
  past.steps.forEach((step, row) => {
    const { system, weights, batchAtWork, batchScale } = alone(sections, made, step).tracks[0];
    const { J, K } = sourcesOf(system, weights, batchAtWork, batchScale);
    const width = past.sites.length;
    expect([...past.J.subarray(row * width, (row + 1) * width)]).toEqual([...J]);
    expect([...past.K.subarray(row * K.length, (row + 1) * K.length)]).toEqual([...K]);
    expect([...past.samples.subarray(row * past.drawn, (row + 1) * past.drawn)]).toEqual([
      ...(batchAtWork ?? []),
    ]);
  });
}

describe.each([
  ['couplings, through an edit of the data', ring, edits],
  ['expansion about the weights', dense, []],
])('past of the sources: %s', (_, sections, made) => {
  it('watched, it has every step bit for bit', () => {
    const run = followed(simulate(sections, [], made), { last: 100 });
    run.go(20, true);
    const past = run.value();
    expect(past.complete).toBe(true);
    expect([...past.steps]).toEqual(Array.from({ length: 21 }, (_each, step) => step));
    expectRows(past, sections, made);
  });

  it('asked for late, it is lived again: complete from step 0, the same bits', () => {
    const run = followed(simulate(sections, [], made), { rows: 16 });
    run.go(37, false);
    // Whoever asks in a terminal waits until it is there.
    const past = run.value();
    expect(past.complete).toBe(true);
    expect(past.spacing).toBe(4);
    expect(past.steps[0]).toBe(0);
    expectRows(past, sections, made);
  });
});

it('a cost that is not quadratic: its steps are kept without one gradient more, and looked up beside the run', () => {
  const simulation = simulate(dense);
  const run = followed(simulation, { last: 100 });
  run.value();
  const { force } = simulation.tracks[0].system;
  let gradients = 0;
  const counted = force.gradient.bind(force);
  force.gradient = (...asked) => {
    gradients++;
    counted(...asked);
  };
  const step = (watched: boolean): number => {
    gradients = 0;
    run.go(8, watched);
    return gradients;
  };
  expect(step(true)).toBe(step(false));
  force.gradient = counted;
  expect(run.observers.pending).toBe(true);
  expect(run.value().complete).toBe(true);
  expectRows(run.value(), dense, []);
});

it('an edit makes other sources at its very step: what was kept of it is made anew', () => {
  const simulation = simulate(ring);
  const run = followed(simulation, { last: 10 });
  run.go(6, true);
  run.value();
  simulation.edit({ kind: 'set', path: 'data.correlation', value: 1 });
  run.observers.truncate();
  run.go(3, true);
  expectRows(run.value(), ring, simulation.document.edits);
});
