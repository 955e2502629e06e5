import type { TraceQuantity, Traces } from './types.ts';

/** Points a line may have: more than pixels under it would only cost time. */
export const MOST_POINTS = 1000;

/**
 * Rows that are drawn: first and last, and every k-th between, k a power of two, so that a point once
 * drawn stays where it is while the run grows.
 */
export function drawnRows(length: number, most = MOST_POINTS): Int32Array {
  let every = 1;
  while (Math.ceil(length / every) + 1 > most) every *= 2;
  const rows: number[] = [];
  for (let row = 0; row < length; row += every) rows.push(row);
  if (length > 0 && rows[rows.length - 1] !== length - 1) rows.push(length - 1);
  return Int32Array.from(rows);
}

/** What is read of a run's course: rows of traces up to the present, and the present itself. */
export interface Course {
  /** Rows up to the present step, the last of them the present. */
  readonly length: number;
  time(row: number): number;
  step(row: number): number;
  gamma(row: number): number;
  value(row: number, track: number, quantity: TraceQuantity): number;
}

/** Scalars of the present step, in full precision; null before the first frame. */
export interface Present {
  readonly step: number;
  readonly time: number;
  readonly gamma: number;
  value(track: number, quantity: TraceQuantity): number;
}

/**
 * The course of a run up to the present. Traces have gaps (their rows stand further apart the longer a run is),
 * so the present is put at their end where it has no row of its own.
 *  @param column  where the traces keep step, time and γ
 */
export function courseOf(
  traces: Traces,
  present: Present,
  column: { readonly step: number; readonly time: number; readonly gamma: number },
): Course {
  const known = traces.rowsUpTo(present.step);
  const own = known > 0 && traces.at(known - 1, column.step) === present.step;
  const past = own ? known - 1 : known;
  const read = (at: number, now: number) => (row: number) => (row < past ? traces.at(row, at) : now);
  return {
    length: past + 1,
    time: read(column.time, present.time),
    step: read(column.step, present.step),
    gamma: read(column.gamma, present.gamma),
    value: (row, track, quantity) =>
      row < past ? traces.at(row, traces.column(track, quantity)) : present.value(track, quantity),
  };
}
