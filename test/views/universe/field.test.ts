import { describe, expect, it } from 'vitest';
import { createLivedCourse, type LivedCourse } from '../../../src/views/universe/course.ts';
import {
  createHornField,
  createRowFinder,
  MOST_ROWS,
  takePast,
  takePresent,
} from '../../../src/views/universe/field.ts';
import { gainOf } from '../../../src/views/universe/limit.ts';
import {
  arrange,
  axisEnds,
  createPlace,
  largestRadius,
  timeAt,
  timeX,
} from '../../../src/views/universe/place.ts';
import { rowOf } from '../../../src/views/universe/row.ts';
import { runInfoOf } from '../runInfo.ts';
import { columns, historyOf, momentOf, tracesOf } from '../../helpers/histories.ts';

const GAMMA = 0.4;
const DT = 0.25;

function courseAt(step: number): LivedCourse {
  const { expansion } = historyOf({ kind: 'de-sitter', gamma: GAMMA }, 3);
  const course = createLivedCourse(columns);
  course.take(tracesOf(expansion, 0, DT, step), momentOf(expansion, 0, DT, step), expansion);
  return course;
}

/** A wave on four sites that friction damps as e^{−γt/2} and nothing else. */
function damped(time: number, site: number): number {
  return Math.exp((-GAMMA * time) / 2) * [1, 0.5, -1, -0.25][site];
}

function pastOf(rows: number, first = 0) {
  const times = Float64Array.from({ length: rows - first }, (_, row) => (first + row) * DT);
  return {
    weights: [3, 1, 0, 2],
    spacing: 1,
    complete: true,
    steps: Float64Array.from({ length: rows - first }, (_, row) => first + row),
    times,
    values: Float64Array.from({ length: 4 * (rows - first) }, (_, i) =>
      damped(times[Math.floor(i / 4)], i % 4),
    ),
  };
}

describe('field of the horn', () => {
  it('damping divided out: a wave that only friction damps keeps its colour to 1e-6, whatever d', () => {
    const field = createHornField(4);
    const course = courseAt(40);
    takePast(field, pastOf(40), course, 3);
    const now = Float32Array.from([-1, 0.5, -0.25, 1], (value) => value * Math.exp((-GAMMA * 10) / 2));
    takePresent(field, now, [3, 1, 0, 2], course, 3);
    expect(field.rows).toBe(41);
    const first = field.values.slice(0, 4);
    for (let row = 0; row < field.rows; row++) {
      for (let site = 0; site < 4; site++) {
        expect(field.values[4 * row + site] / first[site]).toBeCloseTo(1, 6);
      }
    }
    expect(field.amplitude).toBeCloseTo(1, 6);
    expect(field.limit).toBeCloseTo(0, 9);
  });

  it.each([[2800], [12000]])(
    'after %i steps, where a^{−d/2} is beyond 32 bits, the wave has its colours still, and they are finite',
    (steps) => {
      const field = createHornField(4);
      const course = courseAt(steps);
      takePast(field, pastOf(steps + 1, steps - 40), course, 3);
      takePresent(field, new Float32Array(4), [3, 1, 0, 2], course, 3);
      for (let row = 0; row < field.rows; row++) {
        expect(Array.from(field.values.slice(4 * row, 4 * row + 4))).toEqual([
          expect.closeTo(1, 6),
          expect.closeTo(0.5, 6),
          expect.closeTo(-1, 6),
          expect.closeTo(-0.25, 6),
        ]);
      }
      expect(gainOf(field.amplitude)).toBeCloseTo(1, 6);
      expect(field.limit).toBeCloseTo(0, 6);
    },
  );

  it('a field of zeros is the middle of the colours: nothing is divided by it', () => {
    const field = createHornField(4);
    const course = courseAt(40);
    takePast(field, { ...pastOf(40), values: new Float64Array(160) }, course, 3);
    takePresent(field, new Float32Array(4), [3, 1, 0, 2], course, 3);
    expect(field.amplitude).toBe(0);
    expect(new Set(field.values)).toEqual(new Set([0]));
    expect(gainOf(0)).toBe(0);
    expect(gainOf(1e-310)).toBe(0);
  });

  it('a present that has outgrown the past by e^{100} keeps its number, and the past is nothing beside it', () => {
    const field = createHornField(4);
    const course = courseAt(2000);
    takePast(field, pastOf(3), course, 3);
    const present = takePresent(field, new Float32Array(4).fill(1), [0, 1, 2, 3], course, 3);
    expect(present).toBeCloseTo(1, 6);
    expect(field.limit).toBeCloseTo(100, 9);
    expect(field.values[0]).toBeCloseTo(0, 9);
    expect(field.values[4 * (field.rows - 1)]).toBe(1);
  });

  it('the present takes one row, however often it is drawn, and never more than there is room for', () => {
    const field = createHornField(4);
    takePast(field, pastOf(400), courseAt(400), 3);
    expect(field.rows).toBe(MOST_ROWS);
    const values = new Float32Array(4).fill(1e-3);
    for (const step of [401, 402, 403]) takePresent(field, values, [0, 1, 2, 3], courseAt(step), 3);
    expect(field.rows).toBe(MOST_ROWS + 1);
    expect(field.times[MOST_ROWS]).toBeCloseTo(403 * DT, 12);
  });

  it('a frame too faint for 32 bits: the last row of the past is kept', () => {
    const field = createHornField(4);
    const course = courseAt(40);
    takePast(field, pastOf(41), course, 3);
    takePresent(field, new Float32Array(4), [0, 1, 2, 3], course, 3);
    expect(field.values[4 * (field.rows - 1)]).toBe(field.values[4 * (field.rows - 2)]);
  });

  it('rows are found between their times', () => {
    const field = createHornField(4);
    takePast(field, pastOf(5), courseAt(4), 3);
    const finder = createRowFinder(field);
    expect([-1, 0, 0.125, 0.25, 0.9, 1, 9].map((time) => finder.at(time))).toEqual([0, 0, 0.5, 1, 3.6, 4, 4]);
  });
});

