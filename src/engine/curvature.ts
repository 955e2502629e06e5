import type { Reals } from '../kernels/types.ts';
import { estimateEnds, largestOf, type SpectrumEnds } from '../physics/curvature.ts';
import { denseHessian } from '../physics/denseHessian.ts';
import { symmetricEigen } from '../physics/math/symmetricEigen.ts';
import { createRandom } from '../physics/math/random.ts';
import type { Batch, Modes, System } from '../physics/types.ts';

/** Largest Hessian that an exact track diagonalises: about a second. */
const LARGEST_MODES = 512;
/** Products with the Hessian of one estimate, by Lanczos' iteration: better than the 30 of power iteration of physics.md 4.3. */
const MOST_PRODUCTS = 24;
/** Fewer would be no estimate. */
const LEAST_PRODUCTS = 8;
/**
 * Weights × samples that all products of one estimate may go through: some tenths of a second, so that whatever fits
 * opens within a second. A number of the run's sizes, never of the clock: sub-steps depend on what is found.
 */
const WORK = 2 ** 28;

/** Products with a Hessian that one estimate of it may take. @param work  weights × samples of one */
export function productsOf(work: number, most = MOST_PRODUCTS): number {
  return Math.max(LEAST_PRODUCTS, Math.min(most, Math.floor(WORK / Math.max(1, work))));
}

/** Samples whose own curvature is looked up; beyond, evenly spaced ones stand for all. */
const MOST_SAMPLES = 256;

/** How many times a batch may count one sample's curvature: drawn `size` times over, and weighted. */
export function loadOf({ size, scale }: Pick<Batch, 'size' | 'scale'>): number {
  return size * scale;
}

/**
 * Largest curvature |λ| where the weights are: the bound that holds everywhere, else estimated from below.
 *  @param load  of the batch; where it may count a sample more than once, one draw may bend more than the full batch:
 *               then no less than `load` times the largest curvature of any sample (estimated from below)
 */
export function findCurvature(system: System, weights: Reals, stiffness: number, load = 0): number {
  const all = curvatureOfAll(system, weights, stiffness);
  if (!(load > 1) || !Number.isFinite(all)) return all;
  return Math.max(all, load * curvatureOfSamples(system, weights, stiffness));
}

/** Largest |λ| of any one sample's cost, on central differences of its force. */
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
  // Two gradients of one sample a product; fewer samples stand for all where these are too many for the budget.
  const affordable = Math.floor(WORK / (2 * LEAST_PRODUCTS * Math.max(1, size)));
  const most = Math.max(1, Math.min(MOST_SAMPLES, affordable));
  const every = Math.max(1, Math.ceil(sampleCount / most));
  const products = productsOf(2 * size * Math.ceil(sampleCount / every));
  for (let sample = 0; sample < sampleCount; sample += every) {
    batch[0] = sample;
    const found = largestOf(estimateEnds(product, size, products, createRandom(0, 'noise')));
    if (!(found <= largest)) largest = found;
  }
  return largest;
}

function curvatureOfAll(system: System, weights: Reals, stiffness: number): number {
  return system.curvatureBound(stiffness) ?? largestOf(spectrumEnds(system, weights, stiffness));
}

/** What was found of a system last, and where: tracks that start together, and the regime, ask for the same. */
const found = new WeakMap<System, { weights: Reals; stiffness: number; ends: SpectrumEnds }>();

/** Ends of the spectrum where the weights are, estimated from inside within a budget of work. */
export function spectrumEnds(system: System, weights: Reals, stiffness: number): SpectrumEnds {
  const last = found.get(system);
  // A quadratic cost bends the same everywhere.
  const alike = (): boolean =>
    system.curvatureBound(stiffness) !== null || weights.every((weight, i) => weight === last?.weights[i]);
  if (last?.stiffness === stiffness && alike()) return last.ends;
  const product = (vector: Float64Array, out: Float64Array): void =>
    system.hessianVector(weights, vector, stiffness, out);
  const { weightCount: size, sampleCount } = system;
  const products = productsOf(size * Math.max(1, sampleCount));
  // A start vector of its own, so that the estimate never disturbs the run's random numbers.
  const ends = estimateEnds(product, size, products, createRandom(0, 'noise'));
  found.set(system, { weights: weights.slice(), stiffness, ends });
  return ends;
}

/** Lanczos' iteration finds the lower end from inside. */
const LOWER_MARGIN = 1.25;

/**
 * Ends between which the Hessian's spectrum stays, where a bound holds everywhere, as of quadratic costs: that bound, and
 * below what is found, which is a lowest J where space has stretched all couplings away (the smallest eigenvalue is a concave
 * function of their factor). null for other costs.
 *  @param curvature  largest |λ|, of the samples at work, too
 */
export function spectrumAhead(system: System, curvature: number): SpectrumEnds | null {
  if (system.curvatureBound(1) === null) return null;
  const weights = new Float64Array(system.weightCount);
  let smallest = Math.min(0, spectrumEnds(system, weights, 1).smallest);
  if (system.gradientEnergy !== undefined)
    smallest = Math.min(smallest, spectrumEnds(system, weights, 0).smallest);
  return { smallest: LOWER_MARGIN * smallest, largest: curvature };
}

/** Normal modes of a quadratic cost; null for other costs and for more than 512 weights. **exact** */
export function findModes(system: System, weights: Reals): Modes | null {
  const size = system.weightCount;
  const couplings = size > LARGEST_MODES ? null : system.couplings(null);
  if (couplings === null) return null;
  const { values, vectors } = symmetricEigen(denseHessian(system, weights), size);
  return { values, vectors, shift: couplings.shift };
}
