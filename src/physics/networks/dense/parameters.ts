import { choice, integers, real } from '../../parameters.ts';
import type { Values } from '../../parameters.ts';
import { activations } from '../activations.ts';
import { cost } from '../cost.ts';

const spread = (symbol: string, label: string, help: string, fallback: number) =>
  real({
    symbol,
    label,
    help,
    source: 'arXiv:1606.05340',
    apply: 'restart',
    default: fallback,
    min: 0,
    slider: [0, 3],
    scale: 'linear',
    step: 0.05,
  });

export const parameters = {
  sizes: integers({
    symbol: 'n',
    label: 'layer sizes',
    help: 'Neurons in every layer, from the inputs to the outputs.',
    apply: 'restart',
    default: [2, 8, 1],
    min: 1,
    max: 1024,
    minLength: 2,
    maxLength: 16,
    between: { label: 'hidden width', slider: [1, 256], scale: 'log' },
  }),
  ...activations,
  parameterization: choice({
    symbol: 'W',
    label: 'parameterization',
    help: 'Where the widths enter: in the random start (standard) or in the forward pass (ntk).',
    source: 'arXiv:1806.07572',
    apply: 'restart',
    default: 'standard',
    options: [
      { value: 'standard', label: 'Standard' },
      { value: 'ntk', label: 'Tangent kernel' },
    ],
  }),
  sigmaW: spread('σ_w', 'weight scale', 'Size of the weights; divided by √n_in.', 1),
  sigmaB: spread('σ_b', 'bias scale', 'Size of the biases.', 0.1),
  cost,
};
export type DenseValues = Values<typeof parameters>;
