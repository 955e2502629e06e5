import type { Force, TwoFieldMoments } from '../types.ts';

/**
 * Force of Eq. 19 with the signs of Table II corrected, on a periodic mesh, cost ½ Σ_points c:
 *   c = Σ_l { Y² − 2Y [r (2w₂ + Lw₂) + q S] + r² (4w₂² + 4w₂ Lw₂) }
 *   S = w₂ (4X w₁ + 16 a²X″ w₁ + 24 aX′ Dw₁ + 10 X Lw₁) + Dw₂ (8 aX′ w₁ + 8X Dw₁) + 2X w₁ Lw₂
 * with the centred stencils, h = 4a/mesh,
 *   D f = a f′ = (f₊ − f₋) mesh/8,  L f = a² f″ = (f₊ − 2f + f₋) mesh²/16
 * so that the spacing a itself drops out. Dᵀ = −D and Lᵀ = L make the gradient that of the cost on the mesh.
 * Weights w₁ [points], w₂ [points]. O(samples·points) for batches, O(points) for all samples; allocates nothing.
 */
export function twoFieldQuadratic(
  q: number,
  r: number,
  mesh: number,
  points: number,
  moments: TwoFieldMoments,
): Force {
  const sampleCount = moments.Y.length / points;
  const slopeScale = mesh / 8;
  const bendScale = (mesh * mesh) / 16;
  const rows = [moments.Y, moments.XY, moments.slopeY, moments.bendY] as const;
  const totals = rows.map(() => new Float64Array(points));
  for (let l = 0; l < sampleCount; l++) rows.forEach((row, n) => addRow(row, l * points, totals[n]));
  const batchTotals = rows.map(() => new Float64Array(points));
  // What D and L act on from outside, for w₁ and w₂.
  const flux1 = new Float64Array(points);
  const bend1 = new Float64Array(points);
  const flux2 = new Float64Array(points);
  const bend2 = new Float64Array(points);

  function addRow(row: Float64Array, at: number, out: Float64Array): void {
    for (let j = 0; j < points; j++) out[j] += row[at + j];
  }

  function sumBatch(batch: Int32Array): void {
    for (let n = 0; n < rows.length; n++) {
      batchTotals[n].fill(0);
      for (let k = 0; k < batch.length; k++) addRow(rows[n], batch[k] * points, batchTotals[n]);
    }
  }

  return {
    size: 2 * points,
    gradient(weights, batch, _stiffness, out) {
      if (batch !== null) sumBatch(batch);
      const sums = batch === null ? totals : batchTotals;
      const Y = sums[0];
      const XY = sums[1];
      const slopeY = sums[2];
      const bendY = sums[3];
      const mass = 8 * (batch === null ? sampleCount : batch.length) * r * r;
      for (let j = 0; j < points; j++) {
        const last = j === 0 ? points - 1 : j - 1;
        const next = j === points - 1 ? 0 : j + 1;
        const w1 = weights[j];
        const w2 = weights[points + j];
        const d1 = slopeScale * (weights[next] - weights[last]);
        const d2 = slopeScale * (weights[points + next] - weights[points + last]);
        const l1 = bendScale * (weights[next] - 2 * w1 + weights[last]);
        const l2 = bendScale * (weights[points + next] - 2 * w2 + weights[points + last]);
        const J3 = -8 * q * (XY[j] + 4 * bendY[j]);
        const xy = q * XY[j];
        const xs = q * slopeY[j];
        out[j] = J3 * w2 - 16 * xs * d2 - 4 * xy * l2;
        flux1[j] = 48 * xs * w2 + 16 * xy * d2;
        bend1[j] = -20 * xy * w2;
        out[points + j] = -4 * r * Y[j] + J3 * w1 + mass * (w2 + l2) - 48 * xs * d1 - 20 * xy * l1;
        flux2[j] = 16 * xy * d1 + 16 * xs * w1;
        bend2[j] = -2 * r * Y[j] - 4 * xy * w1;
      }
      for (let j = 0; j < points; j++) {
        const last = j === 0 ? points - 1 : j - 1;
        const next = j === points - 1 ? 0 : j + 1;
        const outer1 =
          slopeScale * (flux1[next] - flux1[last]) + bendScale * (bend1[next] - 2 * bend1[j] + bend1[last]);
        const outer2 =
          slopeScale * (flux2[next] - flux2[last]) + bendScale * (bend2[next] - 2 * bend2[j] + bend2[last]);
        out[j] = 0.5 * (out[j] + outer1);
        out[points + j] = 0.5 * (out[points + j] + outer2);
      }
    },
  };
}
