import { latticeDistance, wrap } from '../lattice/ring.ts';
import { exp } from '../math/elementary.ts';
import { optionalReal, real } from '../parameters.ts';
import type { InitialPart, Sheet } from '../types.ts';
import { amplitude } from './parameters.ts';
import { writeSheets } from './sheets.ts';

const parameters = {
  center: optionalReal({
    symbol: 'n₀',
    label: 'centre',
    help: 'Site of the peak (row · columns + column in two dimensions); left out: the middle.',
    apply: 'restart',
    default: undefined,
    slider: [0, 256],
    scale: 'linear',
  }),
  width: real({
    symbol: 's',
    label: 'width',
    help: 'Distance from the peak at which the height has fallen to 61 %, in sites.',
    apply: 'restart',
    default: 3,
    min: 0,
    exclusiveMin: true,
    slider: [0.5, 32],
    scale: 'log',
  }),
  amplitude,
};

/** A e^{−d²/2s²} by row and column of a sheet, between sites too, with the shorter distance d where it is periodic. */
export function bumpOn(
  {
    rows,
    columns,
    periodicRows,
    periodicColumns,
  }: Pick<Sheet, 'rows' | 'columns' | 'periodicRows' | 'periodicColumns'>,
  {
    center,
    width,
    amplitude: height,
  }: { readonly center: number | undefined; readonly width: number; readonly amplitude: number },
): (row: number, column: number) => number {
  const middle = Math.floor(rows / 2) * columns + Math.floor(columns / 2);
  const site = wrap(center ?? middle, rows * columns);
  const peakRow = Math.floor(site / columns);
  const peakColumn = site - peakRow * columns;
  return (row, column) => {
    const y = latticeDistance(row, peakRow, rows, periodicRows);
    const x = latticeDistance(column, peakColumn, columns, periodicColumns);
    return height * exp(-(x * x + y * y) / (2 * width * width));
  };
}

/** A Gaussian bump at rest, A e^{−d²/2s²}, on every sheet, with the shorter distance d where it is periodic. */
export const bump: InitialPart<typeof parameters> = {
  kind: 'bump',
  label: 'Bump',
  help: 'A Gaussian bump at rest; on a ring of coupled sites with little friction it splits into two waves.',
  parameters,
  refinement: { powers: { width: 1, center: 1 } },
  create(shape, { system }, weights, velocity) {
    writeSheets(system, weights, velocity, (sheet) => bumpOn(sheet, shape));
  },
};
