import { neuronRoles, type Layout, type Reals, type System } from '../types.ts';

/** Neurons before the outputs at most: each takes a pass through the network. */
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
 * Takes outputs apart into what each neuron before them adds: the network is read with all other wires to the outputs cut.
 *    Z(x) = rest + Σ_j part_j(x)      **exact** where outputs are a sum: linear output neurons
 *  @param inputs  [points × inputs]
 *  @returns null where outputs are no such sum, their wires share weights, or there are more than 256 neurons before them
 */
export function outputParts(system: System, weights: Reals, inputs: Float64Array): OutputParts | null {
  const parts = [...feeding(system.layout)];
  const last = parts.flatMap(([, own]) => own);
  if (parts.length === 0 || parts.length > MOST_PARTS || new Set(last).size !== last.length) return null;
  const cut = Float64Array.from(weights);
  for (const weight of last) cut[weight] = 0;
  const rest = system.evaluate(cut, inputs);
  const missing = system.evaluate(weights, inputs).map((value, i) => value - rest[i]);
  const values = new Float64Array(parts.length * rest.length);
  let largest = 0;
  for (const [part, [, own]] of parts.entries()) {
    for (const weight of own) cut[weight] = weights[weight];
    const outputs = system.evaluate(cut, inputs);
    for (const weight of own) cut[weight] = 0;
    for (let i = 0; i < rest.length; i++) {
      const value = outputs[i] - rest[i];
      values[part * rest.length + i] = value;
      missing[i] -= value;
      largest = Math.max(largest, Math.abs(value));
    }
  }
  if (missing.some((value) => !(Math.abs(value) <= CLOSE * largest))) return null;
  return {
    neurons: Int32Array.from(parts, ([neuron]) => neuron),
    values,
    rest: rest.slice(0, system.outputCount),
  };
}
