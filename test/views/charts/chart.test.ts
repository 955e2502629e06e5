import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { decadeLabel, decades, decadeTicks, spread, timeTicks } from '../../../src/views/chart/axes.ts';
import { chartLines, drawnRows, MOST_POINTS, type TraceSource } from '../../../src/views/chart/lines.ts';

/** Two tracks, one row a step: time n/10, costs 10⁻ⁿ and 0, kinetic 1. */
function traces(length: number): TraceSource {
  return {
    trackCount: 2,
    length,
    at: (row, column) => [row / 10, 10 ** -row, 1, 0, 1][column] ?? NaN,
    column: (track, quantity) => 1 + 2 * track + (quantity === 'cost' ? 0 : 1),
  };
}
const tracks = [
  { id: 'main', role: 'second', firstOrder: false },
  { id: 'ghost', role: 'ghost', firstOrder: true },
] as const;

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

describe('lines', () => {
  it('tracks: second order has energy and cost, first order cost alone', () => {
    const lines = chartLines(traces(3), tracks, [], 0);
    expect(lines.map(({ track, quantity }) => `${track} ${quantity}`)).toEqual([
      'main energy',
      'main cost',
      'ghost cost',
    ]);
    expect([...lines[0].value]).toEqual([2, 1.1, 1.01]);
    expect([...lines[0].time]).toEqual([0, 0.1, 0.2]);
  });
  it('zero: it has no place on a logarithmic axis', () => {
    const ghost = chartLines(traces(3), tracks, [], 0)[2];
    expect([...ghost.value]).toEqual([NaN, NaN, NaN]);
  });
  it('hidden: tracks that are switched off have no lines', () => {
    expect(chartLines(traces(3), tracks, ['main'], 0)).toHaveLength(1);
  });
});

describe('axes', () => {
  it('decades: whole ones that hold every line', () => {
    expect(decades(chartLines(traces(4), tracks, [], 0))).toEqual({ min: -3, max: 1 });
    expect(decades([])).toBeNull();
  });
  it('depth: at most 8 decades below the top', () => {
    expect(decades(chartLines(traces(30), tracks, [], 0))).toEqual({ min: -7, max: 1 });
  });
  it('labels: at most five, the top among them', () => {
    expect(decadeTicks({ min: -7, max: 1 })).toEqual([-7, -5, -3, -1, 1]);
    expect([0, 1, -3, 5].map(decadeLabel)).toEqual(['1', '10', '10⁻³', '10⁵']);
  });
  it('times: round steps within the span', () => {
    expect(timeTicks({ min: 0, max: 6.4 }, 4)).toEqual([0, 2, 4, 6]);
    expect(timeTicks({ min: 1, max: 1 }, 4)).toEqual([1]);
  });
  it('names at line ends: never nearer than the gap, never below the axis', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 }), (heights) => {
        const placed = [...spread(heights, 15, 0, 100)].sort((a, b) => a - b);
        placed.forEach((at, i) => {
          expect(at).toBeLessThanOrEqual(100 + 1e-9);
          if (i > 0) expect(at - placed[i - 1]).toBeGreaterThanOrEqual(15 - 1e-9);
        });
      }),
    );
  });
});
