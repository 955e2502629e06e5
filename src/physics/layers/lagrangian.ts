import { activate } from '../../kernels/typescript/activations.ts';
import type { Reals } from '../../kernels/types.ts';
import type { LayerLaw } from '../types.ts';
import { hear, sendBack } from './motion.ts';
import type { LayerChain } from './chain.ts';

/**
 * The terms of L in (W, z), in the order of the contract: four of the bulk,
 *    ½‖Ẇ‖² (all m ≥ 0),  ½‖ż⁽ᵐ⁾‖² (m ≥ 1),  −ż⁽ᵐ⁺¹⁾·∂_t(W⁽ᵐ⁾σ(z⁽ᵐ⁾)),  ½‖∂_t(W⁽ᵐ⁾σ(z⁽ᵐ⁾))‖² (m ≥ 1)
 *  and three of the boundary,
 *    +½‖∂_t(W⁽⁰⁾X)‖²,  −ż⁽¹⁾·∂_t(W⁽⁰⁾X),  −ℓ(Z, Y)
 *  The talk's slides leave the first boundary term's ½ out (E12).
 */
export const BULK_TERMS = 4;
export const TERMS = 7;

/** What one sample's network is in (W, z) and their rates. */
export interface LayerState {
  /** [P] W, Ẇ; entries of biases are not read. */
  readonly weights: Reals;
  readonly velocity: Reals;
  /** [M][rows] z⁽ᵐ⁺¹⁾, ż⁽ᵐ⁺¹⁾ */
  readonly z: readonly Float64Array[];
  readonly zRate: readonly Float64Array[];
  /** X, Ẋ. */
  readonly input: Float64Array;
  readonly inputRate: Float64Array;
}

/** ℓ at the last layer's outputs Z, and its slope. */
export interface OutputCost {
  /** ∂ℓ/∂Z, out [outputs]. @returns ℓ, or NaN where only the slope is asked for */
  (Z: Float64Array, slope: Float64Array): number;
}

/** Slopes of some terms of L, as large as what they are slopes in. */
export interface LayerSlopes {
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
  readonly z: readonly Float64Array[];
  readonly zRate: readonly Float64Array[];
}

/**
 * L of one sample as a function of (W, z), one bias a neuron having been traded for its weighted sum:
 *    ḃ⁽ᵐ⁾ = [ż⁽ᵐ⁺¹⁾ − ∂_t(W⁽ᵐ⁾h⁽ᵐ⁾)]/s_b,  L = ½‖Ẇ‖² + ½‖ḃ‖² − ℓ
 *  with W in the units in which it acts, s_w W. No residual wires. **exact**; the slopes too. Source: physics.md 6.
 */
export class BulkBoundary {
  private readonly chain: LayerChain;
  private readonly laws: readonly LayerLaw[];
  private readonly rows: ReturnType<typeof rowsOf>;

  constructor(chain: LayerChain, laws: readonly LayerLaw[]) {
    this.chain = chain;
    this.laws = laws;
    this.rows = rowsOf(chain);
  }

  /** out [7] the terms. */
  terms(state: LayerState, cost: OutputCost, out: Float64Array): void {
    const { layers } = this.chain;
    out.fill(0);
    layers.forEach(({ weights, rows }, m) => {
      this.goThrough(state, m);
      const { pull } = this.rows[m];
      const zRate = state.zRate[m];
      const part = 0.5 * this.unit(m);
      let [squares, crossed, pulled] = [0, 0, 0];
      for (const n of weights) out[0] += 0.5 * state.velocity[n] * state.velocity[n];
      for (let i = 0; i < rows; i++) {
        squares += zRate[i] * zRate[i];
        crossed += zRate[i] * pull[i];
        pulled += pull[i] * pull[i];
      }
      out[1] += part * squares;
      out[m === 0 ? 5 : 2] -= 2 * part * crossed;
      out[m === 0 ? 4 : 3] += part * pulled;
    });
    const last = this.rows[layers.length - 1];
    out[6] = -cost(this.outputs(state), last.force);
  }

