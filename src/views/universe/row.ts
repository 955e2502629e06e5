import type { Layout, Sheet } from '../../engine/protocol.ts';
import { drawnRow, largestSheet, sitesOf } from '../lattice.ts';

/** Most sites that are followed. */
export const MOST_SITES = 96;

/** The row of weights that is drawn round the horn. */
export interface UniverseRow {
  /** The weights that are followed, evenly along the row. */
  readonly weights: readonly number[];
  /** Sites of the whole row. */
  readonly sites: number;
  /** Sites between two that are followed, about. */
  readonly every: number;
  /** Whether the row closes; one that does not is drawn as if it did. */
  readonly closed: boolean;
  readonly sheet: number;
  /** Row of the sheet, and how many it has. */
  readonly row: number;
  readonly rows: number;
  readonly sheets: number;
}

/**
 * The row that is drawn, the amber one of the field's picture.
 *  @returns null where the lattice has no sheet with weights
 */
export function rowOf(layout: Layout, weightCount: number, selected: number | null): UniverseRow | null {
  const { sheets } = layout;
  if (sheets.length === 0) return null;
  const { sheet: index, row } = drawnRow(layout, weightCount, selected);
  const sheet = sheets[index];
  const whole: number[] = [];
  for (let column = 0; column < sheet.columns; column++) {
    const weight = sheet.weight[row * sheet.columns + column];
    if (weight >= 0) whole.push(weight);
  }
  if (whole.length === 0) return null;
  const count = Math.min(MOST_SITES, whole.length);
  return {
    weights: Array.from({ length: count }, (_, i) => whole[Math.round((i * whole.length) / count)]),
    sites: whole.length,
    every: whole.length / count,
    closed: sheet.periodicColumns,
    sheet: index,
    row,
    rows: sheet.rows,
    sheets: sheets.length,
  };
}

/**
 * The sheet that is drawn whole, that of the chosen weight, else the largest.
 *  @returns null where the lattice has one dimension: there the row is drawn, with its past
 */
export function sheetOf({ sheets }: Layout, weightCount: number, selected: number | null): Sheet | null {
  const isWhole = (index: number): boolean => sheets[index].rows > 1 && sheets[index].columns > 1;
  if (sheets.length === 0) return null;
  const chosen = selected === null ? -1 : (sitesOf(sheets, weightCount).sheet[selected] ?? -1);
  const index = chosen >= 0 && isWhole(chosen) ? chosen : largestSheet(sheets);
  return isWhole(index) ? sheets[index] : null;
}
