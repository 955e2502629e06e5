import type { FieldPast } from '../../engine/protocol.ts';
import type { Course } from './course.ts';

/** Rows of the past that are kept. */
export const MOST_ROWS = 192;
/** Below this a 32-bit number of a frame has lost its digits; then the message's own last row is taken. */
const LEAST_SEEN = 1e-30;

/**
 * The field round the horn with its damping divided out, relative to the present: a^{d/2} w / a(now)^{d/2}.
 * Written in place; sizes are fixed.
 */
export interface HornField {
  /** [MOST_ROWS + 1] times of the rows. */
  readonly times: Float64Array;
  /** Rows that the engine sent. */
  past: number;
  /** Rows in use, the present last. */
  rows: number;
  /** [(MOST_ROWS + 1) × sites] values at `reference`. */
  readonly values: Float32Array;
  readonly sites: number;
  /** ln a to which the values refer. */
  reference: number;
  /** Largest |value|. */
  amplitude: number;
}

export function createHornField(sites: number): HornField {
  return {
    times: new Float64Array(MOST_ROWS + 1),
    past: 0,
    rows: 0,
    values: new Float32Array((MOST_ROWS + 1) * sites),
    sites,
    reference: 0,
    amplitude: 0,
  };
}

/** Factor by which damping is divided out, relative to a reference. **exact** for undamped waves: e^{∫γ/2}. */
export function growth(log: number, reference: number, dimension: number): number {
  const factor = Math.exp(0.5 * dimension * (log - reference));
  return Number.isFinite(factor) ? factor : 0;
}

/** Takes the past that the engine sent. @param past  its weights are those of the field's sites */
export function takePast(field: HornField, past: FieldPast, course: Course, dimension: number): void {
  const { sites, values, times } = field;
  const rows = Math.min(MOST_ROWS, past.times.length);
  const skip = past.times.length - rows;
  field.reference = course.logNow;
  field.amplitude = 0;
  field.past = rows;
  field.rows = rows;
  for (let row = 0; row < rows; row++) {
    const time = past.times[skip + row];
    times[row] = time;
    const factor = growth(course.logAt(time), field.reference, dimension);
    for (let site = 0; site < sites; site++) {
      const value = past.values[(skip + row) * sites + site] * factor;
      values[row * sites + site] = value;
      const size = Math.abs(value);
      if (size > field.amplitude && size < Infinity) field.amplitude = size;
    }
  }
}

/**
 * Writes the present as the row after those of the past.
 *  @param weights  of the frame
 *  @param row      the weights round the horn
 *  @returns its largest |value|
 */
export function takePresent(
  field: HornField,
  weights: ArrayLike<number>,
  row: readonly number[],
  course: Course,
  dimension: number,
): number {
  const { sites, values, times } = field;
  let at = field.past;
  while (at > 0 && times[at - 1] >= course.now) at--;
  let largest = 0;
  for (const weight of row) largest = Math.max(largest, Math.abs(weights[weight]));
  const factor = growth(course.logNow, field.reference, dimension);
  const lost = largest < LEAST_SEEN && at > 0;
  times[at] = course.now;
  let amplitude = 0;
  for (let site = 0; site < sites; site++) {
    const value = lost ? values[(at - 1) * sites + site] : weights[row[site]] * factor;
    values[at * sites + site] = value;
    amplitude = Math.max(amplitude, Math.abs(value));
  }
  if (Number.isFinite(amplitude)) field.amplitude = Math.max(field.amplitude, amplitude);
  field.rows = at + 1;
  return amplitude;
}

/** Place of a time among the rows, 0 to rows − 1, for times that rise from call to call. */
export function createRowFinder(field: HornField): { reset(): void; at(time: number): number } {
  let row = 0;
  return {
    reset() {
      row = 0;
    },
    at(time) {
      const { times, rows } = field;
      while (row < rows - 2 && times[row + 1] <= time) row++;
      const from = times[row];
      const to = row + 1 < rows ? times[row + 1] : from;
      const part = to > from ? (time - from) / (to - from) : 0;
      return row + Math.min(1, Math.max(0, part));
    },
  };
}
