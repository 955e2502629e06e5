import type { Force } from '../types.ts';
import { bondForce } from './bonds.ts';
import { bondSources } from './sources.ts';
import { torus } from './torus.ts';
import { bondDifferenceWires } from './wires.ts';

/**
 * Force of one linear output per bond (i, j), Z_b = p(W_i X_i − W_j X_j) + q (physics.md 1.4 C).
 * The full batch goes through its couplings, on a torus row by row, O(P + B) whatever the number of samples; a
 * batch is summed sample by sample.
 */
export function bondDifference(
  p: number,
  q: number,
  N: number,
  bonds: Int32Array,
  inputs: Float64Array,
  targets: Float64Array,
  sides: { readonly rows: number; readonly columns: number } | null,
): Force {
  const { K, J, force } = bondSources(p, q, bondDifferenceWires(N, bonds), inputs, targets, null);
  const whole =
    sides === null ? bondForce(bonds, K, J, force) : torus(sides.rows, sides.columns, K, J, force);
  const bondCount = bonds.length / 2;
  const twoP = 2 * p;
  return {
    size: N,
    ...(sides !== null && {
      torus: { ...sides, K, J, force },
      hessian: (vector, _stiffness, out) => whole.hessian?.(vector, 1, out),
    }),
    gradient(weights, batch, _stiffness, out) {
      if (batch === null) return whole.gradient(weights, null, 1, out);
      out.fill(0);
      for (let n = 0; n < batch.length; n++) {
        const at = batch[n] * N;
        const targetAt = batch[n] * bondCount;
        for (let b = 0; b < bondCount; b++) {
          const i = bonds[2 * b];
          const j = bonds[2 * b + 1];
          const x = inputs[at + i];
          const y = inputs[at + j];
          const error = twoP * (p * (weights[i] * x - weights[j] * y) + q - targets[targetAt + b]);
          out[i] += error * x;
          out[j] -= error * y;
        }
      }
    },
  };
}
