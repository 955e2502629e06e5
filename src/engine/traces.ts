import { TRACE, traceColumns } from './protocol.ts';

/** Scalar traces of a run, growing; columns as TRACE. Read by charts, never through React. */
export interface Traces {
  readonly trackCount: number;
  readonly columns: number;
  /** Rows held. */
  readonly length: number;
  /** Goes up with every change; charts redraw when it did. */
  readonly version: number;
  /** Value of a column of row i. */
  at(row: number, column: number): number;
  /** Column of a track's quantity. */
  column(track: number, quantity: TraceQuantity): number;
}

export const TRACE_QUANTITIES = [
  'cost',
  'batchCost',
  'kinetic',
  'dissipated',
  'injected',
  'testCost',
] as const;
export type TraceQuantity = (typeof TRACE_QUANTITIES)[number];

/** A growable table of trace rows. */
export class TraceTable implements Traces {
  readonly trackCount: number;
  readonly columns: number;
  length = 0;
  version = 0;
  private data: Float64Array;

  constructor(trackCount: number) {
    this.trackCount = trackCount;
    this.columns = traceColumns(trackCount);
    this.data = new Float64Array(1024 * this.columns);
  }

  /** Adds rows [n × columns]. Rows at or before the last step replace what stood there (after a rewind). */
  append(rows: Float64Array): void {
    if (rows.length === 0) return;
    const first = rows[TRACE.step];
    while (this.length > 0 && this.at(this.length - 1, TRACE.step) >= first) this.length--;
    const needed = this.length * this.columns + rows.length;
    if (needed > this.data.length) {
      const grown = new Float64Array(Math.max(needed, 2 * this.data.length));
      grown.set(this.data.subarray(0, this.length * this.columns));
      this.data = grown;
    }
    this.data.set(rows, this.length * this.columns);
    this.length += rows.length / this.columns;
    this.version++;
  }

  clear(): void {
    this.length = 0;
    this.version++;
  }

  at(row: number, column: number): number {
    return this.data[row * this.columns + column];
  }

  column(track: number, quantity: TraceQuantity): number {
    return TRACE.track + TRACE.perTrack * track + TRACE_QUANTITIES.indexOf(quantity);
  }
}
