import { role } from '../../formula.ts';
import { latticeDictionary } from '../../dictionary.ts';
import { scalarTheory } from '../../fields/scalarField1d/continuum.ts';
import type { SystemDeclaration } from '../../types.ts';
import { neuronCount, offsetQ, slopeP, ringTaking } from '../parameters.ts';

const parameters = {
  N: neuronCount(16, 262144, 'Inputs, and outputs, on the ring; there are 2N weights.'),
  p: slopeP,
  q: offsetQ,
};

/**
 * Example 1 of the paper: Z_i = p(W_{2i} X_{i−1} + W_{2i+1} X_i) + q (Eq. 13).
 * Its cost is Eq. 14 with K = 0 on every odd bond: N blocks of two sites, through which nothing
 * propagates. Sample l adds to
 *   J_{2i} 2p² X_{i−1}(X_{i−1} + X_i),  J_{2i+1} 2p² X_i (X_i + X_{i−1}),  K_{2i} −2p² X_{i−1} X_i,  K_{2i+1} 0.
 * **exact** Source: physics.md 1.1. Differs: the paper has K on every bond (erratum E1).
 */
export const ringPerceptronDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'ring-perceptron',
  label: 'Ring perceptron',
  help: 'Example 1 of the paper: every output sees two inputs; its lattice falls into pairs of sites.',
  source: 'Eq. 13',
  parameters,
  data: ['smooth-random', 'uniform-bonds', 'sinusoid', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  outputFormula: () => ({
    id: 'perceptron-output',
    tex: `Z_i = p\\,(${role('second', 'w_{2i}')} X_{i-1} + ${role('second', 'w_{2i+1}')} X_i) + q`,
    plain: 'Zᵢ = p (w₂ᵢ Xᵢ₋₁ + w₂ᵢ₊₁ Xᵢ) + q',
  }),
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  taking: ringTaking,
  weightCount: ({ N }) => 2 * N,
  quadratic: () => true,
  precisions: ['f64', 'f32'],
  estimate: ({ N }) => ({ work: 2 * N }),
  restOutput: ({ q }) => q,
  // K on even bonds, since odd ones never carry any (erratum E1).
  uniform: (K, J) => ({ smooth: Math.sqrt(J / 4), alternating: Math.sqrt(K / 2 + J / 4) }),
  refinement: { powers: { p: 1 } },
  continuum: scalarTheory({ limit: 'never', claim: 'E1', dimerised: true }),
  sampleShare({ p }, { kind, index: n }, X) {
    const i = n >> 1;
    const odd = n % 2 === 1;
    if (kind === 'coupling') return odd ? 0 : 2 * p * p * (-X(i - 1) * X(i));
    return 2 * p * p * ((odd ? X(i) : X(i - 1)) * (X(i - 1) + X(i)));
  },
  idle: ['q'],
  family: { slope: -1, at: (N) => ({ N }) },
  dictionary: latticeDictionary,
  errata: () => ['E1', 'E2'],
};
