import type { System } from '../../physics/types.ts';
import { dot, worstRelative } from './errors.ts';
import { allVariants, isQuadratic, specimenOf, type Specimen } from './systems.ts';
import { bounded, type Check } from './types.ts';

/** Step of the differences: its square and ε/step balance near 1e-10. */
const STEP = 1e-5;
/** A curvature below this part of 1 is round-off of the differences. */
const LEAST_SCALE = 1e-3;

export function gradientOf(
  system: System,
  weights: Float64Array,
  batch: Int32Array | null = null,
): Float64Array {
  const out = new Float64Array(system.weightCount);
  system.force.gradient(weights, batch, 1, out);
  return out;
}

export function hessianTimes(system: System, weights: Float64Array, vector: Float64Array): Float64Array {
  const out = new Float64Array(system.weightCount);
  system.hessianVector(weights, vector, 1, out);
  return out;
}

/** ∂C/∂W_n ≈ (C(W_n + h) − C(W_n − h))/2h, for every weight. */
export function differencedGradient(system: System, weights: Float64Array): Float64Array {
  const moved = weights.slice();
  return weights.map((w, n) => {
    moved[n] = w + STEP;
    const up = system.cost(moved, null, 1);
    moved[n] = w - STEP;
    const down = system.cost(moved, null, 1);
    moved[n] = w;
    return (up - down) / (2 * STEP);
  });
}

/** Largest error of the gradient, relative to its largest component. */
export function gradientError({ system, weights }: Pick<Specimen, 'system' | 'weights'>): number {
  return worstRelative(gradientOf(system, weights), differencedGradient(system, weights));
}

/** Largest error of H v against differences of the gradient along v, relative to its largest component. */
export function hessianError({ system, weights, direction }: Specimen): number {
  const product = hessianTimes(system, weights, direction);
  const at = (sign: number): Float64Array =>
    gradientOf(
      system,
      weights.map((w, n) => w + sign * STEP * direction[n]),
    );
  const [up, down] = [at(1), at(-1)];
  const differenced = up.map((g, n) => (g - down[n]) / (2 * STEP));
  const scale = product.reduce((most, value) => Math.max(most, Math.abs(value)), LEAST_SCALE);
  const worst = product.reduce((most, value, n) => Math.max(most, Math.abs(value - differenced[n])), 0);
  return worst / scale;
}

/** |u·Hv − v·Hu| relative to |u| |Hv|. */
export function symmetryError(
  system: System,
  weights: Float64Array,
  u: Float64Array,
  v: Float64Array,
): number {
  const Hv = hessianTimes(system, weights, v);
  const right = dot(v, hessianTimes(system, weights, u));
  return Math.abs(dot(u, Hv) - right) / Math.sqrt(dot(u, u) * dot(Hv, Hv) + 1e-300);
}

/** C(W) by the couplings: Σ_b K_b/2 (w_i − w_j)² + Σ J_n w_n²/2 + C0, w = W − W*; NaN without couplings. */
export function couplingForm(system: System, weights: Float64Array, batch: Int32Array | null): number {
  const couplings = system.couplings(batch);
  if (couplings === null) return NaN;
  const bonds = couplings.bonds?.flat() ?? system.layout.bonds;
  const w = weights.map((value, n) => value - couplings.shift[n]);
  let cost = couplings.constant;
  for (let b = 0; b < couplings.K.length; b++) {
    const difference = w[bonds[2 * b]] - w[bonds[2 * b + 1]];
    cost += 0.5 * couplings.K[b] * difference * difference;
  }
  for (let n = 0; n < w.length; n++) cost += 0.5 * couplings.J[n] * w[n] * w[n];
  return cost;
}

/** |C(W) − the form of its couplings| relative to 1 + |C|. */
export function couplingError(
  { system, weights }: Pick<Specimen, 'system' | 'weights'>,
  batch: Int32Array | null,
): number {
  const cost = system.cost(weights, batch, 1);
  return Math.abs(couplingForm(system, weights, batch) - cost) / (1 + Math.abs(cost));
}

export const gradients: Check = {
  id: 'gradient',
  label: 'Gradients',
  help: '∂C/∂W of every system, each choice of its parameters in turn, against central differences of the cost; relative to its largest component.',
  trials: ({ kernels }) =>
    allVariants().map(({ part, title, settings }) => ({
      subject: title,
      measure: () => bounded(title, gradientError(specimenOf(part, settings, kernels)), 1e-6),
    })),
};

export const hessians: Check = {
  id: 'hessian',
  label: 'Hessian products',
  help: 'H v of every system against central differences of its gradient along v; relative to its largest component, at least 0.001.',
  trials: ({ kernels }) =>
    allVariants().map(({ part, title, settings }) => ({
      subject: title,
      measure: () => bounded(title, hessianError(specimenOf(part, settings, kernels)), 1e-6),
    })),
};

export const couplings: Check = {
  id: 'couplings',
  label: 'Sources J and K',
  help: 'The cost of every quadratic system is Σ K(wᵢ − wⱼ)²/2 + Σ Jw²/2 + C₀ with w = W − W*, exactly (Eq. 14); relative to 1 + |C|.',
  trials: ({ kernels }) =>
    allVariants()
      .filter(({ part, settings }) => isQuadratic(part, settings))
      .map(({ part, title, settings }) => ({
        subject: title,
        measure: () => bounded(title, couplingError(specimenOf(part, settings, kernels), null), 1e-11),
      })),
};
