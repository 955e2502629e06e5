import { exp } from '../math/elementary.ts';

/** Nodes of a rule for E f(z), z ~ N(0, 1), and their weights. */
export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The trapezoid rule for Gaussian means:
 *    E f(z) = h Σ_k f(z_k) e^{−z_k²/2}/√2π,  z_k = −reach, −reach + h, …, reach
 *  Where f is analytic up to a distance d from the real axis it errs by e^{−2πd/h} (for d > 2π/h, by the weight's own
 *  e^{−2π²/h²}): to round-off at the step of physics.md 8. Gauss-Hermite converges badly for tanh.
 *  Source: physics.md 8; Trefethen and Weideman 2014, SIAM Review 56, 385.
 */
export function trapezoid(reach: number, step: number): Rule {
  const half = Math.round(reach / step);
  const nodes = Float64Array.from({ length: 2 * half + 1 }, (_, k) => (k - half) * step);
  return {
    nodes,
    weights: nodes.map((z) => (step * exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI)),
  };
}

/** Of physics.md 8: [−10, 10], step 0.04. */
export const fineRule = { reach: 10, step: 0.04 } as const;

/** e^{−32} is 1e-14. */
const ROUND_OFF_EXPONENT = 32;

/**
 * Largest step that is exact to round-off for functions of √q z with a singularity at `distance`: it is √q times nearer,
 * and a fourth power of the fastest activation, sin, swings 4√q times faster.
 */
export function largestStep(distance: number, q: number): number {
  const root = Math.sqrt(q);
  return 2 * Math.PI * Math.min(distance / (ROUND_OFF_EXPONENT * root), 1 / (4 * root + 9));
}
