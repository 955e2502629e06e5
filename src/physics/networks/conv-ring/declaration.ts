import { layersExtent } from '../../estimates.ts';
import { role } from '../../formula.ts';
import { flag, integer, integers, ParameterError } from '../../parameters.ts';
import type { Values } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { activationAtZero, activations } from '../activations.ts';
import { checkTargets, cost } from '../cost.ts';
import { neuronCount, ringTaking } from '../parameters.ts';
import { convLayers } from './kernel.ts';
import { placeOf } from './layout.ts';

const parameters = {
  N: neuronCount(24, 65536, 'Neurons of a channel on the ring, the same number in every layer.'),
  channels: integers({
    symbol: 'c',
    label: 'channels',
    help: 'Channels of every hidden layer; inputs and outputs have one.',
    apply: 'restart',
    default: [4],
    min: 1,
    max: 64,
    minLength: 0,
    maxLength: 15,
  }),
  reach: integer({
    symbol: 'R',
    label: 'reach',
    help: 'A kernel reads this many sites to either side: it has 2R + 1 taps, of at most N.',
    apply: 'restart',
    default: 1,
    min: 0,
    max: 32767,
    slider: [0, 4],
    scale: 'linear',
  }),
  ...activations,
  biases: flag({
    symbol: 'b',
    label: 'biases',
    help: 'Every channel has a weight from a constant 1, the same at all its sites.',
    apply: 'restart',
    default: true,
  }),
  cost,
};

/** Whether outputs are linear in the weights, and the cost their square: one layer without a bend. */
export function isLinear({ channels, outputActivation, cost }: Values<typeof parameters>): boolean {
  const affine = typeof outputActivation === 'object' && outputActivation.kind === 'affine';
  return channels.length === 0 && cost === 'squared' && (affine || outputActivation === 'linear');
}

/**
 * A convolutional network on a ring: one kernel of 2·reach + 1 taps for every pair of channels and layer, shared by
 * all N sites:
 *   h⁽ᵐ⁺¹⁾_{c,i} = σ(Σ_{c′,s} W⁽ᵐ⁾_{c,c′,s} h⁽ᵐ⁾_{c′,i+s} + b⁽ᵐ⁾_c), s = −reach..reach, h⁽⁰⁾ = X, Z = h⁽ᴹ⁾
 * i + s modulo N; the last σ is the output activation. C is a sum over samples and outputs. **exact** Its field is
 * w(t; layer, channel, tap): d = 2, a sheet for every layer, a row for every kernel. Source: contract.md.
 */
export const convRingDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'conv-ring',
  label: 'Convolutional ring',
  help: 'One small kernel, shared by all sites of the ring, for every pair of channels in every layer.',
  source: 'Eq. 11',
  parameters,
  data: ['sinusoid', 'smooth-random', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['random', 'bump', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  taking: ringTaking,
  weightCount: (values) => convLayers(values).size,
  quadratic: isLinear,
  precisions: ['f64', 'f32'],
  estimate(values) {
    const { N } = values;
    const { size } = convLayers(values);
    // Every weight is a wire at each of the N sites. Couplings of all pairs of weights are added up once.
    return {
      work: N * size,
      setup: isLinear(values) ? N * size * size : 0,
      extent: layersExtent(N * size, 'N'),
    };
  },
  restOutput: ({ outputActivation }) => activationAtZero(outputActivation),
  dictionary: {
    lines: [
      { network: 'layer', field: 'sheet', hue: 'second' },
      { network: 'kernel', field: 'kernelRow', hue: '' },
      { network: 'tap', field: 'tapColumn', hue: '' },
      { network: 'shared', field: 'oneSite', hue: '' },
    ],
    claim: 'heuristic',
  },
  place: placeOf,
  layerFormula({ biases }) {
    const bias = biases ? ' \\\\ &\\qquad + b^m_c' : '';
    return {
      id: `convolution${bias}`,
      tex: `\\begin{aligned} h^{m+1}_{c,i} &= \\sigma\\bigl(\\textstyle\\sum_{c',s} ${role('second', "W^m_{c,c',s}")}\\, h^m_{c',i+s}${bias}\\bigr) \\end{aligned}`,
      plain: `h_c,i ← σ(Σ W_c,c′,s h_c′,i+s${biases ? ' + b_c' : ''})`,
    };
  },
  check({ N, reach }) {
    const most = Math.floor((N - 1) / 2);
    if (reach > most) throw new ParameterError('reach', reach, `at most ${most}: 2·reach + 1 <= N = ${N}`);
  },
  checkData: checkTargets,
};
