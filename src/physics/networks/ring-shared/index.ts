import { ringSharedWires } from '../../../kernels/typescript/wires.ts';
import { bondWiring, neuronRow, packLayout } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createBondSystem } from '../linear.ts';
import { neuronCount, offsetQ, slopeP } from '../parameters.ts';

const parameters = {
  N: neuronCount(32, 262144, 'Inputs, outputs and weights on the ring.'),
  p: slopeP,
  q: offsetQ,
};

/**
 * Lateral-inhibition ring: Z_i = p(W_i X_i − W_{i−1} X_{i−1}) + q. Each input excites output i and
 * inhibits output i+1 with one shared weight, and the cost is Eq. 14 on every bond. **exact**
 * Source: physics.md 1.4 A.
 */
export const ringShared: SystemPart<typeof parameters> = {
  kind: 'ring-shared',
  label: 'Ring with shared weights',
  help: 'Every input excites one output and inhibits the next with the same weight: waves run round.',
  source: 'physics 1.4 A',
  parameters,
  data: ['uniform-bonds', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  create: ({ N, p, q }, data, kernels) =>
    createBondSystem(p, q, ringSharedWires(N), {
      kind: 'ring-shared',
      dimension: 1,
      data,
      layout: () => layoutOf(N),
      force: kernels.ringShared(p, q, N, data.inputs, data.targets),
      staggered: N % 2 === 0,
    }),
};

/** Site i, and input i, at x = i; output i is bond i−1 and stands at x = i − 1/2. */
function layoutOf(N: number): Layout {
  const wires = ringSharedWires(N);
  const neurons = [...neuronRow('input', 0, N, (i) => i), ...neuronRow('output', 1, N, (i) => i - 0.5)];
  return packLayout('ring', neurons, bondWiring(wires), [ringSheet('w', N)], wires.bonds);
}
