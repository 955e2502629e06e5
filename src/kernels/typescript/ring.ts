import type { Force, Reals } from '../types.ts';

/**
 * Force of couplings on a ring, bond n joining sites n and n+1 modulo P (Eq. 14 with a force):
 *   out_n = J_n w_n + s K_n (w_n − w_{n+1}) + s K_{n−1} (w_n − w_{n−1}) − f_n
 * @param K      [P] per bond, read at every call
 * @param J      [P] per site, read at every call
 * @param force  [P] or null
 * O(P), allocates nothing.
 */
export function ring(K: Float64Array, J: Float64Array, force: Float64Array | null): Force {
  const size = J.length;
  const last = size - 1;
  const source = force ?? new Float64Array(size);
  function pulled(weights: Reals, stiffness: number, pushed: Float64Array, out: Reals): void {
    let pullLeft = stiffness * K[last] * (weights[0] - weights[last]);
    for (let n = 0; n < last; n++) {
      const w = weights[n];
      const pullRight = stiffness * K[n] * (weights[n + 1] - w);
      out[n] = J[n] * w - (pullRight - pullLeft) - pushed[n];
      pullLeft = pullRight;
    }
    const pullRight = stiffness * K[last] * (weights[0] - weights[last]);
    out[last] = J[last] * weights[last] - (pullRight - pullLeft) - pushed[last];
  }
  const none = new Float64Array(size);
  return {
    size,
    gradient: (weights, _batch, stiffness, out) => pulled(weights, stiffness, source, out),
    hessian: (vector, stiffness, out) => pulled(vector, stiffness, none, out),
  };
}
