import { ParameterError } from '../../parameters.ts';
import type { SystemDeclaration, TrainingData } from '../../types.ts';
import { parameters } from './parameters.ts';
import type { DenseValues } from './parameters.ts';

/**
 * Any multilayer perceptron: h⁽⁰⁾ = X, z = s_w W h + s_b b, h = σ(z), Z = σ_out of the last layer. Flat
 * weights: for each layer W row-major [n_out × n_in], then b. C is a sum over samples and outputs:
 *   squared (Z − Y)²; absolute |Z − Y|; cross-entropy of the logits Z (one output: against "0", Y in
 *   [0, 1]; more: softmax, Y probabilities).
 * Standard: s = 1, σ_w and σ_b act only in the random start. ntk: s_w = σ_w/√n_in, s_b = σ_b. **exact**
 * Its lattice is (i, j, m): d = 3, one sheet per layer with the biases as column 0.
 */
export const denseDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'dense',
  label: 'Dense network',
  help: 'Any multilayer network; every weight matrix is a sheet of its lattice.',
  source: 'Eq. 11',
  parameters,
  data: ['xor', 'circle', 'spiral', 'gaussians', 'sine', 'addition', 'teacher', 'explicit'],
  initial: ['random', 'zero', 'explicit'],
  shape: ({ sizes }) => ({ inputs: sizes[0], outputs: sizes[sizes.length - 1] }),
  weightCount: ({ sizes }) => sizes.slice(1).reduce((sum, n, m) => sum + n * (sizes[m] + 1), 0),
  quadratic: false,
  checkData: checkTargets,
};

/**
 * Cross-entropy is a cost (bounded below) only for probabilities. Targets that are not known (NaN) come from
 * a network of the same kind. @throws ParameterError
 */
export function checkTargets({ cost, outputActivation }: DenseValues, { targets, test }: TrainingData): void {
  const isProbability = (y: number): boolean =>
    Number.isNaN(y) ? outputActivation === 'sigmoid' : y >= 0 && y <= 1;
  if (cost !== 'cross-entropy') return;
  if (targets.every(isProbability) && (test?.targets.every(isProbability) ?? true)) return;
  throw new ParameterError('cost', cost, 'squared or absolute, or targets between 0 and 1');
}
