import type { Span } from '../axes.ts';

/**
 * Lines along which a map [rows × columns] of cell centres takes a value: marching squares between the centres,
 * linear along each edge. Saddles are parted by the mean of their corners.
 *  @returns points, a NaN after every piece
 */
export function contourOf(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  level: number,
  x: Span,
  y: Span,
): { x: number[]; y: number[] } {
  const line: { x: number[]; y: number[] } = { x: [], y: [] };
  const place = (row: number, column: number): void => {
    line.x.push(x.min + ((x.max - x.min) * (column + 0.5)) / columns);
    line.y.push(y.min + ((y.max - y.min) * (row + 0.5)) / rows);
  };
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const corners = [values[at], values[at + 1], values[at + columns + 1], values[at + columns]];
      const above = corners.map((value) => value > level);
      if (above.every((up) => up === above[0])) continue;
      const part = (a: number, b: number): number => (level - corners[a]) / (corners[b] - corners[a]);
      // Crossings of the edges bottom, right, top, left.
      const edges = [
        () => place(row, column + part(0, 1)),
        () => place(row + part(1, 2), column + 1),
        () => place(row + 1, column + part(3, 2)),
        () => place(row + part(0, 3), column),
      ];
      const crossed = [0, 1, 2, 3].filter((edge) => above[edge] !== above[(edge + 1) % 4]);
      const middle = corners.reduce((sum, value) => sum + value, 0) / 4 > level;
      // At a saddle all four edges are crossed: each line goes round a corner that stands alone.
      const order = crossed.length === 4 && above[0] !== middle ? [3, 0, 1, 2] : crossed;
      for (let pair = 0; pair + 1 < order.length; pair += 2) {
        edges[order[pair]]();
        edges[order[pair + 1]]();
        line.x.push(NaN);
        line.y.push(NaN);
      }
    }
  }
  return line;
}
