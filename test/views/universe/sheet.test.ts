import { describe, expect, it } from 'vitest';
import { CUT } from '../../../src/views/scene/scale.ts';
import { ringWords, sheetRing } from '../../../src/views/universe/rings.ts';
import { sheetOf } from '../../../src/views/universe/row.ts';
import { createSheetPlace, layOut, onSheetNow, RISE } from '../../../src/views/universe/sheetPlace.ts';
import { runInfoOf } from '../runInfo.ts';

const at = (place: ReturnType<typeof createSheetPlace>, u: number, v: number, h = 0): number[] => {
  const out = new Float64Array(3);
  onSheetNow(place, u, v, h, out);
  return [...out];
};

describe('a whole sheet as a universe', () => {
  it('is drawn where a lattice has two dimensions, and a row where it has one', () => {
    const sheet = (kind: Parameters<typeof runInfoOf>[0], settings: object, selected: number | null) => {
      const info = runInfoOf(kind, settings as never);
      const found = sheetOf(info.layout, info.tracks[0].weightCount, selected);
      return found === null ? null : [found.rows, found.columns];
    };
    expect(sheet('ring-shared', { N: 12 }, null)).toBe(null);
    expect(sheet('ring-two-layer', { N: 5 }, 3)).toBe(null);
    expect(sheet('torus-shared', { rows: 4, columns: 6 }, null)).toEqual([4, 6]);
    expect(sheet('deep-ring', { N: 6, depth: 3, reach: 1 }, null)).toEqual([3, 6]);
    // Of several the chosen one, or the largest where the chosen one is a row.
    expect(sheet('dense', { sizes: [2, 5, 3, 1] }, 0)).toEqual([5, 3]);
    expect(sheet('dense', { sizes: [2, 5, 3, 1] }, null)).toEqual([3, 6]);
    expect(sheet('dense', { sizes: [2, 5, 3, 1] }, 5 * 3 + 3 * 6)).toEqual([3, 6]);
  });

  it.each([
    [24, 24, 1200, 540, 12],
    [8, 24, 1280, 430, 20],
    [40, 4, 390, 420, 12],
    [4, 40, 390, 420, 12],
  ])(
    '%d by %d sites stay within %d by %d pixels, as high as the scale',
    (rows, columns, width, height, type) => {
      const place = createSheetPlace(rows, columns);
      layOut(place, width, height, type, 1);
      const [across, along] = place.half;
      expect(Math.max(across, along)).toBe(1);
      expect(along / across).toBeCloseTo(rows / columns, 12);
      for (const u of [-across, across]) {
        for (const v of [-along, along]) {
          for (const h of [-RISE, 0, RISE]) {
            const [x, y] = at(place, u, v, h);
            expect(x).toBeGreaterThan(0);
            expect(x).toBeLessThan(width);
            expect(y).toBeGreaterThan(type);
            expect(y).toBeLessThan(height);
          }
        }
      }
      expect(CUT * RISE).toBeLessThan(0.31);
    },
  );

  it('equal comoving steps are equal on the screen, and all grow by what the sheet grows, to 1e-9', () => {
    const place = createSheetPlace(6, 9);
    layOut(place, 900, 500, 12, 1);
    const step = (u: number, v: number): number[] => {
      const [from, to] = [at(place, u, v), at(place, u + 0.1, v + 0.05)];
      return [to[0] - from[0], to[1] - from[1]];
    };
    const first = step(-0.8, -0.5);
    for (const [u, v] of [
      [0, 0],
      [0.7, 0.4],
    ]) {
      step(u, v).forEach((length, axis) => expect(length).toBeCloseTo(first[axis], 9));
    }
    const before = place.size;
    layOut(place, 900, 500, 12, 0.5);
    expect(place.size).toBeCloseTo(before / 2, 9);
    step(0, 0).forEach((length, axis) => expect(length).toBeCloseTo(first[axis] / 2, 9));
  });

  it('rings: what lies within the one of n e-folds is e^{n − now} of the sheet; the newest leave the rim free', () => {
    expect(sheetRing(2.3, 0)?.efolds).toBe(2);
    expect(sheetRing(2.3, 0)?.part).toBeCloseTo(Math.exp(-0.3), 12);
    expect(sheetRing(2.05, 0)?.efolds).toBe(1.5);
    expect(sheetRing(2.3, 4)?.efolds).toBe(0);
    expect(sheetRing(2.3, 5)).toBe(null);
    expect(sheetRing(0, 0)).toBe(null);
    expect(sheetRing(Infinity, 0)).toBe(null);
    expect(['0.5', '1.0', '11.5'].map(Number).map(ringWords)).toEqual(['0.5', '1.0', '11.5']);
  });
});
