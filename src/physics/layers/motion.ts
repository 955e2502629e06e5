import { activate } from '../../kernels/typescript/activations.ts';
import type { Reals } from '../../kernels/types.ts';
import type { LayerLaw, NetworkLayers, System } from '../types.ts';
import { chainOf, type LayerChain, type LayerWires } from './chain.ts';

/** What one layer of neurons does for one sample; z and its like are those of its weighted sums. */
export interface LayerMotion {
  /** z, ż, σ′(z), σ″(z) [rows]; of the inputs' level they stay empty. */
  readonly z: Float64Array;
  readonly zRate: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  /** h, ḣ [rows]; of the inputs X, Ẋ. */
  readonly value: Float64Array;
  readonly rate: Float64Array;
  /** ∂C/∂h [rows]. */
  readonly back: Float64Array;
}

/** A system that is seen layer by layer. */
export type LayeredSystem = System & { readonly layers: NetworkLayers };

export const isLayered = (system: System): system is LayeredSystem => system.layers !== undefined;

/** target += scale · W source, the weights being those of `flat`. */
export function hear(
  { from, to, weight }: LayerWires,
  flat: Reals,
  scale: number,
  source: Float64Array,
  target: Float64Array,
): void {
  for (let k = 0; k < weight.length; k++) target[to[k]] += scale * flat[weight[k]] * source[from[k]];
}

/** target += scale · Wᵀ source. */
export function sendBack(
  { from, to, weight }: LayerWires,
  flat: Reals,
  scale: number,
  source: Float64Array,
  target: Float64Array,
): void {
  for (let k = 0; k < weight.length; k++) target[from[k]] += scale * flat[weight[k]] * source[to[k]];
}

/** target = scale · b. */
function startFrom({ bias }: LayerWires, flat: Reals, scale: number, target: Float64Array): void {
  for (let i = 0; i < bias.length; i++) target[i] = bias[i] < 0 ? 0 : scale * flat[bias[i]];
}

/**
 * A network whose weights move, seen layer by layer, for one sample at a time:
 *    z⁺ = s_w W h + s_b b,  ż⁺ = s_w (Ẇ h + W ḣ) + s_b ḃ,  h⁺ = σ(z⁺) [+ h],  ∂C/∂h by back-propagation
 *  Plain loops over the layout's wires, one sample after the other: some five multiplications a wire. **exact**
 */
export class LayersInMotion {
  readonly chain: LayerChain;
  readonly laws: readonly LayerLaw[];
  /** [M + 1] levels of neurons, the inputs first. */
  readonly levels: readonly LayerMotion[];
  private readonly network: NetworkLayers;
  private readonly sent: Float64Array;

  constructor(system: LayeredSystem) {
    this.network = system.layers;
    this.laws = system.layers.laws;
    this.chain = chainOf(system.layout);
    const { layers, widest } = this.chain;
    const sizes = [layers[0].columns, ...layers.map(({ rows }) => rows)];
    this.levels = sizes.map((size) => {
      const [z, zRate, slope, bend, value, rate, back] = Array.from(
        { length: 7 },
        () => new Float64Array(size),
      );
      return { z, zRate, slope, bend, value, rate, back };
    });
    this.sent = new Float64Array(widest);
  }

  /** Takes a sample through, with the rates that its inputs have. */
  follow(weights: Reals, velocity: Reals, sample: number): void {
    const { levels, laws, network } = this;
    const [inputs] = levels;
    const { inputs: X, inputRates } = network.data;
    const first = sample * inputs.value.length;
    for (let j = 0; j < inputs.value.length; j++) {
      inputs.value[j] = X[first + j];
      inputs.rate[j] = inputRates?.[first + j] ?? 0;
    }
    for (const [m, wires] of this.chain.layers.entries()) {
      const { activation, weightScale, biasScale, residual } = laws[m];
      const here = levels[m];
      const next = levels[m + 1];
      startFrom(wires, weights, biasScale, next.z);
      startFrom(wires, velocity, biasScale, next.zRate);
      hear(wires, weights, weightScale, here.value, next.z);
      hear(wires, velocity, weightScale, here.value, next.zRate);
      hear(wires, weights, weightScale, here.rate, next.zRate);
      activate(activation, next.z, wires.rows, next.value, 0, next.slope, next.bend);
      for (let i = 0; i < wires.rows; i++) {
        next.rate[i] = next.slope[i] * next.zRate[i];
        if (!residual) continue;
        next.value[i] += here.value[i];
        next.rate[i] += here.rate[i];
      }
    }
  }

  /** ∂C/∂h of every level, of the sample that was followed, each times `scale`. */
  goBack(weights: Reals, sample: number, scale: number): void {
    const { levels, laws, sent } = this;
    const { layers } = this.chain;
    const last = levels[layers.length];
    this.network.outputSlope(last.value, sample, last.back);
    for (let i = 0; i < last.back.length; i++) last.back[i] *= scale;
    for (let m = layers.length - 1; m >= 0; m--) {
      const [here, next] = [levels[m], levels[m + 1]];
      for (let i = 0; i < layers[m].rows; i++) sent[i] = next.back[i] * next.slope[i];
      if (laws[m].residual) here.back.set(next.back);
      else here.back.fill(0);
      sendBack(layers[m], weights, laws[m].weightScale, sent, here.back);
    }
  }
}
