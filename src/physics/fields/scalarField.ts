import type { Sources } from '../../kernels/typescript/sources.ts';
import { applyHessian, couplingsOf, gershgorinBound } from '../lattice/couplings.ts';
import { lazy } from '../lattice/layout.ts';
import type { Force, Layout, Reals, System } from '../types.ts';

export interface ScalarField {
  readonly kind: string;
  readonly dimension: number;
  readonly sources: Sources;
  /** Bonds as those of `ringBonds(columns)` for one row, else of `torusBonds`. */
  readonly rows: number;
  readonly columns: number;
  readonly force: Force;
  readonly layout: () => Layout;
  /** The sites are an even ring, so that the staggered field exists. */
  readonly staggered: boolean;
  /** Whether K is multiplied by a(t)⁻². */
  readonly redshifted: boolean;
}

/**
 * A scalar field of any dimension from its sources:
 *   U = s Σ_b K_b/2 (w_i − w_j)² + Σ_i (J_i w_i²/2 − f_i w_i), s = a⁻² with physical redshift, else 1. **exact**
 * K < 0 is allowed: the lattice is well defined, its cost then may have no lower bound.
 */
export function createScalarField(field: ScalarField): System {
  const { sources } = field;
  const { K, J, force } = sources;
  const size = J.length;
  const layout = lazy(field.layout);
  const gradientEnergy = (weights: Reals): number => bondEnergy(field, weights);
  const cost = (weights: Reals, stiffness: number): number => {
    const known = field.force.energy?.(weights, stiffness) ?? null;
    if (known !== null) return known;
    let energy = stiffness * gradientEnergy(weights);
    for (let n = 0; n < size; n++) energy += (0.5 * J[n] * weights[n] - force[n]) * weights[n];
    return energy;
  };
  const scaled = (stiffness: number): Sources =>
    stiffness === 1 ? sources : { ...sources, K: K.map((value) => stiffness * value) };
  return {
    kind: field.kind,
    weightCount: size,
    dimension: field.dimension,
    sampleCount: 0,
    outputCount: 0,
    testCount: 0,
    get layout() {
      return layout();
    },
    force: field.force,
    cost: (weights, _batch, stiffness) => cost(weights, stiffness),
    testCost: () => 0,
    outputs: () => undefined,
    testOutputs: () => undefined,
    evaluate: () => new Float64Array(0),
    activations: (weights, _sample, out) => out.set(weights),
    showsWeights: true,
    hessianVector: (_weights, vector, stiffness, out) => applyHessian(sources, vector, stiffness, out),
    curvatureBound: gershgorinBound(sources),
    couplings: (_batch, stiffness = 1) =>
      couplingsOf(scaled(stiffness), {
        costAt: (shift) => cost(shift, stiffness),
        staggered: field.staggered,
        listBonds: false,
      }),
    ...(field.redshifted && { gradientEnergy }),
  };
}

/** Σ_b K_b/2 (w_i − w_j)², in the order of the bonds: those down, then those to the right; one by one, without looking them up. */
function bondEnergy({ rows, columns, sources: { K } }: ScalarField, weights: Reals): number {
  const size = rows * columns;
  let energy = 0;
  let b = 0;
  if (rows > 1) {
    for (; b < size; b++) {
      const below = b + columns < size ? b + columns : b + columns - size;
      const step = weights[below] - weights[b];
      energy += 0.5 * K[b] * step * step;
    }
  }
  for (let first = 0; first < size; first += columns) {
    for (let n = first; n < first + columns - 1; n++, b++) {
      const step = weights[n + 1] - weights[n];
      energy += 0.5 * K[b] * step * step;
    }
    const step = weights[first] - weights[first + columns - 1];
    energy += 0.5 * K[b++] * step * step;
  }
  return energy;
}
