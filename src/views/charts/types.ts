import type { Extreme, TraceQuantity } from '../../engine/protocol.ts';

export type { Extreme, TraceQuantity };

/** What charts need of the traces. */
export interface Traces {
  readonly length: number;
  readonly version: number;
  readonly cuts: number;
  at(row: number, column: number): number;
  rowsUpTo(step: number): number;
  column(track: number, quantity: TraceQuantity): number;
}
