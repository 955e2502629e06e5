import { neuronRoles } from '../types.ts';
import type { Layout, NeuronRole, Sheet } from '../types.ts';

export interface Neuron {
  readonly role: NeuronRole;
  readonly layer: number;
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface Wire {
  readonly weight: number;
  readonly from: number;
  readonly to: number;
  readonly sign: 1 | -1;
}

/** Packs neurons, wires, sheets and bonds into the typed arrays of a layout. */
export function packLayout(
  shape: Layout['shape'],
  neurons: readonly Neuron[],
  wires: readonly Wire[],
  sheets: readonly Sheet[],
  bonds: Int32Array,
): Layout {
  return {
    shape,
    neurons: {
      count: neurons.length,
      role: Uint8Array.from(neurons, (neuron) => neuronRoles.indexOf(neuron.role)),
      layer: Int32Array.from(neurons, (neuron) => neuron.layer),
      index: Int32Array.from(neurons, (neuron) => neuron.index),
      x: Float32Array.from(neurons, (neuron) => neuron.x),
      y: Float32Array.from(neurons, (neuron) => neuron.y),
    },
    synapses: {
      count: wires.length,
      weight: Int32Array.from(wires, (wire) => wire.weight),
      from: Int32Array.from(wires, (wire) => wire.from),
      to: Int32Array.from(wires, (wire) => wire.to),
      sign: Int8Array.from(wires, (wire) => wire.sign),
    },
    sheets,
    bonds,
  };
}

/** A one-layer network's wires, from the inputs (neurons 0..N−1) to the outputs behind them. */
export function bondWiring(wires: {
  inputCount: number;
  weight: Int32Array;
  input: Int32Array;
  sign: Int8Array;
}): Wire[] {
  return Array.from(wires.weight, (weight, n) => ({
    weight,
    from: wires.input[n],
    to: wires.inputCount + (n >> 1),
    sign: wires.sign[n] < 0 ? -1 : 1,
  }));
}

/** A row of equal neurons of one layer at the given positions. */
export function neuronRow(
  role: NeuronRole,
  layer: number,
  count: number,
  x: (index: number) => number,
  y: (index: number) => number = () => 0,
): Neuron[] {
  return Array.from({ length: count }, (_, index) => ({ role, layer, index, x: x(index), y: y(index) }));
}

/** Calls `make` once, when its result is first wanted. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
