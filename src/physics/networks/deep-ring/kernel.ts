import type {
  KernelActivation,
  Kernels,
  NetworkKernel,
  NetworkRates,
  Reals,
} from '../../../kernels/types.ts';
import { deepRingTangent } from './tangent.ts';

/** Samples that go through the network together, fewest and most: the batch is innermost. */
const TILE = 64;
/** Neurons times samples of one tile at most: deep and wide rings take fewer samples at once. */
const MOST_ROOM = 2_000_000;

/**
 * h⁽ᵐ⁺¹⁾_i = σ(Σ_s W⁽ᵐ⁾_{i,s} h⁽ᵐ⁾_{i+s} + b⁽ᵐ⁾_i) [+ h⁽ᵐ⁾_i], s = −reach..reach, i + s modulo N; flat weights:
 * layer by layer, site by site, s in order, then the bias if any. The residual term is not on the last layer.
 */
export interface DeepRingShape {
  N: number;
  depth: number;
  /** 2·reach + 1 ≤ N */
  reach: number;
  activation: KernelActivation;
  outputActivation: KernelActivation;
  residual: boolean;
  biases: boolean;
}

/** Weights that end in one neuron: the neighbours s = −reach..reach, then the bias if any. */
export const deepRingFan = ({ reach, biases }: Pick<DeepRingShape, 'reach' | 'biases'>): number =>
  2 * reach + 1 + (biases ? 1 : 0);

/**
 * Loops of a deep ring: z_i = b_i + Σ_s W_{i,s} h_{i+s}, h⁺_i = σ(z_i) [+ h_i], neighbours modulo N. Neurons are
 * stored [site][sample] with `reach` sites more at both ends, where the ring goes on, so that the inner loops run
 * over samples and nothing is folded in them.
 */
