import type { Layout } from '../../../engine/protocol.ts';
import { lastLayer, roleOf } from '../../lattice.ts';
import type { GraphLayout } from '../layout.ts';

/** How far below the lowest neuron of a flat network its currents run. */
export const BELOW = 0.34;
/** How far below them their numbers stand. */
const NUMBERS = 0.13;
/** The last current leaves the outputs by this part of the distance between layers. */
const BEYOND = 0.45;

/** Where the energy of the layers and the power between them are drawn, in lattice space. */
export interface Rail {
  /** M. */
  readonly depth: number;
  /** [3·(M + 2)] levels 0 … M of neurons, and where what leaves the outputs goes. */
  readonly levels: Float32Array;
  /** [3·n] points that have to be seen at home, the numbers under the line among them. */
  readonly outline: Float32Array;
}

/**
 * Currents run under a flat network, from left to right, or up the axis of a ring's cylinder: level m stands at the neurons
 * of layer m, the energy of layer m half-way to the next.
 */
export function railOf(layout: Layout, { flat, neurons }: Pick<GraphLayout, 'flat' | 'neurons'>): Rail {
  const depth = lastLayer(layout);
  const levels = new Float32Array(3 * (depth + 2));
  let lowest = Infinity;
  for (let n = 0; n < layout.neurons.count; n++) {
    lowest = Math.min(lowest, neurons[3 * n + 1]);
    if (roleOf(layout, n) === 'bias') continue;
    const at = 3 * layout.neurons.layer[n];
    if (flat) levels[at] = neurons[3 * n];
    else levels[at + 1] = neurons[3 * n + 1];
  }
  for (let m = 0; m <= depth; m++) {
    if (flat) levels[3 * m + 1] = lowest - BELOW;
    else levels[3 * m + 2] = -1;
  }
  for (let axis = 0; axis < 3; axis++) {
    const [last, before] = [levels[3 * depth + axis], levels[3 * (depth - 1) + axis]];
    levels[3 * (depth + 1) + axis] = last + BEYOND * (last - before);
  }
  const numbers = levels.map((value, n) => (flat && n % 3 === 1 ? value - NUMBERS : value));
  return { depth, levels, outline: Float32Array.from([...levels, ...numbers]) };
}
