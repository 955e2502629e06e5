import type { Force, Reals } from '../types.ts';

/**
 * Force of the cell potential (physics.md 2.3), the whole square, point by point; σ(u) = p u² + q u + r:
 *   cost ½ Σ_points Σ_l e²,  e = Y − 2 w₂ σ(2X w₁)
 * Weights w₁ [points], w₂ [points]. O(samples·points), allocates nothing.
 */
export function twoFieldCell(
  p: number,
  q: number,
  r: number,
  points: number,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const sampleCount = targets.length / points;

  function addSample(weights: Reals, l: number, out: Reals): void {
    const at = l * points;
    for (let j = 0; j < points; j++) {
      const x = 2 * inputs[at + j];
      const u = x * weights[j];
      const w2 = weights[points + j];
      const sigma = (p * u + q) * u + r;
      const error = 2 * (2 * w2 * sigma - targets[at + j]);
      out[j] += error * w2 * (2 * p * u + q) * x;
      out[points + j] += error * sigma;
    }
  }

  return {
    size: 2 * points,
    gradient(weights, batch, _stiffness, out) {
      out.fill(0);
      if (batch === null) for (let l = 0; l < sampleCount; l++) addSample(weights, l, out);
      else for (let n = 0; n < batch.length; n++) addSample(weights, batch[n], out);
    },
  };
}
