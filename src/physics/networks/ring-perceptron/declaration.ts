import type { SystemDeclaration } from '../../types.ts';
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
export const ringPerceptronDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'ring-perceptron',
  label: 'Ring perceptron',
  help: 'Example 1 of the paper: every output sees two inputs; its lattice falls into pairs of sites.',
  source: 'Eq. 13',
  parameters,
  data: ['smooth-random', 'uniform-bonds', 'sinusoid', 'step', 'teacher', 'explicit'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  weightCount: ({ N }) => 2 * N,
  quadratic: true,
};
