import { describe, expect, it } from 'vitest';
import { sweepHash } from '../../../src/engine/sweep/document.ts';
import { headLine, rowLine } from '../../../src/engine/sweep/results.ts';
import { readResults } from '../../../src/ui/sweep/files.ts';
import { sweepOf } from '../../engine/sweep/sweeps.ts';

const sweep = sweepOf();
const failed = (point: number, reason: string): string =>
  rowLine({ version: 1, sweep: sweepHash(sweep), point, values: {}, state: 'failed', reason });

describe('sweep panel: files', () => {
  it('of several rows of a point the last counts, and is what is saved again', () => {
    const { rows, lines } = readResults(headLine(sweep) + failed(1, 'a') + failed(2, 'b') + failed(1, 'c'));
    expect([...rows.keys()]).toEqual([1, 2]);
    expect(rows.get(1)).toMatchObject({ reason: 'c' });
    expect(lines.get(1)).toBe(failed(1, 'c'));
  });

  it('a file with its last line cut is read up to there', () => {
    const { rows } = readResults(headLine(sweep) + failed(1, 'a') + failed(2, 'b').slice(0, 40));
    expect([...rows.keys()]).toEqual([1]);
  });

  it('of two shards one of which was cut, what is saved again is whole lines', () => {
    const { lines } = readResults(
      headLine(sweep) + failed(1, 'a').slice(0, 30) + headLine(sweep) + failed(2, 'b'),
    );
    expect([...lines.values()]).toEqual([failed(2, 'b')]);
    const joined = readResults(headLine(sweep) + failed(1, 'a').slice(0, 30) + failed(2, 'b'));
    expect([...joined.lines.values()]).toEqual([failed(2, 'b')]);
  });

  it('a sweep of more points than a page shows is refused before its rows are read', () => {
    const large = sweepOf({ axes: [{ path: 'seed', from: 1, to: 300_000, count: 300_000 }] });
    expect(() => readResults(`${headLine(large)}x\n`)).toThrow(
      'axes: 300000: expected at most 200000 points',
    );
  });

  it('an empty file, and one that is none of results, are refused', () => {
    expect(() => readResults('')).toThrow('line 1: head: nothing');
    expect(() => readResults('{"version":1}\n')).toThrow('line 1: state: nothing');
  });
});
