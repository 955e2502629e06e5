import { describe, expect, it } from 'vitest';
import { parseSweep, sweepHash } from '../../../src/engine/sweep/document.ts';
import { headLine, maxLine, otherKernels, ResultReader, rowLine } from '../../../src/engine/sweep/results.ts';
import type { Sweep, SweepRow } from '../../../src/engine/sweep/types.ts';
import { sweepOf } from './sweeps.ts';

const sweep = sweepOf();
const failed = (point: number, of = sweep): string =>
  rowLine({ version: 1, sweep: sweepHash(of), point, values: {}, state: 'failed', reason: `r${point}` });

/** Reads a text as a file is read. */
function read(text: string, known: Sweep | null = null): { rows: SweepRow[]; sweep: Sweep | null } {
  const rows: SweepRow[] = [];
  const reader = new ResultReader(known, (row) => rows.push(row));
  const lines = text.split('\n');
  const rest = lines.pop() as string;
  for (const line of lines) reader.read(line);
  if (rest !== '') reader.read(rest, true);
  return { rows, sweep: reader.sweep };
}

describe('sweep: results', () => {
  it('a head and its rows are read back, values by the sweep', () => {
    const result = read(headLine(sweep) + failed(5));
    expect(result.sweep).toEqual(sweep);
    expect(result.rows).toMatchObject([
      { point: 5, values: { 'expansion.gamma': 2, seed: 3 }, reason: 'r5' },
    ]);
  });

  it('shards one behind the other are read as one file, also where the first was cut anywhere', () => {
    const first = headLine(sweep) + failed(0) + failed(2);
    const second = headLine(sweep) + failed(1) + failed(3);
    const points = (text: string): number[] => read(text).rows.map(({ point }) => point);
    expect(points(first + second)).toEqual([0, 2, 1, 3]);
    const start = headLine(sweep).length + failed(0).length;
    for (let cut = start; cut < first.length - 1; cut++) {
      expect(points(first.slice(0, cut) + second), `cut at ${cut}`).toEqual([0, 1, 3]);
    }
  });

  it('a last line that was cut is no row; one that lacks only its newline is', () => {
    expect(read(headLine(sweep) + failed(0).slice(0, -9)).rows).toEqual([]);
    expect(read(headLine(sweep) + failed(0).slice(0, -1)).rows).toHaveLength(1);
  });

  it('a text that is no results is none that were cut', () => {
    for (const rest of ['{"vers', headLine(sweep).slice(0, 60)]) expect(read(rest, sweep).rows).toEqual([]);
    expect(() => read('a note', sweep)).toThrow('line 1: "a note": expected a line of JSON');
  });

  it.each([
    ['no JSON', `${headLine(sweep)}x\n`, 'line 2: "x": expected a line of JSON'],
    ['rows of another sweep', headLine(sweep) + failed(0, sweepOf({ until: 3 })), 'line 2: sweep: "'],
    [
      'a point that there is none of',
      headLine(sweep) + failed(6),
      'line 2: point: 6: expected one of the 6 points',
    ],
    ['rows without a head', failed(0), 'line 1: head: nothing'],
    ['a head that was changed', headLine(sweep).replace('"until":2', '"until":4'), 'line 1: sweep: "'],
    ['another state', headLine(sweep) + failed(0).replace('failed', 'odd'), 'line 2: state: "odd": expected'],
    [
      'a column of another kind',
      headLine(sweep) + failed(0).replace('"r0"', '7'),
      'line 2: reason: 7: expected',
    ],
    ['a number', `${headLine(sweep)}7\n`, 'line 2: state: nothing: expected'],
  ])('%s is refused with its line', (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('a row too long for a line says so and is no longer one', () => {
    const row = { ...JSON.parse(failed(1)), reason: 'x'.repeat(maxLine) } as SweepRow;
    const line = rowLine(row);
    expect(line.length).toBeLessThan(400);
    expect(read(headLine(sweep) + line).rows[0]).toMatchObject({ state: 'failed', point: 1 });
  });
});

describe('sets of kernels', () => {
  const single = parseSweep({
    version: 1,
    scenario: {
      version: 1,
      system: { kind: 'ring-shared', N: 8 },
      dynamics: { kind: 'second-order', precision: 'f32' },
    },
    axes: [{ path: 'seed', values: [1, 2] }],
  });
  it('in single precision two sets are told, and one that this machine has not; in double all have the same bits', () => {
    expect(otherKernels(single, new Set(['simd', 'typescript']), null)).toEqual(['simd', 'typescript']);
    expect(otherKernels(single, new Set(['simd']), 'typescript')).toEqual(['simd', 'typescript']);
    expect(otherKernels(single, new Set(['simd']), 'simd')).toEqual([]);
    expect(otherKernels(single, new Set(), 'simd')).toEqual([]);
    expect(otherKernels(sweep, new Set(['simd', 'typescript']), 'simd')).toEqual([]);
    // Of a set that is not known nothing is.
    expect(otherKernels(sweep, new Set(['simd', 'vulkan']), null)).toEqual(['simd', 'vulkan']);
  });
});
