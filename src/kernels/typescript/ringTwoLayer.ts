import type { Force, Reals } from '../types.ts';

/**
 * Force of Example 2 (physics.md 2.1), σ(u) = p u² + q u + r, weights W1 [2N] then W2 [2N], modulo 2N:
 *   u_k = W1[2k−1] X_{k−1} + W1[2k] X_k,  Z_i = W2[2i] σ(u_i) + W2[2i+1] σ(u_{i+1})
 * O(samples·N), allocates nothing.
 */
export function ringTwoLayer(
  p: number,
  q: number,
  r: number,
  N: number,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const size = 4 * N;
  const second = 2 * N;
  const sampleCount = targets.length / N;
  const hidden = new Float64Array(N);
  const slope = new Float64Array(N);
  const error = new Float64Array(N);

  function addSample(weights: Reals, l: number, out: Reals): void {
    const at = l * N;
    for (let k = 0; k < N; k++) {
      const left = k === 0 ? N - 1 : k - 1;
      const u = weights[2 * left + 1] * inputs[at + left] + weights[2 * k] * inputs[at + k];
      hidden[k] = (p * u + q) * u + r;
      slope[k] = 2 * p * u + q;
    }
    for (let i = 0; i < N; i++) {
      const right = i === N - 1 ? 0 : i + 1;
      const even = second + 2 * i;
      const output = weights[even] * hidden[i] + weights[even + 1] * hidden[right];
      error[i] = 2 * (output - targets[at + i]);
      out[even] += error[i] * hidden[i];
      out[even + 1] += error[i] * hidden[right];
    }
    for (let k = 0; k < N; k++) {
      const left = k === 0 ? N - 1 : k - 1;
      const back = error[k] * weights[second + 2 * k] + error[left] * weights[second + 2 * left + 1];
      const delta = back * slope[k];
      out[2 * left + 1] += delta * inputs[at + left];
      out[2 * k] += delta * inputs[at + k];
    }
  }

  return {
    size,
    gradient(weights, batch, _stiffness, out) {
      out.fill(0);
      if (batch === null) for (let l = 0; l < sampleCount; l++) addSample(weights, l, out);
      else for (let n = 0; n < batch.length; n++) addSample(weights, batch[n], out);
    },
  };
}
