import type { FieldPast } from '../../store/index.ts';
import type { Course } from './course.ts';

/** Rows of the past that are kept. */
export const MOST_ROWS = 192;
/** Below this a 32-bit number of a frame has lost its digits; then the message's own last row is taken. */
export const LEAST_SEEN = 1e-30;

/** Growth of the present, in e-folds over the limit of the rows, at which all rows take another limit. */
const MOST_OVER = 8;

/**
 * The field round the horn with its damping divided out, relative to the largest of it: a^{d/2} w e^{−limit}.
 * Whatever has expanded, its numbers are near 1. Written in place; sizes are fixed.
 */
export interface HornField {
  /** [MOST_ROWS + 1] times of the rows. */
  readonly times: Float64Array;
  /** Rows that the engine sent. */
  past: number;
  /** Rows in use, the present last. */
  rows: number;
  /** [(MOST_ROWS + 1) × sites] values relative to `limit`. */
  readonly values: Float32Array;
  readonly sites: number;
  /** ln of what the values are relative to; 0 where the field is zero everywhere. */
  limit: number;
  /** Largest |value|, 0 where the field is zero everywhere. */
  amplitude: number;
}

export function createHornField(sites: number): HornField {
  return {
    times: new Float64Array(MOST_ROWS + 1),
    past: 0,
    rows: 0,
    values: new Float32Array((MOST_ROWS + 1) * sites),
    sites,
    limit: 0,
    amplitude: 0,
  };
}

/** ½ d ln a: what damping is divided out with. **exact** for undamped waves, e^{∫γ/2}; −Infinity where a is 0 or ∞. */
export function growthOf(log: number, dimension: number): number {
  return Number.isFinite(log) ? 0.5 * dimension * log : -Infinity;
}

/** value · e^{log}: in two steps, so that a faint value meets a factor that is beyond all numbers itself. */
export function scaled(value: number, log: number): number {
  if (value === 0 || log === -Infinity) return 0;
  const half = Math.exp(0.5 * log);
  return value * half * half;
}

/** ln of the largest of |values|[from..to), with damping divided out; −Infinity where there is none. */
function largestLog(values: ArrayLike<number>, from: number, to: number, growth: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const size = Math.abs(values[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest > 0 ? Math.log(largest) + growth : -Infinity;
}

/** Takes the past that the engine sent. @param past  its weights are those of the field's sites */
export function takePast(field: HornField, past: FieldPast, course: Course, dimension: number): void {
  const { sites, values, times } = field;
  const rows = Math.min(MOST_ROWS, past.times.length);
  const skip = past.times.length - rows;
  field.past = rows;
  field.rows = rows;
  let limit = -Infinity;
  for (let row = 0; row < rows; row++) {
    const from = (skip + row) * sites;
    times[row] = past.times[skip + row];
    const growth = growthOf(course.logAt(times[row]), dimension);
    limit = Math.max(limit, largestLog(past.values, from, from + sites, growth));
  }
  field.amplitude = limit === -Infinity ? 0 : 1;
  field.limit = limit === -Infinity ? 0 : limit;
  for (let row = 0; row < rows; row++) {
    const log = growthOf(course.logAt(times[row]), dimension) - field.limit;
    for (let site = 0; site < sites; site++) {
      values[row * sites + site] = scaled(past.values[(skip + row) * sites + site], log);
    }
  }
}

/** Makes all rows relative to another limit. */
function relate(field: HornField, limit: number): void {
  const { values, sites, rows } = field;
  for (let i = 0; i < rows * sites; i++) values[i] = scaled(values[i], field.limit - limit);
  field.amplitude = scaled(field.amplitude, field.limit - limit);
  field.limit = limit;
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
  for (const weight of row) {
    const size = Math.abs(weights[weight]);
    if (size < Infinity) largest = Math.max(largest, size);
  }
  const growth = growthOf(course.logNow, dimension);
  const lost = largest < LEAST_SEEN && at > 0;
  const log = largest > 0 ? Math.log(largest) + growth : -Infinity;
  const first = field.amplitude === 0;
  if (!lost && log > -Infinity && (first || log > field.limit + MOST_OVER)) relate(field, log);
  times[at] = course.now;
  let amplitude = 0;
  for (let site = 0; site < sites; site++) {
    const value = lost ? values[(at - 1) * sites + site] : scaled(weights[row[site]], growth - field.limit);
    values[at * sites + site] = value;
    amplitude = Math.max(amplitude, Math.abs(value));
  }
  if (Number.isFinite(amplitude)) field.amplitude = Math.max(field.amplitude, amplitude);
  field.rows = at + 1;
  return amplitude;
}

/** Place of a time among the rows, 0 to rows − 1, for times that rise from call to call. */
export interface RowFinder {
  reset(): void;
  at(time: number): number;
}

export function createRowFinder(field: HornField): RowFinder {
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
