import type { TraceQuantity } from '../../engine/protocol.ts';

export type { TraceQuantity };

/** What charts need of the traces. */
export interface Traces {
  readonly length: number;
  readonly version: number;
  at(row: number, column: number): number;
  rowsUpTo(step: number): number;
  column(track: number, quantity: TraceQuantity): number;
}
