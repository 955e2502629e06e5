import type { Raster } from './figure.ts';

/** Columns of a picture of time at most. */
const MOST_COLUMNS = 1024;

/** Rows of a past along the lattice, at multiples of `spacing` steps and at the present; some may be missing. */
export interface PastRows {
  readonly steps: Float64Array;
  readonly spacing: number;
  /** [rows × width] */
  readonly values: Float64Array;
  readonly width: number;
}

/** Steps from the first row to the last that is due; rows between that are missing have a column, which stays empty. */
export function columnsOf({ steps, spacing }: Pick<PastRows, 'steps' | 'spacing'>): number {
  return Math.floor((steps[steps.length - 1] - steps[0]) / spacing) + 1;
}

/**
 * A past as a raster, places of the lattice upwards. Where rows are missing it is left empty: a gap is no measurement.
 *  @param limit  value of full colour; 0: nothing but zeros
 *  @param look   `times` of the rows: it flows, linear between them, over time; else it jumps, and one column a row holds
 *                throughout its step. `ink`: see Raster. `name`: what the values are of, where they are read
 */
export function pastRaster(
  rows: PastRows,
  limit: number,
  { times, ink, name }: { readonly times?: Float64Array; readonly ink?: 'J' | 'K'; readonly name?: string },
): Raster {
  const { steps, width, values } = rows;
  const columns =
    times === undefined ? columnsOf(rows) : Math.max(2, Math.min(MOST_COLUMNS, 2 * times.length));
  const out = new Float32Array(width * columns).fill(NaN);
  const scale = limit > 0 ? 1 / limit : 0;
  const write = (column: number, row: number, part: number): void => {
    for (let n = 0; n < width; n++) {
      const a = values[row * width + n];
      const value = scale * (part === 0 ? a : a + part * (values[(row + 1) * width + n] - a));
      if (Number.isFinite(value)) out[n * columns + column] = value;
    }
  };
  if (times === undefined) {
    for (let row = 0; row < steps.length; row++) {
      const at = (steps[row] - steps[0]) / rows.spacing;
      // The present may stand between two of them.
      if (Number.isInteger(at)) write(at, row, 0);
    }
  } else {
    const last = times.length - 1;
    let row = 0;
    for (let column = 0; column < columns; column++) {
      const time = times[0] + ((times[last] - times[0]) * (column + 0.5)) / columns;
      while (row < last - 1 && times[row + 1] <= time) row++;
      if (steps[row + 1] - steps[row] > rows.spacing) continue;
      write(column, row, (time - times[row]) / (times[row + 1] - times[row]));
    }
  }
  return {
    columns,
    rows: width,
    values: out,
    smooth: times !== undefined,
    ...(limit > 0 && name !== undefined ? { scale: { name, centre: 0, half: limit } } : {}),
    ...(ink === undefined ? {} : { ink }),
  };
}