  /** Slopes of the terms that `chosen` has [7], each so many times. */
  slopes(state: LayerState, cost: OutputCost, chosen: readonly number[], out: LayerSlopes): void {
    const { layers } = this.chain;
    out.weights.fill(0);
    out.velocity.fill(0);
    for (const part of [...out.z, ...out.zRate]) part.fill(0);
    layers.forEach((wires, m) => {
      this.goThrough(state, m);
      const { pull, force, value, rate, slope, bend, back, backRate } = this.rows[m];
      const scale = this.laws[m].weightScale;
      const unit = this.unit(m);
      const [crossed, squared] = m === 0 ? [chosen[5], chosen[4]] : [chosen[2], chosen[3]];
      const zRate = state.zRate[m];
      for (const n of wires.weights) out.velocity[n] += chosen[0] * state.velocity[n];
      for (let i = 0; i < wires.rows; i++) {
        out.zRate[m][i] += unit * (chosen[1] * zRate[i] - crossed * pull[i]);
        force[i] = unit * (squared * pull[i] - crossed * zRate[i]);
      }
      for (let k = 0; k < wires.weight.length; k++) {
        const [n, i, j] = [wires.weight[k], wires.to[k], wires.from[k]];
        out.velocity[n] += scale * force[i] * value[j];
        out.weights[n] += scale * force[i] * rate[j];
      }
      if (m === 0) return;
      back.fill(0);
      backRate.fill(0);
      sendBack(wires, state.velocity, scale, force, back);
      sendBack(wires, state.weights, scale, force, backRate);
      const before = state.zRate[m - 1];
      for (let j = 0; j < wires.columns; j++) {
        out.z[m - 1][j] += back[j] * slope[j] + backRate[j] * bend[j] * before[j];
        out.zRate[m - 1][j] += backRate[j] * slope[j];
      }
    });
    if (chosen[6] === 0) return;
    const end = layers.length - 1;
    const { force, endSlope } = this.rows[end];
    cost(this.outputs(state), force);
    for (let i = 0; i < force.length; i++) out.z[end][i] -= chosen[6] * force[i] * endSlope[i];
  }

  /** h⁽ᵐ⁾, ḣ⁽ᵐ⁾ and ∂_t(W⁽ᵐ⁾h⁽ᵐ⁾) of layer m. */
  private goThrough({ weights, velocity, z, zRate, input, inputRate }: LayerState, m: number): void {
    const wires = this.chain.layers[m];
    const { value, rate, slope, bend, pull } = this.rows[m];
    if (m === 0) {
      value.set(input);
      rate.set(inputRate);
    } else {
      activate(this.laws[m - 1].activation, z[m - 1], wires.columns, value, 0, slope, bend);
      for (let j = 0; j < wires.columns; j++) rate[j] = slope[j] * zRate[m - 1][j];
    }
    const { weightScale } = this.laws[m];
    pull.fill(0);
    hear(wires, velocity, weightScale, value, pull);
    hear(wires, weights, weightScale, rate, pull);
  }

  /** 1/s_b²: what a ḃ counts in units of the ż that it makes. */
  private unit(m: number): number {
    const { biasScale } = this.laws[m];
    return 1 / (biasScale * biasScale);
  }

  /** Z, with its slope in the last z. */
  private outputs({ z }: LayerState): Float64Array {
    const end = this.chain.layers.length - 1;
    const { outputs, endSlope } = this.rows[end];
    activate(this.laws[end].activation, z[end], outputs.length, outputs, 0, endSlope, null);
    return outputs;
  }
}

/** Scratch of every layer: of the neurons that it hears, and of those that hear. */
function rowsOf({ layers }: LayerChain) {
  return layers.map(({ columns, rows }) => {
    const [value, rate, slope, bend, back, backRate] = Array.from(
      { length: 6 },
      () => new Float64Array(columns),
    );
    const [pull, force, outputs, endSlope] = Array.from({ length: 4 }, () => new Float64Array(rows));
    return { value, rate, slope, bend, back, backRate, pull, force, outputs, endSlope };
  });
}
