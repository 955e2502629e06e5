import { TRACE, traceColumns } from './protocol.ts';
import { QUANTITY, type TraceQuantity } from './quantities.ts';

/** Scalar traces of a run, growing; columns as TRACE. Read by charts, never through React. */
export interface Traces {
  readonly trackCount: number;
  readonly columns: number;
  /** Rows held. */
  readonly length: number;
  /** Goes up with every change; charts redraw when it did. */
  readonly version: number;
  /** How often rows of a known future were forgotten. */
  readonly cuts: number;
  /** Value of a column of row i. */
  at(row: number, column: number): number;
  /** Number of rows up to a step. */
  rowsUpTo(step: number): number;
  /** Column of a track's quantity. */
  column(track: number, quantity: TraceQuantity): number;
}

/** A growable table of trace rows. */
export class TraceTable implements Traces {
  readonly trackCount: number;
  readonly columns: number;
  length = 0;
  version = 0;
  cuts = 0;
  private data: Float64Array;

  constructor(trackCount: number) {
    this.trackCount = trackCount;
    this.columns = traceColumns(trackCount);
    this.data = new Float64Array(1024 * this.columns);
  }

  /**
   * Adds rows [n × columns] in order of steps. Rows of steps that are known are the same again (a run that was
   * wound back repeats itself bit for bit), so the future that is known stays until `truncate`. The last row is written
   * again: an edit at its step changed it.
   */
  append(rows: Float64Array): void {
    const { columns } = this;
    let from = 0;
    const last = this.length === 0 ? -1 : this.at(this.length - 1, TRACE.step);
    while (from < rows.length && rows[from + TRACE.step] < last) from += columns;
    if (from < rows.length && rows[from + TRACE.step] === last) this.length--;
    this.version++;
    if (from === rows.length) return;
    const added = rows.length - from;
    const needed = this.length * columns + added;
    if (needed > this.data.length) {
      const grown = new Float64Array(Math.max(needed, 2 * this.data.length));
      grown.set(this.data.subarray(0, this.length * columns));
      this.data = grown;
    }
    this.data.set(from === 0 ? rows : rows.subarray(from), this.length * columns);
    this.length += added / columns;
  }

  /** Forgets rows after a step: the future is another one now. */
  truncate(step: number): void {
    const kept = this.rowsUpTo(step);
    if (kept < this.length) this.cuts++;
    this.length = kept;
    this.version++;
  }

  /** Rows up to a step, by bisection. */
  rowsUpTo(step: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle, TRACE.step) <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  clear(): void {
    this.length = 0;
    this.version++;
  }

  at(row: number, column: number): number {
    return this.data[row * this.columns + column];
  }

  column(track: number, quantity: TraceQuantity): number {
    return TRACE.track + TRACE.perTrack * track + QUANTITY[quantity];
  }
}
