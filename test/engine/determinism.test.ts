import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bits, simulate } from '../helpers/run.ts';

const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };
const runs: Record<string, Record<string, unknown>> = {
  ring: {
    system: { kind: 'ring-shared', N: 12 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
  },
  'sequence of samples': {
    system: { kind: 'ring-shared', N: 12 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    batch: { kind: 'sequence', indices: [0, 1, 1, 0, 1] },
    initial: { kind: 'random', scale: 1, velocityScale: 0.5 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
  },
  'samples drawn by seed': {
    system: { kind: 'ring-shared', N: 12 },
    data: { kind: 'smooth-random', samples: 5 },
    batch: { kind: 'single', weight: 'unbiased' },
    initial: { kind: 'random', scale: 1, velocityScale: 0.5 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
  },
  'mini-batches by Runge-Kutta': {
    system: { kind: 'dense', sizes: [2, 4, 1], activation: 'tanh' },
    data: { kind: 'circle', samples: 9 },
    batch: { kind: 'mini', size: 3 },
    dynamics: { kind: 'reference', dt: 0.03125 },
  },
  'a flow of samples drawn': {
    system: { kind: 'ring-shared', N: 8 },
    data: { kind: 'smooth-random', samples: 5 },
    batch: { kind: 'mini', size: 2 },
    initial: { kind: 'random', scale: 1, velocityScale: 0 },
    dynamics: { kind: 'gradient-flow', dt: 0.0625 },
  },
  dense: {
    system: { kind: 'dense', sizes: [2, 5, 1], activation: 'tanh' },
    data: { kind: 'xor' },
    dynamics: { kind: 'second-order', dt: 0.03125 },
  },
  'big bang': {
    system: { kind: 'ring-shared', N: 8 },
    data: { kind: 'uniform-bonds', K: 1, J: 0 },
    initial: { kind: 'mode', index: 1, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
    expansion: { kind: 'power-law', n: 3, t0: 0 },
  },
  'single precision': {
    system: { kind: 'scalar-field-1d', N: 16, K: 1, J: 0.1 },
    data: { kind: 'none' },
    initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.0625, precision: 'f32' },
  },
  'heat bath': {
    system: { kind: 'ring-shared', N: 12 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    initial: { kind: 'random', scale: 1, velocityScale: 0.5 },
    dynamics: { kind: 'langevin', dt: 0.0625 },
    noise: { temperature: 0.3 },
  },
  'heat bath on samples in turn': {
    system: { kind: 'ring-shared', N: 12 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    batch: { kind: 'sequence', indices: [0, 1, 1, 0, 1] },
    dynamics: { kind: 'langevin', dt: 0.0625 },
    noise: { temperature: 0.3 },
  },
  descent: {
    system: { kind: 'ring-shared', N: 8 },
    data: { kind: 'uniform-bonds', K: 1, J: 0.5 },
    initial: { kind: 'random', scale: 1, velocityScale: 0 },
    batch: { kind: 'sequence', indices: [0, 1] },
    dynamics: { kind: 'gradient-descent', dt: 1, eta: 0.05 },
  },
};

const state = (simulation: ReturnType<typeof simulate>): string =>
  simulation.tracks
    .map(
      (track) =>
        bits(track.weights) +
        bits(track.velocity) +
        bits([track.dissipatedEnergy, track.injectedEnergy, track.heat ?? 0]),
    )
    .join('|');

describe.each(Object.entries(runs))('determinism of %s', (_name, sections) => {
  const edits = [
    { step: 7, command: { kind: 'set', path: 'expansion.gamma', value: 1.25 } },
    { step: 20, command: { kind: 'set', path: 'dynamics.dt', value: 0.03125 } },
  ];
  const tracks = sections.batch === undefined ? [ghost] : [];
  const applied = sections.expansion === undefined ? edits : [edits[1]];
  const make = () => simulate(sections, tracks, applied);

  it('simulation: bits do not depend on how 60 steps are sliced (seed 20260811)', () => {
    const whole = make();
    whole.advance(60);
    const expected = state(whole);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 60 }), (slices) => {
        const sliced = make();
        for (const slice of slices) sliced.advance(Math.min(slice, 60 - sliced.step));
        sliced.advance(60 - sliced.step);
        expect(state(sliced)).toBe(expected);
      }),
      { seed: 20260811, numRuns: 20 },
    );
  });

  it('simulation: a restored snapshot has the same future, bit for bit, through edits', () => {
    const first = make();
    first.advance(5);
    const early = first.snapshot();
    first.advance(20);
    const late = first.snapshot();
    first.advance(35);
    const expected = state(first);
    first.restore(early);
    expect(first.step).toBe(5);
    first.advance(55);
    expect(state(first)).toBe(expected);
    first.restore(late);
    first.advance(35);
    expect(state(first)).toBe(expected);
  });

  it('simulation: the same document gives the same bits twice', () => {
    const a = make();
    const b = make();
    a.advance(33);
    b.advance(33);
    expect(state(a)).toBe(state(b));
  });
});

it('heat bath: a temperature that is turned while it runs, to 0 and back, has one future however it is reached', () => {
  const edits = [0.8, 0, 0.1].map((value, k) => ({
    step: 10 + 13 * k,
    command: { kind: 'set', path: 'noise.temperature', value },
  }));
  const make = () => simulate(runs['heat bath'], [ghost], edits);
  const whole = make();
  whole.advance(80);
  const other = make();
  const kept = [other.snapshot()];
  for (const to of [9, 10, 22, 24, 36, 50]) {
    other.advance(to - other.step);
    kept.push(other.snapshot());
  }
  // Back and forth, through every edit.
  for (const from of [6, 2, 4, 0, 5, 3, 1]) {
    other.restore(kept[from]);
    other.advance(80 - other.step);
    expect(state(other)).toBe(state(whole));
  }
  const live = simulate(runs['heat bath'], [ghost]);
  for (const { step, command } of edits) {
    live.advance(step - live.step);
    live.edit({ kind: 'set', path: command.path, value: command.value });
  }
  live.advance(80 - live.step);
  expect(state(live)).toBe(state(whole));
});

it('heat bath: another seed gives other noise, the same seed the same; runs without a bath feel none', () => {
  const end = (seed: number, kind: string): string => {
    const simulation = simulate({
      ...runs.ring,
      seed,
      dynamics: { kind, dt: 0.0625 },
      noise: { temperature: 0.5 },
    });
    simulation.advance(3);
    return state(simulation);
  };
  expect(end(1, 'langevin')).toBe(end(1, 'langevin'));
  expect(end(1, 'langevin')).not.toBe(end(2, 'langevin'));
  expect(end(1, 'second-order')).toBe(end(2, 'second-order'));
});

it('simulation: another seed gives another random start', () => {
  const { ring } = runs;
  const random = { ...ring, initial: { kind: 'random', scale: 1, velocityScale: 0 } };
  const a = simulate({ ...random, seed: 1 });
  const b = simulate({ ...random, seed: 2 });
  expect(bits(a.tracks[0].weights)).not.toBe(bits(b.tracks[0].weights));
});

it('simulation: an edit at step 7 changes nothing before it and something after it', () => {
  const plain = simulate(runs.ring);
  const edited = simulate(
    runs.ring,
    [],
    [{ step: 7, command: { kind: 'set', path: 'expansion.gamma', value: 3 } }],
  );
  plain.advance(7);
  edited.advance(7);
  expect(bits(edited.tracks[0].weights)).toBe(bits(plain.tracks[0].weights));
  plain.advance(1);
  edited.advance(1);
  expect(bits(edited.tracks[0].velocity)).not.toBe(bits(plain.tracks[0].velocity));
});

it('simulation: a live edit equals the same edit in the document, bit for bit', () => {
  const edits = [{ step: 7, command: { kind: 'set', path: 'expansion.gamma', value: 3 } }];
  const recorded = simulate(runs.ring, [], edits);
  const live = simulate(runs.ring);
  live.advance(7);
  live.edit({ kind: 'set', path: 'expansion.gamma', value: 3 });
  recorded.advance(40);
  live.advance(33);
  expect(state(live)).toBe(state(recorded));
  expect(live.document.edits).toEqual(edits);
});

it('simulation: ln a and t stay continuous through edits of gamma and dt', () => {
  const simulation = simulate(runs.ring);
  simulation.advance(16);
  const { time } = simulation;
  const before = simulation.logScaleFactor();
  simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 3 });
  simulation.edit({ kind: 'set', path: 'dynamics.dt', value: 0.125 });
  expect(simulation.time).toBe(time);
  expect(simulation.logScaleFactor()).toBeCloseTo(before, 14);
  simulation.advance(8);
  expect(simulation.time).toBe(time + 1);
  expect(simulation.logScaleFactor() - before).toBeCloseTo(3 / 1, 13);
});

it('dt auto: resolved once, at the start; an edit of gamma leaves it, an edit of dt does not', () => {
  const simulation = simulate({ ...runs.ring, dynamics: { kind: 'second-order', dt: 'auto' } });
  const { dt } = simulation;
  simulation.advance(4);
  simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 50 });
  expect(simulation.dt).toBe(dt);
  simulation.edit({ kind: 'set', path: 'dynamics.dt', value: 'auto' });
  expect(simulation.dt).toBeGreaterThan(dt);
  expect(simulation.resolvedScenario.dynamics.dt).toBe(dt);
});
