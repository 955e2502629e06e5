import type { DenseShape } from '../../../kernels/types.ts';
import { activate } from '../../../kernels/typescript/activations.ts';
import { pointCurvature, pointSlope } from '../../../kernels/typescript/costs.ts';
import { denseLayers } from '../../../kernels/typescript/dense.ts';
import type { DenseLayer } from '../../../kernels/typescript/dense.ts';
import type { Reals, TrainingData } from '../../types.ts';
import type { LayeredModel } from '../model.ts';

/**
 * Outputs and second derivatives of a dense network, one sample at a time.
 * H v is the derivative of back-propagation along v, exact; σ'' of relu is 0.
 * Source: Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6 (1994) 147.
 */
export function createDenseModel(shape: DenseShape, data: TrainingData): LayeredModel {
  const { layers, size } = denseLayers(shape);
  const { sizes } = shape;
  const depth = layers.length;
  const room = (): Float64Array[] => sizes.map((n) => new Float64Array(n));
  const values = room();
  const slopes = room();
  const bends = room();
  const deltas = room();
  // The same along the direction v: derivatives of z, h, ∂C/∂h and δ.
  const zRates = room();
  const rates = room();
  const deltaRates = room();
  rates[0].fill(0);

  function forward(weights: Reals, inputs: Float64Array, sample: number): void {
    for (let i = 0; i < sizes[0]; i++) values[0][i] = inputs[sample * sizes[0] + i];
    layers.forEach((layer, m) => {
      const z = values[m + 1];
      for (let j = 0; j < layer.rows; j++) {
        z[j] =
          layer.weightScale * rowDot(layer, j, weights, values[m]) +
          layer.biasScale * weights[layer.biases + j];
      }
      activate(layer.activation, z, layer.rows, z, slopes[m + 1], bends[m + 1]);
    });
  }

  function forwardRate(weights: Reals, vector: Float64Array): void {
    layers.forEach((layer, m) => {
      for (let j = 0; j < layer.rows; j++) {
        const sum = rowDot(layer, j, vector, values[m]) + rowDot(layer, j, weights, rates[m]);
        zRates[m + 1][j] = layer.weightScale * sum + layer.biasScale * vector[layer.biases + j];
        rates[m + 1][j] = slopes[m + 1][j] * zRates[m + 1][j];
      }
    });
  }

  /** On entry deltas[depth] and deltaRates[depth] hold ∂C/∂Z and its rate. */
  function backwardRate(weights: Reals, vector: Float64Array, out: Float64Array): void {
    for (let m = depth - 1; m >= 0; m--) {
      const layer = layers[m];
      const { columns, weightScale } = layer;
      const delta = deltas[m + 1];
      const deltaRate = deltaRates[m + 1];
      for (let j = 0; j < layer.rows; j++) {
        deltaRate[j] = deltaRate[j] * slopes[m + 1][j] + delta[j] * bends[m + 1][j] * zRates[m + 1][j];
        delta[j] *= slopes[m + 1][j];
      }
      deltas[m].fill(0);
      deltaRates[m].fill(0);
      for (let j = 0; j < layer.rows; j++) {
        const row = layer.weights + j * columns;
        for (let i = 0; i < columns; i++) {
          const weight = weights[row + i];
          out[row + i] += weightScale * (deltaRate[j] * values[m][i] + delta[j] * rates[m][i]);
          deltas[m][i] += weightScale * weight * delta[j];
          deltaRates[m][i] += weightScale * (vector[row + i] * delta[j] + weight * deltaRate[j]);
        }
        out[layer.biases + j] += layer.biasScale * deltaRate[j];
      }
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
      let at = 0;
      values.forEach((layer, m) => {
        out.set(layer, at);
        at += layer.length;
        if (m < depth) out[at++] = 1;
      });
    },
    hessianVector(weights, vector, out) {
      out.fill(0);
      const outputCount = sizes[depth];
      for (let l = 0; l < data.sampleCount; l++) {
        forward(weights, data.inputs, l);
        forwardRate(weights, vector);
        const Z = values[depth];
        const at = l * outputCount;
        pointSlope(shape.cost, Z, 0, 1, data.targets, at, outputCount, deltas[depth]);
        pointCurvature(shape.cost, Z, data.targets, at, outputCount, rates[depth], deltaRates[depth]);
        backwardRate(weights, vector, out);
      }
    },
  };
}

/** Row j of a layer's weights times h. */
function rowDot({ weights, columns }: DenseLayer, j: number, flat: Reals, h: Float64Array): number {
  const row = weights + j * columns;
  let sum = 0;
  for (let i = 0; i < columns; i++) sum += flat[row + i] * h[i];
  return sum;
}
