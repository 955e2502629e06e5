import { depthDictionary } from '../../dictionary.ts';
import { layersExtent } from '../../estimates.ts';
import { role } from '../../formula.ts';
import { flag, integer, ParameterError } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { activationAtZero, activations } from '../activations.ts';
import { checkTargets, cost } from '../cost.ts';
import { neuronCount, ringTaking } from '../parameters.ts';
import { deepRingFan } from './kernel.ts';

const parameters = {
  N: neuronCount(24, 65536, 'Neurons on the ring, the same number in every layer.'),
  depth: integer({
    symbol: 'M',
    label: 'depth',
    help: 'Layers of weights; depth is the second coordinate of the lattice.',
    apply: 'restart',
    default: 8,
    min: 1,
    max: 1024,
    slider: [1, 32],
    scale: 'linear',
  }),
  reach: integer({
    symbol: 'R',
    label: 'reach',
    help: 'A neuron hears its neighbours up to this many sites away on either side; 2R + 1 of at most N.',
    apply: 'restart',
    default: 1,
    min: 0,
    max: 32767,
    slider: [0, 4],
    scale: 'linear',
  }),
  ...activations,
  residual: flag({
    symbol: '+h',
    label: 'residual',
    help: 'Every hidden layer adds what it is given to what it makes, so that signals survive depth.',
    apply: 'live',
    default: true,
  }),
  biases: flag({
    symbol: 'b',
    label: 'biases',
    help: 'Every neuron has a weight from a constant 1: one sheet more of the lattice.',
    apply: 'restart',
    default: false,
  }),
  cost,
};

/**
 * Local layers on a ring, N neurons each:
 *   h⁽ᵐ⁺¹⁾_i = σ(Σ_s W⁽ᵐ⁾_{i,s} h⁽ᵐ⁾_{i+s} + b⁽ᵐ⁾_i) [+ h⁽ᵐ⁾_i], s = −reach..reach, h⁽⁰⁾ = X, Z = h⁽ᴹ⁾
 * neighbours modulo N; the residual term is not on the last layer, whose σ is the output activation. Flat
 * weights: layer by layer, site by site, s in order, then the bias if any. C is a sum over samples and
 * outputs, as for dense networks. **exact** Its lattice is (layer m, site i): d = 2, one sheet per s.
 * Source: contract.md, reference deep_ring; a chain of layers like Example 2's (Eq. 18).
 */
export const deepRingDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'deep-ring',
  label: 'Deep ring',
  help: 'Local layers on a ring: depth becomes the second coordinate of a two-dimensional lattice.',
  source: 'Eq. 11',
  parameters,
  data: ['sinusoid', 'smooth-random', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['random', 'bump', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  taking: ringTaking,
  weightCount: (values) => values.N * values.depth * deepRingFan(values),
  quadratic: () => false,
  precisions: ['f64', 'f32'],
  estimate(values) {
    const weights = values.N * values.depth * deepRingFan(values);
    return { work: weights, extent: layersExtent(weights, 'depth') };
  },
  restOutput: ({ outputActivation }) => activationAtZero(outputActivation),
  family: { slope: -1, at: (N) => ({ N }) },
  dictionary: depthDictionary,
  place(values, weight) {
    const site = Math.floor(weight / deepRingFan(values));
    return [
      { axis: 'layer', value: Math.floor(site / values.N) },
      { axis: 'site', value: site % values.N },
    ];
  },
  layerFormula({ biases, residual }) {
    const bias = biases ? ' + b^m_i' : '';
    const kept = residual ? ' \\\\ &+ h^m_i \\quad (m + 1 < M)' : '';
    return {
      id: `layer${bias}${kept}`,
      tex: `\\begin{aligned} h^{m+1}_i &= \\sigma\\bigl(\\textstyle\\sum_s ${role('second', 'W^m_{i,s}')}\\, h^m_{i+s}${bias}\\bigr)${kept} \\end{aligned}`,
      plain: `hᵢ ← σ(Σ Wᵢₛ hᵢ₊ₛ${biases ? ' + bᵢ' : ''})${residual ? ' + hᵢ' : ''}`,
    };
  },
  check({ N, reach }) {
    const most = Math.floor((N - 1) / 2);
    if (reach > most) throw new ParameterError('reach', reach, `at most ${most}: 2·reach + 1 <= N = ${N}`);
  },
  checkData: checkTargets,
};
