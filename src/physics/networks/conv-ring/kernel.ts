import type {
  KernelActivation,
  Kernels,
  NetworkKernel,
  NetworkRates,
  Reals,
} from '../../../kernels/types.ts';
import { convRingTangent } from './tangent.ts';

/** Samples that go through the network together: the batch is innermost. */
const TILE = 64;
/** Neurons times samples of one tile at most: wide rings of many channels take fewer samples at once. */
const MOST_ROOM = 2_000_000;

/**
 * h⁽ᵐ⁺¹⁾_{c,i} = σ(Σ_{c′,s} W⁽ᵐ⁾_{c,c′,s} h⁽ᵐ⁾_{c′,i+s} + b⁽ᵐ⁾_c), s = −reach..reach, i + s modulo N; flat weights: layer
 * by layer, in a layer by output channel, input channel, s; then that layer's biases, one an output channel.
 */
export interface ConvRingShape {
  N: number;
  /** Channels of every hidden layer; inputs and outputs have one. */
  channels: readonly number[];
  reach: number;
  activation: KernelActivation;
  outputActivation: KernelActivation;
  biases: boolean;
}

/** One layer's place in the flat weights. */
export interface ConvLayer {
  readonly from: number;
  readonly to: number;
  /** First weight, [to × from × taps]. */
  readonly weights: number;
  /** First bias, [to]. */
  readonly biases: number;
}

/** Lays the layers into the flat weights. */
export function convLayers({
  channels,
  reach,
  biases,
}: Pick<ConvRingShape, 'channels' | 'reach' | 'biases'>): { layers: ConvLayer[]; size: number } {
  const counts = [1, ...channels, 1];
  const layers: ConvLayer[] = [];
  let size = 0;
  for (let m = 0; m + 1 < counts.length; m++) {
    const [from, to] = [counts[m], counts[m + 1]];
    const kernels = from * to * (2 * reach + 1);
    layers.push({ from, to, weights: size, biases: size + kernels });
    size += kernels + (biases ? to : 0);
  }
  return { layers, size };
}

/**
 * Loops of a convolutional ring. A channel's neurons are stored [site][sample] with `reach` sites more at both
 * ends, where the ring goes on; channels one behind the other.
 */
