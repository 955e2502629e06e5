import { activate } from '../../../kernels/typescript/activations.ts';
import { addProducts, addRows, gatherRows, rowSum } from '../../../kernels/typescript/rows.ts';
import type { KernelActivation, NetworkKernel, NetworkRates, Reals } from '../../../kernels/types.ts';

/** Samples that go through the network together: the batch is innermost, and its scratch stays in cache. */
const TILE = 64;

/** z⁽ᵐ⁺¹⁾ = weightScale[m] W⁽ᵐ⁾h⁽ᵐ⁾ + biasScale[m] b⁽ᵐ⁾, h = σ(z); flat weights: W row-major then b, layer by layer. */
export interface DenseShape {
  sizes: readonly number[];
  activation: KernelActivation;
  outputActivation: KernelActivation;
  /** [layers]: 1 in `standard`, σ_w/√n_in in `ntk`. */
  weightScale: readonly number[];
  /** [layers]: 1 in `standard`, σ_b in `ntk`. */
  biasScale: readonly number[];
}

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
 * Loops of a dense network. Neurons are stored [neuron][sample], so that the inner loops run over samples with
 * the weight held fixed; samples go through in tiles of at most 64.
 */
export function denseKernel(shape: DenseShape): NetworkKernel {
  const { layers, size } = denseLayers(shape);
  const { sizes } = shape;
  const depth = layers.length;
  const room = (): Float64Array[] => sizes.map((n) => new Float64Array(n * TILE));
  const values = room();
  const slopes = room();
  const deltas = room();
  let made: NetworkRates | undefined;

  /** @param bends  where σ″ goes, or null */
  function forward(weights: Reals, width: number, bends: Float64Array[] | null): void {
    for (let m = 0; m < depth; m++) {
      const z = values[m + 1];
      startLayer(weights, layers[m], width, z);
      addWeights(weights, layers[m], values[m], width, z);
      activate(layers[m].activation, z, layers[m].rows * width, z, slopes[m + 1], bends && bends[m + 1]);
    }
  }

  function createRates(): NetworkRates {
    const [bends, zRates, rates, zSeconds, seconds, deltaRates] = Array.from({ length: 6 }, room);
    const most = new Float64Array(sizes.reduce((most, n) => Math.max(most, n), 0) * TILE);

    function forwardRates(weights: Reals, direction: Reals, width: number, second: boolean): void {
      forward(weights, width, bends);
      for (let m = 0; m < depth; m++) {
        const layer = layers[m];
        const count = layer.rows * width;
        const [slope, bend, zRate, rate] = [slopes[m + 1], bends[m + 1], zRates[m + 1], rates[m + 1]];
        startLayer(direction, layer, width, zRate);
        addWeights(direction, layer, values[m], width, zRate);
        addWeights(weights, layer, rates[m], width, zRate);
        for (let n = 0; n < count; n++) rate[n] = slope[n] * zRate[n];
        if (!second) continue;
        const zSecond = zSeconds[m + 1];
        // z″ = W h″ + 2 W′ h′
        zSecond.fill(0, 0, count);
        addWeights(direction, layer, rates[m], width, zSecond);
        for (let n = 0; n < count; n++) zSecond[n] *= 2;
        addWeights(weights, layer, seconds[m], width, zSecond);
        for (let n = 0; n < count; n++) {
          seconds[m + 1][n] = bend[n] * zRate[n] * zRate[n] + slope[n] * zSecond[n];
        }
      }
    }

    function backwardRates(weights: Reals, direction: Reals, width: number, out: Reals): void {
      for (let m = depth - 1; m >= 0; m--) {
        const layer = layers[m];
        const { columns, weightScale } = layer;
        const [delta, deltaRate] = [deltas[m + 1], deltaRates[m + 1]];
        const [slope, bend, zRate] = [slopes[m + 1], bends[m + 1], zRates[m + 1]];
        for (let n = 0; n < layer.rows * width; n++) {
          deltaRate[n] = deltaRate[n] * slope[n] + delta[n] * bend[n] * zRate[n];
          delta[n] *= slope[n];
        }
        for (let j = 0; j < layer.rows; j++) {
          const row = layer.weights + j * columns;
          addProducts(deltaRate, j * width, values[m], columns, width, weightScale, out, row);
          addProducts(delta, j * width, rates[m], columns, width, weightScale, out, row);
          out[layer.biases + j] += layer.biasScale * rowSum(deltaRate, j * width, width);
        }
        if (m === 0) return;
        sendBack(weights, layer, delta, width, deltas[m]);
        sendBack(weights, layer, deltaRate, width, deltaRates[m]);
        sendBack(direction, layer, delta, width, most);
        for (let n = 0; n < columns * width; n++) deltaRates[m][n] += most[n];
      }
    }

    return {
      first: rates[depth],
      second: seconds[depth],
      slopeRate: deltaRates[depth],
      forward: forwardRates,
      backward: backwardRates,
    };
  }

  return {
    size,
    outputCount: sizes[depth],
    tile: TILE,
    outputs: values[depth],
    slope: deltas[depth],
    load: (inputs, batch, first, width) => gatherRows(inputs, sizes[0], batch, first, width, values[0], 0),
    forward: (weights, width) => forward(weights, width, null),
    backward(weights, width, out) {
      for (let m = depth - 1; m >= 0; m--) {
        const layer = layers[m];
        const delta = deltas[m + 1];
        const slope = slopes[m + 1];
        for (let n = 0; n < layer.rows * width; n++) delta[n] *= slope[n];
        for (let j = 0; j < layer.rows; j++) {
          const row = layer.weights + j * layer.columns;
          addProducts(delta, j * width, values[m], layer.columns, width, layer.weightScale, out, row);
          out[layer.biases + j] += layer.biasScale * rowSum(delta, j * width, width);
        }
        if (m === 0) return;
        sendBack(weights, layer, delta, width, deltas[m]);
      }
    },
    neurons(out) {
      let at = 0;
      for (let m = 0; m <= depth; m++) {
        for (let i = 0; i < sizes[m]; i++) out[at++] = values[m][i];
        if (m < depth) out[at++] = 1;
      }
    },
    rates: () => (made ??= createRates()),
  };
}

/** z = s_b b of every row. */
function startLayer(
  flat: Reals,
  { rows, biases, biasScale }: DenseLayer,
  width: number,
  z: Float64Array,
): void {
  for (let j = 0; j < rows; j++) z.fill(biasScale * flat[biases + j], j * width, (j + 1) * width);
}

/** z += s_w W h of every row. */
function addWeights(
  flat: Reals,
  layer: DenseLayer,
  source: Float64Array,
  width: number,
  z: Float64Array,
): void {
  for (let j = 0; j < layer.rows; j++) {
    const row = layer.weights + j * layer.columns;
    addRows(flat, row, 1, layer.weightScale, layer.columns, source, width, z, j * width);
  }
}

/** before = s_w Wᵀ delta. */
function sendBack(
  flat: Reals,
  layer: DenseLayer,
  delta: Float64Array,
  width: number,
  before: Float64Array,
): void {
  before.fill(0, 0, layer.columns * width);
  for (let i = 0; i < layer.columns; i++) {
    const column = layer.weights + i;
    addRows(flat, column, layer.columns, layer.weightScale, layer.rows, delta, width, before, i * width);
  }
}
