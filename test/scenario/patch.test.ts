import { continuumTrack } from '../../src/scenario/continuum.ts';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/scenario/document.ts';
import { currentValue, parameterOf, patchScenario } from '../../src/scenario/patch.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { refusal } from './refusal.ts';

const open = (scenario: object, rest: object = {}): RunDocument =>
  parseDocument({ version: 1, scenario, ...rest });
const set = (step: number, path: string, value: unknown): object => ({
  step,
  command: { kind: 'set', path, value },
});
const ring = open({ system: { kind: 'ring-shared', N: 16 }, data: { kind: 'uniform-bonds', K: 2, J: 0.5 } });
const row = Array.from({ length: 16 }, (_, n) => n);
const given = open({
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'explicit', X: [row, row], Y: [row, row] },
});

describe('patch: live parameters are checked and leave the document as it is', () => {
  it.each([
    ['expansion.gamma', 2],
    ['expansion.d', 2.5],
    ['system.p', 0.3],
    ['data.K', 3],
  ])('%s = %d', (path, value) => {
    const { document, apply } = patchScenario(ring, path, value);
    expect(apply).toBe('live');
    expect(document).toBe(ring);
  });

  it('a training example may move at once; another number of them comes with the data as a whole', () => {
    const moved = [row.map((x) => x + 1), row];
    expect(patchScenario(given, 'data.X', moved).apply).toBe('live');
    expect(refusal(() => patchScenario(given, 'data.X', [row])).path).toBe('data.Y');
    const both = { kind: 'explicit', X: [row], Y: [row] };
    expect(patchScenario(given, 'data', both).apply).toBe('live');
  });

  it.each([
    ['expansion.gamma', 0, 'expansion.gamma', /> 0/],
    ['expansion.gamma', '1', 'expansion.gamma', /finite/],
    ['expansion.gamma', NaN, 'expansion.gamma', /finite/],
    ['system.p', 0, 'system.p', /slope/],
    ['expansion.speed', 1, 'expansion.speed', /no such key/],
    ['system', 5, 'system', /object/],
    ['nothing', 1, 'nothing', /path of a value/],
    ['constructor.name', 1, 'constructor.name', /path of a value/],
    ['seed', -1, 'seed', /integer/],
    ['title', 5, 'title', /text/],
    ['noise.temperature', -1, 'noise.temperature', />= 0/],
  ])('%s = %j is refused', (path, value, where, expected) => {
    const error = refusal(() => patchScenario(ring, path, value));
    expect(error.path).toBe(where);
    expect(error.expected).toMatch(expected);
  });
});

describe('patch: other changes start the run again', () => {
  it('edits so far are folded in and dropped, the seed stays', () => {
    const edits = [set(3, 'expansion.gamma', 5), set(9, 'expansion.gamma', 7), set(9, 'data.K', 1.25)];
    const run = open({ ...ring.scenario, seed: 12 }, { edits });
    const { document, apply } = patchScenario(run, 'system.N', 20);
    expect(apply).toBe('restart');
    expect(document.edits).toEqual([]);
    expect(document.scenario.seed).toBe(12);
    expect(document.scenario.system.N).toBe(20);
    expect(document.scenario.expansion.gamma).toBe(7);
    expect(document.scenario.data).toEqual({ kind: 'uniform-bonds', K: 1.25, J: 0.5 });
  });

  it.each([
    ['seed', 9],
    ['title', 'Another'],
    ['dynamics.precision', 'f32'],
    ['initial.width', 2],
  ])('%s', (path, value) => {
    const { document, apply } = patchScenario(ring, path, value);
    expect(apply).toBe('restart');
    expect(currentValue(document, path)).toBe(value);
  });

  it('undefined asks for the default', () => {
    const { document } = patchScenario(open({ ...ring.scenario, seed: 8 }), 'initial.width', undefined);
    expect(document.scenario.initial.width).toBe(3);
    expect(document.scenario.seed).toBe(8);
    const flow = open({ dynamics: { kind: 'gradient-flow', eta: 0.5 } });
    expect(patchScenario(flow, 'dynamics.eta', undefined).document.scenario.dynamics.eta).toBeUndefined();
  });

  it('a patched document opens again as it is', () => {
    for (const [path, value] of [
      ['system.kind', 'torus-shared'],
      ['expansion.kind', 'flat'],
      ['system.N', 7],
    ] as const) {
      const { document } = patchScenario(ring, path, value);
      expect(parseDocument(document)).toEqual(document);
    }
  });
});

