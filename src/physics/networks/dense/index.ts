import { lazy } from '../../lattice/layout.ts';
import { ParameterError } from '../../parameters.ts';
import type { SystemPart, TrainingData } from '../../types.ts';
import { createReadout } from '../readout.ts';
import { denseLayout } from './layout.ts';
import { createDenseModel } from './model.ts';
import { parameters } from './parameters.ts';
import type { DenseValues } from './parameters.ts';
import { denseShape } from './shape.ts';

/**
 * Any multilayer perceptron: h⁽⁰⁾ = X, z = s_w W h + s_b b, h = σ(z), Z = σ_out of the last layer. Flat
 * weights: for each layer W row-major [n_out × n_in], then b. C is a sum over samples and outputs:
 *   squared (Z − Y)²; absolute |Z − Y|; cross-entropy of the logits Z (one output: against "0", Y in
 *   [0, 1]; more: softmax, Y probabilities).
 * Standard: s = 1, σ_w and σ_b act only in the random start. ntk: s_w = σ_w/√n_in, s_b = σ_b. **exact**
 * Its lattice is (i, j, m): d = 3, one sheet per layer with the biases as column 0.
 */
export const dense: SystemPart<typeof parameters> = {
  kind: 'dense',
  label: 'Dense network',
  help: 'Any multilayer network; every weight matrix is a sheet of its lattice.',
  source: 'Eq. 11',
  parameters,
  data: ['xor', 'circle', 'spiral', 'gaussians', 'sine', 'addition', 'teacher', 'explicit'],
  initial: ['random', 'zero', 'explicit'],
  shape: ({ sizes }) => ({ inputs: sizes[0], outputs: sizes[sizes.length - 1] }),
  create(values, data, kernels) {
    checkTargets(values, data);
    const shape = denseShape(values);
    const model = createDenseModel(shape, data);
    const layout = lazy(() => denseLayout(shape));
    return {
      ...createReadout(data, shape.sizes[shape.sizes.length - 1], model.forwardOf, shape.cost),
      kind: 'dense',
      weightCount: model.weightCount,
      dimension: 3,
      get layout() {
        return layout();
      },
      force: kernels.dense(shape, data.inputs, data.targets),
      activations: model.activations,
      hessianVector: (weights, vector, _stiffness, out) => model.hessianVector(weights, vector, out),
      curvatureBound: null,
      couplings: () => null,
    };
  },
};

/** Cross-entropy is a cost (bounded below) only for probabilities. */
function checkTargets({ cost }: DenseValues, { targets, test }: TrainingData): void {
  const isProbability = (y: number): boolean => y >= 0 && y <= 1;
  if (cost !== 'cross-entropy') return;
  if (targets.every(isProbability) && (test?.targets.every(isProbability) ?? true)) return;
  throw new ParameterError('cost', cost, 'squared or absolute, or targets between 0 and 1');
}
