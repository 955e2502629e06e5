import { bondDifferenceWires } from '../../../kernels/typescript/wires.ts';
import { bondWiring, neuronRow, packLayout } from '../../lattice/layout.ts';
import { gridSheet } from '../../lattice/sheets.ts';
import { torusBonds } from '../../lattice/torus.ts';
import { integer } from '../../parameters.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createBondSystem } from '../linear.ts';
import { offsetQ, slopeP } from '../parameters.ts';

const side = (symbol: string, label: string) =>
  integer({
    symbol,
    label,
    help: `Number of ${label} of the torus.`,
    apply: 'restart',
    default: 16,
    min: 2,
    max: 1024,
    slider: [4, 64],
    scale: 'log',
  });

const parameters = { rows: side('R', 'rows'), columns: side('C', 'columns'), p: slopeP, q: offsetQ };

/**
 * Torus with shared weights: one output per bond, Z_b = p(W_i X_i − W_j X_j) + q, i this site and j the
 * neighbour below or to the right. The cost is Eq. 14 in two dimensions. **exact**
 * Source: physics.md 1.4 C.
 */
export const torusShared: SystemPart<typeof parameters> = {
  kind: 'torus-shared',
  label: 'Torus with shared weights',
  help: 'A grid of inputs, one output on every bond: the field lives on a two-dimensional torus.',
  source: 'physics 1.4 C',
  parameters,
  data: ['uniform-bonds', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ rows, columns }) => ({ inputs: rows * columns, outputs: 2 * rows * columns }),
  create({ rows, columns, p, q }, data, kernels) {
    const N = rows * columns;
    const bonds = torusBonds(rows, columns);
    return createBondSystem(p, q, bondDifferenceWires(N, bonds), {
      kind: 'torus-shared',
      dimension: 2,
      data,
      layout: () => layoutOf(rows, columns, bonds),
      force: kernels.bondDifference(p, q, N, bonds, data.inputs, data.targets),
      staggered: false,
    });
  },
};

/** Site (r, c), and its input, at x = c, y = r; an output in the middle of its bond. */
function layoutOf(rows: number, columns: number, bonds: Int32Array): Layout {
  const N = rows * columns;
  const column = (site: number): number => site % columns;
  const row = (site: number): number => Math.floor(site / columns);
  const neurons = [
    ...neuronRow('input', 0, N, column, row),
    ...neuronRow(
      'output',
      1,
      2 * N,
      (b) => column(b % N) + (b < N ? 0 : 0.5),
      (b) => row(b % N) + (b < N ? 0.5 : 0),
    ),
  ];
  const sheet = gridSheet('w', rows, columns, true, true);
  return packLayout('torus', neurons, bondWiring(bondDifferenceWires(N, bonds)), [sheet], bonds);
}
