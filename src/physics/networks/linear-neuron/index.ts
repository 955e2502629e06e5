import { neuronSources } from '../../../kernels/typescript/sources.ts';
import type { Sources } from '../../../kernels/typescript/sources.ts';
import { rowProduct, sparseRows } from '../../../kernels/typescript/sparseRows.ts';
import { integer, integers, pairs } from '../../parameters.ts';
import type { SystemPart } from '../../types.ts';
import { createLinearSystem } from '../linear.ts';
import { offsetQ, slopeP } from '../parameters.ts';
import { bondsOf, checkGraph, layoutOf } from './graph.ts';

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
export const linearNeuron: SystemPart<typeof parameters> = {
  kind: 'linear-neuron',
  label: 'One linear neuron',
  help: 'A single output that sums all inputs: which weights are neighbours is decided by the data.',
  source: 'physics 1.4 B',
  parameters,
  data: ['incidence', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: 1 }),
  check: checkGraph,
  create(values, data, kernels) {
    const { N, p, q } = values;
    const rows = sparseRows(data.inputs, N);
    const declared = bondsOf(values);
    return createLinearSystem({
      kind: 'linear-neuron',
      dimension: values.shape.length === 2 ? 2 : 1,
      weightCount: N,
      outputCount: 1,
      data,
      layout: () => layoutOf(values, declared),
      force: kernels.linearNeuron(p, q, N, data.inputs, data.targets),
      forwardOf(inputs) {
        const read = inputs === data.inputs ? rows : sparseRows(inputs, N);
        return (weights, sample, out, at) => {
          out[at] = p * rowProduct(read, sample, weights) + q;
        };
      },
      sourcesOf: (batch) => onDeclaredBonds(neuronSources(p, q, rows, data.targets, batch), declared, N),
      staggered: false,
    });
  },
};

/**
 * Puts K in the order of the declared bonds when every coupling lies on one of them; otherwise keeps the
 * pairs that the data made and marks them as foreign. A pair declared twice has no single bond to
 * carry its coupling, and counts as foreign too.
 */
function onDeclaredBonds(
  sources: Sources,
  declared: Int32Array,
  N: number,
): Sources & { foreignBonds: boolean } {
  const place = new Map<number, number>();
  for (let b = 0; b < declared.length / 2; b++) place.set(pairKey(declared, b, N), b);
  const K = new Float64Array(declared.length / 2);
  let foreignBonds = place.size < K.length;
  for (let b = 0; b < sources.K.length && !foreignBonds; b++) {
    const at = place.get(pairKey(sources.bonds, b, N));
    if (at === undefined) foreignBonds = true;
    else K[at] = sources.K[b];
  }
  return foreignBonds ? { ...sources, foreignBonds } : { ...sources, bonds: declared, K, foreignBonds };
}

const pairKey = (bonds: Int32Array, b: number, N: number): number =>
  Math.min(bonds[2 * b], bonds[2 * b + 1]) * N + Math.max(bonds[2 * b], bonds[2 * b + 1]);
