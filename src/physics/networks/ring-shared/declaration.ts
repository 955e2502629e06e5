import type { SystemDeclaration } from '../../types.ts';
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
export const ringSharedDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'ring-shared',
  label: 'Ring with shared weights',
  help: 'Every input excites one output and inhibits the next with the same weight: waves run round.',
  source: 'physics 1.4 A',
  parameters,
  data: ['uniform-bonds', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  weightCount: ({ N }) => N,
  quadratic: true,
};
