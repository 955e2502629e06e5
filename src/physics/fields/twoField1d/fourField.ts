import type { Reals } from '../../types.ts';
import { spreadOverMesh } from './mesh.ts';
import { sumSamples, type TheoryOf } from './theory.ts';

/**
 * Four fields, the lattice of Eq. 18 itself (physics.md 2.5), local and **exact**. The hidden neuron at y = x − 2a
 * has the index j of its point x, one cell is `mesh` points:
 *   h_j = σ(P_j X_{j−mesh} + Q_j X_j),  Z_j = A_j h_j + B_j h_{j+mesh},  c = 2 Σ_l (Y − Z)²
 * c counts both legs of a cell, so that cost = ½ Σ c = Σ (Y − Z)² is the network's and the motion its own. At mesh 1
 *   A_i = W2[2i],  B_i = W2[2i+1],  P_i = W1[2i−1],  Q_i = W1[2i]  of ring-two-layer.
 */
export const fourFieldTheory: TheoryOf = ({ N, mesh, p, q, r }, data, kernels) => {
  const points = N * mesh;
  const [B, P, Q] = [points, 2 * points, 3 * points];
  const inputs = spreadOverMesh(data.inputs, N, mesh);
  const targets = spreadOverMesh(data.targets, N, mesh);
  const before = (j: number): number => (j < mesh ? j - mesh + points : j - mesh);
  const after = (j: number): number => (j + mesh < points ? j + mesh : j + mesh - points);
  const input = (weights: Reals, X: Float64Array, at: number, j: number): number =>
    weights[P + j] * X[at + before(j)] + weights[Q + j] * X[at + j];
  const hidden = (weights: Reals, X: Float64Array, at: number, j: number): number => {
    const u = input(weights, X, at, j);
    return (p * u + q) * u + r;
  };
  const predict = (weights: Reals, X: Float64Array, at: number, j: number): number =>
    weights[j] * hidden(weights, X, at, j) + weights[B + j] * hidden(weights, X, at, after(j));
  const zeros = (): Float64Array => new Float64Array(points);
  const [h, slope, hRate, slopeRate, error, errorRate] = Array.from({ length: 6 }, zeros);

  /** Adds the directional derivative of one sample's gradient along `vector`. */
  const addSample = (weights: Reals, vector: Float64Array, at: number, out: Float64Array): void => {
    for (let j = 0; j < points; j++) {
      const u = input(weights, inputs, at, j);
      const uRate = input(vector, inputs, at, j);
      h[j] = (p * u + q) * u + r;
      slope[j] = 2 * p * u + q;
      hRate[j] = slope[j] * uRate;
      slopeRate[j] = 2 * p * uRate;
    }
    for (let j = 0; j < points; j++) {
      const k = after(j);
      error[j] = 2 * (weights[j] * h[j] + weights[B + j] * h[k] - targets[at + j]);
      const left = vector[j] * h[j] + weights[j] * hRate[j];
      errorRate[j] = 2 * (left + vector[B + j] * h[k] + weights[B + j] * hRate[k]);
      out[j] += errorRate[j] * h[j] + error[j] * hRate[j];
      out[B + j] += errorRate[j] * h[k] + error[j] * hRate[k];
    }
    for (let j = 0; j < points; j++) {
      const k = before(j);
      const back = error[j] * weights[j] + error[k] * weights[B + k];
      const backRate =
        errorRate[j] * weights[j] +
        error[j] * vector[j] +
        errorRate[k] * weights[B + k] +
        error[k] * vector[B + k];
      const rate = backRate * slope[j] + back * slopeRate[j];
      out[P + j] += rate * inputs[at + k];
      out[Q + j] += rate * inputs[at + j];
    }
  };

  return {
    force: kernels.fourField(p, q, r, mesh, points, inputs, targets),
    costOf(other) {
      const X = spreadOverMesh(other.inputs, N, mesh);
      const Y = spreadOverMesh(other.targets, N, mesh);
      return sumSamples(other.sampleCount, (weights, l) => {
        let sum = 0;
        for (let j = 0; j < points; j++) {
          const difference = Y[l * points + j] - predict(weights, X, l * points, j);
          sum += difference * difference;
        }
        return sum;
      });
    },
    forwardOf(cells) {
      const X = spreadOverMesh(cells, N, mesh);
      return (weights, sample, out, at) => {
        for (let i = 0; i < N; i++) out[at + i] = predict(weights, X, sample * points, mesh * i);
      };
    },
    hessianVector(weights, vector, out) {
      out.fill(0);
      for (let at = 0; at < inputs.length; at += points) addSample(weights, vector, at, out);
    },
  };
};
