import { describe, expect, it } from 'vitest';
import { bits, documentOf, simulate } from '../helpers/run.ts';
import { FakeHost } from '../helpers/host.ts';
import { refusal } from '../scenario/refusal.ts';

const ring = {
  system: { kind: 'ring-shared', N: 12, p: 0.8, q: 0.1 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
/** Data that no p makes small: their couplings overflow with it. */
const given = {
  ...ring,
  data: { kind: 'explicit', X: [Array.from({ length: 12 }, (_, n) => n + 1)] },
};
const overflow = { kind: 'set', path: 'system.p', value: 1e200 } as const;

describe('start: numbers that cannot be worked with are refused when the run is made', () => {
  const table: [string, Record<string, unknown>, unknown[], string, unknown, RegExp][] = [
    [
      'couplings that overflow',
      { ...ring, system: { ...ring.system, p: 1e200 } },
      [],
      'system',
      'ring-shared',
      /^parameters and data whose curvature is at most 1e\+100 \(here (Infinity|NaN)\)$/,
    ],
    [
      'a cost that overflows',
      { ...ring, initial: { kind: 'bump', amplitude: 1e200 } },
      [],
      'initial',
      'bump',
      /^a start whose cost is a finite number \(here Infinity\)$/,
    ],
    [
      'a start where the Hessian is not a number (found by fuzzing, seed 20250308)',
      {
        system: { kind: 'dense', sizes: [2, 14, 14, 1], outputActivation: 'tanh' },
        data: { kind: 'circle' },
        initial: { kind: 'random', scale: 1.2e308 },
      },
      [],
      'initial',
      'random',
      /^a start whose curvature is at most 1e\+100 \(here NaN\)$/,
    ],
    [
      'a further track',
      ring,
      [{ id: 'other', role: 'other', sections: { system: { ...ring.system, p: 1e200 } } }],
      'tracks[0].sections.system',
      'ring-shared',
      /curvature/,
    ],
  ];
  it.each(table)('%s', (_name, sections, tracks, path, value, expected) => {
    const error = refusal(() => simulate(sections, tracks));
    expect([error.path, error.value]).toEqual([path, value]);
    expect(error.expected).toMatch(expected);
    expect(error.message).not.toMatch(/\n/);
  });

  it('a teacher behind a sigmoid is taken, since its outputs are probabilities', () => {
    const system = { kind: 'dense', sizes: [3, 4, 2], cost: 'cross-entropy', outputActivation: 'sigmoid' };
    const [main] = simulate({ system, data: { kind: 'teacher' } }).tracks;
    for (const target of main.data.targets) expect(target > 0 && target < 1).toBe(true);
  });
});

describe('teacher: the same seed gives the same targets, to the bit', () => {
  // Dense: the last bit is that of the loops of the gradient, which give the outputs since 2026-11-28, in the order of the lanes.
  it.each([
    [{ kind: 'ring-shared', N: 8 }, -0.526549441506852, 33.70491377585963],
    [{ kind: 'ring-two-layer', N: 5 }, 0.8965953683912624, 70.12079149094038],
    [{ kind: 'dense', sizes: [2, 3, 2] }, 0.2558190753860727, 0.9733594156934278],
    [
      { kind: 'dense', sizes: [2, 3, 2], cost: 'absolute', parameterization: 'ntk' },
      0.2558190753860727,
      2.0416510889582993,
    ],
  ])('%j', (system, first, cost) => {
    const [main] = simulate({
      seed: 42,
      system,
      data: { kind: 'teacher', samples: 3, testSamples: 2 },
      initial: { kind: 'random' },
    }).tracks;
    expect([main.data.targets[0], main.cost()]).toEqual([first, cost]);
    expect(main.data.test?.targets.every((value) => value !== 0 && Number.isFinite(value))).toBe(true);
  });
});

describe('edits: one that cannot be made is refused before anything changes', () => {
  const compare = {
    id: 'compare',
    role: 'other',
    sections: { data: { kind: 'uniform-bonds', K: 1, J: 0.2 } },
  };

  it.each([
    ['the main run', given, [], overflow, /\(system: parameters and data whose curvature/],
    [
      'a further track',
      given,
      [compare],
      { ...overflow, value: 0 },
      /\(tracks\[0\]\.sections\.data\.K: system\.p other than 0/,
    ],
  ])(
    'live, because of %s: the run goes on as one without it',
    (_name, scenario, tracks, command, expected) => {
      const simulation = simulate(scenario, tracks);
      const untouched = simulate(scenario, tracks);
      for (const each of [simulation, untouched]) {
        each.advance(10);
        each.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
      }
      const before = simulation.tracks.map(({ system, curvature }) => ({ system, curvature }));
      const error = refusal(() => simulation.edit(command));
      expect([error.path, error.value]).toEqual([command.path, command.value]);
      expect(error.expected).toMatch(expected);
      expect(simulation.document).toEqual(untouched.document);
      for (const [index, { system, curvature }] of before.entries()) {
        expect(simulation.tracks[index].system).toBe(system);
        expect(simulation.tracks[index].curvature).toBe(curvature);
      }
      for (const each of [simulation, untouched]) each.advance(30);
      for (const [index, track] of simulation.tracks.entries()) {
        expect(bits(track.weights)).toBe(bits(untouched.tracks[index].weights));
        expect(track.injectedEnergy).toBe(untouched.tracks[index].injectedEnergy);
      }
    },
  );

  it('recorded: the run stops before it, and says which it is', () => {
    const edits = [
      { step: 4, command: { kind: 'set', path: 'expansion.gamma', value: 2 } },
      { step: 9, command: overflow },
      { step: 9, command: { kind: 'set', path: 'expansion.gamma', value: 3 } },
    ];
    const simulation = simulate(given, [], edits);
    for (const _ of [1, 2]) {
      const error = refusal(() => simulation.advance(20));
      expect([error.path, error.value]).toEqual(['edits[1].command.value', 1e200]);
    }
    expect([simulation.step, simulation.applied]).toEqual([9, 1]);
    const shorter = simulate(given, [], edits.slice(0, 1));
    shorter.advance(9);
    expect(bits(simulation.tracks[0].weights)).toBe(bits(shorter.tracks[0].weights));
    expect(refusal(() => simulate(given, [], [{ step: 0, command: overflow }])).path).toBe(
      'edits[0].command.value',
    );
  });

  it('runner: a refused live edit and a refused document leave the open run as it is', () => {
    const host = new FakeHost();
    host.send({ type: 'open', run: 1, document: documentOf(given) });
    host.send({ type: 'edit', run: 1, edit: 1, command: overflow });
    host.send({
      type: 'open',
      run: 2,
      document: documentOf({ ...given, system: { ...given.system, p: 1e200 } }),
    });
    expect(host.messages('refused').map(({ run, path }) => [run, path])).toEqual([
      [1, 'system.p'],
      [2, 'system'],
    ]);
    expect(host.messages('edited')).toHaveLength(0);
    host.send({ type: 'step', run: 1, count: 7 });
    host.turn();
    const reference = simulate(given);
    reference.advance(7);
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(
      bits(Float32Array.from(reference.tracks[0].weights)),
    );
  });

  it('runner: a recorded edit that cannot be made pauses the run before it; another one goes on from there', () => {
    const host = new FakeHost();
    host.send({ type: 'open', run: 1, document: documentOf(given, [], [{ step: 9, command: overflow }]) });
    host.send({ type: 'play', run: 1 });
    host.turn(40, 100);
    expect(host.messages('refused').map(({ path }) => path)).toEqual(['edits[0].command.value']);
    expect(host.messages('playing').at(-1)?.playing).toBe(false);
    host.send({ type: 'edit', run: 1, edit: 1, command: { ...overflow, value: 0.5 } });
    host.send({ type: 'step', run: 1, count: 5 });
    host.turn();
    const reference = simulate(given, [], [{ step: 9, command: { ...overflow, value: 0.5 } }]);
    reference.advance(14);
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(
      bits(Float32Array.from(reference.tracks[0].weights)),
    );
    const rows = host.messages('traces').reduce((sum, message) => sum + message.rows.length, 0);
    const columns = host.messages('traces')[0].rows.length;
    // Steps 0 to 14, and once more that of the edit, which has its value.
    expect(rows / columns).toBe(16);
  });
});

it('restore: sub-steps chosen by curvature come back with the snapshot, bit for bit', () => {
  // Two layers: the curvature is that of the weights when the system was made, here at step 10.
  const simulation = simulate({
    system: { kind: 'ring-two-layer', N: 4 },
    data: { kind: 'smooth-random', samples: 2 },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'reference', dt: 0.0625, phase: 0.02 },
  });
  const start = simulation.snapshot();
  simulation.advance(10);
  simulation.edit({ kind: 'set', path: 'system.q', value: 1.1 });
  const edited = simulation.snapshot();
  simulation.advance(40);
  const end = bits(simulation.tracks[0].weights);
  const { curvature } = simulation.tracks[0];
  simulation.restore(start);
  simulation.restore(edited);
  expect(simulation.tracks[0].curvature).toBe(curvature);
  simulation.advance(40);
  expect(bits(simulation.tracks[0].weights)).toBe(end);
});
