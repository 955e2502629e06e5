import type { Force } from '../types.ts';

/**
 * Force of couplings on any graph:
 *   out_i = J_i w_i + Σ_{b=(i,j)} K_b (w_i − w_j) − f_i
 * @param bonds  [2B] pairs of sites
 * @param K      [B]
 * @param J      [P]
 * @param force  [P]
 * O(P + B), allocates nothing.
 */
export function bondForce(bonds: Int32Array, K: Float64Array, J: Float64Array, force: Float64Array): Force {
  const size = J.length;
  return {
    size,
    gradient(weights, _batch, stiffness, out) {
      for (let n = 0; n < size; n++) out[n] = J[n] * weights[n] - force[n];
      for (let b = 0; b < K.length; b++) {
        const i = bonds[2 * b];
        const j = bonds[2 * b + 1];
        const pull = stiffness * K[b] * (weights[i] - weights[j]);
        out[i] += pull;
        out[j] -= pull;
      }
    },
  };
}
