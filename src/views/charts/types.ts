/** Quantities of each track in the traces, as engine/traces.ts has them. */
export type TraceQuantity = 'cost' | 'batchCost' | 'kinetic' | 'dissipated' | 'injected' | 'testCost';

/** What charts need of the traces. */
export interface Traces {
  readonly length: number;
  readonly version: number;
  at(row: number, column: number): number;
  rowsUpTo(step: number): number;
  column(track: number, quantity: TraceQuantity): number;
}
