import { ringPerceptronWires } from '../../../kernels/typescript/wires.ts';
import { bondWiring, neuronRow, packLayout } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createBondNetwork } from '../linear.ts';
import { ringPerceptronDeclaration } from './declaration.ts';

/** {@link ringPerceptronDeclaration} with its equations. */
export const ringPerceptron: SystemPart<typeof ringPerceptronDeclaration.parameters> = {
  ...ringPerceptronDeclaration,
  create(values, data, kernels) {
    const { N, p, q } = values;
    return createBondNetwork(ringPerceptronDeclaration, values, data, ringPerceptronWires(N), {
      dimension: 1,
      layout: () => layoutOf(N),
      force: kernels.ringPerceptron(p, q, N, data.inputs, data.targets),
      staggered: true,
    });
  },
};

/** Site n at x = n. Output i stands between its weights 2i and 2i+1, input i between 2i+1 and 2i+2. */
function layoutOf(N: number): Layout {
  const wires = ringPerceptronWires(N);
  const neurons = [
    neuronRow('input', 0, N, (i) => 2 * i + 1.5),
    neuronRow('output', 1, N, (i) => 2 * i + 0.5),
  ];
  return packLayout('ring', neurons, bondWiring(wires), [ringSheet('w', 2 * N)], wires.bonds);
}
