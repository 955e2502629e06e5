import type { Reals } from '../kernels/types.ts';
import { estimateCurvature } from '../physics/curvature.ts';
import { denseHessian } from '../physics/denseHessian.ts';
import { symmetricEigen } from '../physics/math/symmetricEigen.ts';
import { createRandom } from '../physics/math/random.ts';
import type { Batch, Modes, System } from '../physics/types.ts';

/** Largest Hessian that an exact track diagonalises: about a second. */
const LARGEST_MODES = 512;
/** physics.md 4.3: 20 to 30 power iterations. */
export const CURVATURE_ITERATIONS = 30;

/** Samples whose own curvature is looked up; beyond, evenly spaced ones stand for all. */
const MOST_SAMPLES = 256;

/** How many times a batch may count one sample's curvature: drawn `size` times over, and weighted. */
export function loadOf({ size, scale }: Pick<Batch, 'size' | 'scale'>): number {
  return size * scale;
}

/**
 * Largest curvature |λ| where the weights are: the bound that holds everywhere, else estimated by power iteration.
 *  @param load  of the batch; where it may count a sample more than once, one draw may bend more than the full batch:
 *               then no less than `load` times the largest curvature of any sample (estimated from below)
 */
export function findCurvature(system: System, weights: Reals, stiffness: number, load = 0): number {
  const all = curvatureOfAll(system, weights, stiffness);
  if (!(load > 1) || !Number.isFinite(all)) return all;
  return Math.max(all, load * curvatureOfSamples(system, weights, stiffness));
}

/** Largest |λ| of any one sample's cost, by power iteration on central differences of its force. */
function curvatureOfSamples(system: System, weights: Reals, stiffness: number): number {
  const { weightCount: size, sampleCount, force } = system;
  const ahead = new Float64Array(size);
  const behind = new Float64Array(size);
  const from = new Float64Array(size);
  const batch = new Int32Array(1);
  // The difference quotient of a quadratic cost is exact for any step.
  let step = 0;
  for (const w of weights) step = Math.max(step, Math.abs(w));
  step = 1e-4 * Math.max(1, step);
  const product = (vector: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < size; i++) from[i] = weights[i] + step * vector[i];
    force.gradient(from, batch, stiffness, ahead);
    for (let i = 0; i < size; i++) from[i] = weights[i] - step * vector[i];
    force.gradient(from, batch, stiffness, behind);
    for (let i = 0; i < size; i++) out[i] = (ahead[i] - behind[i]) / (2 * step);
  };
  let largest = 0;
  const every = Math.max(1, Math.ceil(sampleCount / MOST_SAMPLES));
  for (let sample = 0; sample < sampleCount; sample += every) {
    batch[0] = sample;
    const found = estimateCurvature(product, size, CURVATURE_ITERATIONS, createRandom(0, 'noise'));
    largest = Math.max(largest, found);
  }
  return largest;
}

function curvatureOfAll(system: System, weights: Reals, stiffness: number): number {
  const bound = system.curvatureBound(stiffness);
  if (bound !== null) return bound;
  const product = (vector: Float64Array, out: Float64Array): void =>
    system.hessianVector(weights, vector, stiffness, out);
  // A start vector of its own, so that the estimate never disturbs the run's random numbers.
  return estimateCurvature(product, system.weightCount, CURVATURE_ITERATIONS, createRandom(0, 'noise'));
}

/** Normal modes of a quadratic cost; null for other costs and for more than 512 weights. **exact** */
export function findModes(system: System, weights: Reals): Modes | null {
  const size = system.weightCount;
  const couplings = size > LARGEST_MODES ? null : system.couplings(null);
  if (couplings === null) return null;
  const { values, vectors } = symmetricEigen(denseHessian(system, weights), size);
  return { values, vectors, shift: couplings.shift };
}
