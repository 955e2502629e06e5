import { neuronRoles } from '../types.ts';
import type { Layout, NeuronRole, Sheet } from '../types.ts';

/** Equal neurons of one layer, from an index on, at positions that are asked for one by one. */
export interface NeuronRow {
  readonly role: NeuronRole;
  readonly layer: number;
  readonly count: number;
  readonly first: number;
  readonly x: (index: number) => number;
  readonly y: (index: number) => number;
}

/** A row of equal neurons of one layer at the given positions. */
export function neuronRow(
  role: NeuronRole,
  layer: number,
  count: number,
  x: (index: number) => number,
  y: (index: number) => number = () => 0,
): NeuronRow {
  return { role, layer, count, first: 0, x, y };
}

/** Wires, each from a neuron to a neuron with a weight; a million of them are arrays, not objects. */
export class Wires {
  count = 0;
  readonly weight: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sign: Int8Array;

  /** @param most  of them */
  constructor(most = 0) {
    this.weight = new Int32Array(most);
    this.from = new Int32Array(most);
    this.to = new Int32Array(most);
    this.sign = new Int8Array(most).fill(1);
  }

  add(weight: number, from: number, to: number): void {
    const at = this.count++;
    if (at >= this.weight.length) throw new RangeError(`wire ${at}: expected at most ${this.weight.length}`);
    this.weight[at] = weight;
    this.from[at] = from;
    this.to[at] = to;
  }
}

/** Puts neurons, row after row, wires, sheets and bonds into the typed arrays of a layout. */
export function packLayout(
  shape: Layout['shape'],
  rows: readonly NeuronRow[],
  wires: Wires,
  sheets: readonly Sheet[],
  bonds: Int32Array,
): Layout {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const neurons = {
    count,
    role: new Uint8Array(count),
    layer: new Int32Array(count),
    index: new Int32Array(count),
    x: new Float32Array(count),
    y: new Float32Array(count),
  };
  let at = 0;
  for (const { role, layer, count: length, first, x, y } of rows) {
    neurons.role.fill(neuronRoles.indexOf(role), at, at + length);
    neurons.layer.fill(layer, at, at + length);
    for (let n = 0; n < length; n++, at++) {
      neurons.index[at] = first + n;
      neurons.x[at] = x(first + n);
      neurons.y[at] = y(first + n);
    }
  }
  const { weight, from, to, sign } = wires;
  if (wires.count !== weight.length) throw new RangeError(`${wires.count} wires: expected ${weight.length}`);
  const synapses = { count: wires.count, weight, from, to, sign };
  return { shape, neurons, synapses, sheets, bonds };
}

/** A one-layer network's wires, from the inputs (neurons 0..N−1) to the outputs behind them. */
export function bondWiring(wires: {
  inputCount: number;
  weight: Int32Array;
  input: Int32Array;
  sign: Int8Array;
}): Wires {
  const list = new Wires(wires.weight.length);
  wires.weight.forEach((weight, n) => list.add(weight, wires.input[n], wires.inputCount + (n >> 1)));
  list.sign.set(wires.sign);
  return list;
}

/** Calls `make` once, when its result is first wanted. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
