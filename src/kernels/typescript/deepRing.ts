import type { DeepRingShape, Force, Reals } from '../types.ts';
import { activate } from './activations.ts';
import { pointSlope } from './costs.ts';
import { addRowProducts, closeRows, stencil } from './stencil.ts';

/** Samples that go through the network together, fewest and most: the batch is innermost. */
const TILE = 64;
/** Neurons times samples of one tile at most: deep and wide rings take fewer samples at once. */
const MOST_ROOM = 2_000_000;

/** Weights that end in one neuron: the neighbours s = −reach..reach, then the bias if any. */
export const deepRingFan = ({ reach, biases }: Pick<DeepRingShape, 'reach' | 'biases'>): number =>
  2 * reach + 1 + (biases ? 1 : 0);

/**
 * Force of a deep ring by back-propagation:
 *   z_i = b_i + Σ_s W_{i,s} h_{i+s},  h⁺_i = σ(z_i) [+ h_i],  s = −reach..reach, neighbours modulo N
 * Flat weights: layer by layer, site by site, s from −reach to reach, then the bias if any. Neurons are
 * stored [site][sample] with `reach` sites more at both ends, where the ring goes on, so that the inner
 * loops run over samples and nothing is folded in them. O(P·samples), allocates nothing.
 * @param inputs   [L × N]
 * @param targets  [L × N]
 */
export function deepRing(shape: DeepRingShape, inputs: Float64Array, targets: Float64Array): Force {
  const { N, depth, reach, activation, outputActivation, residual, biases, cost } = shape;
  const taps = 2 * reach + 1;
  const fan = deepRingFan(shape);
  const sampleCount = targets.length / N;
  const tile = Math.max(1, Math.min(TILE, sampleCount, Math.floor(MOST_ROOM / (N * depth))));
  const rows = (count: number): Float64Array => new Float64Array(count * tile);
  /** h of every layer but the last, with the ends on which the ring goes on. */
  const values = Array.from({ length: depth }, () => rows(N + 2 * reach));
  const slopes = Array.from({ length: depth }, () => rows(N));
  /** z, then σ(z), of the layer at work; the outputs after the last. */
  const signal = rows(N);
  /** ∂C/∂h of the layer at work. */
  const back = rows(N);
  /** ∂C/∂z of the layer at work, with the ends on which the ring goes on. */
  const delta = rows(N + 2 * reach);
  const tap = new Float64Array(taps);

  function forward(weights: Reals, width: number): void {
    for (let m = 0; m < depth; m++) {
      closeRows(values[m], N, reach, width);
      for (let i = 0; i < N; i++) {
        const at = (m * N + i) * fan;
        for (let k = 0; k < taps; k++) tap[k] = weights[at + k];
        stencil(tap, biases ? weights[at + taps] : 0, values[m], i, width, signal);
      }
      const last = m === depth - 1;
      activate(last ? outputActivation : activation, signal, N * width, signal, slopes[m], null);
      if (last) return;
      const next = values[m + 1];
      const first = reach * width;
      const here = values[m];
      if (residual) for (let n = 0; n < N * width; n++) next[first + n] = signal[n] + here[first + n];
      else for (let n = 0; n < N * width; n++) next[first + n] = signal[n];
    }
  }

  function backward(weights: Reals, width: number, out: Reals): void {
    const first = reach * width;
    for (let m = depth - 1; m >= 0; m--) {
      const slope = slopes[m];
      for (let n = 0; n < N * width; n++) delta[first + n] = back[n] * slope[n];
      for (let i = 0; i < N; i++) {
        const at = (m * N + i) * fan;
        const row = first + i * width;
        addRowProducts(delta, row, values[m], i, taps, width, out, at);
        if (!biases) continue;
        let sum = 0;
        for (let s = 0; s < width; s++) sum += delta[row + s];
        out[at + taps] += sum;
      }
      if (m === 0) return;
      closeRows(delta, N, reach, width);
      const kept = residual && m < depth - 1;
      for (let j = 0; j < N; j++) {
        // Neuron j feeds neuron j + k − reach through that one's weight s = reach − k.
        for (let k = 0; k < taps; k++) {
          const to = j + k - reach;
          const site = to < 0 ? to + N : to >= N ? to - N : to;
          tap[k] = weights[(m * N + site) * fan + taps - 1 - k];
        }
        // The residual wire of the layer before still holds ∂C/∂h⁺.
        stencil(tap, 0, delta, j, width, kept ? signal : back);
      }
      if (kept) for (let n = 0; n < N * width; n++) back[n] += signal[n];
    }
  }

  return {
    size: N * depth * fan,
    gradient(weights, batch, _stiffness, out) {
      out.fill(0);
      const count = batch === null ? sampleCount : batch.length;
      for (let first = 0; first < count; first += tile) {
        const width = Math.min(tile, count - first);
        for (let s = 0; s < width; s++) {
          const at = (batch === null ? first + s : batch[first + s]) * N;
          for (let i = 0; i < N; i++) values[0][(reach + i) * width + s] = inputs[at + i];
        }
        forward(weights, width);
        for (let s = 0; s < width; s++) {
          const at = (batch === null ? first + s : batch[first + s]) * N;
          pointSlope(cost, signal, s, width, targets, at, N, back);
        }
        backward(weights, width, out);
      }
    },
  };
}
