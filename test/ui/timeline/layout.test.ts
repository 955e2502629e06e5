import { describe, expect, it } from 'vitest';
import { TRACE } from '../../../src/engine/protocol.ts';
import { TraceTable } from '../../../src/engine/traces.ts';
import { axisEnd, niceEnd, Ridge, stepOfX, xOfStep } from '../../../src/ui/timeline/layout.ts';

const axis = { width: 216, inset: 8, end: 400 };

/** Traces of one track with the costs of steps 0, 1, 2, … */
function tracesOf(costs: readonly number[]): TraceTable {
  const table = new TraceTable(1);
  const rows = new Float64Array(costs.length * table.columns);
  for (const [step, cost] of costs.entries()) {
    rows[step * table.columns + TRACE.step] = step;
    rows[step * table.columns + TRACE.track] = cost;
  }
  table.append(rows);
  return table;
}

function pointsOf(ridge: Ridge): [number, number][] {
  return Array.from({ length: ridge.count }, (_, at) => [ridge.points[2 * at], ridge.points[2 * at + 1]]);
}

describe('axis', () => {
  it('end: the next nice count of steps, at least 100, never right at the thumb', () => {
    expect([0, 50, 95, 120, 150, 310, 940, 12_000].map(niceEnd)).toEqual([
      100, 100, 150, 150, 200, 400, 1000, 15_000,
    ]);
    for (let last = 0; last < 50_000; last = last * 2 + 7) {
      expect(niceEnd(last) / last).toBeGreaterThan(1.05);
    }
  });
  it('end: grows at once, stays when a little less is known, shrinks when it is 4 times too long', () => {
    expect(axisEnd(310, 100)).toBe(400);
    expect(axisEnd(120, 400)).toBe(400);
    expect(axisEnd(90, 400)).toBe(100);
  });
  it('places: steps and pixels are each other’s inverse, beyond the ends the ends', () => {
    for (const step of [0, 1, 57, 200, 399, 400]) expect(stepOfX(axis, xOfStep(axis, step))).toBe(step);
    expect([stepOfX(axis, -50), stepOfX(axis, 1000)]).toEqual([0, 400]);
    expect([xOfStep(axis, 0), xOfStep(axis, 400)]).toEqual([8, 208]);
  });
});

describe('ridge', () => {
  it('heights: logarithmic from the smallest cost to the largest', () => {
    const ridge = new Ridge();
    ridge.read(tracesOf([100, 10, 1]), TRACE.track, { ...axis, end: 2 });
    expect(pointsOf(ridge)).toEqual([
      [8, 1],
      [108, 0.5],
      [208, 0],
    ]);
  });
  it('columns: 401 steps on 200 pixels give one point a pixel, the largest of each', () => {
    const ridge = new Ridge();
    ridge.read(
      tracesOf(Array.from({ length: 401 }, (_, step) => (step % 2 === 0 ? 1 : 10))),
      TRACE.track,
      axis,
    );
    expect(ridge.count).toBe(201);
    expect(
      pointsOf(ridge)
        .slice(0, 200)
        .every(([, height]) => height === 1),
    ).toBe(true);
  });
  it('cost: negative ones make it linear, zero and what is not finite are left out', () => {
    const ridge = new Ridge();
    ridge.read(tracesOf([3, -1, 1]), TRACE.track, { ...axis, end: 2 });
    expect(pointsOf(ridge).map(([, height]) => height)).toEqual([1, 0, 0.5]);
    ridge.read(tracesOf([10, 0, Number.NaN, 1]), TRACE.track, { ...axis, end: 4 });
    expect(ridge.count).toBe(2);
  });
  it('memory: taken once per width', () => {
    const ridge = new Ridge();
    const traces = tracesOf([3, 2, 1]);
    ridge.read(traces, TRACE.track, axis);
    const { points } = ridge;
    ridge.read(traces, TRACE.track, { ...axis, width: 120 });
    expect(ridge.points).toBe(points);
  });
});
