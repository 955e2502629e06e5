import type { Force } from '../../src/kernels/types.ts';

/** Motions that tests and the lab's own Verify share. */
export { largestDifference } from '../../src/engine/verify/errors.ts';
export { contextOf, quarticForce, run } from '../../src/engine/verify/motion.ts';

/** Uniform ring: J w_j + K (2 w_j − w_{j+1} − w_{j−1}). */
export function uniformRing(N: number, K: number, J: number): Force {
  return {
    size: N,
    gradient(w, _batch, stiffness, out) {
      for (let j = 0; j < N; j++) {
        out[j] = J * w[j] + stiffness * K * (2 * w[j] - w[(j + 1) % N] - w[(j + N - 1) % N]);
      }
    },
  };
}
