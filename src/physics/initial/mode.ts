import { cos } from '../math/elementary.ts';
import { integer } from '../parameters.ts';
import type { InitialPart } from '../types.ts';
import { amplitude } from './parameters.ts';
import { writeSheets } from './sheets.ts';

const waveNumber = (symbol: string, label: string, along: string, fallback: number) =>
  integer({
    symbol,
    label,
    help: `Number of waves along ${along}.`,
    apply: 'restart',
    default: fallback,
    min: 0,
    max: 1048576,
    slider: [0, 32],
    scale: 'linear',
  });

const parameters = {
  index: waveNumber('m', 'wave number', 'the columns (round the ring)', 1),
  rowIndex: waveNumber('m′', 'wave number of rows', 'the rows of a two-dimensional lattice', 0),
  amplitude,
};

/** A plane wave at rest, A cos(2π(m c/columns + m′ r/rows)), on every sheet. */
export const mode: InitialPart<typeof parameters> = {
  kind: 'mode',
  label: 'Plane wave',
  help: 'One plane wave at rest: on a uniform lattice it keeps its shape.',
  parameters,
  refinement: { powers: {} },
  create({ index, rowIndex, amplitude: height }, { system }, weights, velocity) {
    writeSheets(system, weights, velocity, ({ rows, columns }) => (row, column) => {
      // Whole turns are taken off before the division, so that high wave numbers lose no digits.
      const turns = ((index * column) % columns) / columns + ((rowIndex * row) % rows) / rows;
      return height * cos(2 * Math.PI * turns);
    });
  },
};
