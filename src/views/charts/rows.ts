import type { Extreme, TraceQuantity, Traces } from './types.ts';

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

/** A line through every drawn row that goes to its lowest and its highest between two of them. */
export interface Envelope {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * A quantity at drawn rows with its extremes in between, so that a line that is thinned keeps them: where the interval
 * up to a row went lower or higher than both its ends, the line goes there, at the middle of the traced interval that
 * did. The time of an extreme is **approximate** to half that interval; its value is exact.
 *  @param rows  ascending, see drawnRows
 */
export function envelopeOf(course: Recorded, rows: Int32Array, track: number, quantity: Extreme): Envelope {
  const x: number[] = [];
  const y: number[] = [];
  const at = (row: number): number => valueOf(course, row, track, quantity);
  const middle = (row: number): number => 0.5 * (course.time(row - 1) + course.time(row));
  rows.forEach((row, index) => {
    const value = at(row);
    if (index > 0) {
      const before = at(rows[index - 1]);
      let [lowest, highest] = [row, row];
      for (let r = rows[index - 1] + 1; r <= row; r++) {
        if (lowAt(course, r, track, quantity) < lowAt(course, lowest, track, quantity)) lowest = r;
        if (highAt(course, r, track, quantity) > highAt(course, highest, track, quantity)) highest = r;
      }
      const low = { t: middle(lowest), value: lowAt(course, lowest, track, quantity) };
      const high = { t: middle(highest), value: highAt(course, highest, track, quantity) };
      const more = [
        ...(low.value < Math.min(before, value) ? [low] : []),
        ...(high.value > Math.max(before, value) ? [high] : []),
      ];
      for (const extreme of more.sort((a, b) => a.t - b.t)) {
        x.push(extreme.t);
        y.push(extreme.value);
      }
    }
    x.push(course.time(row));
    y.push(value);
  });
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

/** A quantity at a row; energy is cost + kinetic. */
export function valueOf(course: Recorded, row: number, track: number, quantity: Extreme): number {
  return quantity === 'energy'
    ? course.value(row, track, 'cost') + course.value(row, track, 'kinetic')
    : course.value(row, track, quantity);
}

function lowAt(course: Recorded, row: number, track: number, quantity: Extreme): number {
  return course.value(row, track, `${quantity}Low`);
}

function highAt(course: Recorded, row: number, track: number, quantity: Extreme): number {
  return course.value(row, track, `${quantity}High`);
}

/** What is read of a run's course: rows of traces up to the present, and the present itself. */
export interface Recorded {
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
): Recorded {
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
