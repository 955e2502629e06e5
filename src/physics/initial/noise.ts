import { smoothNoise } from '../lattice/smoothNoise.ts';
import { real } from '../parameters.ts';
import type { InitialPart } from '../types.ts';
import { deviation } from './parameters.ts';
import { writeSheets } from './sheets.ts';

const parameters = {
  scale: deviation('s', 'scale', 'Standard deviation of the field.', 0.5),
  correlation: real({
    symbol: 'ℓ',
    label: 'correlation length',
    help: 'Over how many sites the field varies; 0 is white noise.',
    apply: 'restart',
    default: 2,
    min: 0,
    max: 10000,
    slider: [0, 20],
    scale: 'linear',
    step: 0.1,
  }),
};

/** Smooth Gaussian noise at rest, ⟨w_i w_j⟩ = s² e^{−d²/2ℓ²}, on every sheet (as if it were periodic). */
export const noise: InitialPart<typeof parameters> = {
  kind: 'noise',
  label: 'Smooth noise',
  help: 'A random field that varies slowly along the lattice.',
  parameters,
  drawn: true,
  create({ scale, correlation }, { system, random }, weights, velocity) {
    writeSheets(system, weights, velocity, ({ rows, columns }) => {
      const field = smoothNoise(random, rows, columns, correlation);
      return (row, column) => scale * field[row * columns + column];
    });
  },
};
