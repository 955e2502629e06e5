import { role } from '../../formula.ts';
import { latticeDictionary } from '../../dictionary.ts';
import { scalarTheory } from '../../fields/scalarField1d/continuum.ts';
import type { SystemDeclaration } from '../../types.ts';
import { neuronCount, offsetQ, slopeP, ringTaking } from '../parameters.ts';

const parameters = {
  N: neuronCount(32, 262144, 'Inputs, outputs and weights on the ring.'),
  p: slopeP,
  q: offsetQ,
};

/**
 * Lateral-inhibition ring: Z_i = p(W_i X_i − W_{i−1} X_{i−1}) + q. Each input excites output i and
 * inhibits output i+1 with one shared weight, and the cost is Eq. 14 on every bond. **exact**
 * Sample l adds 2p² X_n (2X_n − X_{n−1} − X_{n+1}) to J_n and 2p² X_n X_{n+1} to K_n; two samples of ξ² = K/2 + J/8 and
 * ζ² = J/8 (−1)ⁿ make both uniform. Source: physics.md 1.4 A.
 */
export const ringSharedDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'ring-shared',
  label: 'Ring with shared weights',
  help: 'Every input excites one output and inhibits the next with the same weight: waves run round.',
  source: 'Eq. 14',
  parameters,
  data: ['uniform-bonds', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['bump', 'random', 'mode', 'packet', 'noise', 'zero', 'explicit'],
  outputFormula: () => ({
    id: 'shared-output',
    tex: `Z_i = p\\,(${role('second', 'w_i')} X_i - ${role('second', 'w_{i-1}')} X_{i-1}) + q`,
    plain: 'Zᵢ = p (wᵢ Xᵢ − wᵢ₋₁ Xᵢ₋₁) + q',
  }),
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  taking: ringTaking,
  weightCount: ({ N }) => N,
  quadratic: () => true,
  precisions: ['f64', 'f32'],
  estimate: ({ N }) => ({ work: 2 * N }),
  restOutput: ({ q }) => q,
  uniform: (K, J) => ({ smooth: Math.sqrt(K / 2 + J / 8), alternating: Math.sqrt(J / 8) }),
  refinement: { powers: { p: 1 } },
  continuum: scalarTheory({ limit: 'exact', claim: 'exact' }),
  sampleShare: ({ p }, { kind, index: n }, X) =>
    2 * p * p * (kind === 'source' ? X(n) * (2 * X(n) - X(n - 1) - X(n + 1)) : X(n) * X(n + 1)),
  idle: ['q'],
  family: { slope: -1, at: (N) => ({ N }) },
  dictionary: latticeDictionary,
};
