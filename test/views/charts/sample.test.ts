import { describe, expect, it } from 'vitest';
import { plotsOf, scaleOf } from '../../../src/views/charts/sample/picture.ts';
import { drawnOver } from '../../../src/views/charts/sample/stroke.ts';
import { fromX, toX, toY } from '../../../src/views/charts/plotSvg.ts';

describe('a curve drawn by hand', () => {
  const row = [0, 0, 0, 0, 0, 0];

  it('is the straight line between two places of the pointer, to either side, and leaves no site out', () => {
    expect(drawnOver(row, { site: 1, value: 1 }, { site: 4, value: -0.5 })).toEqual([0, 1, 0.5, 0, -0.5, 0]);
    expect(drawnOver(row, { site: 4, value: -0.5 }, { site: 1, value: 1 })).toEqual([0, 1, 0.5, 0, -0.5, 0]);
    expect(drawnOver(row, { site: 2, value: 1 }, { site: 2, value: 3 })).toEqual([0, 0, 3, 0, 0, 0]);
  });

  it('stays within a thousand, on its lattice, and is never without a number', () => {
    expect(drawnOver(row, { site: 5, value: 1e6 }, { site: 7, value: 1e6 })).toEqual([0, 0, 0, 0, 0, 1000]);
    expect(drawnOver(row, { site: 0, value: NaN }, { site: 1, value: NaN })).toEqual(row);
  });

  it('both profiles have one scale, at least 1, with room above the largest', () => {
    expect(scaleOf({ X: [0.1], Y: [-0.2] })).toBe(1.2);
    expect(scaleOf({ X: [0.1], Y: [-5] })).toBe(6);
  });

  it('beside each other where it is wide, else one above the other; a place is a site again, to 1e-9', () => {
    const rows = { X: row, Y: row.slice(1) };
    const wide = plotsOf(rows, 2, 600, 200, 12);
    expect(wide.Y.left).toBeGreaterThan(wide.X.left + wide.X.width);
    const narrow = plotsOf(rows, 2, 200, 400, 12);
    expect(narrow.Y.top).toBeGreaterThan(narrow.X.top + narrow.X.height);
    for (const plot of [wide.X, wide.Y, narrow.X, narrow.Y]) {
      expect(fromX(plot, toX(plot, 3))).toBeCloseTo(3, 9);
      expect(toY(plot, 0)).toBeCloseTo(plot.top + plot.height / 2, 9);
    }
  });
});
