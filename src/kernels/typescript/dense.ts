import type { DenseShape, Force, KernelActivation, Reals } from '../types.ts';
import { activate } from './activations.ts';
import { pointSlope } from './costs.ts';

/** Samples that go through the network together: the batch is innermost, and its scratch stays in cache. */
const TILE = 64;

/** One layer's place in the flat weights: W row-major [rows × columns] from `weights`, b from `biases`. */
export interface DenseLayer {
  readonly rows: number;
  readonly columns: number;
  readonly weights: number;
  readonly biases: number;
  readonly weightScale: number;
  readonly biasScale: number;
  readonly activation: KernelActivation;
}

/** Lays the layers into the flat weights: for each layer W row-major, then b. */
export function denseLayers(shape: DenseShape): { layers: DenseLayer[]; size: number } {
  const layers: DenseLayer[] = [];
  let at = 0;
  for (let m = 0; m + 1 < shape.sizes.length; m++) {
    const columns = shape.sizes[m];
    const rows = shape.sizes[m + 1];
    layers.push({
      rows,
      columns,
      weights: at,
      biases: at + rows * columns,
      weightScale: shape.weightScale[m],
      biasScale: shape.biasScale[m],
      activation: m + 2 === shape.sizes.length ? shape.outputActivation : shape.activation,
    });
    at += rows * (columns + 1);
  }
  return { layers, size: at };
}

/**
 * Force of a dense network by back-propagation.
 * Activations are stored [neuron][sample], so that the inner loops run over samples with the weight held
 * fixed; samples go through in tiles of at most 64. O(P·samples), allocates nothing.
 * @param inputs   [L × n₀]
 * @param targets  [L × n_M]
 */
export function dense(shape: DenseShape, inputs: Float64Array, targets: Float64Array): Force {
  const { layers, size } = denseLayers(shape);
  const depth = layers.length;
  const inputCount = shape.sizes[0];
  const outputCount = shape.sizes[depth];
  const sampleCount = targets.length / outputCount;
  const room = (n: number): Float64Array => new Float64Array(n * TILE);
  const values = shape.sizes.map(room);
  const slopes = shape.sizes.map(room);
  const deltas = shape.sizes.map(room);

  function forward(weights: Reals, width: number): void {
    for (let m = 0; m < depth; m++) {
      const layer = layers[m];
      const z = values[m + 1];
      for (let j = 0; j < layer.rows; j++) {
        z.fill(layer.biasScale * weights[layer.biases + j], j * width, (j + 1) * width);
        const row = layer.weights + j * layer.columns;
        addRows(weights, row, 1, layer.weightScale, layer.columns, values[m], width, z, j * width);
      }
      activate(layer.activation, z, layer.rows * width, z, slopes[m + 1], null);
    }
  }

  function backward(weights: Reals, width: number, out: Reals): void {
    for (let m = depth - 1; m >= 0; m--) {
      const layer = layers[m];
      const delta = deltas[m + 1];
      const slope = slopes[m + 1];
      for (let n = 0; n < layer.rows * width; n++) delta[n] *= slope[n];
      for (let j = 0; j < layer.rows; j++) {
        const row = layer.weights + j * layer.columns;
        addProducts(delta, j * width, values[m], layer.columns, width, layer.weightScale, out, row);
        let sum = 0;
        for (let s = 0; s < width; s++) sum += delta[j * width + s];
        out[layer.biases + j] += layer.biasScale * sum;
      }
      if (m === 0) return;
      const before = deltas[m];
      before.fill(0, 0, layer.columns * width);
      for (let i = 0; i < layer.columns; i++) {
        const column = layer.weights + i;
        addRows(
          weights,
          column,
          layer.columns,
          layer.weightScale,
          layer.rows,
          delta,
          width,
          before,
          i * width,
        );
      }
    }
  }

  return {
    size,
    gradient(weights, batch, _stiffness, out) {
      out.fill(0);
      const count = batch === null ? sampleCount : batch.length;
      for (let first = 0; first < count; first += TILE) {
        const width = Math.min(TILE, count - first);
        for (let s = 0; s < width; s++) {
          const at = (batch === null ? first + s : batch[first + s]) * inputCount;
          for (let i = 0; i < inputCount; i++) values[0][i * width + s] = inputs[at + i];
        }
        forward(weights, width);
        for (let s = 0; s < width; s++) {
          const at = (batch === null ? first + s : batch[first + s]) * outputCount;
          pointSlope(shape.cost, values[depth], s, width, targets, at, outputCount, deltas[depth]);
        }
        backward(weights, width, out);
      }
    },
  };
}

/**
 * target[s] += scale Σ_k weights[at + k·stride] source[k][s], four rows at a time: one pass over the
 * target serves four products, which is what plain typed-array code gains most from (perf.md).
 */
function addRows(
  weights: Reals,
  at: number,
  stride: number,
  scale: number,
  count: number,
  source: Float64Array,
  width: number,
  target: Float64Array,
  targetAt: number,
): void {
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    const w0 = scale * weights[at + k * stride];
    const w1 = scale * weights[at + (k + 1) * stride];
    const w2 = scale * weights[at + (k + 2) * stride];
    const w3 = scale * weights[at + (k + 3) * stride];
    const row0 = k * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    for (let s = 0; s < width; s++) {
      target[targetAt + s] +=
        w0 * source[row0 + s] + w1 * source[row1 + s] + w2 * source[row2 + s] + w3 * source[row3 + s];
    }
  }
  for (; k < count; k++) {
    const w = scale * weights[at + k * stride];
    for (let s = 0; s < width; s++) target[targetAt + s] += w * source[k * width + s];
  }
}

/** out[outAt + i] += scale Σ_s delta[deltaAt + s] value[i][s], four rows at a time. */
function addProducts(
  delta: Float64Array,
  deltaAt: number,
  value: Float64Array,
  count: number,
  width: number,
  scale: number,
  out: Reals,
  outAt: number,
): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const row0 = i * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let s = 0; s < width; s++) {
      const d = delta[deltaAt + s];
      sum0 += d * value[row0 + s];
      sum1 += d * value[row1 + s];
      sum2 += d * value[row2 + s];
      sum3 += d * value[row3 + s];
    }
    out[outAt + i] += scale * sum0;
    out[outAt + i + 1] += scale * sum1;
    out[outAt + i + 2] += scale * sum2;
    out[outAt + i + 3] += scale * sum3;
  }
  for (; i < count; i++) {
    let sum = 0;
    for (let s = 0; s < width; s++) sum += delta[deltaAt + s] * value[i * width + s];
    out[outAt + i] += scale * sum;
  }
}
