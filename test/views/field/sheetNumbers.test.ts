import { expect, it } from 'vitest';
import { layoutField } from '../../../src/views/field/layout.ts';
import { sheetNumbers } from '../../../src/views/field/sheetNumbers.ts';
import type { Label } from '../../../src/views/scene/labelLayer.ts';
import { runInfoOf } from '../runInfo.ts';

const words = ({ parts }: Label): string =>
  parts.map(({ text, symbol, sub }) => `${text ?? ''}${symbol ?? ''}${sub ?? ''}`).join('');

function numbersOf(sizes: readonly number[]) {
  const { layout, tracks } = runInfoOf('dense', { sizes: [...sizes] });
  const { sheets } = layoutField(layout, tracks[0].weightCount, null);
  return { sheets, labels: sheetNumbers(layout, sheets) };
}

it('sheets of 2·8·8·1: bias, inputs by name, then the first, the middle and the last column, and row of the largest', () => {
  expect(numbersOf([2, 8, 8, 1]).labels.map(words).join(' ')).toBe('bias X1 X2 bias 1 5 8 0 4 7 bias 1 5 8');
});

it('numbers stand at the places that they name: columns at the front edge, rows at the right one', () => {
  const { sheets, labels } = numbersOf([2, 8, 8, 1]);
  const { frame, sheet } = sheets[1];
  const placed = labels.slice(3, 10).map((label) => {
    const out = new Float32Array(3);
    expect(label.anchor(out)).toBe(true);
    return [(out[0] - frame.origin[0]) / frame.step[0], (out[2] - frame.origin[1]) / frame.step[1]];
  });
  const expected = [
    ...[0, 1, 5, 8].map((column) => [column, sheet.rows - 1]),
    ...[0, 4, 7].map((row) => [sheet.columns - 1, row]),
  ];
  placed.forEach(([column, row], n) => {
    expect(column).toBeCloseTo(expected[n][0], 4);
    expect(row).toBeCloseTo(expected[n][1], 4);
  });
});

it('more inputs than three are numbered; more than five sheets have no room for numbers', () => {
  expect(numbersOf([6, 2, 1]).labels.map(words).slice(0, 4)).toEqual(['bias', '1', '4', '6']);
  expect(numbersOf([2, 3, 3, 3, 3, 3, 1]).labels).toEqual([]);
});
