import { role } from '../../formula.ts';
import { latticeDictionary } from '../../dictionary.ts';
import { integer, integers, pairs } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { offsetQ, slopeP } from '../parameters.ts';
import { bondsOf, checkGraph } from './graph.ts';

const parameters = {
  N: integer({
    symbol: 'N',
    label: 'inputs',
    help: 'Inputs, and weights, of the neuron.',
    apply: 'restart',
    default: 64,
    min: 2,
    max: 2048,
    slider: [4, 256],
    scale: 'log',
  }),
  p: slopeP,
  q: offsetQ,
  bonds: pairs({
    symbol: 'b',
    label: 'bonds',
    help: 'Pairs of sites to draw and to make incidence data for; left out: neighbours on the ring or torus.',
    apply: 'restart',
    default: undefined,
  }),
  shape: integers({
    symbol: 'R×C',
    label: 'rows and columns',
    help: 'Rows and columns of the lattice on which the weights are drawn; empty: a ring.',
    apply: 'restart',
    default: [],
    min: 1,
    max: 2048,
    minLength: 0,
    maxLength: 2,
  }),
};

/**
 * One linear neuron, Z = p Σ W_i X_i + q: its lattice is made by the data alone, K_ij = −2p² Σ X_i X_j,
 * local where the data are local (incidence vectors), on any graph in any dimension. **exact**
 * Source: physics.md 1.4 B.
 */
export const linearNeuronDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'linear-neuron',
  label: 'One linear neuron',
  help: 'A single output that sums all inputs: which weights are neighbours is decided by the data.',
  source: 'Eq. 14',
  parameters,
  data: ['incidence', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  outputFormula: () => ({
    id: 'neuron-output',
    tex: `Z = p \\sum_i ${role('second', 'w_i')} X_i + q`,
    plain: 'Z = p Σ wᵢ Xᵢ + q',
  }),
  shape: ({ N }) => ({ inputs: N, outputs: 1 }),
  weightCount: ({ N }) => N,
  quadratic: () => true,
  precisions: ['f64'],
  // The couplings of every pair of weights are added up once.
  estimate: ({ N }) => ({ work: N, setup: N * N }),
  restOutput: ({ q }) => q,
  bonds: bondsOf,
  idle: ['q'],
  dictionary: latticeDictionary,
  check: checkGraph,
};
