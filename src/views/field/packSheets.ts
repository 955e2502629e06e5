import { largest } from '../../scenario/plain.ts';

/** What a row weighs against a column: panes are higher than a tilted sheet. */
const DEPTH_WEIGHT = 0.8;
/** Free columns between sheets, in sites. */
const GAP = 1.5;
/** Rows between shelves: the labels stand there. */
const SHELF_GAP = 2.4;

export interface Packed {
  /** Left and back edge of each sheet, in sites. */
  readonly corners: readonly (readonly [left: number, back: number])[];
  readonly width: number;
  readonly depth: number;
}

/**
 * Lays sheets side by side, from left to right, in as many shelves from back to front as make the whole
 * squarest; each shelf stands in the middle.
 *  @param sheets  rows × columns in sites; sites stand on the corners of cells
 *  @param weight  less than one prefers few columns of sheets
 */
export function packSheets(
  sheets: readonly { readonly rows: number; readonly columns: number }[],
  weight = DEPTH_WEIGHT,
): Packed {
  const extent = ({ width, depth }: Packed): number => Math.max(width, weight * depth);
  const wide = sheets.map(({ columns }) => Math.max(columns - 1, 1));
  const deep = sheets.map(({ rows }) => Math.max(rows - 1, 1));
  let best: Packed | null = null;
  let limit = 0;
  for (const width of wide) {
    limit += width + (limit > 0 ? GAP : 0);
    const packed = shelve(wide, deep, limit);
    if (best === null || extent(packed) < extent(best)) best = packed;
  }
  return best ?? { corners: [], width: 1, depth: 1 };
}

function shelve(wide: readonly number[], deep: readonly number[], limit: number): Packed {
  const shelves: number[][] = [[]];
  let used = 0;
  wide.forEach((width, sheet) => {
    const shelf = shelves[shelves.length - 1];
    const needed = shelf.length === 0 ? width : used + GAP + width;
    if (shelf.length > 0 && needed > limit + 1e-9) {
      shelves.push([sheet]);
      used = width;
    } else {
      shelf.push(sheet);
      used = needed;
    }
  });
  const widthOf = (shelf: readonly number[]): number =>
    shelf.reduce((sum, sheet) => sum + wide[sheet], GAP * (shelf.length - 1));
  const width = largest(shelves.map(widthOf));
  const corners: [number, number][] = wide.map(() => [0, 0]);
  let back = 0;
  for (const shelf of shelves) {
    let left = (width - widthOf(shelf)) / 2;
    for (const sheet of shelf) {
      corners[sheet] = [left, back];
      left += wide[sheet] + GAP;
    }
    back += largest(shelf.map((sheet) => deep[sheet])) + SHELF_GAP;
  }
  return { corners, width, depth: back - SHELF_GAP };
}