describe('row round the horn', () => {
  it('a ring: every site in order; one that is long: 96 of them, evenly', () => {
    const small = rowOf(runInfoOf('ring-shared', { N: 12 }).layout, 12, null);
    expect(small?.weights).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(small?.closed).toBe(true);
    const long = rowOf(runInfoOf('ring-shared', { N: 400 }).layout, 400, null);
    expect(long?.weights).toHaveLength(96);
    expect(long?.sites).toBe(400);
    const gaps = long?.weights.slice(1).map((weight, i) => weight - long.weights[i]);
    expect(new Set(gaps)).toEqual(new Set([4, 5]));
  });

  it('a torus: the middle row, or that of the chosen weight', () => {
    const { layout } = runInfoOf('torus-shared', { rows: 4, columns: 6 });
    expect(rowOf(layout, 24, null)?.weights).toEqual([12, 13, 14, 15, 16, 17]);
    expect(rowOf(layout, 24, 7)?.weights).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('several sheets: that of the chosen weight; a matrix does not close', () => {
    const info = runInfoOf('dense', { sizes: [2, 5, 3, 1] });
    const count = info.tracks[0].weightCount;
    expect(rowOf(info.layout, count, null)?.sheet).toBe(1);
    expect(rowOf(info.layout, count, count - 1)?.sheet).toBe(info.layout.sheets.length - 1);
    expect(rowOf(info.layout, count, null)?.closed).toBe(false);
  });
});

describe('place of horn and schedule', () => {
  const place = Object.assign(createPlace(), { width: 1360, height: 640, type: 12 });
  [place.left, place.right] = axisEnds(1360, 12);

  it('time and pixels are inverse, and the present stands on the axis', () => {
    arrange(place, { from: 1, to: 42 }, 38);
    expect(timeX(place, 38)).toBe(place.nowX);
    expect(timeAt(place, timeX(place, 17.5))).toBeCloseTo(17.5, 9);
  });

  it.each([
    [1360, 640, 12],
    [390, 335, 12],
    // Low, but its width is what it lacks: more height would not make it larger.
    [704, 488, 12],
    // The mouth would stand under the names beside the title.
    [768, 376, 12],
    [1600, 900, 20],
  ])('%i × %i at %i px: the mouth and its crest fit, with room for title and key', (width, height, type) => {
    const radius = largestRadius(width, height, type);
    expect(radius).toBeGreaterThan(3 * type);
    const box = Object.assign(createPlace(), { width, height, type });
    [box.left, box.right] = axisEnds(width, type);
    arrange(box, { from: 0, to: 1.12 }, 1);
    expect(box.centerY - 1.1 * box.radius).toBeGreaterThan(3 * type);
    expect(box.centerY + 1.1 * box.radius).toBeLessThan(height - 4 * type);
    expect(box.nowX + 0.36 * 1.16 * box.radius).toBeLessThan(width);
    expect(box.left - 0.36 * box.radius).toBeGreaterThan(0);
  });

  it.each([
    [1240, 440, 12],
    [1600, 480, 20],
    [1280, 476, 20],
  ])('%i × %i at %i px: a low wide pane gives mouth and crest 94 %% of its height', (width, height, type) => {
    const box = Object.assign(createPlace(), { width, height, type });
    [box.left, box.right] = axisEnds(width, type);
    arrange(box, { from: 0, to: 1.12 }, 1);
    expect((2.2 * box.radius) / height).toBeGreaterThan(0.94);
    expect(box.centerY - 1.1 * box.radius).toBeGreaterThan(0);
    expect(box.centerY + 1.1 * box.radius).toBeLessThan(height);
    expect(box.nowX + 0.36 * 1.16 * box.radius).toBeLessThan(width);
  });

  it('the mouth opens as it leaves the start, then keeps its size', () => {
    const sizes = [0, 2, 4, 8, 20, 40].map((now) => {
      arrange(place, { from: 0, to: 40 }, now);
      return place.radius;
    });
    expect(sizes[0]).toBeCloseTo(0.4 * sizes[5], 9);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes[4]).toBe(sizes[5]);
  });
});
