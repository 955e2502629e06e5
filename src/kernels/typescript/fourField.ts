import type { Force, Reals } from '../types.ts';

/**
 * Force of the four-field theory (physics.md 2.5), σ(u) = p u² + q u + r. A cell is `mesh` points, and the hidden
 * neuron at y = x − 2a has the index of the point x:
 *   u_j = P_j X_{j−mesh} + Q_j X_j,  e_j = Y_j − A_j σ(u_j) − B_j σ(u_{j+mesh}),  cost Σ_l Σ_j e_j²
 * Weights A, B, P, Q, [points] each. O(samples·points), allocates nothing.
 */
export function fourField(
  p: number,
  q: number,
  r: number,
  mesh: number,
  points: number,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const [B, P, Q] = [points, 2 * points, 3 * points];
  const sampleCount = targets.length / points;
  const hidden = new Float64Array(points);
  const slope = new Float64Array(points);
  const error = new Float64Array(points);

  function addSample(weights: Reals, l: number, out: Reals): void {
    const at = l * points;
    for (let j = 0; j < points; j++) {
      const left = j < mesh ? j - mesh + points : j - mesh;
      const u = weights[P + j] * inputs[at + left] + weights[Q + j] * inputs[at + j];
      hidden[j] = (p * u + q) * u + r;
      slope[j] = 2 * p * u + q;
    }
    for (let j = 0; j < points; j++) {
      const right = j + mesh < points ? j + mesh : j + mesh - points;
      const output = weights[j] * hidden[j] + weights[B + j] * hidden[right];
      error[j] = 2 * (output - targets[at + j]);
      out[j] += error[j] * hidden[j];
      out[B + j] += error[j] * hidden[right];
    }
    for (let j = 0; j < points; j++) {
      const left = j < mesh ? j - mesh + points : j - mesh;
      const delta = (error[j] * weights[j] + error[left] * weights[B + left]) * slope[j];
      out[P + j] += delta * inputs[at + left];
      out[Q + j] += delta * inputs[at + j];
    }
  }

  return {
    size: 4 * points,
    gradient(weights, batch, _stiffness, out) {
      out.fill(0);
      if (batch === null) for (let l = 0; l < sampleCount; l++) addSample(weights, l, out);
      else for (let n = 0; n < batch.length; n++) addSample(weights, batch[n], out);
    },
  };
}
