import type { Force } from '../types.ts';
import { ring } from './ring.ts';
import { bondSources } from './sources.ts';
import { ringSharedWires } from './wires.ts';

/**
 * Force of the lateral-inhibition ring, Z_i = p(W_i X_i − W_{i−1} X_{i−1}) + q (physics.md 1.4 A).
 * The full batch is the ring of Eq. 14 with the sources of the data, O(P) whatever the number of
 * samples; a batch is summed sample by sample.
 */
export function ringShared(
  p: number,
  q: number,
  N: number,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const sources = bondSources(p, q, ringSharedWires(N), inputs, targets, null);
  const whole = ring(sources.K, sources.J, sources.force);
  const twoP = 2 * p;
  const last = N - 1;
  return {
    size: N,
    ring: sources,
    hessian: (vector, _stiffness, out) => whole.hessian?.(vector, 1, out),
    gradient(weights, batch, _stiffness, out) {
      if (batch === null) return whole.gradient(weights, null, 1, out);
      out.fill(0);
      for (let n = 0; n < batch.length; n++) {
        const at = batch[n] * N;
        let before = last;
        let signal = weights[last] * inputs[at + last];
        for (let i = 0; i < N; i++) {
          const next = weights[i] * inputs[at + i];
          const error = twoP * (p * (next - signal) + q - targets[at + i]);
          out[i] += error * inputs[at + i];
          out[before] -= error * inputs[at + before];
          signal = next;
          before = i;
        }
      }
    },
  };
}
