import type { Reals } from '../types.ts';

/** Rows of a matrix without their zeros: incidence data have two entries of N. */
export interface SparseRows {
  readonly rowCount: number;
  readonly columnCount: number;
  /** [rows+1] */
  readonly start: Int32Array;
  /** Rising within a row. */
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/**
 * Drops the zeros of a row-major matrix.
 * @param matrix  [rows × columnCount]
 */
export function sparseRows(matrix: Float64Array, columnCount: number): SparseRows {
  const rowCount = matrix.length / columnCount;
  const start = new Int32Array(rowCount + 1);
  for (let i = 0; i < matrix.length; i++) {
    if (matrix[i] !== 0) start[Math.floor(i / columnCount) + 1]++;
  }
  for (let row = 0; row < rowCount; row++) start[row + 1] += start[row];
  const column = new Int32Array(start[rowCount]);
  const value = new Float64Array(start[rowCount]);
  let next = 0;
  for (let i = 0; i < matrix.length; i++) {
    if (matrix[i] === 0) continue;
    column[next] = i % columnCount;
    value[next++] = matrix[i];
  }
  return { rowCount, columnCount, start, column, value };
}

/** Row · weights. */
export function rowProduct(rows: SparseRows, row: number, weights: Reals): number {
  let sum = 0;
  for (let k = rows.start[row]; k < rows.start[row + 1]; k++) sum += rows.value[k] * weights[rows.column[k]];
  return sum;
}
