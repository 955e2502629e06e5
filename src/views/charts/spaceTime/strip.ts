/** Instants that a strip holds; when it is full every second one is dropped and the spacing doubles. */
export const STRIP_COLUMNS = 512;

/**
 * The past of a row of sites, gathered while it is watched: column c holds the field at the time
 * start + c · spacing, c < filled. Values are kept as they came; gaps hold the value before them.
 */
export interface Strip {
  readonly sites: number;
  readonly start: number;
  spacing: number;
  filled: number;
  /** [STRIP_COLUMNS × sites], column by column. */
  readonly values: Float32Array;
}

/** An empty strip. @param spacing  time between columns at first */
export function createStrip(sites: number, start: number, spacing: number): Strip {
  return { sites, start, spacing, filled: 0, values: new Float32Array(STRIP_COLUMNS * sites) };
}

function columnOf({ start, spacing }: Strip, time: number): number {
  return Math.round((time - start) / spacing);
}

function halve(strip: Strip): void {
  const { sites, values } = strip;
  const kept = Math.ceil(strip.filled / 2);
  for (let column = 1; column < kept; column++) {
    values.copyWithin(column * sites, 2 * column * sites, (2 * column + 1) * sites);
  }
  strip.filled = kept;
  strip.spacing *= 2;
}

/**
 * Writes the field at a time, and forgets what lies after it: a run that was wound back goes another way.
 *  @param read  value at a site
 */
export function addColumn(strip: Strip, time: number, read: (site: number) => number): void {
  while (columnOf(strip, time) >= STRIP_COLUMNS) halve(strip);
  const { sites, values } = strip;
  const column = Math.max(0, columnOf(strip, time));
  for (let gap = strip.filled; gap < column; gap++) {
    const from = Math.max(0, gap - 1) * sites;
    values.copyWithin(gap * sites, from, from + sites);
  }
  for (let site = 0; site < sites; site++) values[column * sites + site] = read(site);
  strip.filled = column + 1;
}

/** Largest size of what is held. */
export function largestOf({ values, filled, sites }: Strip): number {
  let largest = 0;
  for (let i = 0; i < filled * sites; i++) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}

/** The strip as a raster, sites upwards, divided by a limit. @returns [sites × filled] */
export function stripRaster({ values, filled, sites }: Strip, limit: number): Float32Array {
  const out = new Float32Array(filled * sites);
  const scale = limit > 0 ? 1 / limit : 0;
  for (let column = 0; column < filled; column++) {
    for (let site = 0; site < sites; site++)
      out[site * filled + column] = scale * values[column * sites + site];
  }
  return out;
}
