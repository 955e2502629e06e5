import { ringPerceptronWires } from '../../../kernels/typescript/wires.ts';
import { bondWiring, neuronRow, packLayout } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createBondSystem } from '../linear.ts';
import { neuronCount, offsetQ, slopeP } from '../parameters.ts';

const parameters = {
  N: neuronCount(16, 262144, 'Inputs, and outputs, on the ring; there are 2N weights.'),
  p: slopeP,
  q: offsetQ,
};

/**
 * Example 1 of the paper: Z_i = p(W_{2i} X_{i−1} + W_{2i+1} X_i) + q (Eq. 13).
 * Its cost is Eq. 14 with K = 0 on every odd bond: N blocks of two sites, through which nothing
 * propagates. **exact** Source: physics.md 1.1. Differs: the paper has K on every bond (erratum E1).
 */
export const ringPerceptron: SystemPart<typeof parameters> = {
  kind: 'ring-perceptron',
  label: 'Ring perceptron',
  help: 'Example 1 of the paper: every output sees two inputs; its lattice falls into pairs of sites.',
  source: 'Eq. 13',
  parameters,
  data: ['smooth-random', 'uniform-bonds', 'sinusoid', 'step', 'teacher', 'explicit'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  create: ({ N, p, q }, data, kernels) =>
    createBondSystem(p, q, ringPerceptronWires(N), {
      kind: 'ring-perceptron',
      dimension: 1,
      data,
      layout: () => layoutOf(N),
      force: kernels.ringPerceptron(p, q, N, data.inputs, data.targets),
      staggered: true,
    }),
};

/** Site n at x = n. Output i stands between its weights 2i and 2i+1, input i between 2i+1 and 2i+2. */
function layoutOf(N: number): Layout {
  const wires = ringPerceptronWires(N);
  const neurons = [
    ...neuronRow('input', 0, N, (i) => 2 * i + 1.5),
    ...neuronRow('output', 1, N, (i) => 2 * i + 0.5),
  ];
  return packLayout('ring', neurons, bondWiring(wires), [ringSheet('w', 2 * N)], wires.bonds);
}
