import { role } from '../../formula.ts';
import { latticeDictionary } from '../../dictionary.ts';
import { twoFieldTheory } from '../../fields/twoField1d/continuum.ts';
import { real } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { neuronCount, ringTaking } from '../parameters.ts';

const coefficient = (symbol: string, label: string, help: string, fallback: number) =>
  real({
    symbol,
    label,
    help,
    source: 'Eq. 18',
    apply: 'live',
    default: fallback,
    slider: [-1, 1],
    scale: 'linear',
    step: 0.01,
  });

/** p, q, r of σ(u) = p u² + q u + r, which the continuum theories of Example 2 share. */
export const quadraticActivation = {
  p: coefficient('p', 'quadratic part of σ', 'σ(u) = p u² + q u + r: the bend of the activation.', 0.4),
  q: coefficient('q', 'linear part of σ', 'σ(u) = p u² + q u + r: the slope of the activation.', 0.9),
  r: coefficient(
    'r',
    'constant part of σ',
    'σ(u) = p u² + q u + r: it gives the second layer its mass.',
    0.3,
  ),
};

const parameters = {
  N: neuronCount(16, 65536, 'Inputs, hidden neurons and outputs on the ring; there are 4N weights.'),
  ...quadraticActivation,
};

/**
 * Example 2 of the paper, two local layers with σ(u) = p u² + q u + r:
 *   Z_i = W2[2i] σ(W1[2i] X_i + W1[2i−1] X_{i−1}) + W2[2i+1] σ(W1[2i+1] X_i + W1[2i+2] X_{i+1})
 * A sextic cost for p ≠ 0. **exact** Source: physics.md 2.1. Differs: W1[2i−1] stands inside σ (erratum E3).
 */
export const ringTwoLayerDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'ring-two-layer',
  label: 'Two-layer ring',
  help: 'Example 2 of the paper: two local layers on a ring, two fields that interact.',
  source: 'Eq. 18',
  parameters,
  data: ['smooth-random', 'sinusoid', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['random', 'bump', 'mode', 'noise', 'zero', 'explicit'],
  outputFormula: () => ({
    id: 'two-layer-output',
    tex: `\\begin{aligned} Z_i &= ${role('second', 'W^{(2)}_{2i}')} \\sigma(h_i) \\\\ &\\quad + ${role('second', 'W^{(2)}_{2i+1}')} \\sigma(h_{i+1}) \\\\ h_i &= ${role('second', 'W^{(1)}_{2i-1}')} X_{i-1} \\\\ &\\quad + ${role('second', 'W^{(1)}_{2i}')} X_i \\end{aligned}`,
    plain: 'Zᵢ = W²₂ᵢ σ(hᵢ) + W²₂ᵢ₊₁ σ(hᵢ₊₁), hᵢ = W¹₂ᵢ₋₁ Xᵢ₋₁ + W¹₂ᵢ Xᵢ',
  }),
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  taking: ringTaking,
  weightCount: ({ N }) => 4 * N,
  quadratic: () => false,
  precisions: ['f64', 'f32'],
  estimate: ({ N }) => ({ work: 4 * N }),
  // p, q, r are its activation's, and its mass m² = 4 N_l r² does not depend on the spacing.
  refinement: { powers: {} },
  continuum: twoFieldTheory,
  family: { id: 'ring', slope: -1, at: (N) => ({ N }) },
  dictionary: latticeDictionary,
  errata: () => ['E6'],
};
