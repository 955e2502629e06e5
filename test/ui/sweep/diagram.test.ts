import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/engine/sweep/document.ts';
import { diagramOf, pointAt, positionOf, sliceOf, tallyOf, valueAt } from '../../../src/ui/sweep/diagram.ts';
import { cellAt, frameOf } from '../../../src/ui/sweep/draw.ts';
import { pointOf, quantitiesOf, type Point } from '../../../src/ui/sweep/quantities.ts';
import type { SweepRow } from '../../../src/engine/sweep/types.ts';
import { sweepOf } from '../../engine/sweep/sweeps.ts';

const done = (scalars: Point['scalars']): Point => ({
  state: 'done',
  scalars,
  reason: '',
  t: 1,
  overBound: false,
  kernel: null,
});
const blown: Point = { state: 'blow-up', scalars: { v: 7 }, reason: '', t: 1, overBound: true, kernel: null };

const sweep = sweepOf({
  axes: [
    { path: 'expansion.gamma', values: [1, 2] },
    { path: 'seed', values: [1, 2, 3] },
    { path: 'system.p', values: [0.5] },
    { path: 'system.q', values: [0, 1] },
  ],
});

describe('phase diagram: layout', () => {
  it('the number of a point and the place of its values are each other’s inverse', () => {
    for (let point = 0; point < 12; point++) expect(pointAt(sweep, placeOf(sweep.axes, point))).toBe(point);
  });

  it('draws the first two axes that vary, the others where they are held', () => {
    const slice = sliceOf(sweep);
    expect(slice).toEqual({ x: 0, y: 1, at: [0, 0, 0, 0] });
    const at = (q: number): readonly number[] =>
      diagramOf(sweep, { ...slice, at: [0, 0, 0, q] }, 'cost', () => undefined).points;
    expect(at(0)).toEqual([0, 6, 2, 8, 4, 10]);
    expect(at(1)).toEqual([1, 7, 3, 9, 5, 11]);
  });

  it('one axis alone is one row', () => {
    const alone = sweepOf({ axes: [{ path: 'seed', values: [4, 5, 6] }] });
    expect(diagramOf(alone, sliceOf(alone), 'cost', () => undefined)).toMatchObject({ columns: 3, rows: 1 });
  });

  it('a cell is found where it is drawn, the lowest row at the bottom, and none beside the picture', () => {
    const diagram = diagramOf(sweep, sliceOf(sweep), 'cost', () => undefined);
    const frame = frameOf(400, 300, 12);
    const middle = (column: number, row: number): number | null =>
      cellAt(
        frame,
        diagram,
        frame.left + (frame.width * (column + 0.5)) / 2,
        frame.top + (frame.height * (2.5 - row)) / 3,
      );
    for (let cell = 0; cell < 6; cell++) expect(middle(cell % 2, Math.floor(cell / 2))).toBe(cell);
    expect(cellAt(frame, diagram, frame.left - 1, 10)).toBeNull();
    expect(cellAt(frame, diagram, frame.left + 1, frame.top + frame.height + 1)).toBeNull();
  });
});

describe('phase diagram: scales', () => {
  const scaleOf = (list: readonly Point[]): ReturnType<typeof diagramOf>['scale'] =>
    diagramOf(sweep, sliceOf(sweep), 'v', (point) => list[point / 2]).scale;

  it('is of what came to its end alone: no value stands for a run that blew up, and none is made up', () => {
    const scale = scaleOf([done({ v: 1 }), blown, done({ v: 5 }), { ...blown, state: 'failed' }]);
    expect(scale).toEqual({ kind: 'numbers', min: 1, max: 5, log: false });
    expect(positionOf(scale, null)).toBeNull();
  });

  it('a run whose step is over its bound makes no scale and stands at its end, unless there are no others', () => {
    const over: Point = { ...done({ v: 1e9 }), overBound: true, kernel: null };
    const scale = scaleOf([done({ v: 1 }), done({ v: 5 }), over]);
    expect(scale).toMatchObject({ min: 1, max: 5 });
    expect(positionOf(scale, 1e9)).toBe(1);
    expect(scaleOf([over])).toMatchObject({ min: 1e9, max: 1e9 });
  });

  it('positive numbers over more than two decades are logarithmic; ends at the ends, a decade is even', () => {
    const scale = scaleOf([done({ v: 1e-4 }), done({ v: 1 })]);
    expect(scale).toEqual({ kind: 'numbers', min: 1e-4, max: 1, log: true });
    for (const [value, part] of [
      [1e-4, 0],
      [1e-3, 0.25],
      [1, 1],
    ]) {
      expect(positionOf(scale, value)).toBeCloseTo(part, 12);
      expect(scale.kind === 'numbers' && valueAt(scale, part)).toBeCloseTo(value, 12);
    }
    expect(scaleOf([done({ v: 0 }), done({ v: 1000 })])).toMatchObject({ log: false });
  });

  it('one value has the middle of the map; nothing has no scale', () => {
    expect(positionOf(scaleOf([done({ v: 3 })]), 3)).toBe(0.5);
    expect(scaleOf([blown])).toEqual({ kind: 'nothing' });
    expect(positionOf({ kind: 'nothing' }, 3)).toBeNull();
  });

  it('regimes are told apart in the order of how much swings', () => {
    const words = ['underdamped', 'overdamped', 'mixed', 'mixed'];
    const scale = scaleOf(words.map((v) => done({ v })));
    expect(scale).toEqual({ kind: 'words', words: ['overdamped', 'mixed', 'underdamped'] });
    expect(['overdamped', 'mixed', 'underdamped'].map((word) => positionOf(scale, word))).toEqual([
      1 / 6,
      0.5,
      5 / 6,
    ]);
    expect(positionOf(scale, 'other')).toBeNull();
  });

  it('counts every point of the sweep, also those not drawn', () => {
    expect(tallyOf(sweep, [done({}), blown, { ...blown, state: 'failed' }])).toEqual({
      total: 12,
      done: 1,
      blown: 1,
      failed: 1,
    });
  });
});

describe('phase diagram: quantities', () => {
  const row: SweepRow = {
    version: 1,
    sweep: '0',
    point: 0,
    values: {},
    state: 'done',
    t: 10,
    step: 80,
    dt: 0.5,
    cost: 2,
    batchCost: 2,
    kinetic: null,
    gamma: 1,
    logScaleFactor: 3,
    largestStableStep: 0.4,
    observables: {
      regime: { regime: 'mixed', flat: 1, list: [1, 2] },
      spectrum: [1, 2],
      deep: { a: { b: { c: { d: 1 } } } },
    },
  };

  it('are the scalars of a row by their names: numbers, words, no lists, no depth without end', () => {
    const { scalars, overBound } = pointOf(row);
    expect(scalars).toEqual({
      cost: 2,
      batchCost: 2,
      gamma: 1,
      logScaleFactor: 3,
      step: 80,
      dt: 0.5,
      'regime.regime': 'mixed',
      'regime.flat': 1,
    });
    expect(overBound).toBe(true);
  });

  it('of all points together, those of every run first', () => {
    expect(quantitiesOf([done({ 'a.b': 1 }), blown, done({ cost: 1, z: 2 })])).toEqual(['cost', 'a.b', 'z']);
  });

  it('an observation with scalars without end keeps a bounded number', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`n${n}`, n]));
    expect(Object.keys(pointOf({ ...row, observables: { many } }).scalars).length).toBeLessThanOrEqual(64);
  });
});
