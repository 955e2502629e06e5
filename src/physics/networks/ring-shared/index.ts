import { ringSharedWires } from '../../../kernels/typescript/wires.ts';
import { bondWiring, neuronRow, packLayout } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createBondNetwork } from '../linear.ts';
import { ringSharedDeclaration } from './declaration.ts';

/** {@link ringSharedDeclaration} with its equations. */
export const ringShared: SystemPart<typeof ringSharedDeclaration.parameters> = {
  ...ringSharedDeclaration,
  create(values, data, kernels) {
    const { N, p, q } = values;
    return createBondNetwork(ringSharedDeclaration, values, data, ringSharedWires(N), {
      dimension: 1,
      layout: () => layoutOf(N),
      force: kernels.ringShared(p, q, N, data.inputs, data.targets),
      staggered: N % 2 === 0,
    });
  },
};

/** Site i, and input i, at x = i; output i is bond i−1 and stands at x = i − 1/2. */
function layoutOf(N: number): Layout {
  const wires = ringSharedWires(N);
  const neurons = [neuronRow('input', 0, N, (i) => i), neuronRow('output', 1, N, (i) => i - 0.5)];
  return packLayout('ring', neurons, bondWiring(wires), [ringSheet('w', N)], wires.bonds);
}
