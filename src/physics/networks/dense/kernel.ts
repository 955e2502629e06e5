import type {
  KernelActivation,
  Kernels,
  NetworkKernel,
  NetworkRates,
  Reals,
  RowLoops,
} from '../../../kernels/types.ts';
import { denseTangent } from './tangent.ts';

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
export function denseKernel(shape: DenseShape, kernels: Kernels): NetworkKernel {
  const { layers, size } = denseLayers(shape);
  const { sizes } = shape;
  const depth = layers.length;
  // Eleven rows of every neuron at most: four here, seven where rates are asked for.
  const loops = kernels.rows(size, 11 * TILE * sizes.reduce((sum, n) => sum + n, 0));
  const room = (): Float64Array[] => sizes.map((n) => loops.room(n * TILE));
  const values = room();
  const slopes = room();
  const deltas = room();
  const targetRows = loops.room(sizes[depth] * TILE);
  let made: NetworkRates | undefined;

  /** @param bends  where σ″ goes, or null */
  function forward(weights: Reals, width: number, bends: Float64Array[] | null): void {
    for (let m = 0; m < depth; m++) {
      const z = values[m + 1];
      loops.fillRows(weights, layers[m].biases, layers[m].rows, layers[m].biasScale, width, z);
      addWeights(loops, weights, layers[m], values[m], width, z);
      loops.activate(
        layers[m].activation,
        z,
        layers[m].rows * width,
        z,
        0,
        slopes[m + 1],
        bends && bends[m + 1],
      );
    }
  }

  function createRates(): NetworkRates {
    const [bends, zRates, rates, zSeconds, seconds, deltaRates] = Array.from({ length: 6 }, room);
    const most = loops.room(sizes.reduce((most, n) => Math.max(most, n), 0) * TILE);

    function forwardRates(weights: Reals, direction: Reals, width: number, second: boolean): void {
      forward(weights, width, bends);
      for (let m = 0; m < depth; m++) {
        const layer = layers[m];
        const count = layer.rows * width;
        const [slope, bend, zRate, rate] = [slopes[m + 1], bends[m + 1], zRates[m + 1], rates[m + 1]];
        loops.fillRows(direction, layer.biases, layer.rows, layer.biasScale, width, zRate);
        addWeights(loops, direction, layer, values[m], width, zRate);
        addWeights(loops, weights, layer, rates[m], width, zRate);
        for (let n = 0; n < count; n++) rate[n] = slope[n] * zRate[n];
        if (!second) continue;
        const zSecond = zSeconds[m + 1];
        // z″ = W h″ + 2 W′ h′
        zSecond.fill(0, 0, count);
        addWeights(loops, direction, layer, rates[m], width, zSecond);
        for (let n = 0; n < count; n++) zSecond[n] *= 2;
        addWeights(loops, weights, layer, seconds[m], width, zSecond);
        for (let n = 0; n < count; n++) {
          seconds[m + 1][n] = bend[n] * zRate[n] * zRate[n] + slope[n] * zSecond[n];
        }
      }
    }

    function backwardRates(weights: Reals, direction: Reals, width: number, out: Reals): void {
      for (let m = depth - 1; m >= 0; m--) {
        const layer = layers[m];
        const { columns, rows, weightScale, biasScale } = layer;
        const [delta, deltaRate] = [deltas[m + 1], deltaRates[m + 1]];
        const [slope, bend, zRate] = [slopes[m + 1], bends[m + 1], zRates[m + 1]];
        for (let n = 0; n < layer.rows * width; n++) {
          deltaRate[n] = deltaRate[n] * slope[n] + delta[n] * bend[n] * zRate[n];
          delta[n] *= slope[n];
        }
        loops.addOuter(deltaRate, rows, values[m], columns, width, weightScale, out, layer.weights);
        loops.addOuter(delta, rows, rates[m], columns, width, weightScale, out, layer.weights);
        loops.addSums(deltaRate, 0, rows, width, biasScale, out, layer.biases, 1);
        if (m === 0) return;
        sendBack(loops, weights, layer, delta, width, deltas[m]);
        sendBack(loops, weights, layer, deltaRate, width, deltaRates[m]);
        sendBack(loops, direction, layer, delta, width, most);
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

  const plainForward = loops.sequence((weights, width) => forward(weights, width, null));
  const backward = loops.sequence((weights, width, out) => {
    if (out === null) return;
    for (let m = depth - 1; m >= 0; m--) {
      const layer = layers[m];
      const delta = deltas[m + 1];
      const { rows, columns, weightScale, biasScale } = layer;
      loops.product(delta, slopes[m + 1], rows * width, delta, 0);
      loops.addOuter(delta, rows, values[m], columns, width, weightScale, out, layer.weights);
      loops.addSums(delta, 0, rows, width, biasScale, out, layer.biases, 1);
      if (m === 0) return;
      sendBack(loops, weights, layer, delta, width, deltas[m]);
    }
  });
  const load: NetworkKernel['load'] = (inputs, batch, first, width, fixed = false) =>
    loops.gather(inputs, sizes[0], batch, first, width, values[0], 0, fixed);

  return {
    size,
    reals: loops.reals,
    sequence: loops.sequence,
    outputCount: sizes[depth],
    tile: TILE,
    outputs: values[depth],
    slope: deltas[depth],
    load,
    forward: (weights, width) => plainForward(weights, width, null),
    squaredSlope(targets, batch, first, width) {
      loops.gather(targets, sizes[depth], batch, first, width, targetRows, 0, true);
      loops.doubleErrors(values[depth], targetRows, sizes[depth] * width, deltas[depth]);
    },
    backward,
    neurons(out) {
      let at = 0;
      for (let m = 0; m <= depth; m++) {
        for (let i = 0; i < sizes[m]; i++) out[at++] = values[m][i];
        if (m < depth) out[at++] = 1;
      }
    },
    responses(first, width, count, out) {
      let row = first;
      for (let m = 0; m <= depth; m++) {
        for (let i = 0; i < sizes[m]; i++, row += count) {
          for (let s = 0; s < width; s++) out[row + s] = values[m][i * width + s];
        }
        if (m === depth) return;
        out.fill(1, row, row + width);
        row += count;
      }
    },
    rates: () => (made ??= createRates()),
    tangentKernel: denseTangent(
      {
        layers,
        sizes,
        tile: TILE,
        values,
        slopes,
        forward(weights, inputs, batch, first, width) {
          load(inputs, batch, first, width);
          plainForward(weights, width, null);
        },
      },
      kernels,
    ),
  };
}

/** z += s_w W h of every row. */
function addWeights(
  loops: RowLoops,
  flat: Reals,
  { rows, columns, weights, weightScale }: DenseLayer,
  source: Float64Array,
  width: number,
  z: Float64Array,
): void {
  loops.multiply(flat, weights, columns, 1, rows, columns, weightScale, source, width, z);
}

/** before = s_w Wᵀ delta. */
function sendBack(
  loops: RowLoops,
  flat: Reals,
  { rows, columns, weights, weightScale }: DenseLayer,
  delta: Float64Array,
  width: number,
  before: Float64Array,
): void {
  loops.fill(0, columns * width, before, 0);
  loops.multiply(flat, weights, 1, columns, columns, rows, weightScale, delta, width, before);
}
