import { neuronNetwork } from '../../../kernels/typescript/linearNetwork.ts';
import { neuronSources } from '../../../kernels/typescript/sources.ts';
import type { Sources } from '../../../kernels/typescript/sources.ts';
import { sparseRows } from '../../../kernels/typescript/sparseRows.ts';
import type { SystemPart } from '../../types.ts';
import { createLinearNetwork } from '../linear.ts';
import { linearNeuronDeclaration } from './declaration.ts';
import { bondsOf } from './graph.ts';
import { layoutOf } from './layout.ts';

/** {@link linearNeuronDeclaration} with its equations. */
export const linearNeuron: SystemPart<typeof linearNeuronDeclaration.parameters> = {
  ...linearNeuronDeclaration,
  create(values, data, kernels) {
    const { N, p, q } = values;
    const rows = sparseRows(data.inputs, N);
    const declared = bondsOf(values);
    return createLinearNetwork(linearNeuronDeclaration, values, data, {
      kernel: neuronNetwork(p, q, N),
      dimension: values.shape.length === 2 ? 2 : 1,
      layout: () => layoutOf(values, declared),
      force: kernels.linearNeuron(p, q, N, data.inputs, data.targets),
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
