import { describe, expect, it } from 'vitest';
import {
  placeOf,
  pointCount,
  pointDocument,
  readSweep,
  serializeSweep,
  sweepHash,
} from '../../../src/engine/sweep/document.ts';
import { checkObserved } from '../../../src/engine/sweep/observed.ts';
import { ScenarioError } from '../../../src/scenario/types.ts';
import { changed, given, sweepOf } from './sweeps.ts';
import { parseSweep } from '../../../src/engine/sweep/document.ts';

const axis = (value: object): object => changed({ axes: [value] });
function complaint(value: unknown): string {
  try {
    parseSweep(value);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  return 'none';
}

describe('sweep: format', () => {
  it('printed and read again it is the same sweep with the same hash; a title changes nothing in it', () => {
    const sweep = sweepOf();
    expect(readSweep(serializeSweep(sweep))).toEqual(sweep);
    expect(sweepHash(sweep)).toMatch(/^[0-9a-f]{16}$/);
    expect(sweepHash(sweepOf({ title: 'another' }))).toBe(sweepHash(sweep));
  });

  it.each([
    ['until', { until: 3 }],
    ['observe', { observe: [] }],
    ['axes', { axes: [given.axes[1], given.axes[0]] }],
    ['scenario', { scenario: { ...given.scenario, seed: 2 } }],
    ['edits', { edits: [{ step: 1, command: { kind: 'set', path: 'expansion.gamma', value: 1 } }] }],
  ])('another %s is another hash', (_name, change) => {
    expect(sweepHash(sweepOf(change))).not.toBe(sweepHash(sweepOf()));
  });

  it.each([
    ['a text', 'x', '$: "x": expected a sweep'],
    ['no version', changed({ version: 2 }), 'version: 2: expected 1'],
    ['an unknown key', changed({ step: 3 }), 'step: 3: expected no such key'],
    [
      'its scenario',
      changed({ scenario: { version: 1, system: { kind: 'x' } } }),
      'scenario.system.kind: "x"',
    ],
    ['no axes', changed({ axes: [] }), 'axes: []: expected a list of 1 to 8 axes'],
    [
      'an unknown path',
      axis({ path: 'system.M', values: [1] }),
      'axes[0].path: "system.M": expected one of seed, system.N',
    ],
    [
      'a bath where there is none',
      axis({ path: 'noise.temperature', values: [1] }),
      'axes[0].path: "noise.temperature"',
    ],
    [
      'a value out of range',
      axis({ path: 'expansion.gamma', values: [1, -1] }),
      'axes[0].values[1]: -1: expected a finite number',
    ],
    [
      'a word for a number',
      axis({ path: 'seed', values: ['a'] }),
      'axes[0].values[0]: "a": expected an integer',
    ],
    [
      'the same value twice',
      axis({ path: 'seed', values: [1, 2, 1] }),
      'axes[0].values[2]: 1: expected values that differ; this is that of [0] again',
    ],
    [
      'whole numbers closer than 1',
      axis({ path: 'system.N', from: 8, to: 9, count: 4 }),
      'axes[0].range[1]: 8: expected values that differ',
    ],
    [
      'both ways at once',
      axis({ path: 'seed', values: [1], from: 1 }),
      'axes[0].from: 1: expected values, or from',
    ],
    ['half a range', axis({ path: 'seed', from: 1, count: 3 }), 'axes[0].to: nothing: expected a number'],
    [
      'a logarithm of 0',
      axis({ path: 'expansion.gamma', from: 0, to: 1, count: 3, scale: 'log' }),
      'axes[0].from: 0: expected a number > 0',
    ],
    [
      'one parameter twice',
      changed({ axes: [given.axes[1], given.axes[1]] }),
      'axes[1].path: "seed": expected a parameter that no other axis has',
    ],
    [
      'too many points',
      changed({
        axes: [
          { path: 'seed', from: 0, to: 1e6, count: 1e5 },
          { path: 'expansion.gamma', from: 1, to: 2, count: 11 },
        ],
      }),
      'axes: 1100000: expected at most 1000000 points',
    ],
    ['two ends', changed({ steps: 3 }), 'steps: 3: expected until or steps, not both'],
  ])('%s is refused by place, value and what was expected', (_name, value, message) => {
    expect(complaint(value)).toContain(message);
  });
});

it('sweep: an observation that there is none of is refused where observations are known', () => {
  expect(() => checkObserved(sweepOf({ observe: ['regime', 'x'] }))).toThrow(
    'observe[1]: "x": expected one of outputs',
  );
});

describe('sweep: points', () => {
  it('the last axis varies fastest, and every combination comes once', () => {
    const { axes } = sweepOf();
    expect(pointCount({ axes })).toBe(6);
    expect([0, 1, 2, 3, 5].map((point) => placeOf(axes, point))).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
    ]);
  });

  it('a logarithmic range has even ratios, both ends as given, twelve digits between', () => {
    const { axes } = sweepOf({
      axes: [{ path: 'expansion.gamma', from: 0.01, to: 100, count: 9, scale: 'log' }],
    });
    expect(axes[0].values).toEqual([
      0.01, 0.0316227766017, 0.1, 0.316227766017, 1, 3.16227766017, 10, 31.6227766017, 100,
    ]);
  });

  it('a linear range is even, and one of integers is whole', () => {
    expect(
      sweepOf({ axes: [{ path: 'expansion.gamma', from: 0.1, to: 0.5, count: 5 }] }).axes[0].values,
    ).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(
      sweepOf({ axes: [{ path: 'system.N', from: 4, to: 64, count: 5, scale: 'log' }] }).axes[0].values,
    ).toEqual([4, 8, 16, 32, 64]);
  });

  it('the run of a point is the scenario with its values, as a document of its own', () => {
    const { scenario, tracks, edits } = pointDocument(sweepOf(), 4);
    expect([scenario.expansion.gamma, scenario.seed, scenario.system.N]).toEqual([2, 2, 8]);
    expect(scenario.title).toBe('friction and seeds, expansion.gamma = 2, seed = 2');
    expect([tracks, edits]).toEqual([[], []]);
  });

  it('values that only together fit are a point: an even ring and its couplings', () => {
    const sweep = sweepOf({ axes: [{ path: 'system.N', values: [7, 8] }] });
    expect(() => pointDocument(sweep, 0)).toThrow('scenario.data.kind');
    expect(pointDocument(sweep, 1).scenario.system.N).toBe(8);
  });
});
