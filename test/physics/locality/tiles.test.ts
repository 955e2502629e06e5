import { expect, it } from 'vitest';
import type { SymmetricEntries } from '../../../src/physics/locality/entries.ts';
import { strongestPairs, tiled } from '../../../src/physics/locality/tiles.ts';

const entries: SymmetricEntries = {
  size: 3,
  diagonal: Float64Array.of(2, 4, 6),
  row: Int32Array.of(0, 1),
  column: Int32Array.of(1, 2),
  value: Float64Array.of(-8, 10),
};
const gradient = Float64Array.of(3, -4, 0.5);

it('one weight a cell: J₂ = H/2 and J₁ = ∂C themselves, in the order asked for', () => {
  const found = tiled(entries, gradient, Int32Array.of(2, 0, 1), 8);
  expect([found.perCell, found.cells, found.largestSecond, found.largestFirst]).toEqual([1, 3, 5, 4]);
  expect([...found.second]).toEqual([3, 0, 5, 0, 1, -4, 5, -4, 2]);
  expect([...found.first]).toEqual([0.5, 3, -4]);
});

it('two weights a cell: root mean square of all its entries, zeros among them, signed as the largest; a last cell may hold one', () => {
  const found = tiled(entries, gradient, Int32Array.of(0, 1, 2), 2);
  expect([found.perCell, found.cells]).toEqual([2, 2]);
  const [a, b, c, d] = found.second;
  expect(a).toBeCloseTo(-Math.sqrt((1 + 4 + 16 + 16) / 4), 6);
  expect(b).toBeCloseTo(Math.sqrt(25 / 2), 6);
  expect([c, d]).toEqual([b, 3]);
  expect(found.first[0]).toBeCloseTo(-Math.sqrt((9 + 16) / 2), 6);
  expect(found.first[1]).toBe(0.5);
});

it('sums: the squares of all cells are those of all entries, at any resolution and any size of them', () => {
  for (const factor of [1e-120, 1, 1e30]) {
    const scaled = {
      ...entries,
      diagonal: entries.diagonal.map((entry) => factor * entry),
      value: entries.value.map((entry) => factor * entry),
    };
    for (const most of [1, 2, 3]) {
      const { second, cells, perCell } = tiled(scaled, gradient, Int32Array.of(1, 0, 2), most);
      const held = (at: number): number => Math.min(perCell, 3 - at * perCell);
      let sum = 0;
      second.forEach(
        (value, at) => (sum += (value / 1e30) ** 2 * held(Math.floor(at / cells)) * held(at % cells)),
      );
      // Single precision has no number as small as the first.
      const exact = factor < 1 ? 0 : (factor / 1e30) ** 2 * (1 + 4 + 9 + 2 * 16 + 2 * 25);
      expect(Math.abs(sum - exact)).toBeLessThanOrEqual(1e-6 * exact);
    }
  }
});

it('the strongest pairs come first, and all are counted', () => {
  const found = strongestPairs(entries, 1);
  expect([[...found.pairs], [...found.strengths], found.pairCount]).toEqual([[1, 2], [5], 2]);
});
