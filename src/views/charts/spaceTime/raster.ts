import type { FieldPast } from '../../../store/index.ts';
import type { Raster } from '../figure.ts';

/** Columns of the picture at most. */
const MOST_COLUMNS = 1024;

/**
 * The past of a row of sites as a raster: sites upwards, time to the right from its first row to the present, linear
 * between rows. Where rows are missing it is left empty: a gap is no measurement.
 *  @param limit  value of full colour
 */
export function rasterOf({ weights, spacing, steps, times, values }: FieldPast, limit: number): Raster {
  const sites = weights.length;
  const last = times.length - 1;
  const columns = Math.max(2, Math.min(MOST_COLUMNS, 2 * times.length));
  const out = new Float32Array(sites * columns);
  const scale = limit > 0 ? 1 / limit : 0;
  let row = 0;
  for (let column = 0; column < columns; column++) {
    const time = times[0] + ((times[last] - times[0]) * (column + 0.5)) / columns;
    while (row < last - 1 && times[row + 1] <= time) row++;
    const gap = steps[row + 1] - steps[row] > spacing;
    const part = (time - times[row]) / (times[row + 1] - times[row]);
    for (let site = 0; site < sites; site++) {
      const a = values[row * sites + site];
      const b = values[(row + 1) * sites + site];
      const value = gap ? NaN : scale * (a + part * (b - a));
      out[site * columns + column] = Number.isFinite(value) ? value : NaN;
    }
  }
  return { columns, rows: sites, values: out, smooth: true };
}
