import { describe, expect, it } from 'vitest';
import { createLivedCourse, drawnCourse, type LivedCourse } from '../../../src/views/universe/course.ts';
import { createRings, findRings, hubbleShare } from '../../../src/views/universe/rings.ts';
import { AHEAD, plannedEnd, renewedFrom, windowOf, windowStart } from '../../../src/views/universe/window.ts';
import { columns, historyOf, momentOf, tracesOf } from '../../helpers/histories.ts';

function lived(
  section: Record<string, unknown>,
  start: number,
  dt: number,
  step: number,
  d = 1,
): LivedCourse {
  const { expansion } = historyOf({ t0: start, ...section }, d);
  const course = createLivedCourse(columns);
  course.take(tracesOf(expansion, start, dt, step), momentOf(expansion, start, dt, step), expansion);
  return course;
}

describe('course: the scale factor through time', () => {
  it('de Sitter: ln a between rows is exact to 1e-12, in the past as in the future', () => {
    const course = lived({ kind: 'de-sitter', gamma: 0.3 }, 0, 0.5, 40, 3);
    for (const t of [0, 0.13, 7.77, 19.99, 20, 23.4]) {
      expect(course.logAt(t)).toBeCloseTo(0.1 * t, 12);
      expect(course.scaleAt(t)).toBeCloseTo(Math.exp(0.1 * (t - 20)), 12);
      expect(course.etaAt(t)).toBeCloseTo(1 / 0.3, 12);
    }
  });

  it('big bang: a is 0 at the start and grows evenly to the first row, never NaN', () => {
    const course = lived({ kind: 'matter' }, 0, 0.5, 20, 3);
    expect(course.scaleAt(0)).toBe(0);
    expect(course.scaleAt(0.25)).toBeCloseTo(0.5 * course.scaleAt(0.5), 12);
    expect(course.logBase).toBe(0);
    expect(course.etaAt(0.25)).toBeCloseTo(0.125, 12);
    const atBang = lived({ kind: 'matter' }, 0, 0.5, 0, 3);
    expect(atBang.scaleAt(0)).toBe(1);
  });

  it('an edit: the future goes on from the ln a that was lived, though the new history has another', () => {
    const { expansion: old } = historyOf({ kind: 'de-sitter', gamma: 0.3 });
    const { expansion: next } = historyOf({ kind: 'de-sitter', gamma: 0.6 });
    const course = createLivedCourse(columns);
    course.take(tracesOf(old, 0, 0.5, 20), momentOf(old, 0, 0.5, 20), next);
    expect(course.logAt(10)).toBeCloseTo(3, 12);
    expect(course.logAt(11)).toBeCloseTo(3.6, 12);
    expect(course.logAt(5)).toBeCloseTo(1.5, 12);
  });

  it('the time of a ln a is the inverse, NaN where it was not reached', () => {
    const course = lived({ kind: 'de-sitter', gamma: 0.3 }, 2, 0.5, 40);
    expect(course.timeOf(0.3 * 7.3)).toBeCloseTo(7.3, 12);
    expect(course.timeOf(0.1)).toBeNaN();
    expect(course.timeOf(99)).toBeNaN();
    const drawn = drawnCourse(historyOf({ kind: 'cosine', T: 30 }).expansion, 0, 20);
    expect(drawn.logAt(drawn.timeOf(5))).toBeCloseTo(5, 9);
  });
});

describe('rings', () => {
  it('de Sitter: they stand at exact half e-folds since the start, t = t₀ + e/H', () => {
    const course = lived({ kind: 'de-sitter', gamma: 0.3 }, 3, 0.5, 20);
    const rings = createRings();
    findRings(course, 3, rings);
    const efolds = Array.from(rings.efolds.slice(0, rings.count));
    expect(efolds).toEqual([3, 2.5, 2, 1.5, 1, 0.5]);
    efolds.forEach((e, i) => expect(rings.times[i]).toBeCloseTo(3 + e / 0.3, 12));
  });

  it('big bang: they count from a = 1 and crowd no further than their list', () => {
    const course = lived({ kind: 'matter' }, 0, 0.0625, 320);
    const rings = createRings();
    findRings(course, 0, rings);
    expect(rings.count).toBe(24);
    for (let i = 0; i < rings.count; i++) {
      // Between rows ln a is taken as straight: an error of (dt/t)²/4, large only beside the bang.
      const off = Math.abs(Math.log(rings.times[i]) * 2 - rings.efolds[i]);
      expect(off).toBeLessThan(0.3 * (0.0625 / rings.times[i]) ** 2 + 1e-9);
    }
  });

  it('flat space has none; the window’s start cuts the others', () => {
    const rings = createRings();
    findRings(lived({ kind: 'flat' }, 0, 0.5, 20), 0, rings);
    expect(rings.count).toBe(0);
    findRings(lived({ kind: 'de-sitter', gamma: 0.3 }, 0, 0.5, 40), 6, rings);
    expect(Math.min(...rings.times.slice(0, rings.count))).toBeGreaterThanOrEqual(6);
  });

  it('Hubble length: √K/H of a ring N a(t) round, none where nothing expands or nothing runs', () => {
    expect(hubbleShare(0.101, 48, 10, 8.4)).toBeCloseTo(99.0099 / 403.2, 5);
    expect(hubbleShare(0, 48, 1, 1)).toBe(0);
    expect(hubbleShare(Infinity, 48, 1, 1)).toBe(0);
    expect(hubbleShare(0.1, 48, 0, 1)).toBe(0);
  });
});

