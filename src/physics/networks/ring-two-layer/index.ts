import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import { ringBonds, wrap } from '../../lattice/ring.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import { tableIIOf } from '../../lattice/tableII.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createNetwork } from '../network.ts';
import { ringTwoLayerDeclaration } from './declaration.ts';
import { ringTwoLayerKernel } from './kernel.ts';

/** {@link ringTwoLayerDeclaration} with its equations. */
export const ringTwoLayer: SystemPart<typeof ringTwoLayerDeclaration.parameters> = {
  ...ringTwoLayerDeclaration,
  create: (values, data, kernels) =>
    createNetwork(ringTwoLayerDeclaration, values, data, {
      kernel: ringTwoLayerKernel(values, kernels),
      dimension: 1,
      layout: () => twoLayerLayout(values.N),
      tableII: () => tableIIOf(values.q, values.r, values.N, 1, data),
    }),
};

/**
 * In units of the distance 2a of a layer's weights: W1[k] and W2[k] at x = k, input and output i at
 * 2i + 1/2, hidden k at 2k − 1/2, so that every weight stands midway between the neurons it joins.
 */
export function twoLayerLayout(N: number): Layout {
  const rows = [
    neuronRow('input', 0, N, (i) => 2 * i + 0.5),
    neuronRow('hidden', 1, N, (k) => 2 * k - 0.5),
    neuronRow('output', 2, N, (i) => 2 * i + 0.5),
  ];
  const wires = new Wires(4 * N);
  // Weight 2i joins neuron i of the ends with hidden i, weight 2i+1 with hidden i+1, in both layers.
  for (let k = 0; k < 2 * N; k++) {
    const end = k >> 1;
    const hidden = N + wrap(end + (k & 1), N);
    wires.add(k, end, hidden);
    wires.add(2 * N + k, hidden, 2 * N + end);
  }
  const first = ringBonds(2 * N);
  const bonds = new Int32Array(2 * first.length);
  bonds.set(first);
  first.forEach((site, n) => (bonds[first.length + n] = site + 2 * N));
  const sheets = [ringSheet('W¹', 2 * N), ringSheet('W²', 2 * N, 2 * N)];
  return packLayout('ring', rows, wires, sheets, bonds);
}
