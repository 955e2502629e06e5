import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShard, pointsOf, shardOfEnvironment, sizeOf } from '../../../src/engine/sweep/shard.ts';

describe('sweep: shards', () => {
  it('partition the points exactly, whatever their number and that of the points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (total, count) => {
        const shards = Array.from({ length: count }, (_, n) => parseShard(`${n + 1}/${count}`));
        const parts = shards.map((shard) => [...pointsOf(shard, total)]);
        expect(parts.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, n) => n));
        expect(shards.map((shard) => sizeOf(shard, total))).toEqual(parts.map(({ length }) => length));
        const sizes = parts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { seed: 11 },
    );
  });

  it.each(['0/4', '5/4', '1', '1/0', 'a/b', '-1/4', '1/4/2', '1.5/4', '1/9999999'])(
    '%s is refused',
    (text) => {
      expect(() => parseShard(text)).toThrow(`--shard: "${text}": expected i/n`);
    },
  );

  it.each([
    ['0-15', 16, { _ID: '0', _MIN: '0', _COUNT: '16' }, { index: 0, count: 16 }],
    ['1-16', 16, { _ID: '16', _MIN: '1', _COUNT: '16' }, { index: 15, count: 16 }],
    ['10-40:10', 4, { _ID: '30', _MIN: '10', _COUNT: '4', _STEP: '10' }, { index: 2, count: 4 }],
  ])('Slurm: an array %s is %i shards', (_array, _count, variables, shard) => {
    expect(shardOfEnvironment(slurm(variables), undefined)).toEqual(shard);
  });

  it('Slurm: one task of an array that is run again keeps its part by --shards', () => {
    expect(shardOfEnvironment(slurm({ _ID: '7', _MIN: '7', _COUNT: '1' }), 16)).toEqual({
      index: 6,
      count: 16,
    });
  });

  it('Slurm: a list with gaps, and an id beyond --shards, are refused', () => {
    expect(() => shardOfEnvironment(slurm({ _ID: '9', _MIN: '1', _COUNT: '3' }), undefined)).toThrow(
      'SLURM_ARRAY_TASK_ID: 9: expected one of 3 evenly spaced numbers',
    );
    expect(() => shardOfEnvironment(slurm({ _ID: '0', _MIN: '0', _COUNT: '4' }), 4)).toThrow(
      'SLURM_ARRAY_TASK_ID: 0',
    );
    expect(() => shardOfEnvironment(slurm({ _ID: 'x' }), undefined)).toThrow('SLURM_ARRAY_TASK_ID: "x"');
  });

  it('Kubernetes: the completion index counts from 0, and needs the number of completions', () => {
    expect(shardOfEnvironment({ JOB_COMPLETION_INDEX: '3' }, 8)).toEqual({ index: 3, count: 8 });
    expect(() => shardOfEnvironment({ JOB_COMPLETION_INDEX: '3' }, undefined)).toThrow('--shards: nothing');
    expect(() => shardOfEnvironment({ JOB_COMPLETION_INDEX: '8' }, 8)).toThrow('JOB_COMPLETION_INDEX: 8');
  });

  it('where no engine says anything there is no shard', () => {
    expect(shardOfEnvironment({ PATH: '/bin' }, undefined)).toBeNull();
  });
});

const slurm = (variables: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [`SLURM_ARRAY_TASK${name}`, value]));
