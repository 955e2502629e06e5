import { neuronRoles } from '../types.ts';
import type { Layout } from '../types.ts';

/** The wires from one layer of neurons to the next. */
export interface LayerWires {
  /** Neurons that it hears, and neurons that hear. */
  readonly columns: number;
  readonly rows: number;
  /** [wires] neuron heard and neuron that hears, by their places in their layers, and the weight between them. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Int32Array;
  /** [rows] weight of each neuron's bias; −1 where it has none. */
  readonly bias: Int32Array;
  /** Weights that these wires have, each once, without biases; and the biases, each once. */
  readonly weights: Int32Array;
  readonly biases: Int32Array;
}

/** A network's wires layer by layer. */
export interface LayerChain {
  /** [M] from the inputs to the outputs. */
  readonly layers: readonly LayerWires[];
  /** Largest number of neurons of a layer. */
  readonly widest: number;
}

const BIAS = neuronRoles.indexOf('bias');
const known = new WeakMap<Layout, LayerChain>();

/** Sorts the wires of a layout whose neurons stand in layers; sources of biases say 1. Once for each layout. */
export function chainOf(layout: Layout): LayerChain {
  let chain = known.get(layout);
  if (chain === undefined) known.set(layout, (chain = sorted(layout)));
  return chain;
}

function sorted({ neurons, synapses }: Layout): LayerChain {
  const place = new Int32Array(neurons.count);
  const sizes: number[] = [];
  for (let n = 0; n < neurons.count; n++) {
    if (neurons.role[n] === BIAS) continue;
    const layer = neurons.layer[n];
    place[n] = sizes[layer] ?? 0;
    sizes[layer] = place[n] + 1;
  }
  const wires = sizes.slice(1).map((): number[] => []);
  const bias = sizes.slice(1).map((rows) => new Int32Array(rows).fill(-1));
  for (let s = 0; s < synapses.count; s++) {
    const to = synapses.to[s];
    const m = neurons.layer[to] - 1;
    if (neurons.role[synapses.from[s]] === BIAS) bias[m][place[to]] = synapses.weight[s];
    else wires[m].push(s);
  }
  const once = (weights: Iterable<number>): Int32Array =>
    Int32Array.from([...new Set(weights)].filter((weight) => weight >= 0)).sort();
  const layers = wires.map((list, m): LayerWires => {
    const weight = Int32Array.from(list, (s) => synapses.weight[s]);
    return {
      columns: sizes[m],
      rows: sizes[m + 1],
      from: Int32Array.from(list, (s) => place[synapses.from[s]]),
      to: Int32Array.from(list, (s) => place[synapses.to[s]]),
      weight,
      bias: bias[m],
      weights: once(weight),
      biases: once(bias[m]),
    };
  });
  return { layers, widest: sizes.reduce((most, size) => Math.max(most, size), 0) };
}
