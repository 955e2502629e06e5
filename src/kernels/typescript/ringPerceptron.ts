import type { Force } from '../types.ts';
import { ring } from './ring.ts';
import { bondSources } from './sources.ts';
import { ringPerceptronWires } from './wires.ts';

/**
 * Force of Example 1, Z_i = p(W_{2i} X_{i−1} + W_{2i+1} X_i) + q (Eq. 13).
 * The full batch is the ring of Eq. 14 with the sources of the data, O(P) whatever the number of
 * samples; a batch is summed sample by sample.
 */
export function ringPerceptron(
  p: number,
  q: number,
  N: number,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const sources = bondSources(p, q, ringPerceptronWires(N), inputs, targets, null);
  const whole = ring(sources.K, sources.J, sources.force);
  const twoP = 2 * p;
  return {
    size: 2 * N,
    ring: sources,
    hessian: (vector, _stiffness, out) => whole.hessian?.(vector, 1, out),
    gradient(weights, batch, _stiffness, out) {
      if (batch === null) return whole.gradient(weights, null, 1, out);
      out.fill(0);
      for (let n = 0; n < batch.length; n++) {
        const at = batch[n] * N;
        let before = inputs[at + N - 1];
        for (let i = 0; i < N; i++) {
          const x = inputs[at + i];
          const sum = weights[2 * i] * before + weights[2 * i + 1] * x;
          const error = twoP * (p * sum + q - targets[at + i]);
          out[2 * i] += error * before;
          out[2 * i + 1] += error * x;
          before = x;
        }
      }
    },
  };
}
