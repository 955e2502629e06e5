import type { History } from './history.ts';
import type { WatchedField } from './protocol.ts';
import type { Simulation } from './simulation.ts';

/** Twice as many rows at most; then those before the window are dropped, and every second one of too many in it. */
const MOST_ROWS = 2048;

/** The field at one step. */
export interface TapeRow {
  readonly step: number;
  readonly time: number;
  /** [weights] in the order in which they are watched. */
  readonly values: Float64Array;
}

/**
 * The past of a watched row of weights, at every step that traces hold and as many more as its window needs: snapshots
 * of whole states stand too far apart in a long run to show how waves swing. Begins when the row is first watched; older than its window nothing is kept.
 */
export class FieldTape {
  private weights: readonly number[] = [];
  private rows: TapeRow[] = [];

  /** Another row of weights is another tape. */
  follow(weights: readonly number[]): void {
    const same =
      weights.length === this.weights.length && weights.every((weight, i) => weight === this.weights[i]);
    if (!same) this.rows = [];
    this.weights = weights;
  }

  forget(): void {
    this.rows = [];
  }

  /** Forgets everything after a step: the future changed. What was before it had only edits before it. */
  truncate(step: number): void {
    this.rows = this.rows.filter((row) => row.step <= step);
  }

  record(simulation: Simulation, { from = -Infinity }: WatchedField): void {
    const { rows } = this;
    while (rows.length > 0 && rows[rows.length - 1].step >= simulation.step) rows.pop();
    rows.push(rowOf(simulation, this.weights));
    if (rows.length <= 2 * MOST_ROWS) return;
    const seen = rowsFrom(rows, from);
    this.rows = seen.length > MOST_ROWS ? seen.filter((_, index) => index % 2 === 0) : seen;
  }

  /** What is known of the past before the present step: of this tape, and of the snapshots where it has nothing. */
  before(step: number, history: History): TapeRow[] {
    const taped = new Map(this.rows.map((row) => [row.step, row]));
    for (const snapshot of history.all) {
      if (!taped.has(snapshot.step)) {
        taped.set(snapshot.step, rowOf(snapshot, this.weights));
      }
    }
    return [...taped.values()].filter((row) => row.step < step).sort((a, b) => a.step - b.step);
  }
}

/**
 * Step of the next row of a window of the past, so that the window has at least as many as are asked for: every 2^k
 * steps, the first where it begins. Infinity where all of the past is wanted, of which traces hold enough.
 */
export function nextTaped(
  { step, time, dt }: Pick<Simulation, 'step' | 'time' | 'dt'>,
  { from, rows }: WatchedField,
): number {
  if (from === undefined) return Infinity;
  const span = (time - from) / dt;
  if (span < 0) return step + Math.max(1, Math.floor(-span));
  let spacing = 1;
  while (4 * spacing * rows < span) spacing *= 2;
  return (Math.floor(step / spacing) + 1) * spacing;
}

/** A run at a step: itself, or a snapshot of it. */
interface Stated {
  readonly step: number;
  readonly time: number;
  readonly tracks: readonly { readonly weights: ArrayLike<number> }[];
}

/** A row of a state. */
export function rowOf({ step, time, tracks }: Stated, weights: readonly number[]): TapeRow {
  const state = tracks[0].weights;
  return { step, time, values: Float64Array.from(weights, (weight) => state[weight]) };
}

/** Rows from the last one up to a time on. */
export function rowsFrom(rows: readonly TapeRow[], from: number): TapeRow[] {
  return rows.filter((_, index) => index + 1 >= rows.length || rows[index + 1].time > from);
}

/**
 * Thins rows to a number of them at most, evenly in steps: of those in the same 2^k steps the first one stays, so that
 * what stays is the same while a run goes on.
 *  @param step  the present, which takes one row of its own
 */
export function thinned(rows: readonly TapeRow[], step: number, most: number): TapeRow[] {
  if (rows.length === 0) return [];
  const span = step - rows[0].step;
  let spacing = 1;
  while (span / spacing > Math.max(1, most - 3)) spacing *= 2;
  const cell = (row: TapeRow): number => Math.floor(row.step / spacing);
  return rows.filter((row, index) => index === 0 || cell(row) !== cell(rows[index - 1]));
}