export function convRingKernel(shape: ConvRingShape, kernels: Kernels): NetworkKernel {
  const { N, reach, biases } = shape;
  const { layers, size } = convLayers(shape);
  const depth = layers.length;
  const taps = 2 * reach + 1;
  const counts = [1, ...shape.channels, 1];
  const neurons = counts.reduce((sum, count) => sum + count, 0) * N;
  const tile = Math.max(1, Math.min(TILE, Math.floor(MOST_ROOM / neurons)));
  const span = (N + 2 * reach) * tile;
  const plane = N * tile;
  // Ten rows of every neuron at most, with the ring's ends, and six of one channel.
  const loops = kernels.rows(size, (10 * (neurons / N) + 6) * span);
  /** Channels of every layer of neurons: with the ring's ends, and without. */
  const closed = (): Float64Array[][] =>
    counts.map((count) => Array.from({ length: count }, () => loops.room(span)));
  const open = (): Float64Array[][] =>
    counts.map((count) => Array.from({ length: count }, () => loops.room(plane)));
  const values = closed();
  const slopes = open();
  const backs = open();
  /** ∂C/∂z of the layer at work. */
  const deltas = closed();
  const signal = loops.room(plane);
  const outputs = loops.room(plane);
  const targetRows = loops.room(plane);
  let made: NetworkRates | undefined;

  const copyIn = (source: Float64Array, width: number, target: Float64Array): void => {
    for (let n = 0; n < N * width; n++) target[reach * width + n] = source[n];
  };

  /** z += Σ_{c′,s} W_{c,c′,s} h_{c′,i+s} of one output channel. */
  function addChannels(
    flat: Reals,
    m: number,
    c: number,
    from: Float64Array[],
    width: number,
    z: Float64Array,
  ) {
    const layer = layers[m];
    for (let d = 0; d < layer.from; d++) {
      const at = layer.weights + (c * layer.from + d) * taps;
      loops.stencilShared(flat, at, 1, taps, N, from[d], width, z);
    }
  }

  /** back_{c′,j} += Σ_{c,s} W_{c,c′,s} δ_{c,j−s}. */
  function addBack(flat: Reals, m: number, delta: Float64Array[], width: number, back: Float64Array[]): void {
    const layer = layers[m];
    for (let d = 0; d < layer.from; d++) {
      for (let c = 0; c < layer.to; c++) {
        const last = layer.weights + (c * layer.from + d) * taps + taps - 1;
        loops.stencilShared(flat, last, -1, taps, N, delta[c], width, back[d]);
      }
    }
  }

  /** out += Σ_{i,l} δ_{c,i} h_{c′,i+s}, and of biases Σ δ where they are asked for. */
  function addSlopes(
    m: number,
    delta: Float64Array[],
    source: Float64Array[],
    biased: boolean,
    width: number,
    out: Reals,
  ): void {
    const layer = layers[m];
    const first = reach * width;
    for (let c = 0; c < layer.to; c++) {
      for (let d = 0; d < layer.from; d++) {
        const at = layer.weights + (c * layer.from + d) * taps;
        loops.addStencilSlopes(delta[c], first, 1, N * width, source[d], width, taps, out, at, 0);
      }
      if (biased && biases) loops.addSums(delta[c], first, 1, N * width, 1, out, layer.biases + c, 0);
    }
  }

  /** z = the bias of one output channel, or 0. */
  function start(flat: Reals, m: number, c: number, width: number, z: Float64Array): void {
    if (biases) loops.fillRows(flat, layers[m].biases + c, 1, 1, N * width, z);
    else loops.fill(0, N * width, z, 0);
  }
  /** Repeats the ring's ends. */
  function close(channels: Float64Array[], width: number): void {
    const length = reach * width;
    for (const channel of channels) {
      loops.copy(channel, N * width, length, channel, 0);
      loops.copy(channel, length, length, channel, (N + reach) * width);
    }
  }

  function forward(weights: Reals, width: number, bends: Float64Array[][] | null): void {
    const count = N * width;
    for (let m = 0; m < depth; m++) {
      close(values[m], width);
      const last = m === depth - 1;
      const activation = last ? shape.outputActivation : shape.activation;
      for (let c = 0; c < layers[m].to; c++) {
        start(weights, m, c, width, signal);
        addChannels(weights, m, c, values[m], width, signal);
        const target = last ? outputs : values[m + 1][c];
        const [slope, bend] = [slopes[m + 1][c], bends && bends[m + 1][c]];
        loops.activate(activation, signal, count, target, last ? 0 : reach * width, slope, bend);
      }
    }
  }

  const plainForward = loops.sequence((weights, width) => forward(weights, width, null));
  const backward = loops.sequence((weights, width, out) => {
    if (out === null) return;
    const edge = reach * width;
    for (let m = depth - 1; m >= 0; m--) {
      const delta = deltas[m + 1];
      for (let c = 0; c < layers[m].to; c++) {
        loops.product(backs[m + 1][c], slopes[m + 1][c], N * width, delta[c], edge);
      }
      addSlopes(m, delta, values[m], true, width, out);
      if (m === 0) return;
      close(delta, width);
      for (const back of backs[m]) loops.fill(0, N * width, back, 0);
      addBack(weights, m, delta, width, backs[m]);
    }
  });

  function createRates(): NetworkRates {
    const [bends, zRates, backRates] = [open(), open(), open()];
    const [rates, seconds, deltaRates] = [closed(), closed(), closed()];
    const [first, second, mixed] = Array.from({ length: 3 }, () => loops.room(plane));
    return {
      first,
      second,
      slopeRate: backRates[depth][0],
      forward(weights, direction, width, twice) {
        const count = N * width;
        forward(weights, width, bends);
        for (let m = 0; m < depth; m++) {
          const last = m === depth - 1;
          close(rates[m], width);
          if (twice) close(seconds[m], width);
          for (let c = 0; c < layers[m].to; c++) {
            const [zRate, slope, bend] = [zRates[m + 1][c], slopes[m + 1][c], bends[m + 1][c]];
            start(direction, m, c, width, zRate);
            addChannels(direction, m, c, values[m], width, zRate);
            addChannels(weights, m, c, rates[m], width, zRate);
            for (let n = 0; n < count; n++) first[n] = slope[n] * zRate[n];
            if (!last) copyIn(first, width, rates[m + 1][c]);
            if (!twice) continue;
            // z″ = W h″ + 2 W′ h′
            mixed.fill(0, 0, count);
            addChannels(direction, m, c, rates[m], width, mixed);
            for (let n = 0; n < count; n++) mixed[n] *= 2;
            addChannels(weights, m, c, seconds[m], width, mixed);
            for (let n = 0; n < count; n++) second[n] = bend[n] * zRate[n] * zRate[n] + slope[n] * mixed[n];
            if (!last) copyIn(second, width, seconds[m + 1][c]);
          }
        }
      },
      backward(weights, direction, width, out) {
        const edge = reach * width;
        for (let m = depth - 1; m >= 0; m--) {
          const [delta, deltaRate] = [deltas[m + 1], deltaRates[m + 1]];
          for (let c = 0; c < layers[m].to; c++) {
            const [back, backRate, zRate] = [backs[m + 1][c], backRates[m + 1][c], zRates[m + 1][c]];
            const [slope, bend] = [slopes[m + 1][c], bends[m + 1][c]];
            for (let n = 0; n < N * width; n++) {
              delta[c][edge + n] = back[n] * slope[n];
              deltaRate[c][edge + n] = backRate[n] * slope[n] + back[n] * bend[n] * zRate[n];
            }
          }
          addSlopes(m, deltaRate, values[m], true, width, out);
          addSlopes(m, delta, rates[m], false, width, out);
          if (m === 0) return;
          close(delta, width);
          close(deltaRate, width);
          for (const back of [...backs[m], ...backRates[m]]) back.fill(0, 0, N * width);
          addBack(weights, m, delta, width, backs[m]);
          addBack(weights, m, deltaRate, width, backRates[m]);
          addBack(direction, m, delta, width, backRates[m]);
        }
      },
    };
  }

  const load: NetworkKernel['load'] = (inputs, batch, first, width, fixed = false) =>
    loops.gather(inputs, N, batch, first, width, values[0][0], reach * width, fixed);

  return {
    size,
    reals: loops.reals,
    sequence: loops.sequence,
    outputCount: N,
    tile,
    outputs,
    slope: backs[depth][0],
    load,
    forward: (weights, width) => plainForward(weights, width, null),
    squaredSlope(targets, batch, first, width) {
      loops.gather(targets, N, batch, first, width, targetRows, 0, true);
      loops.doubleErrors(outputs, targetRows, N * width, backs[depth][0]);
    },
    backward,
    neurons(out) {
      let at = 0;
      for (let m = 0; m < depth; m++) {
        for (const channel of values[m]) {
          out.set(channel.subarray(reach, reach + N), at);
          at += N;
        }
      }
      out.set(outputs.subarray(0, N), at);
      // The sources of the biases, behind the neurons (layout.ts), always say 1.
      out.fill(1, at + N);
    },
    rates: () => (made ??= createRates()),
    tangentKernel: convRingTangent(
      {
        N,
        reach,
        biases,
        layers,
        tile,
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
