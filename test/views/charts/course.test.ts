import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { budgetAt, budgetFigure, budgetTable } from '../../../src/views/charts/budget/series.ts';
import { costFigure, costLines, costTable, passings } from '../../../src/views/charts/cost/series.ts';
import { roomy } from '../../../src/views/charts/exports.ts';
import { csvOf } from '../../../src/scenario/table/write.ts';
import { isEmpty } from '../../../src/views/charts/figure.ts';
import { drawnRows, envelopeOf, MOST_POINTS, type Recorded } from '../../../src/views/charts/rows.ts';
import type { TraceQuantity } from '../../../src/views/charts/types.ts';
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

/** A course of one track with these values at its steps, and extremes where they are given. */
function columnsOf(values: Partial<Record<TraceQuantity, readonly number[]>>): Recorded {
  const read = (row: number, quantity: TraceQuantity): number => {
    const plain = quantity.replace(/Low$|High$/, '');
    const energy = (values.cost?.[row] ?? 0) + (values.kinetic?.[row] ?? 0);
    return values[quantity]?.[row] ?? (plain === 'energy' ? energy : (values[plain as 'cost']?.[row] ?? 0));
  };
  return {
    length: values.cost?.length ?? 0,
    time: (row) => row,
    step: (row) => row,
    gamma: () => 1,
    value: (row, _, quantity) => read(row, quantity),
  };
}

