import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { budgetAt, budgetFigure, budgetTable } from '../../../src/views/charts/budget/series.ts';
import { costFigure, costLines, costTable } from '../../../src/views/charts/cost/series.ts';
import { csvOf } from '../../../src/views/charts/csv.ts';
import { isEmpty } from '../../../src/views/charts/figure.ts';
import { drawnRows, MOST_POINTS } from '../../../src/views/charts/rows.ts';
import { courseAt, tracks } from './run.ts';

describe('drawn rows', () => {
  it('count: at most 1000, first and last among them, ascending', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000 }), (length) => {
        const rows = drawnRows(length);
        expect(rows.length).toBeLessThanOrEqual(MOST_POINTS);
        expect(rows[0]).toBe(0);
        expect(rows[rows.length - 1]).toBe(length - 1);
        for (let i = 1; i < rows.length; i++) expect(rows[i]).toBeGreaterThan(rows[i - 1]);
      }),
      { numRuns: 50 },
    );
  });
  it('growth: a row that is drawn stays drawn until the spacing doubles', () => {
    const before = drawnRows(5000);
    const after = new Set(drawnRows(7900));
    for (const row of before.slice(0, -1)) expect(after.has(row)).toBe(true);
  });
});

describe('course: up to the present', () => {
  it('end: the present has the last row, also between two traced steps', () => {
    const course = courseAt(7, 5, 4);
    expect(course.length).toBe(3);
    expect([0, 1, 2].map((row) => course.step(row))).toEqual([0, 4, 7]);
    expect(course.time(2)).toBe(0.7);
  });
  it('past: a run that was wound back to step 2 of 9 shows three rows', () => {
    const course = courseAt(2, 10);
    expect(course.length).toBe(3);
    expect(course.step(2)).toBe(2);
  });
});

describe('cost', () => {
  it('tracks: second order has energy and cost, first order cost alone', () => {
    const lines = costLines(courseAt(2), tracks, drawnRows(3));
    expect(lines.map(({ track, quantity }) => `${track.id} ${quantity}`)).toEqual([
      'main energy',
      'main cost',
      'ghost cost',
    ]);
    expect([...lines[0].values]).toEqual([2, 1.1, 1.01]);
  });
  it('zero: it has no place on a logarithmic axis', () => {
    expect([...costLines(courseAt(2), tracks, drawnRows(3))[2].values]).toEqual([NaN, NaN, NaN]);
  });
  it('start: one row is no line, so a sentence stands in its place', () => {
    expect(isEmpty(costFigure(courseAt(0), tracks, '1'))).toBe(true);
    expect(isEmpty(costFigure(courseAt(1), tracks, '1'))).toBe(false);
  });
  it('table: columns name their units, the last row is the present', () => {
    const lines = csvOf(costTable(courseAt(3), tracks, 'target^2'))
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe(
      'step,time t [1],friction gamma [1/t],main: cost C [target^2],main: batch cost [target^2],' +
        'main: test cost [target^2],main: kinetic energy T [target^2],main: energy T+C [target^2],' +
        'ghost: cost C [target^2],ghost: batch cost [target^2],ghost: test cost [target^2]',
    );
    expect(lines).toHaveLength(5);
    expect(lines[4]).toBe('3,0.3,0.5,0.001,0.001,0.002,1,1.001,0,0,0');
  });
});

describe('energy budget', () => {
  it('residual: T + C + dissipated − injected − E0', () => {
    const { residual } = budgetAt(courseAt(2), 2, 0);
    expect(residual).toBeCloseTo(1 + 0.01 + 2 - 1 - 2, 14);
  });
  it('tracks: first-order runs have no budget', () => {
    expect(isEmpty(budgetFigure(courseAt(3), tracks.slice(1), '1'))).toBe(true);
    expect(budgetTable(courseAt(3), tracks, '1').columns).toHaveLength(7);
  });
  it('axes: the residual has one of its own, symmetric about zero, that says approximate', () => {
    const figure = budgetFigure(courseAt(3), tracks, 'nat');
    if (isEmpty(figure)) throw new Error(figure.empty);
    const [, { y }] = figure.panels;
    expect(y.span.min).toBe(-y.span.max);
    expect(y.name).toContain('approximate');
  });
});

describe('CSV', () => {
  it('fields: commas and quotes are quoted, missing numbers left empty, bits kept', () => {
    const third = 1 / 3;
    const csv = csvOf({
      columns: ['a, b', 'say "c"'],
      rows: [
        [third, NaN],
        [-0.1, Infinity],
      ],
    });
    expect(csv).toBe(`"a, b","say ""c"""\n${third},\n-0.1,\n`);
    expect(Number(csv.split('\n')[1].split(',')[0])).toBe(third);
  });
});
