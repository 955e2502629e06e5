/**
 * How finely pictures are drawn, from the best down to a floor. What is shown as numbers is the same at all of them, and
 * words stand over the pictures as text of the page, sharp at any: at the floor a line is a pixel of the page wide and a
 * curve has at least the points that its data have.
 */
export interface QualityLevel {
  readonly name: 'full' | 'high' | 'medium' | 'low';
  /** Most pixels of the canvas to a pixel of the page, along a side; never below 1. */
  readonly ratio: number;
  /** Triangles that one picture may spend on roundness. */
  readonly triangles: number;
}

export const levels: readonly QualityLevel[] = [
  { name: 'full', ratio: 2, triangles: 240_000 },
  { name: 'high', ratio: 1.5, triangles: 120_000 },
  { name: 'medium', ratio: 1, triangles: 60_000 },
  { name: 'low', ratio: 1, triangles: 20_000 },
];
export const FLOOR = levels.length - 1;
