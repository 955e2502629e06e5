import type { Span } from '../axes.ts';

/** Most bins of a histogram; few weights get fewer. */
const MOST_BINS = 40;
const LEAST_BINS = 8;

/** Number of bins for so many values: about their square root, even, so that zero is an edge. */
export function binCount(values: number): number {
  const rough = 2 * Math.ceil(Math.sqrt(values));
  return 2 * Math.round(Math.min(MOST_BINS, Math.max(LEAST_BINS, rough)) / 2);
}

/** Edges of equal bins over a span, [count + 1]. */
export function binEdges({ min, max }: Span, count: number): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, index) => min + ((max - min) * index) / count);
}

/** How many values fall into each bin; the last bin holds its upper edge, values outside are not counted. */
export function countIn(edges: Float64Array, values: ArrayLike<number>): Float64Array {
  const count = edges.length - 1;
  const counts = new Float64Array(count);
  const scale = count / (edges[count] - edges[0]);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(value >= edges[0] && value <= edges[count])) continue;
    counts[Math.min(count - 1, Math.floor((value - edges[0]) * scale))]++;
  }
  return counts;
}
