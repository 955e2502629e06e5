import type { Raster } from '../figure.ts';

/** Rows of the past of a source, at steps of their own. */
export interface Rows {
  readonly steps: Float64Array;
  readonly spacing: number;
  /** [rows × width] */
  readonly values: Float64Array;
  readonly width: number;
}

/** Steps from the first row to the last that is due; rows between that are missing have a column, which stays empty. */
export function columnsOf({ steps, spacing }: Pick<Rows, 'steps' | 'spacing'>): number {
  return Math.floor((steps[steps.length - 1] - steps[0]) / spacing) + 1;
}

/**
 * A source along the lattice against steps: one column a row, for it holds throughout its step and jumps to the next.
 *  @param limit  value of full colour
 */
export function sourceRaster(rows: Rows, limit: number, ink: 'J' | 'K'): Raster {
  const { steps, spacing, values, width } = rows;
  const columns = columnsOf(rows);
  const out = new Float32Array(width * columns).fill(NaN);
  for (let row = 0; row < steps.length; row++) {
    const at = (steps[row] - steps[0]) / spacing;
    // The present may stand between two of them.
    if (!Number.isInteger(at)) continue;
    for (let n = 0; n < width; n++) {
      out[n * columns + at] = limit > 0 ? values[row * width + n] / limit : 0;
    }
  }
  return { columns, rows: width, values: out, smooth: false, ink };
}
