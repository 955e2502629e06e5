import type { LayerLaw, Layout, System, TrainingData } from './types.ts';

/** Wires of one layer, each with the weight that it carries. */
export interface LayerWires {
  readonly law: LayerLaw;
  readonly weight: Int32Array;
  /** Index in the layer below and in this one. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Weights of the biases and the neurons that they feed; empty: none. */
  readonly biasWeight: Int32Array;
  readonly biasTo: Int32Array;
}

/**
 * A network told wire by wire, for who makes it again without our loops:
 *    z_to = s_w Σ W[weight] h_from + s_b W[bias],  h⁺ = σ(z) [+ h],  C = costScale Σ_l cost(Z_l, Y_l). **exact**
 */
export interface Wiring {
  /** X [L × widths[0]] and Y [L × last of widths], row-major. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly widths: readonly number[];
  readonly layers: readonly LayerWires[];
  readonly costScale: number;
}

/** How a system whose layout does not say it is wired; null: it is no network of layers. */
export type WiringOf = (values: never, data: TrainingData) => Wiring | null;

/** Layers by the wires of a layout, all of which carry plain weights. **exact** */
export function layoutWires(
  { neurons, synapses }: Layout,
  laws: readonly LayerLaw[],
): Pick<Wiring, 'widths' | 'layers'> {
  const widths = Array.from({ length: laws.length + 1 }, () => 0);
  const sources = new Set<number>();
  const biasRole = 3;
  for (let n = 0; n < neurons.count; n++) {
    if (neurons.role[n] === biasRole) sources.add(n);
    else widths[neurons.layer[n]] = Math.max(widths[neurons.layer[n]], neurons.index[n] + 1);
  }
  const lists = laws.map(() => ({
    weight: [] as number[],
    from: [] as number[],
    to: [] as number[],
    biasWeight: [] as number[],
    biasTo: [] as number[],
  }));
  for (let n = 0; n < synapses.count; n++) {
    const [from, to] = [synapses.from[n], synapses.to[n]];
    const list = lists[neurons.layer[to] - 1];
    if (sources.has(from)) {
      list.biasWeight.push(synapses.weight[n]);
      list.biasTo.push(neurons.index[to]);
    } else {
      list.weight.push(synapses.weight[n]);
      list.from.push(neurons.index[from]);
      list.to.push(neurons.index[to]);
    }
  }
  const layers = lists.map(({ weight, from, to, biasWeight, biasTo }, m) => ({
    law: laws[m],
    weight: Int32Array.from(weight),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    biasWeight: Int32Array.from(biasWeight),
    biasTo: Int32Array.from(biasTo),
  }));
  return { widths, layers };
}

/** The wiring of a network of layers by its layout; null where it is not seen layer by layer. */
export function wiringOf({ layout, layers }: System): Wiring | null {
  if (layers === undefined) return null;
  const { inputs, targets } = layers.data;
  return { inputs, targets, costScale: 1, ...layoutWires(layout, layers.laws) };
}
