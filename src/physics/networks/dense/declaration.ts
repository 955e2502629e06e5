import { role } from '../../formula.ts';
import { matrixDictionary } from '../../dictionary.ts';
import { layersExtent } from '../../estimates.ts';
import type { SystemDeclaration } from '../../types.ts';
import { activationAtZero } from '../activations.ts';
import { checkTargets } from '../cost.ts';
import { parameters } from './parameters.ts';

const weightsOf = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, n, m) => sum + n * (sizes[m] + 1), 0);

/** The network whose hidden layers are shown beside other families. */
const SHOWN = [2, 1, 1, 1] as const;

/** As many layers, the hidden ones each as wide; without hidden ones nothing can be widened but one. */
function widened(sizes: readonly number[], width: number): readonly number[] {
  const hidden = Math.max(1, sizes.length - 2);
  return [sizes[0], ...Array<number>(hidden).fill(width), sizes[sizes.length - 1]];
}

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
  data: ['xor', 'circle', 'spiral', 'gaussians', 'sine', 'addition', 'teacher', 'explicit', 'csv'],
  initial: ['random', 'zero', 'explicit'],
  outputFormula: ({ sizes }) => ({
    id: 'dense-output',
    tex: `\\begin{aligned} h^{m} &= \\sigma\\bigl(${role('second', 'W^{m}')} h^{m-1} + b^{m}\\bigr) \\\\ h^{0} &= X, \\quad Z = h^{${sizes.length - 1}} \\end{aligned}`,
    plain: `hᵐ = σ(Wᵐ hᵐ⁻¹ + bᵐ), h⁰ = X, Z = h of layer ${sizes.length - 1}`,
  }),
  shape: ({ sizes }) => ({ inputs: sizes[0], outputs: sizes[sizes.length - 1] }),
  taking: ({ inputs, outputs }, { sizes }) => ({ sizes: [inputs, ...sizes.slice(1, -1), outputs] }),
  weightCount: ({ sizes }) => weightsOf(sizes),
  quadratic: () => false,
  precisions: ['f64'],
  estimate({ sizes }) {
    const weights = weightsOf(sizes);
    return { work: weights, extent: layersExtent(weights, 'sizes') };
  },
  restOutput: ({ outputActivation }) => activationAtZero(outputActivation),
  family: {
    id: 'matrices',
    slope: 0,
    at: (width, values) => ({ sizes: widened(values?.sizes ?? SHOWN, width) }),
  },
  wide: (values) => values,
  drawn: ({ sizes }, width) => ({
    sizes: sizes.map((n, m) => (m === 0 || m === sizes.length - 1 ? n : width)),
    parameterization: 'ntk',
    outputActivation: 'linear',
  }),
  dictionary: matrixDictionary,
  errata: () => ['E11', 'E12'],
  checkData: checkTargets,
};
