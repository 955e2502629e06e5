import { spreadOverMesh } from './mesh.ts';
import { sumSamples, type TheoryOf } from './theory.ts';

/**
 * The potential of a cell at zeroth order in derivatives, whole: c = Σ_l [Y − Z]², Z = 2w₂ σ(2X w₁).
 * Sextic for p ≠ 0 (E16), never negative; points do not feel each other. **approximate**: slow fields.
 * Source: physics.md 2.3.
 */
export const cellTheory: TheoryOf = ({ N, mesh, p, q, r }, data, kernels) => {
  const points = N * mesh;
  const inputs = spreadOverMesh(data.inputs, N, mesh);
  const targets = spreadOverMesh(data.targets, N, mesh);
  const sigma = (u: number): number => (p * u + q) * u + r;
  return {
    force: kernels.twoFieldCell(p, q, r, points, inputs, targets),
    costOf(other) {
      const X = spreadOverMesh(other.inputs, N, mesh);
      const Y = spreadOverMesh(other.targets, N, mesh);
      return sumSamples(other.sampleCount, (weights, l) => {
        let sum = 0;
        for (let j = 0; j < points; j++) {
          const n = l * points + j;
          const error = Y[n] - 2 * weights[points + j] * sigma(2 * X[n] * weights[j]);
          sum += error * error;
        }
        return 0.5 * sum;
      });
    },
    forwardOf: (X) => (weights, sample, out, at) => {
      for (let i = 0; i < N; i++) {
        const j = mesh * i;
        out[at + i] = 2 * weights[points + j] * sigma(2 * X[sample * N + i] * weights[j]);
      }
    },
    hessianVector(weights, vector, out) {
      out.fill(0);
      for (let n = 0; n < inputs.length; n++) {
        const j = n % points;
        const x = 2 * inputs[n];
        const u = x * weights[j];
        const w2 = weights[points + j];
        const s = sigma(u);
        const slope = (2 * p * u + q) * x;
        const error = 2 * (2 * w2 * s - targets[n]);
        const errorRate = 4 * (vector[points + j] * s + w2 * slope * vector[j]);
        out[j] +=
          (errorRate * w2 + error * vector[points + j]) * slope + error * w2 * 2 * p * x * x * vector[j];
        out[points + j] += errorRate * s + error * slope * vector[j];
      }
    },
  };
};
