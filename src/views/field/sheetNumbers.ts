import type { Layout } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { largestSheet, roleOf } from '../lattice.ts';
import type { Label, TextPart } from '../scene/labelLayer.ts';
import type { FieldSheet } from './layout.ts';

/** Inputs up to which each is named; of more the first, the middle one and the last are numbered. */
const FEW = 3;
/** More sheets than these have no room for numbers between them. */
const MANY = 5;

/**
 * What stands along the sheets of a network of layers: its bias, inputs by name, columns and rows by the numbers that a
 * weight has under its symbol; rows beside the largest sheet alone, where they are named. Other labels come first; what has no room is left out.
 */
export function sheetNumbers(layout: Layout, sheets: readonly FieldSheet[]): Label[] {
  if (layout.shape !== 'layers' || sheets.length > MANY) return [];
  const largest = largestSheet(layout.sheets);
  return sheets.flatMap(({ sheet, frame }, layer) => {
    const biases = biasesOf(layout, layer);
    const last = sheet.columns - 1;
    const front = frame.rowRange[1];
    const columns = some(biases, last).map((column) =>
      quiet(
        nameOf(layer, column, last - biases + 1),
        frame,
        [column, front],
        [
          { dx: -2, dy: 16, align: 0.5 },
          { dx: -6, dy: 26, align: 0.5 },
        ],
      ),
    );
    const bias =
      biases === 0
        ? []
        : [
            quiet(
              { text: text('view.network.bias') },
              frame,
              [0, front],
              [
                { dx: -8, dy: 8, align: 1 },
                { dx: -4, dy: 20, align: 1 },
              ],
            ),
          ];
    const rows =
      layer !== largest
        ? []
        : some(0, sheet.rows - 1).map((row) =>
            quiet({ text: String(row) }, frame, [frame.columnRange[1], row], [{ dx: 8, dy: 2, align: 0 }]),
          );
    return [...bias, ...columns, ...rows];
  });
}

/** Columns of a sheet that are biases, at its left. */
function biasesOf(layout: Layout, layer: number): number {
  let count = 0;
  for (let n = 0; n < layout.neurons.count; n++)
    if (layout.neurons.layer[n] === layer && roleOf(layout, n) === 'bias') count++;
  return count;
}

/** All from first to last where they are few, else the ends and the middle. */
function some(first: number, last: number): number[] {
  if (last < first) return [];
  if (last - first < FEW) return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return [first, Math.round((first + last) / 2), last];
}

function nameOf(layer: number, column: number, inputs: number): TextPart {
  return layer === 0 && inputs <= FEW ? { symbol: 'X', sub: String(column) } : { text: String(column) };
}

function quiet(
  part: TextPart,
  { origin, step, level }: FieldSheet['frame'],
  [column, row]: readonly [number, number],
  offsets: Label['offsets'],
): Label {
  return {
    parts: [part],
    look: 'quiet',
    half: 'any',
    offsets,
    anchor(out) {
      out[0] = origin[0] + step[0] * column;
      out[1] = level;
      out[2] = origin[1] + step[1] * row;
      return true;
    },
  };
}
