import { describe, expect, it } from 'vitest';
import {
  addPoint,
  etaOf,
  LEAST_ETA,
  MOST_POINTS,
  movePoint,
  removePoint,
  sameBefore,
  sampledTable,
  tableIn,
  widestGap,
  type EtaTable,
} from '../../../src/views/universe/schedule/table.ts';
import {
  createScheduleScale,
  etaAtY,
  etaY,
  fitScale,
  roundFactor,
} from '../../../src/views/universe/schedule/scale.ts';
import { drawnCourse } from '../../../src/views/universe/course.ts';
import { createPlace } from '../../../src/views/universe/place.ts';
import { historyOf } from '../../helpers/histories.ts';

const table: EtaTable = { t: [0, 10, 26, 38], eta: [1, 9, 9, 4] };

describe('table of a schedule: points', () => {
  it('moving keeps the order of times and rates above 0', () => {
    expect(movePoint(table, 1, 12.34567, 8)).toEqual({ t: [0, 12.35, 26, 38], eta: [1, 8, 9, 4] });
    const past = movePoint(table, 1, 99, -3);
    expect(past.t[1]).toBeLessThan(26);
    expect(past.t[1]).toBeGreaterThan(25.9);
    expect(past.eta[1]).toBe(LEAST_ETA);
    expect(movePoint(table, 0, -5, 1).t[0]).toBe(-5);
    expect(table.t[1]).toBe(10);
  });

  it('every move makes a table that the history accepts', () => {
    for (const [index, t, eta] of [
      [1, -50, 0],
      [2, 1e4, 3],
      [3, 26, 1e-9],
      [0, 10, 5],
    ]) {
      expect(() => historyOf({ kind: 'table', ...movePoint(table, index, t, eta) })).not.toThrow();
    }
  });

  it('adding puts a point on the line, or at a rate; not where one stands, nor beyond 24', () => {
    const added = addPoint(table, 5);
    expect(added).toEqual({ index: 1, table: { t: [0, 5, 10, 26, 38], eta: [1, 5, 9, 9, 4] } });
    expect(addPoint(table, 50, 2)?.table.eta.at(-1)).toBe(2);
    expect(addPoint(table, 10)).toBeNull();
    const full = {
      t: Array.from({ length: MOST_POINTS }, (_, i) => i),
      eta: Array.from({ length: MOST_POINTS }, () => 1),
    };
    expect(addPoint(full, 0.5)).toBeNull();
  });

  it('removing keeps the last one', () => {
    expect(removePoint(table, 2)).toEqual({ t: [0, 10, 38], eta: [1, 9, 4] });
    expect(removePoint({ t: [3], eta: [1] }, 0)).toEqual({ t: [3], eta: [1] });
  });

  it('a point is added in the widest gap of what is seen', () => {
    expect(widestGap(table, 0, 38)).toBe(18);
    expect(widestGap(table, 0, 100)).toBe(69);
  });

  it('η(t) is linear and clamped, as the history has it', () => {
    const { expansion } = historyOf({ kind: 'table', ...table });
    for (const t of [-3, 0, 4, 10, 18, 30, 38, 60]) {
      expect(etaOf(table, t)).toBeCloseTo(1 / expansion.gamma(t), 12);
    }
  });

  it('tableIn: only of tables that are whole', () => {
    expect(tableIn({ kind: 'table', ...table })).toEqual(table);
    expect(tableIn({ kind: 'cosine' })).toBeNull();
    expect(tableIn({ kind: 'table', t: [0], eta: [] })).toBeNull();
  });
});

describe('table of a schedule: what a change touches', () => {
  it('a point governs the lines to both its neighbours', () => {
    expect(sameBefore(table, movePoint(table, 3, 38, 2), 26)).toBe(true);
    expect(sameBefore(table, movePoint(table, 3, 38, 2), 27)).toBe(false);
    expect(sameBefore(table, movePoint(table, 2, 26, 2), 10)).toBe(true);
    expect(sameBefore(table, movePoint(table, 0, 0, 2), 0)).toBe(false);
    expect(sameBefore(table, removePoint(table, 3), 0)).toBe(false);
  });
});

describe('sampled table', () => {
  it.each([
    [{ kind: 'de-sitter', gamma: 0.5 }, 2],
    [{ kind: 'warmup', etaMax: 2, T: 8 }, 3],
    [{ kind: 'matter' }, 2],
    [{ kind: 'cosine', T: 16, etaMin: 0.2, etaMax: 2 }, 12],
  ])('%j: at most %i points, within 1 % of its η(t)', (section, most) => {
    const { expansion } = historyOf(section);
    const sampled = sampledTable(expansion, 0, 24);
    expect(sampled?.t.length).toBeLessThanOrEqual(most);
    const largest = Math.max(...(sampled?.eta ?? []));
    for (let i = 1; i <= 240; i++) {
      const off = Math.abs(etaOf(sampled ?? table, i / 10) - 1 / expansion.gamma(i / 10));
      expect(off / largest).toBeLessThan(0.0101);
    }
    expect(() => historyOf({ kind: 'table', ...sampled })).not.toThrow();
  });

  it('flat space has no schedule', () => {
    expect(sampledTable(historyOf({ kind: 'flat' }).expansion, 0, 10)).toBeNull();
  });
});

describe('axes of the schedule', () => {
  const place = Object.assign(createPlace(), { from: 0, to: 38 });

  it('η fills its axis up to a round end; H is drawn by a round factor', () => {
    const scale = Object.assign(createScheduleScale(), { top: 10, bottom: 110 });
    const course = drawnCourse(historyOf({ kind: 'table', ...table, d: 3 }).expansion, 0, 38);
    fitScale(scale, course, place, 3);
    expect(scale.most).toBe(10);
    expect(etaY(scale, 10)).toBe(10);
    expect(etaAtY(scale, etaY(scale, 3.7))).toBeCloseTo(3.7, 12);
    const largest = Math.max(...[10, 20, 30, 38].map((t) => 1 / (3 * course.etaAt(t))));
    expect((scale.factor * largest) / scale.most).toBeLessThanOrEqual(0.72);
    expect((scale.factor * largest) / scale.most).toBeGreaterThan(0.5);
  });

  it('a run without friction leaves nothing of the axis of the run before it, and gets none', () => {
    const scale = Object.assign(createScheduleScale(), { top: 10, bottom: 110 });
    const course = drawnCourse(historyOf({ kind: 'table', ...table, d: 3 }).expansion, 0, 38);
    fitScale(scale, course, place, 3);
    const { most, factor } = scale;
    fitScale(scale, drawnCourse(historyOf({ kind: 'flat' }).expansion, 0, 38), place, 3);
    expect(scale).toMatchObject({ most: 0, factor: 0 });
    fitScale(scale, course, place, 3);
    expect(scale).toMatchObject({ most, factor });
  });

  it('round factors', () => {
    expect([71, 0.29, 1.99, 10, 0].map(roundFactor)).toEqual([60, 0.2, 1.5, 10, 1]);
  });
});
