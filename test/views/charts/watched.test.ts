import { describe, expect, it } from 'vitest';
import { neighboursOf, pastOf, weightWords } from '../../../src/views/charts/watched.ts';
import { phaseFigure, phaseTable } from '../../../src/views/charts/phase/figure.ts';
import type { Hold } from '../../../src/views/charts/held.ts';
import { isEmpty } from '../../../src/views/charts/figure.ts';
import { weightsFigure } from '../../../src/views/charts/weights/figure.ts';
import { plainWords, wordsOf } from '../../../src/views/charts/words.ts';
import { runInfoOf } from '../runInfo.ts';
import { tracks } from './run.ts';

const held: Hold = (_, data) => data;
const history = {
  weights: [4, 7],
  steps: Float64Array.of(0, 1),
  times: Float64Array.of(0, 0.1),
  // Two rows, two weights, value and rate.
  tracks: [Float64Array.of(1, 10, 2, 20, 3, 30, 4, 40)],
};

describe('neighbours', () => {
  it('ring: the nearest first, round the ends', () => {
    expect(neighboursOf(runInfoOf('ring-shared', { N: 12 }), 0, 6)).toEqual([0, 11, 1, 10, 2, 9]);
  });
  it('few: a ring of five gives its five weights once', () => {
    expect(neighboursOf(runInfoOf('ring-shared', { N: 5 }), 3, 6).sort((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });
  it('sheet: a narrow row goes on along the column, and stays on its own sheet', () => {
    const info = runInfoOf('dense', { sizes: [1, 4, 1] });
    const [sheet] = info.layout.sheets;
    const found = neighboursOf(info, sheet.weight[0], 6);
    expect(found).toHaveLength(5);
    expect(found.every((weight) => sheet.weight.includes(weight))).toBe(true);
  });
});

describe('past', () => {
  it('columns: value and rate of the weight that was asked for', () => {
    const past = pastOf(history, 0, 7);
    expect([...(past?.value ?? [])]).toEqual([2, 4]);
    expect([...(past?.rate ?? [])]).toEqual([20, 40]);
    expect(pastOf(history, 0, 5)).toBeNull();
    expect(pastOf(history, 1, 7)).toBeNull();
  });
});

describe('phase portrait', () => {
  const past = { value: Float64Array.of(1, 3), rate: Float64Array.of(0, -1) };
  it('dots: open where it began, solid where it is', () => {
    const figure = phaseFigure([{ track: tracks[0], past }], 4, '*w*_{4}', held);
    if (isEmpty(figure)) throw new Error(figure.empty);
    const dots = figure.panels[0].marks.filter((mark) => mark.kind === 'dots');
    expect(dots.map(({ shape, x, y }) => [shape, x[0], y[0]])).toEqual([
      ['open', 1, 0],
      ['solid', 3, -1],
    ]);
  });
  it('table: the steps that are known, named by track and weight', () => {
    const { columns, rows } = phaseTable(history.steps, history.times, [{ track: tracks[0], past }], 4);
    expect(columns.slice(2)).toEqual(['main: w[4] [1]', 'main: dw/dt[4] [1/t]']);
    expect([...rows]).toEqual([
      [0, 0, 1, 0],
      [1, 0.1, 3, -1],
    ]);
  });
});

describe('weights over time', () => {
  it('chosen: bold, on top, and the only one that is', () => {
    const past = { value: Float64Array.of(1, 3), rate: Float64Array.of(0, -1) };
    const lines = [4, 7].map((weight) => ({ weight, words: `*w*_{${weight}}`, track: tracks[0], past }));
    const figure = weightsFigure(lines, history.times, 4, held);
    if (isEmpty(figure)) throw new Error(figure.empty);
    const marks = figure.panels[0].marks;
    expect(marks.map((mark) => mark.kind === 'line' && mark.thick)).toEqual([false, true]);
    expect(figure.labels.map(({ strong }) => strong)).toEqual([true, false]);
  });
});

describe('words', () => {
  it('marks: symbols, lowered and raised parts', () => {
    expect(wordsOf('at *W*^{2}_{6, 5}').map(({ text, face }) => `${face} ${text}`)).toEqual([
      'plain at ',
      'symbol W',
      'sup 2',
      'sub 6, 5',
    ]);
    expect(plainWords('cost *C*, *w*_{5}')).toBe('cost C, w 5');
  });
  it('weights: w with its site below, sheets with their layer above', () => {
    expect(weightWords(runInfoOf('ring-shared', { N: 12 }), 5)).toBe('*w*_{5}');
  });
});
