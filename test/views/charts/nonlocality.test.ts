import { describe, expect, it } from 'vitest';
import type { HessianMap } from '../../../src/store/index.ts';
import { boxesOf } from '../../../src/views/charts/nonlocality/boxes.ts';
import { standing } from '../../../src/views/charts/nonlocality/live.ts';
import { movedMatrix, movedRow, placesOf } from '../../../src/views/charts/nonlocality/move.ts';
import { symmetricLog } from '../../../src/views/charts/nonlocality/scale.ts';
import { sitesOf } from '../../../src/views/charts/nonlocality/sites.ts';
import { systemCases, randomSystem } from '../../helpers/systems.ts';
import { createRandom } from '../../../src/physics/math/random.ts';

describe('scale', () => {
  it('0 at zero, ±1 at the largest, odd, rising, a third of the way for each decade', () => {
    expect([symmetricLog(0, 5), symmetricLog(5, 5), symmetricLog(-5, 5), symmetricLog(1, 0)]).toEqual([
      0, 1, -1, 0,
    ]);
    expect(symmetricLog(0.1, 1)).toBeCloseTo(2 / 3, 2);
    expect(symmetricLog(-0.1, 1)).toBe(-symmetricLog(0.1, 1));
    let before = -2;
    for (let v = -1; v <= 1; v += 0.01) {
      const shade = symmetricLog(v, 1);
      expect(shade).toBeGreaterThan(before);
      before = shade;
    }
  });
});

const order = Int32Array.of(2, 0, 1);
const map = {
  cells: 3,
  perCell: 1,
  weights: order,
  second: Float32Array.of(1, 2, 3, 2, 4, 5, 3, 5, 6),
  first: Float32Array.of(7, 8, 9),
} as unknown as HessianMap;

describe('on the way from one order to another', () => {
  it('at its beginning every entry stands where the old order had it, at its end where the new one has it', () => {
    const from = placesOf(Int32Array.of(0, 1, 2));
    const at = (part: number) => ({ from, to: placesOf(order), part });
    // Weights 2, 0, 1 in the new order: J₂ of weights 0 and 1 is 5.
    expect([...movedMatrix(map, at(0))]).toEqual([4, 5, 2, 5, 6, 3, 2, 3, 1]);
    expect([...movedRow(map, at(0))]).toEqual([8, 9, 7]);
    expect(movedMatrix(map, at(1))).toEqual(map.second);
    expect(movedRow(map, at(1))).toEqual(map.first);
  });
});

describe('sites', () => {
  it.each(systemCases.filter(({ title }) => !title.includes(',')))(
    '$title: all stand in the square, no two on the same place',
    ({ kind, settings, samples }) => {
      const { layout, weightCount } = randomSystem(kind, settings, samples, createRandom(1, 'data'));
      const { x, y } = sitesOf(layout, weightCount);
      for (let i = 0; i < weightCount; i++) {
        for (const value of [x[i], y[i]]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (let j = 0; j < i; j++) expect(Math.hypot(x[i] - x[j], y[i] - y[j])).toBeGreaterThan(1e-3);
      }
    },
  );

  it('boxes: inside the picture and beside each other, in low drawers, on phones and large', () => {
    for (const [width, height, size] of [
      [300, 118, 12],
      [360, 320, 12],
      [420, 190, 20],
      [1200, 800, 12],
      [366, 420, 12],
      [600, 240, 20],
    ]) {
      const { lattice, matrix, key, profile } = boxesOf(width, height, size);
      expect(lattice.left + lattice.width).toBeLessThan(matrix.left);
      expect(matrix.left + matrix.width).toBeLessThan(key.left);
      expect(key.left + 1.5 * size).toBeLessThan(width + 1);
      for (const box of [lattice, matrix, ...(profile === null ? [] : [profile])]) {
        expect(box.top + box.height).toBeLessThanOrEqual(height);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
        expect(Math.min(box.width, box.height)).toBeGreaterThan(3 * size);
      }
      if (profile === null) continue;
      const beside = profile.left > key.left + 2.5 * size;
      expect(beside || profile.top > matrix.top + matrix.height + 2 * size).toBe(true);
    }
  });

  it('F(r) has its place in a drawer of 1600 × 900, on a phone and large; not where it could not be read', () => {
    const shown = (width: number, height: number, size = 12): boolean =>
      boxesOf(width, height, size).profile !== null;
    expect([shown(370, 130), shown(366, 310), shown(1200, 700), shown(200, 118)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('every site of every sheet bears one weight, in the order that is shown', () => {
    const { layout, weightCount } = randomSystem('ring-two-layer', { N: 4 }, 2, createRandom(1, 'data'));
    const sites = Int32Array.from({ length: weightCount }, (_, n) => n);
    const weights = sites.map((n) => weightCount - 1 - n);
    const rows = standing({ weights, sites } as unknown as HessianMap, layout);
    expect(rows.flatMap((row) => [...row])).toEqual(
      layout.sheets.flatMap(({ weight }) => [...weight].map((w) => weightCount - 1 - w)),
    );
  });
});