describe('time window', () => {
  const window = { from: 0, to: 0 };

  it('de Sitter: all of it up to four e-folds, then the last four, with 12 % of future', () => {
    const young = lived({ kind: 'de-sitter', gamma: 0.3 }, 0, 0.5, 20);
    expect(windowStart(young)).toBe(0);
    const old = lived({ kind: 'de-sitter', gamma: 0.3 }, 0, 0.5, 200);
    windowOf(old, 1, window);
    expect(old.logAt(window.from)).toBeCloseTo(old.logNow - 4, 9);
    expect(window.to).toBeCloseTo(100 + AHEAD * (100 - window.from), 9);
  });

  it('power laws keep their big bang: the horn keeps its shape for ever', () => {
    for (const step of [10, 1000]) {
      expect(windowStart(lived({ kind: 'matter' }, 0, 0.5, step, 3))).toBe(0);
      expect(windowStart(lived({ kind: 'radiation' }, 0, 0.5, step, 3))).toBe(0);
    }
  });

  it('moves on without a jump where the planned end gives way', () => {
    const { section, expansion } = historyOf({ kind: 'de-sitter', gamma: 0.8 });
    const planned = plannedEnd(section, expansion, 0);
    let before = planned;
    for (let step = 1; step < 200; step++) {
      windowOf(lived({ kind: 'de-sitter', gamma: 0.8 }, 0, 0.05, step), planned, window);
      expect(window.to - before).toBeLessThan(0.06);
      expect(window.to).toBeGreaterThan(0.05 * step);
      before = window.to;
    }
  });

  it('its past is asked for anew when it has moved by half of itself, or back: seldom, and never too little', () => {
    let asked = -Infinity;
    let times = 0;
    const ask = (step: number): void => {
      const course = lived({ kind: 'de-sitter', gamma: 0.3 }, 0, 0.5, step);
      const from = windowStart(course);
      const next = renewedFrom(asked, from, course);
      if (next !== asked) times++;
      asked = next;
      expect(asked).toBeLessThanOrEqual(from);
      if (from > 0) expect(from - asked).toBeLessThan(0.5 * (course.now - from));
    };
    for (let step = 0; step <= 26; step++) ask(step);
    expect(asked).toBe(-Infinity);
    for (let step = 27; step <= 400; step++) ask(step);
    // 13.3 of time are shown, and pass 14 times: once in 6.7 it is asked for.
    expect(times).toBeGreaterThan(20);
    expect(times).toBeLessThan(30);
    ask(300);
    expect(asked).toBeCloseTo(150 - 4 / 0.3, 6);
    ask(10);
    expect(asked).toBe(-Infinity);
  });

  it('is planned as long as the schedule: the table’s last point, a cosine and a bit', () => {
    const table = historyOf({ kind: 'table', t: [1, 10, 26, 38], eta: [0.9, 9, 9, 4], t0: 1 }, 3);
    expect(plannedEnd(table.section, table.expansion, 1)).toBe(38);
    // The horn alone would be shown to t = 2: points that a hand has made are to be reached, in reason.
    const fast = historyOf({ kind: 'table', t: [0, 20], eta: [0.4, 0.4] });
    expect(plannedEnd(historyOf({ kind: 'de-sitter', gamma: 2.5 }).section, fast.expansion, 0)).toBeLessThan(
      10,
    );
    expect(plannedEnd(fast.section, fast.expansion, 0)).toBe(20);
    const far = historyOf({ kind: 'table', t: [0, 3000], eta: [0.4, 0.4] });
    expect(plannedEnd(far.section, far.expansion, 0)).toBeLessThan(10);
    const cosine = historyOf({ kind: 'cosine', T: 20, etaMin: 1, etaMax: 9 }, 3);
    expect(plannedEnd(cosine.section, cosine.expansion, 0)).toBeCloseTo(22, 9);
  });
});
