import type { Instant } from '../observables/types.ts';
import { observable } from '../observables/types.ts';
import type { System } from '../types.ts';
import { chainOf } from './chain.ts';
import { layerEnergies } from './energies.ts';
import { BULK_TERMS, BulkBoundary, TERMS, type LayerState, type OutputCost } from './lagrangian.ts';
import { isLayered, LayersInMotion, type LayeredSystem } from './motion.ts';

/**
 * Why L has no bulk and boundary: no layers; more than one sample at work, so that there are more z than b; no bias to be
 * traded for a z; biases that are shared, or do not act; residual wires, which bring X to every layer.
 */
export type Obstacle = 'layers' | 'batch' | 'biases' | 'shared' | 'silent' | 'residual';

/** What of the decomposition the system itself forbids. */
export function systemObstacle(system: System): Obstacle | null {
  if (!isLayered(system)) return 'layers';
  const { layers } = chainOf(system.layout);
  const { laws } = system.layers;
  if (layers.some(({ bias }) => bias.some((weight) => weight < 0))) return 'biases';
  if (layers.some(({ biases, rows }) => biases.length < rows)) return 'shared';
  if (laws.some(({ biasScale }) => biasScale === 0)) return 'silent';
  return laws.some(({ residual }) => residual) ? 'residual' : null;
}

/** The one sample at work; null where there are more. */
export function sampleAtWork({ system, batch }: Pick<Instant, 'system' | 'batch'>): number | null {
  if (batch !== null) return batch.length === 1 ? batch[0] : null;
  return system.sampleCount === 1 ? 0 : null;
}

/** L of the sample at work, term by term. */
export interface Decomposition {
  /** [7] in the order of lagrangian.ts. */
  readonly terms: Float64Array;
  /** T − ℓ from weights and velocities alone. */
  readonly lagrangian: number;
  /** |L − L_bulk − L_boundary| over the largest term: round-off. */
  readonly residual: number;
}

/** What of a sample's network is in (W, z), its arrays as those of `motion`. */
export function stateIn(motion: LayersInMotion, { weights, velocity }: Instant): LayerState {
  const [inputs, ...levels] = motion.levels;
  return {
    weights,
    velocity,
    z: levels.map(({ z }) => z),
    zRate: levels.map(({ zRate }) => zRate),
    input: inputs.value,
    inputRate: inputs.rate,
  };
}

/** ℓ of the sample at work, weighted, as a function of Z; only its slope. */
export function slopeOfCost({ layers }: LayeredSystem, sample: number, scale: number): OutputCost {
  return (Z, slope) => {
    layers.outputSlope(Z, sample, slope);
    for (let i = 0; i < slope.length; i++) slope[i] *= scale;
    return NaN;
  };
}

/**
 * Splits L of the sample at work into bulk and boundary.
 *    L = T − ℓ = L_bulk + L_boundary, one bias a neuron being traded for its weighted sum z
 *  z and ż are those of the present weights and sample: where the sample changes they jump, and begin anew
 *  (piecewise constant X, Ẋ = 0 unless the data give it). **exact**
 *  @returns why not, where there is none
 *  Source: arXiv:2511.02003; physics.md 6.
 */
export function decompose(instant: Instant): Decomposition | Obstacle {
  const { system, weights, velocity, batchScale } = instant;
  if (!isLayered(system)) return 'layers';
  const sample = sampleAtWork(instant);
  if (sample === null) return 'batch';
  const obstacle = systemObstacle(system);
  if (obstacle !== null) return obstacle;
  const motion = new LayersInMotion(system);
  motion.follow(weights, velocity, sample);
  const terms = new Float64Array(TERMS);
  const cost = batchScale * system.cost(weights, Int32Array.of(sample), instant.stiffness);
  new BulkBoundary(motion.chain, motion.laws).terms(stateIn(motion, instant), () => cost, terms);
  let kinetic = 0;
  for (const rate of velocity) kinetic += 0.5 * rate * rate;
  const lagrangian = kinetic - cost;
  let [sum, largest] = [0, Math.abs(lagrangian)];
  for (const term of terms) {
    sum += term;
    largest = Math.max(largest, Math.abs(term));
  }
  return { terms, lagrangian, residual: largest === 0 ? 0 : Math.abs(sum - lagrangian) / largest };
}

const sumOf = (terms: Float64Array): number => terms.reduce((sum, term) => sum + term, 0);

/** L_bulk and L_boundary of the one sample at work with their terms, and the energy of the layers. **exact** */
export const bulkBoundary = observable({
  id: 'bulk-boundary',
  shape:
    '{ bulk, boundary, bulkTerms: [4], boundaryTerms: [3] } of one sample, else null; layerKinetic: [M], layerFlux: [M + 1], layerRate: [M]',
  cost: 'O(P·samples at work)',
  cadence: 'frame',
  compute(instant) {
    const energies = layerEnergies(instant);
    if (energies === null) return null;
    const found = decompose(instant);
    const split = typeof found === 'string' ? null : found.terms;
    const bulkTerms = split?.slice(0, BULK_TERMS) ?? null;
    const boundaryTerms = split?.slice(BULK_TERMS) ?? null;
    return {
      bulk: bulkTerms && sumOf(bulkTerms),
      boundary: boundaryTerms && sumOf(boundaryTerms),
      bulkTerms,
      boundaryTerms,
      layerKinetic: energies.kinetic,
      layerFlux: energies.flux,
      layerRate: energies.rate,
    };
  },
});