export function deepRingKernel(shape: DeepRingShape, kernels: Kernels): NetworkKernel {
  const { N, depth, reach, activation, outputActivation, residual, biases } = shape;
  const taps = 2 * reach + 1;
  const fan = deepRingFan(shape);
  const size = N * depth * fan;
  const tile = Math.max(1, Math.min(TILE, Math.floor(MOST_ROOM / (N * depth))));
  // Seven rows of every neuron at most, and eleven of one layer.
  const loops = kernels.rows(size, (7 * depth + 11) * (N + 2 * reach) * tile);
  const rows = (count: number): Float64Array => loops.room(count * tile);
  const open = (): Float64Array[] => Array.from({ length: depth }, () => rows(N));
  const closed = (): Float64Array[] => Array.from({ length: depth }, () => rows(N + 2 * reach));
  /** h of every layer but the last, with the ends on which the ring goes on. */
  const values = closed();
  const slopes = open();
  /** z, then σ(z), of the layer at work; the outputs after the last. */
  const signal = rows(N);
  /** ∂C/∂h of the layer at work. */
  const back = rows(N);
  /** ∂C/∂z of the layer at work, with the ends on which the ring goes on. */
  const delta = rows(N + 2 * reach);
  const targetRows = rows(N);
  let made: NetworkRates | undefined;

  /** Repeats the ring's ends. */
  function close(row: Float64Array, width: number): void {
    const length = reach * width;
    loops.copy(row, N * width, length, row, 0);
    loops.copy(row, length, length, row, (N + reach) * width);
  }

  /** z of all neurons that hear `source` with these weights, their biases or 0 added. */
  function hear(
    flat: Reals,
    m: number,
    biased: boolean,
    source: Float64Array,
    width: number,
    z: Float64Array,
  ): void {
    loops.stencilSites(flat, m * N * fan, fan, taps, biased, N, source, width, z);
  }

  /** What neurons with these deltas send back. */
  function sendBack(flat: Reals, m: number, source: Float64Array, width: number, to: Float64Array): void {
    loops.stencilBack(flat, m * N * fan, fan, taps, N, source, width, to);
  }

  /** @param bends  where σ″ goes, or null */
  function forward(weights: Reals, width: number, bends: Float64Array[] | null): void {
    const first = reach * width;
    for (let m = 0; m < depth; m++) {
      close(values[m], width);
      hear(weights, m, biases, values[m], width, signal);
      const last = m === depth - 1;
      loops.activate(
        last ? outputActivation : activation,
        signal,
        N * width,
        last ? signal : values[m + 1],
        last ? 0 : first,
        slopes[m],
        bends && bends[m],
      );
      if (last) return;
      if (!residual) continue;
      loops.accumulate(values[m], first, N * width, values[m + 1], first);
    }
  }

  /** Adds to a layer's part of `out` what deltas and values of its neighbours make; biases with `delta`. */
  function addWeightSlopes(
    m: number,
    rate: Float64Array,
    source: Float64Array,
    width: number,
    out: Reals,
  ): void {
    const from = reach * width;
    loops.addStencilSlopes(rate, from, N, width, source, width, taps, out, m * N * fan, fan);
  }

  function addBiasSlopes(m: number, rate: Float64Array, width: number, out: Reals): void {
    if (!biases) return;
    loops.addSums(rate, reach * width, N, width, 1, out, m * N * fan + taps, fan);
  }

  const plainForward = loops.sequence((weights, width) => forward(weights, width, null));
  const backward = loops.sequence((weights, width, out) => {
    if (out === null) return;
    const first = reach * width;
    for (let m = depth - 1; m >= 0; m--) {
      loops.product(back, slopes[m], N * width, delta, first);
      addWeightSlopes(m, delta, values[m], width, out);
      addBiasSlopes(m, delta, width, out);
      if (m === 0) return;
      close(delta, width);
      const kept = residual && m < depth - 1;
      // The residual wire of the layer before still holds ∂C/∂h⁺.
      sendBack(weights, m, delta, width, kept ? signal : back);
      if (kept) loops.accumulate(signal, 0, N * width, back, 0);
    }
  });

  function createRates(): NetworkRates {
    const bends = open();
    /** z′ of every layer, and h′ before it. */
    const zRates = open();
    const rates = closed();
    const here = rows(N + 2 * reach);
    const [first, second, slopeRate, extra] = Array.from({ length: 4 }, () => rows(N));
    const deltaRate = rows(N + 2 * reach);

    function forwardRates(weights: Reals, direction: Reals, width: number, twice: boolean): void {
      const edge = reach * width;
      const count = N * width;
      forward(weights, width, bends);
      here.fill(0, 0, (N + 2 * reach) * width);
      for (let m = 0; m < depth; m++) {
        const [zRate, slope, bend] = [zRates[m], slopes[m], bends[m]];
        const kept = residual && m < depth - 1;
        close(rates[m], width);
        hear(direction, m, biases, values[m], width, zRate);
        if (twice) hear(direction, m, false, rates[m], width, second);
        hear(weights, m, false, rates[m], width, extra);
        for (let n = 0; n < count; n++) zRate[n] += extra[n];
        for (let n = 0; n < count; n++) first[n] = slope[n] * zRate[n] + (kept ? rates[m][edge + n] : 0);
        if (m < depth - 1) for (let n = 0; n < count; n++) rates[m + 1][edge + n] = first[n];
        if (!twice) continue;
        // z″ = W h″ + 2 W′ h′, with h″ of the layer before in `here`.
        close(here, width);
        hear(weights, m, false, here, width, extra);
        for (let n = 0; n < count; n++) {
          const bent = bend[n] * zRate[n] * zRate[n] + slope[n] * (extra[n] + 2 * second[n]);
          second[n] = bent + (kept ? here[edge + n] : 0);
        }
        for (let n = 0; n < count; n++) here[edge + n] = second[n];
      }
    }

    function backwardRates(weights: Reals, direction: Reals, width: number, out: Reals): void {
      const edge = reach * width;
      const count = N * width;
      for (let m = depth - 1; m >= 0; m--) {
        const [zRate, slope, bend] = [zRates[m], slopes[m], bends[m]];
        for (let n = 0; n < count; n++) {
          delta[edge + n] = back[n] * slope[n];
          deltaRate[edge + n] = slopeRate[n] * slope[n] + back[n] * bend[n] * zRate[n];
        }
        addWeightSlopes(m, deltaRate, values[m], width, out);
        addWeightSlopes(m, delta, rates[m], width, out);
        addBiasSlopes(m, deltaRate, width, out);
        if (m === 0) return;
        close(delta, width);
        close(deltaRate, width);
        const kept = residual && m < depth - 1;
        if (!kept) {
          back.fill(0, 0, count);
          slopeRate.fill(0, 0, count);
        }
        sendBack(direction, m, delta, width, extra);
        for (let n = 0; n < count; n++) slopeRate[n] += extra[n];
        sendBack(weights, m, delta, width, signal);
        sendBack(weights, m, deltaRate, width, extra);
        for (let n = 0; n < count; n++) {
          back[n] += signal[n];
          slopeRate[n] += extra[n];
        }
      }
    }

    return { first, second, slopeRate, forward: forwardRates, backward: backwardRates };
  }

  const load: NetworkKernel['load'] = (inputs, batch, first, width, fixed = false) =>
    loops.gather(inputs, N, batch, first, width, values[0], reach * width, fixed);

  return {
    size,
    reals: loops.reals,
    sequence: loops.sequence,
    outputCount: N,
    tile,
    outputs: signal,
    slope: back,
    load,
    forward: (weights, width) => plainForward(weights, width, null),
    squaredSlope(targets, batch, first, width) {
      loops.gather(targets, N, batch, first, width, targetRows, 0, true);
      loops.doubleErrors(signal, targetRows, N * width, back);
    },
    backward,
    neurons(out) {
      for (let m = 0; m < depth; m++) out.set(values[m].subarray(reach, reach + N), m * N);
      out.set(signal.subarray(0, N), depth * N);
      // The sources of the biases, behind the neurons (layout.ts), always say 1.
      out.fill(1, (depth + 1) * N);
    },
    rates: () => (made ??= createRates()),
    tangentKernel: deepRingTangent(
      {
        N,
        depth,
        reach,
        biases,
        residual,
        fan,
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
