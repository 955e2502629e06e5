import { describe, expect, it } from 'vitest';
import { columnsOf, guessRoles, kindOf, MOST_CLASSES } from '../../../src/scenario/table/columns.ts';
import { isGap, numberOf } from '../../../src/scenario/table/read.ts';
import { makeSamples, type Choices, type MadeSamples } from '../../../src/scenario/table/samples.ts';

const cellsOf = (lines: readonly string[]) => ({
  rows: lines.map((line) => line.split(' ')),
  numbers: lines.map((_, l) => l + 2),
});

function made(lines: readonly string[], roles: string, change: Partial<Choices> = {}): MadeSamples {
  const cells = cellsOf(lines);
  const columns = columnsOf(cells, null, '.');
  const role = { i: 'input', t: 'target', h: 'hold-out', '-': 'unused' } as const;
  return makeSamples(cells, columns, {
    decimal: '.',
    columns: columns.map((column, n) => ({
      role: role[roles[n] as keyof typeof role],
      kind: kindOf(column),
    })),
    inputs: 'none',
    targets: 'none',
    coding: 'one-hot',
    holdOut: { by: 'none' },
    leaveOut: false,
    ...change,
  });
}

describe('cells', () => {
  it.each([
    ['1.5', '.', 1.5],
    [' -2e3 ', '.', -2000],
    ['+.5', '.', 0.5],
    ['−3', '.', -3],
    ['1,5', ',', 1.5],
    ['1,5', '.', NaN],
    ['1.234,5', ',', NaN],
    ['1,234.5', '.', NaN],
    ['0x10', '.', NaN],
    ['1e999', '.', NaN],
    ['Infinity', '.', NaN],
    ['', '.', NaN],
  ] as const)('%j with a decimal %j is %d', (cell, decimal, value) => {
    expect(numberOf(cell, decimal)).toBe(value);
  });

  it('minus zero becomes zero, as in JSON', () => {
    expect(Object.is(numberOf('-0', '.'), 0)).toBe(true);
  });

  it('gaps are empty cells and the words that programs write for them', () => {
    expect(['', ' ', 'NA', 'n/a', 'NaN', 'null', '?', '-'].every(isGap)).toBe(true);
    expect(['0', 'x', 'nano'].some(isGap)).toBe(false);
  });
});

describe('samples of a table', () => {
  it('z-score: mean and deviation are those of the rows trained on, by hand', () => {
    // Trained on 1, 3, 5, 7: mean 4, σ² = (9 + 1 + 1 + 9)/4 = 5. The row held out, 100, changes neither.
    const { X, Y, test, inputs } = made(['1 0 a', '3 1 a', '100 2 b', '5 3 a', '7 4 a'], 'ith', {
      inputs: 'z-score',
      holdOut: { by: 'column', word: 'b' },
    });
    expect(inputs).toEqual([{ column: 0, word: null, offset: 4, scale: Math.sqrt(5), constant: false }]);
    expect(X.map(([x]) => x)).toEqual([-3, -1, 1, 3].map((x) => x / Math.sqrt(5)));
    expect(test).toEqual({ X: [[96 / Math.sqrt(5)]], Y: [[2]] });
    expect(Y).toEqual([[0], [1], [3], [4]]);
  });

  it('interval: the least of the rows trained on is −1, the most +1, and rows held out may lie beyond', () => {
    const { X, test } = made(['2 0 a', '4 0 a', '10 0 a', '14 0 b'], 'ith', {
      inputs: 'interval',
      holdOut: { by: 'column', word: 'b' },
    });
    expect(X).toEqual([[-1], [-0.5], [1]]);
    expect(test?.X).toEqual([[2]]);
  });

  it('a number that never changes becomes 0 under either scale', () => {
    for (const inputs of ['z-score', 'interval'] as const) {
      const { X, inputs: entries } = made(['7 0', '7 1'], 'it', { inputs });
      expect(X).toEqual([[0], [0]]);
      expect(entries[0].constant).toBe(true);
    }
  });

  it('targets have a scale of their own', () => {
    const { X, Y } = made(['5 1', '6 3'], 'it', { targets: 'interval' });
    expect([X, Y]).toEqual([
      [[5], [6]],
      [[-1], [1]],
    ]);
  });

  it('classes are one number each, 0 or 1, in the order of their letters', () => {
    const { Y, targets } = made(['1 setosa', '2 virginica', '3 versicolor'], 'it');
    expect(targets.map(({ word }) => word)).toEqual(['setosa', 'versicolor', 'virginica']);
    expect(Y).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
  });

  it('as −1 and +1 two classes are one number, three are three', () => {
    expect(made(['1 no', '2 yes', '3 no'], 'it', { coding: 'signs' }).Y).toEqual([[-1], [1], [-1]]);
    expect(made(['1 a', '2 b', '3 c'], 'it', { coding: 'signs' }).Y).toEqual([
      [1, -1, -1],
      [-1, 1, -1],
      [-1, -1, 1],
    ]);
  });

  it('a cell that is no number is told with row, column and value, and its row is left out', () => {
    const { X, problems, problemCount, unread } = made(['1 2', '1.2x 3', '4 5', '6 ,7', '8 9'], 'it');
    expect(X).toEqual([[1], [4], [8]]);
    expect([problemCount, unread]).toEqual([2, 2]);
    expect(problems).toEqual([
      { row: 3, column: 0, value: '1.2x', expected: { kind: 'number' } },
      { row: 5, column: 1, value: ',7', expected: { kind: 'number' } },
    ]);
  });

  it('a ragged row is told with its number of fields', () => {
    const { X, problems } = made(['1 2 3', '4 5', '7 8 9'], 'iit');
    expect(X).toEqual([
      [1, 2],
      [7, 8],
    ]);
    expect(problems).toEqual([{ row: 3, column: null, value: '2', expected: { kind: 'fields', count: 3 } }]);
  });

  it('rows with gaps in a column that is used are left out and counted; gaps elsewhere are none', () => {
    const { X, gaps, problemCount } = made(['1 2 NA', '? 3 x', '5 6 y'], 'it-');
    expect(X).toEqual([[1], [5]]);
    expect([gaps, problemCount]).toEqual([1, 0]);
  });

  it('a share held out is exact, the same for the same seed, and every row is in one set', () => {
    const lines = Array.from({ length: 40 }, (_, l) => `${l} 0`);
    const by = (seed: number) => made(lines, 'it', { holdOut: { by: 'share', share: 0.25, seed } });
    const { X, test } = by(1);
    expect([X.length, test?.X.length]).toEqual([30, 10]);
    const all = [...X, ...(test?.X ?? [])].map(([x]) => x).sort((a, b) => a - b);
    expect(all).toEqual(lines.map((_, l) => l));
    expect(by(1)).toEqual(by(1));
    expect(by(2).test).not.toEqual(test);
  });

  it('what each of 40 rows is held out by is even: 400 seeds, 10 of 40', () => {
    // Binomial: 400 · ¼ = 100 each, σ = √(400 · ¼ · ¾) = 8.7; 40 rows stay within 4.5 σ.
    const lines = Array.from({ length: 40 }, (_, l) => `${l} 0`);
    const counts = new Float64Array(40);
    for (let seed = 0; seed < 400; seed++) {
      const { test } = made(lines, 'it', { holdOut: { by: 'share', share: 0.25, seed } });
      for (const [row] of test?.X ?? []) counts[row]++;
    }
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });

  it('more words than classes may be are told, whatever the rows say', () => {
    const lines = Array.from({ length: MOST_CLASSES + 1 }, (_, l) => `${l} w${l}`);
    const { problems } = made(lines, 'it');
    expect(problems[0]).toEqual({
      row: 0,
      column: 1,
      value: '',
      expected: { kind: 'classes', most: MOST_CLASSES },
    });
  });
});

