import { bondDifferenceWires } from '../../../kernels/typescript/wires.ts';
import { bondWiring, neuronRow, packLayout } from '../../lattice/layout.ts';
import { gridSheet } from '../../lattice/sheets.ts';
import { torusBonds } from '../../lattice/torus.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createBondNetwork } from '../linear.ts';
import { torusSharedDeclaration } from './declaration.ts';

/** {@link torusSharedDeclaration} with its equations. */
export const torusShared: SystemPart<typeof torusSharedDeclaration.parameters> = {
  ...torusSharedDeclaration,
  create(values, data, kernels) {
    const { rows, columns, p, q } = values;
    const N = rows * columns;
    const bonds = torusBonds(rows, columns);
    return createBondNetwork(torusSharedDeclaration, values, data, bondDifferenceWires(N, bonds), {
      dimension: 2,
      layout: () => layoutOf(rows, columns, bonds),
      force: kernels.bondDifference(p, q, N, bonds, data.inputs, data.targets, { rows, columns }),
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
    neuronRow('input', 0, N, column, row),
    neuronRow(
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
