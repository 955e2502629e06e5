import type { Force, Reals } from '../types.ts';
import { bondForce } from './bonds.ts';
import { neuronSources } from './sources.ts';
import { rowProduct, sparseRows } from './sparseRows.ts';

/**
 * Force of one linear neuron, Z = p Σ W_i X_i + q (physics.md 1.4 B). Zeros in the data cost nothing.
 * The full batch goes through its couplings where they are fewer than the data (local data of many
 * samples), else, like every batch, sample by sample.
 */
export function linearNeuron(
  p: number,
  q: number,
  N: number,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const rows = sparseRows(inputs, N);
  const twoP = 2 * p;

  function addSample(weights: Reals, l: number, out: Reals): void {
    const error = twoP * (p * rowProduct(rows, l, weights) + q - targets[l]);
    for (let k = rows.start[l]; k < rows.start[l + 1]; k++) out[rows.column[k]] += error * rows.value[k];
  }

  const { bonds, K, J, force } = neuronSources(p, q, rows, targets, null);
  const whole = K.length + N < 2 * rows.value.length ? bondForce(bonds, K, J, force) : null;
  return {
    size: N,
    gradient(weights, batch, _stiffness, out) {
      if (batch === null && whole !== null) return whole.gradient(weights, null, 1, out);
      out.fill(0);
      if (batch === null) for (let l = 0; l < rows.rowCount; l++) addSample(weights, l, out);
      else for (let n = 0; n < batch.length; n++) addSample(weights, batch[n], out);
    },
  };
}
