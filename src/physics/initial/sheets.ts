import type { Sheet, System } from '../types.ts';

/** Writes a shape to the weights of every sheet of a system's lattice; other weights and the velocity become 0. */
export function writeSheets(
  system: System,
  weights: Float64Array,
  velocity: Float64Array,
  shape: (sheet: Sheet) => (row: number, column: number) => number,
): void {
  weights.fill(0);
  velocity.fill(0);
  for (const sheet of system.layout.sheets) {
    const value = shape(sheet);
    sheet.weight.forEach((k, site) => {
      if (k >= 0) weights[k] = value(Math.floor(site / sheet.columns), site % sheet.columns);
    });
  }
}
