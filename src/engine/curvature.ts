import type { Reals } from '../kernels/types.ts';
import { estimateCurvature } from '../physics/curvature.ts';
import { denseHessian } from '../physics/denseHessian.ts';
import { symmetricEigen } from '../physics/math/linalg.ts';
import { createRandom } from '../physics/math/random.ts';
import type { Modes, System } from '../physics/types.ts';

/** Largest Hessian that an exact track diagonalises: about a second. */
const LARGEST_MODES = 512;
/** physics.md 4.3: 20 to 30 power iterations. */
export const CURVATURE_ITERATIONS = 30;

/** Largest curvature |λ| where the weights are: the bound that holds everywhere, else estimated by power iteration. */
export function findCurvature(system: System, weights: Reals, stiffness: number): number {
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