describe('what columns are for', () => {
  const roles = (
    names: string,
    lines: readonly string[],
    shape: { inputs: number; outputs: number } | null,
  ) =>
    guessRoles(columnsOf(cellsOf(lines), names.split(' '), '.'), shape).map(
      ({ role, kind }) => `${role} ${kind}`,
    );

  it('the last column is the target, words are classes', () => {
    expect(roles('a b species', ['1 2 x', '3 4 y'], null)).toEqual([
      'input number',
      'input number',
      'target classes',
    ]);
  });

  it('a column called class comes first, its few whole numbers are names; id is not used, split holds out', () => {
    expect(roles('id class x split', ['1 0 0.5 train', '2 1 0.7 test'], null)).toEqual([
      'unused number',
      'target classes',
      'input number',
      'hold-out classes',
    ]);
  });

  it('y is the target of numbers, but a place beside an x where the last column has classes', () => {
    expect(roles('y x', ['1 2', '3 4'], null)).toEqual(['target number', 'input number']);
    expect(roles('x y kind', ['1 2 a', '3 4 b'], null)).toEqual([
      'input number',
      'input number',
      'target classes',
    ]);
  });

  it('as many numbers as the network takes and gives: inputs first', () => {
    expect(roles('a b c', ['1 2 3'], { inputs: 1, outputs: 2 })).toEqual([
      'input number',
      'target number',
      'target number',
    ]);
  });
});

describe('numbers at the ends of what a number holds', () => {
  // z-scores of −1, 0, 2 (mean 1/3, σ² = 14/9), and their places between −1 and 1, whatever the unit.
  const scores = [-4, -1, 5].map((third) => third / 3 / Math.sqrt(14 / 9));
  it.each([1, 1e-200, 5e-310, 1e160, 8e307])('are scaled as any others: in units of %d', (unit) => {
    const lines = [-1, 0, 2].map((n) => `${n * unit} 1`);
    const z = made(lines, 'it', { inputs: 'z-score' }).X.map(([x]) => x);
    z.forEach((value, l) => expect(value).toBeCloseTo(scores[l], 9));
    const interval = made(lines, 'it', { inputs: 'interval' }).X.map(([x]) => x);
    [-1, -1 / 3, 1].forEach((value, l) => expect(interval[l]).toBeCloseTo(value, 9));
  });

  it('the smallest number there is beside 0 makes numbers, too', () => {
    for (const inputs of ['z-score', 'interval'] as const) {
      const { X } = made(['0 1', '5e-324 2'], 'it', { inputs });
      expect(X.flat().every(Number.isFinite)).toBe(true);
    }
  });
});

describe('columns of gaps alone', () => {
  it.each([null, { inputs: 2, outputs: 1 }])('are not used, whatever the network takes: %o', (shape) => {
    // A spreadsheet that ends every line with a separator.
    const cells = { rows: ['1;;2;3;', '4;;5;6;'].map((line) => line.split(';')), numbers: [1, 2] };
    const roles = guessRoles(columnsOf(cells, null, '.'), shape).map(({ role }) => role);
    expect(roles).toEqual(['input', 'unused', 'input', 'target', 'unused']);
  });
});
