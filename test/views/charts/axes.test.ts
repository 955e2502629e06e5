import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  aroundZero,
  decadeLabel,
  decades,
  decadeTicks,
  extent,
  grownSpan,
  placeOn,
  roundSpan,
  roundTicks,
  spread,
} from '../../../src/views/charts/axes.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('axes', () => {
  it('decades: whole ones that hold every positive number, 0 and below apart', () => {
    expect(decades([[1, 0.1, 0, -5, 0.001], [2]])).toEqual({ min: -3, max: 1 });
    expect(decades([[0, -1]])).toBeNull();
  });
  it('depth: at most 8 decades below the top', () => {
    expect(decades([[1, 1e-30]])).toEqual({ min: -8, max: 0 });
  });
  it('labels: at most five, the top among them', () => {
    expect(decadeTicks({ min: -7, max: 1 })).toEqual([-7, -5, -3, -1, 1]);
    expect(decadeTicks({ min: -7, max: 1 }, 1)).toEqual([-7, 1]);
    expect([0, 1, -3, 5].map(decadeLabel)).toEqual(['1', '10', '10⁻³', '10⁵']);
  });
  it('numbers: round steps within the span, about as many as asked for', () => {
    expect(roundTicks({ min: 0, max: 6.4 }, 4)).toEqual([0, 2, 4, 6]);
    expect(roundTicks({ min: 0, max: 4.06 }, 2)).toEqual([0, 2, 4]);
    expect(roundTicks({ min: -0.5, max: 3.5 }, 8, true)).toEqual([0, 1, 2, 3]);
    expect(roundTicks({ min: 1, max: 1 }, 4)).toEqual([1]);
  });
  it('extent: NaN and infinities are passed over, nothing gives null', () => {
    expect(
      extent([
        [NaN, 3],
        [Infinity, -1],
      ]),
    ).toEqual({ min: -1, max: 3 });
    expect(extent([[NaN], []])).toBeNull();
  });
  it('round ends: they hold the data and at most two thirds more', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-6);
        const data = { min: Math.min(a, b), max: Math.max(a, b) };
        const span = roundSpan(data);
        const slack = 1e-6 * (data.max - data.min);
        expect(span.min).toBeLessThanOrEqual(data.min + slack);
        expect(span.max).toBeGreaterThanOrEqual(data.max - slack);
        expect(span.max - span.min).toBeLessThanOrEqual(1.67 * (data.max - data.min));
      }),
    );
  });
  it('limits: they grow at once to hold what is new and all they held, and never shrink', () => {
    const first = grownSpan(null, { min: 0, max: 1 });
    expect(grownSpan(first, { min: 0, max: 0.6 })).toBe(first);
    expect(grownSpan(first, { min: 0.4, max: 0.400001 })).toBe(first);
    expect(grownSpan(first, { min: 1.2, max: 1.5 })).toEqual(roundSpan({ min: 0, max: 1.5 }));
  });
  it('zero: the symmetric span holds both ends', () => {
    expect(aroundZero({ min: -3, max: 1 })).toEqual({ min: -3, max: 3 });
  });
  it('place: a decade above the start of two is half way up', () => {
    expect(placeOn({ name: '', scale: 'log', span: { min: -1, max: 1 } }, 1)).toBe(0.5);
    expect(placeOn({ name: '', scale: 'linear', span: { min: 0, max: 4 } }, 9)).toBe(1);
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
