import { describe, expect, it } from 'vitest';
import { nextCard } from '../../../src/ui/gallery/grid.ts';

/** Rows of 3, 2 | 3 cards, with a heading between the second and the third. */
const places = [
  { left: 0, top: 0 },
  { left: 200, top: 0 },
  { left: 400, top: 3 },
  { left: 0, top: 150 },
  { left: 200, top: 150 },
  { left: 0, top: 400 },
  { left: 200, top: 400 },
  { left: 400, top: 400 },
];

describe('arrows over the cards of the gallery', () => {
  it.each([
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 3],
    [3, 'ArrowLeft', 2],
    [1, 'ArrowDown', 4],
    [2, 'ArrowDown', 4],
    [4, 'ArrowDown', 6],
    [7, 'ArrowUp', 4],
    [4, 'ArrowUp', 1],
    [4, 'Home', 0],
    [0, 'End', 7],
  ] as const)('from card %i %s leads to %i', (at, key, to) => {
    expect(nextCard(places, at, key)).toBe(to);
  });

  it('Up leaves the first row for the search, and the ends lead nowhere', () => {
    expect(nextCard(places, 2, 'ArrowUp')).toBe(-1);
    expect(nextCard(places, 6, 'ArrowDown')).toBeNull();
    expect(nextCard(places, 0, 'ArrowLeft')).toBeNull();
    expect(nextCard(places, 7, 'ArrowRight')).toBeNull();
    expect(nextCard(places, 0, 'x')).toBeNull();
    expect(nextCard([], 0, 'Home')).toBeNull();
  });

  it('in one column every row is a step down', () => {
    const column = places.map((_, n) => ({ left: 0, top: 300 * n }));
    expect(nextCard(column, 3, 'ArrowDown')).toBe(4);
    expect(nextCard(column, 3, 'ArrowUp')).toBe(2);
  });
});
