import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { isEmpty, type Figure } from '../../../src/views/charts/figure.ts';
import { histogramFigure, histogramTable } from '../../../src/views/charts/histogram/figure.ts';
import { tracks } from './run.ts';
import { binCount, binEdges, countIn } from '../../../src/views/charts/histogram/bins.ts';

describe('histogram', () => {
  it('bins: even in number, from 8 to 40', () => {
    expect([1, 16, 267, 100_000].map(binCount)).toEqual([8, 8, 34, 40]);
  });
  it('edges: both ends of the span, and zero where it is symmetric', () => {
    const edges = binEdges({ min: -2, max: 2 }, 4);
    expect([...edges]).toEqual([-2, -1, 0, 1, 2]);
  });
  it('counts: an edge belongs to the bin above it, the last one to the last bin', () => {
    expect([...countIn(binEdges({ min: 0, max: 2 }, 2), [0, 0.99, 1, 2, 3, -1, NaN])]).toEqual([2, 2]);
  });
  it('sum: every value of the span is counted once', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true })), (values) => {
        const counts = countIn(binEdges({ min: -1, max: 1 }, 10), values);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }),
    );
  });
  it('scale: as far as the weights have been, whatever they are now; magnified, those outside are counted', () => {
    const all = [{ track: tracks[0], weights: [0.01, -0.02, 0.3, 0.001] }];
    const figure = (magnified: number): Figure => {
      const shown = histogramFigure({ all, peak: 2, magnified, bath: null }, (_, data) => data);
      if (isEmpty(shown)) throw new Error(shown.empty);
      return shown;
    };
    expect(figure(1).x.span.max).toBeGreaterThanOrEqual(2);
    expect(figure(1).x.span.max).toBeLessThan(2.7);
    expect(figure(10).x.span.max).toBeCloseTo(figure(1).x.span.max / 10, 12);
    expect(figure(10).x.name).toContain('×10; 1 outside');
    expect(figure(1).x.name).not.toContain('outside');
    const rows = [...histogramTable({ all, peak: 2, magnified: 1, bath: null }).rows];
    expect(rows.reduce((sum, [, , count]) => sum + count, 0)).toBe(4);
  });
});
