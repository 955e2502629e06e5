import type { DeepRingShape } from '../../../kernels/types.ts';
import { activate } from '../../../kernels/typescript/activations.ts';
import { pointCurvature, pointSlope } from '../../../kernels/typescript/costs.ts';
import { deepRingFan } from '../../../kernels/typescript/deepRing.ts';
import { wrap } from '../../lattice/ring.ts';
import type { Reals, TrainingData } from '../../types.ts';
import type { LayeredModel } from '../model.ts';

/**
 * Outputs and second derivatives of a deep ring, one sample at a time:
 *   z_i = b_i + Σ_s W_{i,s} h_{i+s},  h⁺_i = σ(z_i) [+ h_i]
 * H v is the derivative of back-propagation along v, **exact**; σ'' of relu is 0.
 * Source: Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6 (1994) 147.
 */
export function createDeepRingModel(shape: DeepRingShape, data: TrainingData): LayeredModel {
  const { N, depth, reach, biases, residual } = shape;
  const taps = 2 * reach + 1;
  const fan = deepRingFan(shape);
  const size = N * depth * fan;
  const room = (count: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(N));
  const values = room(depth + 1);
  const slopes = room(depth);
  const bends = room(depth);
  // The same along the direction v: derivatives of z and h.
  const zRates = room(depth);
  const rates = room(depth + 1);
  rates[0].fill(0);
  // ∂C/∂h after and before the layer at work, and their rates.
  let [back, backRate, before, beforeRate] = room(4);
  /** [N·taps] the neighbours i + s of site i. */
  const neighbour = Int32Array.from({ length: N * taps }, (_, n) =>
    wrap(Math.floor(n / taps) + (n % taps) - reach, N),
  );
  const isLast = (m: number): boolean => m === depth - 1;

  /** Σ_s w_{i,s} h_{i+s} of site i, whose weights begin at `at`. */
  const local = (flat: Reals, at: number, i: number, h: Float64Array): number => {
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += flat[at + k] * h[neighbour[i * taps + k]];
    return sum;
  };

  function forward(weights: Reals, inputs: Float64Array, sample: number): void {
    for (let i = 0; i < N; i++) values[0][i] = inputs[sample * N + i];
    for (let m = 0; m < depth; m++) {
      const next = values[m + 1];
      for (let i = 0; i < N; i++) {
        const at = (m * N + i) * fan;
        next[i] = local(weights, at, i, values[m]) + (biases ? weights[at + taps] : 0);
      }
      const activation = isLast(m) ? shape.outputActivation : shape.activation;
      activate(activation, next, N, next, slopes[m], bends[m]);
      if (residual && !isLast(m)) for (let i = 0; i < N; i++) next[i] += values[m][i];
    }
  }

  function forwardRate(weights: Reals, vector: Float64Array): void {
    for (let m = 0; m < depth; m++) {
      for (let i = 0; i < N; i++) {
        const at = (m * N + i) * fan;
        const sum = local(vector, at, i, values[m]) + local(weights, at, i, rates[m]);
        zRates[m][i] = sum + (biases ? vector[at + taps] : 0);
        rates[m + 1][i] = slopes[m][i] * zRates[m][i] + (residual && !isLast(m) ? rates[m][i] : 0);
      }
    }
  }

  /** On entry back and backRate hold ∂C/∂Z and its rate. */
  function backwardRate(weights: Reals, vector: Float64Array, out: Float64Array): void {
    for (let m = depth - 1; m >= 0; m--) {
      const kept = residual && !isLast(m);
      for (let i = 0; i < N; i++) {
        before[i] = kept ? back[i] : 0;
        beforeRate[i] = kept ? backRate[i] : 0;
      }
      for (let i = 0; i < N; i++) {
        const delta = back[i] * slopes[m][i];
        const deltaRate = backRate[i] * slopes[m][i] + back[i] * bends[m][i] * zRates[m][i];
        const at = (m * N + i) * fan;
        for (let k = 0; k < taps; k++) {
          const j = neighbour[i * taps + k];
          const weight = weights[at + k];
          out[at + k] += deltaRate * values[m][j] + delta * rates[m][j];
          before[j] += weight * delta;
          beforeRate[j] += vector[at + k] * delta + weight * deltaRate;
        }
        if (biases) out[at + taps] += deltaRate;
      }
      [back, before] = [before, back];
      [backRate, beforeRate] = [beforeRate, backRate];
    }
  }

  return {
    weightCount: size,
    forwardOf: (inputs) => (weights, sample, out, at) => {
      forward(weights, inputs, sample);
      out.set(values[depth], at);
    },
    activations(weights, sample, out) {
      forward(weights, data.inputs, sample);
      values.forEach((layer, m) => out.set(layer, m * N));
      // The sources of the biases, behind the neurons (layout.ts), always say 1.
      out.fill(1, (depth + 1) * N);
    },
    hessianVector(weights, vector, out) {
      out.fill(0);
      for (let l = 0; l < data.sampleCount; l++) {
        forward(weights, data.inputs, l);
        forwardRate(weights, vector);
        pointSlope(shape.cost, values[depth], 0, 1, data.targets, l * N, N, back);
        pointCurvature(shape.cost, values[depth], data.targets, l * N, N, rates[depth], backRate);
        backwardRate(weights, vector, out);
      }
    },
  };
}
