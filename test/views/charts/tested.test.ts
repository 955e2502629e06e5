import { expect, it } from 'vitest';
import { isEmpty } from '../../../src/views/charts/figure.ts';
import { testedFigure, testedLines, testedTable } from '../../../src/views/charts/tested/figure.ts';
import { courseAt, tracks } from './run.ts';

const counts = { sampleCount: 4, testCount: 2 };

it('lines: costs a sample, the least test cost of all rows up to now', () => {
  // Cost 10⁻ⁿ and test cost twice that: least at the present.
  const [main] = testedLines(courseAt(6), tracks, counts);
  expect(main.training[0]).toBe(1 / 4);
  expect(main.test[0]).toBe(2 / 2);
  expect(main.least.time).toBeCloseTo(0.6, 12);
  expect(main.least.value).toBeCloseTo(1e-6, 18);
});

it('lines: the least is found between rows that are drawn', () => {
  const course = courseAt(1999);
  const dip = {
    ...course,
    value: (row: number, track: number, quantity: Parameters<typeof course.value>[2]) =>
      quantity === 'testCost' ? (row === 1237 ? 0.5 : 3) : course.value(row, track, quantity),
  };
  expect(testedLines(dip, tracks.slice(0, 1), counts)[0].least).toEqual({ time: 123.7, value: 0.25 });
});

it('figure: names both lines and where the test cost was least; without test samples it says so', () => {
  const figure = testedFigure(courseAt(6), tracks.slice(0, 1), 'target^2', counts);
  if (isEmpty(figure)) throw new Error(figure.empty);
  expect(figure.labels.map(({ words }) => words)).toEqual(['training', 'test', '○ least test, *t* = 0.6']);
  expect(isEmpty(testedFigure(courseAt(6), tracks, 'target^2', { sampleCount: 4, testCount: 0 }))).toBe(true);
});

it('figure and table: tracks with another kind of cost keep their own unit', () => {
  const mixed = [tracks[0], { ...tracks[1], unit: 'nat' as const }];
  const figure = testedFigure(courseAt(3), mixed, 'target^2', counts);
  if (isEmpty(figure)) throw new Error(figure.empty);
  expect(figure.panels[0].y.name).toContain('each in its own unit');
  expect(testedTable(courseAt(3), mixed, 'target^2', counts).columns.slice(2)).toEqual([
    'main: training cost per sample [target^2]',
    'main: test cost per sample [target^2]',
    'ghost: training cost per sample [nat]',
    'ghost: test cost per sample [nat]',
  ]);
});

it('a run beside the main one with samples of its own: costs over its own number, none where it has no test samples', () => {
  const own = { ...tracks[0], samples: { training: 8, test: 5, own: true } };
  const untested = { ...tracks[1], samples: { training: 8, test: 0, own: true } };
  const lines = testedLines(courseAt(6), [own, untested], counts);
  expect(lines).toHaveLength(1);
  expect(lines[0].training[0]).toBe(1 / 8);
  expect(lines[0].test[0]).toBe(2 / 5);
  expect(testedTable(courseAt(3), [own, untested], 'target^2', counts).columns).toHaveLength(4);
});
