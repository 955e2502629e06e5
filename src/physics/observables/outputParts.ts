import { neuronRoles, type Layout, type Reals, type System } from '../types.ts';

/** Neurons before the outputs at most: each is a line of a picture. */
const MOST_PARTS = 256;
/** What may be missing of the sum, of the largest part, before outputs count as no sum of parts. */
const CLOSE = 1e-9;

/** What each neuron before the outputs adds to them. */
export interface OutputParts {
  /** Neurons of the layout, in its order; a bias neuron counts as one. [parts] */
  readonly neurons: Int32Array;
  /** [parts × points × outputs] */
  readonly values: Float64Array;
  /** What is left without them, the same for all inputs: σ_out(0). [outputs] */
  readonly rest: Float64Array;
}

/** Weights of the wires that reach an output, by the neuron that they come from. */
function feeding({ neurons, synapses }: Layout): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let wire = 0; wire < synapses.count; wire++) {
    if (neuronRoles[neurons.role[synapses.to[wire]]] !== 'output') continue;
    const from = synapses.from[wire];
    const weights = found.get(from) ?? [];
    weights.push(synapses.weight[wire]);
    found.set(from, weights);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/**
 * Takes outputs apart into what each neuron before them adds. A part is its neuron's value h_j times what one wire of it is
 * worth, c_j; c_j is found by reading the network, all other wires to the outputs cut, where |h_j| is largest.
 *    Z(x) = rest + Σ_j part_j(x),  part_j(x) = c_j h_j(x)      **exact** where outputs are a sum: linear output neurons
 *  Cost: a pass through the network for every point and one for every part.
 *  @param inputs  [points × inputs]
 *  @returns null where outputs are no such sum, their wires share weights, there are more than 256 neurons before them, or
 *    values are not finite
 */
export function outputParts(system: System, weights: Reals, inputs: Float64Array): OutputParts | null {
  const parts = [...feeding(system.layout)];
  const last = parts.flatMap(([, own]) => own);
  if (parts.length === 0 || parts.length > MOST_PARTS || new Set(last).size !== last.length) return null;
  const { outputCount } = system;
  const missing = system.evaluate(weights, inputs);
  const points = missing.length / outputCount;
  const width = inputs.length / points;
  const neurons = new Float64Array(system.layout.neurons.count);
  const values = new Float64Array(parts.length * missing.length);
  /** h_j [parts × points] */
  const heights = new Float64Array(parts.length * points);
  for (let point = 0; point < points; point++) {
    system.activations(weights, point, neurons, inputs);
    for (const [part, [neuron]] of parts.entries()) heights[part * points + point] = neurons[neuron];
  }
  const cut = Float64Array.from(weights);
  for (const weight of last) cut[weight] = 0;
  const rest = system.evaluate(cut, inputs.subarray(0, width));
  for (let i = 0; i < missing.length; i++) missing[i] -= rest[i % outputCount];
  let largest = 0;
  for (const [part, [, own]] of parts.entries()) {
    const h = heights.subarray(part * points, (part + 1) * points);
    const best = h.reduce((found, value, at) => (Math.abs(value) > Math.abs(h[found]) ? at : found), 0);
    if (h[best] === 0) continue;
    for (const weight of own) cut[weight] = weights[weight];
    const read = system.evaluate(cut, inputs.subarray(best * width, (best + 1) * width));
    for (const weight of own) cut[weight] = 0;
    for (let i = 0; i < missing.length; i++) {
      const o = i % outputCount;
      const value = ((read[o] - rest[o]) / h[best]) * h[(i - o) / outputCount];
      values[part * missing.length + i] = value;
      missing[i] -= value;
      largest = Math.max(largest, Math.abs(value));
    }
  }
  if (missing.some((value) => !(Math.abs(value) <= CLOSE * largest))) return null;
  return { neurons: Int32Array.from(parts, ([neuron]) => neuron), values, rest };
}