describe('patch: another kind keeps what was set where name and type agree', () => {
  it('ring-shared to ring-perceptron keeps N, p and q; its data fit and stay', () => {
    const run = open({
      system: { kind: 'ring-shared', N: 24, p: 0.5, q: 0.1 },
      data: { kind: 'uniform-bonds', K: 3 },
    });
    const { scenario } = patchScenario(run, 'system.kind', 'ring-perceptron').document;
    expect(scenario.system).toEqual({ kind: 'ring-perceptron', N: 24, p: 0.5, q: 0.1 });
    expect(scenario.data).toEqual({ kind: 'uniform-bonds', K: 3, J: 0.1 });
    expect(scenario.initial).toEqual(run.scenario.initial);
  });

  it('values at their default take the new kind’s default (gradient descent steps by 1)', () => {
    expect(patchScenario(ring, 'dynamics.kind', 'gradient-descent').document.scenario.dynamics.dt).toBe(1);
    const fine = open({ ...ring.scenario, dynamics: { kind: 'second-order', dt: 0.125 } });
    expect(patchScenario(fine, 'dynamics.kind', 'gradient-descent').document.scenario.dynamics.dt).toBe(
      0.125,
    );
  });

  it('unknown kinds are refused', () => {
    expect(refusal(() => patchScenario(ring, 'system.kind', 'x')).path).toBe('system.kind');
    expect(refusal(() => patchScenario(ring, 'data.kind', 'table')).expected).toMatch(
      /^a kind of this version \(explicit, /,
    );
  });
});

describe('patch: tracks', () => {
  const beside = { ...ring, tracks: [continuumTrack()] };

  it('the continuum theory stays with rings and leaves with them', () => {
    expect(patchScenario(beside, 'system.N', 16).document.tracks).toEqual([continuumTrack()]);
    expect(patchScenario(beside, 'system.kind', 'torus-shared').document.tracks).toEqual([]);
  });

  it('the closed form leaves where friction begins to change', () => {
    const theory = {
      id: 'theory',
      role: 'theory' as const,
      sections: { dynamics: { kind: 'exact', dt: 'auto' } },
    };
    const run = { ...ring, tracks: [theory] };
    expect(patchScenario(run, 'expansion.kind', 'matter').document.tracks).toEqual([]);
    expect(patchScenario(run, 'system.N', 16).document.tracks).toEqual([theory]);
  });
});

describe('patch: sections that no longer fit give way to defaults that do', () => {
  it.each([
    ['dense', 'xor', 'random'],
    ['scalar-field-1d', 'none', 'bump'],
    ['torus-shared', 'uniform-bonds', 'bump'],
    ['linear-neuron', 'incidence', 'bump'],
    ['ring-two-layer', 'smooth-random', 'bump'],
  ])('a ring becomes %s: data %s, initial state %s', (kind, data, initial) => {
    const { scenario } = patchScenario(ring, 'system.kind', kind).document;
    expect([scenario.data.kind, scenario.initial.kind]).toEqual([data, initial]);
  });

  it('an odd ring gets the first data that can be made for it', () => {
    expect(patchScenario(ring, 'system.N', 15).document.scenario.data.kind).toBe('smooth-random');
  });

  it('a batch that names samples which are gone begins again', () => {
    const run = open({
      ...ring.scenario,
      data: { kind: 'smooth-random', samples: 5 },
      batch: { kind: 'sequence', indices: [4, 3] },
    });
    const { scenario } = patchScenario(run, 'data.samples', 2).document;
    expect(scenario.batch).toEqual({ kind: 'sequence', indices: [0], weight: 'sample' });
    expect(patchScenario(run, 'system.kind', 'scalar-field-1d').document.scenario.batch.kind).toBe('full');
  });

  it('single precision gives way where the system has none', () => {
    const run = open({ ...ring.scenario, dynamics: { kind: 'second-order', precision: 'f32' } });
    const { scenario } = patchScenario(run, 'system.kind', 'torus-shared').document;
    expect(scenario.dynamics.precision).toBe('f64');
  });

  it('a random velocity gives way to the big bang', () => {
    const run = open({ ...ring.scenario, initial: { kind: 'random', scale: 0.5, velocityScale: 1 } });
    const { scenario } = patchScenario(run, 'expansion.kind', 'power-law').document;
    expect(scenario.initial).toEqual({ kind: 'random', scale: 0.5, velocityScale: 0 });
  });
});

describe('patch: what somebody brought along is never lost in silence', () => {
  it('explicit data refuse another size or system', () => {
    expect(refusal(() => patchScenario(given, 'system.N', 17)).path).toBe('data.X[0]');
    expect(refusal(() => patchScenario(given, 'system.kind', 'scalar-field-1d')).path).toBe('data.kind');
  });

  it('explicit weights refuse another size', () => {
    const run = open({ ...ring.scenario, initial: { kind: 'explicit', weights: row } });
    expect(refusal(() => patchScenario(run, 'system.N', 18)).path).toBe('initial.weights');
  });

  it('test samples refuse another size', () => {
    const run = open({ ...ring.scenario, data: { kind: 'step', test: { X: [row], Y: [row] } } });
    expect(refusal(() => patchScenario(run, 'system.N', 18)).path).toBe('data.test.X[0]');
    expect(patchScenario(run, 'data.kind', 'teacher').document.scenario.data.test).toEqual({
      X: [row],
      Y: [row],
    });
  });

  it('first-order dynamics without eta refuse flat space', () => {
    const run = open({ ...ring.scenario, dynamics: { kind: 'gradient-flow' } });
    expect(refusal(() => patchScenario(run, 'expansion.kind', 'flat')).path).toBe('dynamics.eta');
  });
});

describe('patch: tracks', () => {
  it('the default ghost leaves with friction and comes back with it', () => {
    const flat = patchScenario(ring, 'expansion.kind', 'flat').document;
    expect(flat.tracks).toEqual([]);
    expect(patchScenario(flat, 'expansion.kind', 'de-sitter').document.tracks).toEqual(ring.tracks);
    expect(patchScenario(ring, 'dynamics.kind', 'gradient-descent').document.tracks).toEqual([]);
  });

  it('tracks that were asked for stay, and refuse what they cannot follow', () => {
    const sections = { dynamics: { kind: 'gradient-descent' } };
    const run = open(ring.scenario, { tracks: [{ id: 'step', role: 'descent', sections }] });
    expect(patchScenario(run, 'system.N', 18).document.tracks).toEqual(run.tracks);
    expect(refusal(() => patchScenario(run, 'expansion.kind', 'flat')).path).toBe(
      'tracks[0].sections.dynamics.eta',
    );
  });

  it('a live change that leaves the ghost without learning rate is refused', () => {
    const run = open({ ...ring.scenario, expansion: { kind: 'power-law', n: 2, t0: 1 } });
    const error = refusal(() => patchScenario(run, 'expansion.n', 0));
    expect([error.path, error.value]).toEqual(['expansion.n', 0]);
    expect(error.expected).toMatch(/"ghost"/);
  });
});

describe('paths and words', () => {
  it('parameterOf finds a declaration, or null', () => {
    expect(parameterOf(ring.scenario, 'expansion.gamma')?.symbol).toBe('γ');
    expect(parameterOf(ring.scenario, 'expansion.n')).toBeNull();
    expect(parameterOf(ring.scenario, 'expansion')).toBeNull();
    expect(parameterOf(ring.scenario, 'expansion.toString')).toBeNull();
  });

  it('currentValue sees edits', () => {
    const run = open(ring.scenario, { edits: [set(2, 'expansion.gamma', 4)] });
    expect(currentValue(run, 'expansion.gamma')).toBe(4);
    expect(currentValue(run, 'system.kind')).toBe('ring-shared');
    expect(currentValue(run, 'system.nothing.more')).toBeUndefined();
  });
});
