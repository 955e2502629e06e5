import { describe, expect, it } from 'vitest';
import {
  addPoint,
  etaOf,
  MOST_POINTS,
  movePoint,
  removePoint,
  sameBefore,
  tableIn,
  volumeOf,
  widestGap,
  type EtaTable,
} from '../../../src/views/universe/schedule/table.ts';
import { sampledTable } from '../../../src/views/universe/schedule/sample.ts';
import { turningTimes } from '../../../src/scenario/segments.ts';
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
    expect(movePoint(table, 1, 12.34567, 8, 0.05)).toEqual({ t: [0, 12.35, 26, 38], eta: [1, 8, 9, 4] });
    const past = movePoint(table, 1, 99, -3, 0.05);
    expect(past.t[1]).toBeLessThan(26);
    expect(past.t[1]).toBeGreaterThan(25.9);
    expect(past.eta[1]).toBe(0.05);
    expect(movePoint(table, 0, -5, 1, 0.05).t[0]).toBe(-5);
    expect(table.t[1]).toBe(10);
  });

  it('what does not move keeps all its digits, and no rate is raised by the least one', () => {
    const fine = { t: [0, 1.23456789, 3], eta: [1, 0.000123456789, 1] };
    expect(movePoint(fine, 1, 1.23456789, 0.5, 0.05)).toEqual({ t: fine.t, eta: [1, 0.5, 1] });
    expect(movePoint(fine, 1, 2, 0.000123456789, 0.05)).toEqual({ t: [0, 2, 3], eta: fine.eta });
    expect(movePoint(fine, 1, 1.23456789, 0, 0.05).eta[1]).toBe(0.000123456789);
  });

  it('every move makes a table that the history accepts', () => {
    for (const [index, t, eta] of [
      [1, -50, 0],
      [2, 1e4, 3],
      [3, 26, 1e-9],
      [0, 10, 5],
    ]) {
      expect(() => historyOf({ kind: 'table', ...movePoint(table, index, t, eta, 0.05) })).not.toThrow();
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
    expect(sameBefore(table, movePoint(table, 3, 38, 2, 0.05), 26)).toBe(true);
    expect(sameBefore(table, movePoint(table, 3, 38, 2, 0.05), 27)).toBe(false);
    expect(sameBefore(table, movePoint(table, 2, 26, 2, 0.05), 10)).toBe(true);
    expect(sameBefore(table, movePoint(table, 0, 0, 2, 0.05), 0)).toBe(false);
    expect(sameBefore(table, removePoint(table, 3), 0)).toBe(false);
  });
});

describe('sampled table', () => {
  const sampledOf = (section: Record<string, unknown>, from: number, to: number, d = 1) => {
    const { section: own, expansion } = historyOf(section, d);
    const sampled = sampledTable(expansion, from, to, turningTimes(own, from, to + 1e-9));
    if (sampled === null) throw new Error('no table');
    return { expansion, made: historyOf({ kind: 'table', ...sampled.table }, d).expansion, ...sampled };
  };

  it.each([
    [{ kind: 'de-sitter', gamma: 0.5 }, 0, 24, 2, 1e-4],
    [{ kind: 'warmup', etaMax: 2, T: 7.3 }, 1, 24, 3, 1e-4],
    [{ kind: 'matter' }, 1, 24, 2, 1e-4],
    [{ kind: 'matter' }, 1000, 1024, 2, 1e-4],
    [{ kind: 'step', eta0: 2, factor: 0.5, every: 6 }, 0, 23, 8, 2e-3],
    [{ kind: 'step', eta0: 2, factor: 0.5, every: 6 }, 0, 24, 9, 2e-3],
    [{ kind: 'cosine', T: 16, etaMin: 0.05, etaMax: 2 }, 0, 17.60123, 24, 5e-3],
    [{ kind: 'exponential', eta0: 2, k: 0.1 }, 0, 30, 24, 5e-3],
    [{ kind: 'exponential', eta0: 1, k: 1 }, 0, 15, 24, 2e-2],
    [{ kind: 'inverse', eta0: 1, k: 0.5 }, 0, 24, 24, 5e-3],
  ])(
    '%j from %d to %d: at most %d points, and the universe within %d',
    (section, from, to, points, change) => {
      const { table: sampled, expansion, made, change: told } = sampledOf(section, from, to);
      expect(sampled.t.length).toBeLessThanOrEqual(points);
      expect(sampled.t.at(-1)).toBeGreaterThanOrEqual(to);
      const grown = expansion.logScaleFactor(to) - expansion.logScaleFactor(from);
      let worst = 0;
      for (let i = 1; i <= 300; i++) {
        const t = from + ((to - from) * i) / 300;
        const off =
          made.logScaleFactor(t) -
          made.logScaleFactor(from) -
          (expansion.logScaleFactor(t) - expansion.logScaleFactor(from));
        worst = Math.max(worst, Math.abs(off) / grown);
      }
      expect(worst).toBeLessThan(change);
      // What is told was measured: it is the change, up to the times at which it was looked for.
      expect(told).toBeGreaterThan(0.9 * worst - 1e-7);
      expect(told).toBeLessThan(1.2 * worst + 2e-4);
    },
  );

  it('a big bang begins just after itself, and tells what that changes', () => {
    const { table: sampled, expansion, made, change, bang } = sampledOf({ kind: 'matter' }, 0, 24);
    expect(sampled.eta[0]).toBeGreaterThan(0);
    const grown = (history: typeof made): number =>
      history.logScaleFactor(24) - history.logScaleFactor(24 / 512);
    expect(Math.abs(grown(made) / grown(expansion) - 1)).toBeLessThan(0.01);
    expect(bang).toBe(true);
    expect(sampledOf({ kind: 'matter' }, 1, 24).bang).toBe(false);
    expect(change).toBeGreaterThan(0);
    expect(change).toBeLessThan(0.01);
  });

  it('times never become equal, however late they are', () => {
    const { table: sampled } = sampledOf({ kind: 'cosine', T: 1.2e5, etaMin: 0.5, etaMax: 2 }, 1e5, 1e5 + 12);
    sampled.t.forEach((t, i) => {
      if (i > 0) expect(t).toBeGreaterThan(sampled.t[i - 1]);
    });
    const late = { t: [1000, 1001, 1002], eta: [1, 2, 1] };
    expect(addPoint(late, 1000.5)?.table.t).toEqual([1000, 1000.5, 1001, 1002]);
    expect(movePoint(late, 1, 1001.25, 2, 0.05).t).toEqual([1000, 1001.25, 1002]);
  });

  it('∫ dt/η of a table is d ln a of its history', () => {
    const { expansion } = historyOf({ kind: 'table', ...table, d: 3 });
    for (const [from, to] of [
      [-3, 60],
      [-5, -1],
      [4, 30],
      [12, 13],
      [40, 50],
    ]) {
      const grown = 3 * (expansion.logScaleFactor(to) - expansion.logScaleFactor(from));
      expect(volumeOf(table, from, to)).toBeCloseTo(grown, 10);
    }
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
