import type { History } from '../history.ts';
import type { Simulation } from '../simulation.ts';

/** The field at one step. */
export interface TapeRow {
  readonly step: number;
  readonly time: number;
  /** [weights] in the order in which they are watched. */
  readonly values: Float64Array;
}

/** The steps of the past at which a row of weights is wanted: every multiple of `spacing` from `first` on. */
export interface Grid {
  readonly spacing: number;
  readonly first: number;
}

/** The window of the past that is wanted. */
export interface Window {
  /** At most so many rows, the present among them. */
  readonly rows: number;
  /** Time from which it is wanted; −Infinity: all of it. */
  readonly from: number;
  /** Each of the last so many steps instead; 0 or left out: as above. */
  readonly last?: number;
}

/** A tape of a window that moves is so much finer than what is sent, so that it need not be lived again at once. */
const FINER = 4;

/**
 * The past of a watched row of weights: what passed while it was watched, what snapshots hold, and what was lived again
 * for it. Each of them has the same bits, so it does not matter which.
 */
export class FieldTape {
  private weights: readonly number[] = [];
  private rows = new Map<number, TapeRow>();

  /** Another row of weights is another tape. */
  follow(weights: readonly number[]): void {
    const same =
      weights.length === this.weights.length && weights.every((weight, i) => weight === this.weights[i]);
    if (!same) this.rows.clear();
    this.weights = weights;
  }

  forget(): void {
    this.rows.clear();
  }

  /** Forgets everything after a step: the future changed. What was before it had only edits before it. */
  truncate(step: number): void {
    for (const known of this.rows.keys()) if (known > step) this.rows.delete(known);
  }

  record(state: Stated): void {
    this.rows.set(state.step, rowOf(state, this.weights));
  }

  /** Keeps no more than a window needs. */
  thin(grid: Grid, rows: number): void {
    if (this.rows.size <= 2 * FINER * rows) return;
    const { spacing, first } = grid;
    const kept = Math.max(1, spacing / FINER);
    for (const step of this.rows.keys()) if (step % kept !== 0 || step < first) this.rows.delete(step);
  }

  /** The first step of a grid before the present one of which nothing is known; null where there is none. */
  missing(step: number, grid: Grid, history: History): number | null {
    for (let at = grid.first; at < step; at += grid.spacing) {
      if (!this.rows.has(at) && history.at(at) === undefined) return at;
    }
    return null;
  }

  /** What is known of a grid before the present step. */
  before(step: number, grid: Grid, history: History): readonly TapeRow[] {
    const rows: TapeRow[] = [];
    for (let at = grid.first; at < step; at += grid.spacing) {
      const row = this.rows.get(at) ?? this.snapshotRow(history, at);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  private snapshotRow(history: History, step: number): TapeRow | null {
    const snapshot = history.at(step);
    return snapshot === undefined ? null : rowOf(snapshot, this.weights);
  }
}

type Clocked = Pick<Simulation, 'step' | 'time' | 'dt'>;

/**
 * The grid of a window of the past up to the present: as many rows as are asked for at most, the present among them, and
 * more than half as many where there are so many steps. It begins with the last row up to where the window begins.
 */
export function gridOf({ step, time, dt }: Clocked, { from, rows, last = 0 }: Window): Grid {
  if (last > 0) return { spacing: 1, first: Math.max(0, step - last + 1) };
  const steps = Math.min(step, Math.max(1, (time - from) / dt));
  let spacing = 1;
  while (steps / spacing > Math.max(1, rows - 3)) spacing *= 2;
  return { spacing, first: Math.max(0, Math.floor((step - steps) / spacing) * spacing) };
}

/** Step after the present one at which a row is to be kept: the next of its grid, of a moving window of a finer one. */
export function nextTaped(run: Clocked, window: Window): number {
  const { step, time, dt } = run;
  const { from, last = 0 } = window;
  if (last > 0) return step + 1;
  // Before the window begins only the row that it begins with is wanted.
  if (time < from) return step + Math.max(1, Math.floor((from - time) / dt));
  const { spacing } = gridOf(run, window);
  const every = from === -Infinity ? spacing : Math.max(1, spacing / FINER);
  return (Math.floor(step / every) + 1) * every;
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
