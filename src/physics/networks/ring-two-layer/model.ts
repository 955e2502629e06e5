import type { Reals, System, TrainingData } from '../../types.ts';
import type { Forward } from '../readout.ts';

export interface TwoLayerModel {
  readonly forwardOf: (inputs: Float64Array) => Forward;
  readonly activations: System['activations'];
  hessianVector(weights: Reals, vector: Float64Array, out: Float64Array): void;
}

/**
 * Outputs and second derivatives of Example 2 (physics.md 2.1):
 *   u_k = W1[2k−1] X_{k−1} + W1[2k] X_k,  h = σ(u) = p u² + q u + r,  Z_i = W2[2i] h_i + W2[2i+1] h_{i+1}
 */
export function createTwoLayerModel(
  p: number,
  q: number,
  r: number,
  N: number,
  data: TrainingData,
): TwoLayerModel {
  const second = 2 * N;
  const hidden = new Float64Array(N);
  const slope = new Float64Array(N);
  const hiddenRate = new Float64Array(N);
  const slopeRate = new Float64Array(N);
  const error = new Float64Array(N);
  const errorRate = new Float64Array(N);
  const before = (k: number): number => (k === 0 ? N - 1 : k - 1);
  const after = (k: number): number => (k === N - 1 ? 0 : k + 1);

  const preActivation = (weights: Reals, inputs: Float64Array, at: number, k: number): number =>
    weights[2 * before(k) + 1] * inputs[at + before(k)] + weights[2 * k] * inputs[at + k];

  const writeHidden = (
    weights: Reals,
    inputs: Float64Array,
    sample: number,
    out: Float64Array,
    to: number,
  ) => {
    for (let k = 0; k < N; k++) {
      const u = preActivation(weights, inputs, sample * N, k);
      out[to + k] = (p * u + q) * u + r;
    }
  };
  const writeOutputs = (weights: Reals, h: Float64Array, hAt: number, out: Float64Array, to: number) => {
    for (let i = 0; i < N; i++) {
      const left = weights[second + 2 * i] * h[hAt + i];
      out[to + i] = left + weights[second + 2 * i + 1] * h[hAt + after(i)];
    }
  };

  /** Adds the directional derivative of one sample's gradient along `vector`. */
  const addSample = (weights: Reals, vector: Float64Array, sample: number, out: Float64Array): void => {
    const at = sample * N;
    for (let k = 0; k < N; k++) {
      const u = preActivation(weights, data.inputs, at, k);
      const uRate = preActivation(vector, data.inputs, at, k);
      hidden[k] = (p * u + q) * u + r;
      slope[k] = 2 * p * u + q;
      hiddenRate[k] = slope[k] * uRate;
      slopeRate[k] = 2 * p * uRate;
    }
    for (let i = 0; i < N; i++) {
      const j = after(i);
      const even = second + 2 * i;
      const output = weights[even] * hidden[i] + weights[even + 1] * hidden[j];
      const left = vector[even] * hidden[i] + weights[even] * hiddenRate[i];
      const right = vector[even + 1] * hidden[j] + weights[even + 1] * hiddenRate[j];
      error[i] = 2 * (output - data.targets[at + i]);
      errorRate[i] = 2 * (left + right);
      out[even] += errorRate[i] * hidden[i] + error[i] * hiddenRate[i];
      out[even + 1] += errorRate[i] * hidden[j] + error[i] * hiddenRate[j];
    }
    for (let k = 0; k < N; k++) {
      const j = before(k);
      const even = second + 2 * k;
      const odd = second + 2 * j + 1;
      const back = error[k] * weights[even] + error[j] * weights[odd];
      const backRate =
        errorRate[k] * weights[even] +
        error[k] * vector[even] +
        errorRate[j] * weights[odd] +
        error[j] * vector[odd];
      const deltaRate = backRate * slope[k] + back * slopeRate[k];
      out[2 * j + 1] += deltaRate * data.inputs[at + j];
      out[2 * k] += deltaRate * data.inputs[at + k];
    }
  };

  return {
    forwardOf: (inputs) => (weights, sample, out, at) => {
      writeHidden(weights, inputs, sample, hidden, 0);
      writeOutputs(weights, hidden, 0, out, at);
    },
    activations(weights, sample, out) {
      out.set(data.inputs.subarray(sample * N, (sample + 1) * N));
      writeHidden(weights, data.inputs, sample, out, N);
      writeOutputs(weights, out, N, out, 2 * N);
    },
    hessianVector(weights, vector, out) {
      out.fill(0);
      for (let l = 0; l < data.sampleCount; l++) addSample(weights, vector, l, out);
    },
  };
}