describe('lines that are thinned keep their extremes', () => {
  const course = columnsOf({
    cost: [5, 4, 3, 2, 1],
    costLow: [5, 4, 3, 0.5, 1],
    costHigh: [5, 5, 9, 3, 2],
  });
  it('a spike between two traced rows is drawn at its height, in the middle of its interval', () => {
    const { x, y } = envelopeOf(course, Int32Array.of(0, 1, 2, 3, 4), 0, 'cost');
    expect([...x]).toEqual([0, 1, 1.5, 2, 2.5, 3, 4]);
    expect([...y]).toEqual([5, 4, 9, 3, 0.5, 2, 1]);
  });
  it('rows that are not drawn leave theirs behind, in the order of time', () => {
    const { x, y } = envelopeOf(course, Int32Array.of(0, 4), 0, 'cost');
    expect([...x]).toEqual([0, 1.5, 2.5, 4]);
    expect([...y]).toEqual([5, 9, 0.5, 1]);
  });
  it('of any course no extreme is lost, and every drawn row stays', () => {
    const numbers = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 20 }), (cost, most) => {
        const rows = drawnRows(cost.length, most);
        const { y } = envelopeOf(columnsOf({ cost }), rows, 0, 'cost');
        expect(Math.max(...y)).toBe(Math.max(...cost));
        expect(Math.min(...y)).toBe(Math.min(...cost));
        for (const row of rows) expect(y).toContain(cost[row]);
      }),
    );
  });
  it('the axis holds them', () => {
    const figure = costFigure(course, tracks.slice(0, 1), 'target^2');
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(10 ** figure.panels[0].y.span.max).toBeGreaterThanOrEqual(9);
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
    expect([...lines[0].y]).toEqual([2, 1.1, 1.01]);
    expect(lines.map(({ now }) => now)).toEqual([1.01, 0.01, 0]);
  });
  it('zero: it has no place on a logarithmic axis, and is drawn along its edge and said', () => {
    const figure = costFigure(courseAt(2), tracks, 'target^2');
    if (isEmpty(figure)) throw new Error(figure.empty);
    const [{ marks, y }] = figure.panels;
    expect(Array.from(marks[2].y)).toEqual([NaN, NaN, NaN]);
    expect(marks).toHaveLength(4);
    expect(Array.from(marks[3].y)).toEqual([1, 1, 1].map(() => 10 ** y.span.min));
    expect(marks[3].kind === 'line' && marks[3].dash).toBe('dot');
    expect(figure.labels[2].words).toBe('flow *C*: exactly 0');
    expect(figure.summary).toContain('flow C 0.00');
  });
  it('zero from some step on: the words say 0 as the readouts do, not the last number above it', () => {
    const course = columnsOf({ cost: [1, 1e-3, 0, 0], kinetic: [0, 0, 0, 0] });
    const figure = costFigure(course, tracks.slice(0, 1), 'target^2');
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.summary).toContain('cost C 0.00');
    expect(figure.labels[1].words).toBe('cost *C*: exactly 0');
    const dotted = figure.panels[0].marks.at(-1);
    expect(Array.from(dotted?.y ?? [], (value) => !Number.isNaN(value))).toEqual([false, false, true, true]);
  });
  it('zero all along: says so, and not that play should be pressed', () => {
    const course = columnsOf({ cost: [0, 0], kinetic: [0, 0] });
    const figure = costFigure(course, tracks.slice(0, 1), 'target^2');
    if (!isEmpty(figure)) throw new Error('a figure');
    expect(figure.empty).toContain('exactly 0');
    const below = costFigure(columnsOf({ cost: [-1, -2], kinetic: [0, 0] }), tracks.slice(0, 1), 'target^2');
    if (!isEmpty(below)) throw new Error('a figure');
    expect(below.empty).toContain('not been above 0');
  });
  it('below zero now: the name says so in place of an old number', () => {
    const figure = costFigure(columnsOf({ cost: [1, -2], kinetic: [0, 0] }), tracks.slice(0, 1), 'target^2');
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.labels[1].words).toBe('cost *C*: below 0');
    expect(figure.summary).toContain('−2.00');
  });
  it('where not every step is looked at the axis says which are, once rows stand further apart', () => {
    const name = (course: Recorded, looks: number): string => {
      const figure = costFigure(course, tracks, 'target^2', looks);
      return isEmpty(figure) ? '' : figure.panels[0].y.name;
    };
    expect(name(courseAt(40, 6, 8), 8)).toContain('every 8th step');
    expect(name(courseAt(40, 6, 8), 1)).not.toContain('every');
    expect(name(courseAt(5), 8)).not.toContain('every');
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
        'main: lowest cost since the row before [target^2],main: highest cost since the row before [target^2],' +
        'main: lowest energy since the row before [target^2],main: highest energy since the row before [target^2],' +
        'ghost: cost C [target^2],ghost: batch cost [target^2],ghost: test cost [target^2],' +
        'ghost: lowest cost since the row before [target^2],ghost: highest cost since the row before [target^2]',
    );
    expect(lines).toHaveLength(5);
    expect(lines[4]).toBe('3,0.3,0.5,0.001,0.001,0.002,1,1.001,0.001,0.001,1.001,1.001,0,0,0,0,0');
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

describe('no cusps on the logarithmic axis', () => {
  /** One mode at λ = 1 under friction: w = e^{−γt/2} cos ωt and its exact energies, a row every 0.05. */
  function swing(gamma: number, until: number): { cost: number[]; kinetic: number[]; course: Recorded } {
    const omega = Math.sqrt(1 - (gamma * gamma) / 4);
    const count = Math.round(20 * until) + 1;
    const times = Array.from({ length: count }, (_, n) => n / 20);
    const w = times.map((t) => Math.exp((-gamma * t) / 2) * Math.cos(omega * t));
    const v = times.map(
      (t) => -Math.exp((-gamma * t) / 2) * ((gamma / 2) * Math.cos(omega * t) + omega * Math.sin(omega * t)),
    );
    const cost = w.map((value) => (value * value) / 2);
    const kinetic = v.map((value) => (value * value) / 2);
    return { cost, kinetic, course: columnsOf({ cost, kinetic }) };
  }

  it('a swing’s cost is left open where under 1 % of the energy is left in it, 4 times in 4 half periods', () => {
    const { cost, kinetic, course } = swing(0.2, 12.6);
    const figure = costFigure(course, tracks.slice(0, 1), 'target^2');
    if (isEmpty(figure)) throw new Error(figure.empty);
    const { marks, y } = figure.panels[0];
    const drawn = Array.from(marks[1].y);
    const shallow = cost.map((value, n) => value >= 0.01 * (value + kinetic[n]));
    expect(drawn.map((value) => !Number.isNaN(value))).toEqual(shallow);
    expect(drawn.filter((value, n) => Number.isNaN(value) && !Number.isNaN(drawn[n - 1]))).toHaveLength(4);
    expect(y.name).toContain('gaps: below 1 % of the energy');
    // The energy that is left is e^{−2.5}: two decades hold every line, whatever depth a row happened to meet.
    expect(y.span.max - y.span.min).toBeLessThanOrEqual(4);
  });

  it('what lasts is drawn: a cost that stays small, one that begins at 0, one that creeps', () => {
    const line = (y: number[]): { x: Float64Array; y: Float64Array } => ({
      x: Float64Array.from(y, (_, n) => n),
      y: Float64Array.from(y),
    });
    const energy = line([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const gapsOf = (y: number[]): number[] => [...passings(line(y), energy)];
    expect(gapsOf([1, 1e-3, 1, 1, 1, 1, 1, 1, 1])).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(gapsOf([1, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3])).not.toContain(1);
    expect(gapsOf([0, 0, 1, 1, 1, 1, 1, 1, 1])).not.toContain(1);
    expect(gapsOf([1, 0.1, 0.02, 0.011, 0.5, 0.5, 0.5, 0.5, 0.5])).not.toContain(1);
    expect(gapsOf([1, 1, 1, 1, 1, 1, 1, 1, 1e-4])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

it('a drawing for a file has room for the longest name of its lines: 40 letters take over 22 type sizes', () => {
  const axis = { name: 't', scale: 'linear', span: { min: 0, max: 1 } } as never;
  const label = { key: 'a', panel: 0, at: 0, words: 'x'.repeat(40), ink: 'text' } as const;
  const figure = { x: axis, panels: [], labels: [label], summary: '' };
  expect(roomy(figure).labelRoom).toBeGreaterThan(22);
  expect(roomy({ ...figure, labels: [] }).labelRoom).toBe(8.6);
  expect(roomy({ ...figure, labelRoom: 30 }).labelRoom).toBe(30);
});
