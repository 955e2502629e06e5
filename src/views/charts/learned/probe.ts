import type { Span } from '../axes.ts';

/** Points of a curve, and of each side of a map. */
export const CURVE_POINTS = 160;
export const MAP_SIDE = 48;
/** Room around the data, as a part of their extent. */
const ROOM = 0.12;

/** Extent of one input over training and test samples, with room; [−1, 1] about a single value. */
export function inputSpan(rows: readonly ArrayLike<number>[], inputCount: number, input: number): Span {
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    for (let at = input; at < row.length; at += inputCount) {
      min = Math.min(min, row[at]);
      max = Math.max(max, row[at]);
    }
  }
  if (min === Infinity) return { min: -1, max: 1 };
  const room = max > min ? ROOM * (max - min) : 1;
  return { min: min - room, max: max + room };
}

/** Equally spaced inputs over a span, ends included, [count]. */
export function curveProbe({ min, max }: Span, count = CURVE_POINTS): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => min + ((max - min) * index) / (count - 1));
}

/** Centres of side × side equal cells, row by row from the bottom, [side² × 2]. */
export function mapProbe(x: Span, y: Span, side = MAP_SIDE): Float64Array {
  const points = new Float64Array(2 * side * side);
  const centre = ({ min, max }: Span, cell: number): number => min + ((max - min) * (cell + 0.5)) / side;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = 2 * (row * side + column);
      points[at] = centre(x, column);
      points[at + 1] = centre(y, row);
    }
  }
  return points;
}
