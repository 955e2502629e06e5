import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/physics/math/random.ts';
import { heaviestWires } from '../../../src/views/graph/heaviest.ts';
import type { RibbonData } from '../../../src/views/scene/ribbons.ts';

const wires = (count: number): RibbonData => ({
  count,
  from: Float32Array.from({ length: 3 * count }, (_, i) => i),
  to: Float32Array.from({ length: 3 * count }, (_, i) => -i),
  data: Float32Array.from({ length: 4 * count }, (_, i) => (i % 4 === 0 ? i / 4 : 1)),
});
const shownOf = ({ count, data }: RibbonData): number[] =>
  Array.from({ length: count }, (_, i) => data[4 * i]);

describe('the heaviest wires', () => {
  it('are those of the largest |w| within a part in 1024, in order, each with its own ends', () => {
    const random = createRandom(1, 'data');
    const [all, shown] = [wires(5000), wires(700)];
    const heaviest = heaviestWires(all, shown);
    for (let round = 0; round < 3; round++) {
      const weights = Float32Array.from({ length: 5000 }, () => random.normal());
      expect(heaviest.choose(weights, -1)).toBe(true);
      expect(heaviest.choose(weights, -1)).toBe(false);
      const chosen = shownOf(shown);
      expect(new Set(chosen).size).toBe(700);
      expect([...chosen].sort((a, b) => a - b)).toEqual(chosen);
      const sizes = Array.from(weights, Math.abs).sort((a, b) => b - a);
      const least = Math.min(...chosen.map((weight) => Math.abs(weights[weight])));
      expect(least).toBeGreaterThan(sizes[699] - sizes[0] / 1024);
      chosen.forEach((weight, i) =>
        expect([shown.from[3 * i], shown.to[3 * i + 2]]).toEqual([3 * weight, -3 * weight - 2]),
      );
    }
  });
  it('the linked one is among them however light; equal and vanishing weights fill all places', () => {
    const [all, shown] = [wires(50), wires(8)];
    const heaviest = heaviestWires(all, shown);
    const weights = new Float32Array(50);
    heaviest.choose(weights, -1);
    expect(new Set(shownOf(shown)).size).toBe(8);
    weights.fill(1, 0, 20);
    for (const linked of [0, 30, 49]) {
      heaviest.choose(weights, linked);
      expect(shownOf(shown)).toContain(linked);
      expect(new Set(shownOf(shown)).size).toBe(8);
    }
  });
});
