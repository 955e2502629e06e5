import type { Sources } from '../../kernels/typescript/sources.ts';
import type { Couplings, Reals } from '../types.ts';
import { leastNormShift } from './leastNorm.ts';

export type { Sources };

/**
 * H v of a quadratic cost. **exact**
 *   (H v)_i = J_i v_i + s Σ_{b=(i,j)} K_b (v_i − v_j)
 * @param stiffness  s, the factor on every K
 * @param out        [P], overwritten
 * O(P + B).
 */
export function applyHessian(
  { bonds, K, J }: Sources,
  vector: Reals,
  stiffness: number,
  out: Float64Array,
): void {
  for (let n = 0; n < J.length; n++) out[n] = J[n] * vector[n];
  for (let b = 0; b < K.length; b++) {
    const i = bonds[2 * b];
    const j = bonds[2 * b + 1];
    const pull = stiffness * K[b] * (vector[i] - vector[j]);
    out[i] += pull;
    out[j] -= pull;
  }
}

/**
 * Gershgorin's bound of the Hessian's largest |eigenvalue| at a factor s on every K, max_i (|H_ii| + Σ_j |H_ij|): on a
 * ring with K ≥ 0 it is max_n (J_n + 2s K_n + 2s K_{n−1}).
 *  @returns  of s; what was asked last is known. O(B) once, then O(P)
 * Source: physics.md 4.3.
 */
export function gershgorinBound({ bonds, K, J }: Sources): (stiffness: number) => number {
  const pull = new Float64Array(J.length);
  const radius = new Float64Array(J.length);
  for (let b = 0; b < K.length; b++) {
    const size = Math.abs(K[b]);
    const i = bonds[2 * b];
    const j = bonds[2 * b + 1];
    pull[i] += K[b];
    pull[j] += K[b];
    radius[i] += size;
    radius[j] += size;
  }
  let last = NaN;
  let bound = 0;
  return (stiffness) => {
    if (stiffness === last) return bound;
    last = stiffness;
    bound = 0;
    for (let n = 0; n < J.length; n++) {
      bound = Math.max(bound, Math.abs(J[n] + stiffness * pull[n]) + stiffness * radius[n]);
    }
    return bound;
  };
}

/**
 * Couplings after w_n → (−1)ⁿ w_n (physics.md 1.2); only bonds between an even and an odd site change.
 *   K^s_b = −K_b,  J^s_n = J_n + 2 Σ_{b∋n} K_b
 */
export function staggeredCouplings({ bonds, K, J }: Sources): { K: Float64Array; J: Float64Array } {
  const staggeredK = K.slice();
  const staggeredJ = J.slice();
  for (let b = 0; b < K.length; b++) {
    const i = bonds[2 * b];
    const j = bonds[2 * b + 1];
    if ((i + j) % 2 === 0) continue;
    // −0 would print as a different number from the 0 of the odd bonds of Example 1.
    staggeredK[b] = K[b] === 0 ? 0 : -K[b];
    staggeredJ[i] += 2 * K[b];
    staggeredJ[j] += 2 * K[b];
  }
  return { K: staggeredK, J: staggeredJ };
}

/** Trace of the Hessian, Σ_n J_n + 2 Σ_b K_b: no eigenvalue of a sum of squares is larger. */
export function hessianTrace({ K, J }: Sources): number {
  let trace = 0;
  for (const mass of J) trace += mass;
  for (const coupling of K) trace += 2 * coupling;
  return trace;
}

export interface CouplingOptions {
  /** Gives C0 from the shift: the cost there. */
  readonly costAt: (shift: Float64Array) => number;
  readonly staggered: boolean;
  /** Lists all pairs with K ≠ 0 beside K, for costs whose bonds are not those of the layout. */
  readonly listBonds: boolean;
}

/**
 * Sources of a quadratic cost with its vacuum:
 *   C = Σ_b K_b/2 (w_i − w_j)² + Σ_n J_n w_n²/2 + C0,  w = W − W*. **exact**
 * W* solves H W* = f; it always exists for sums of squares, and is the one of least norm where flat
 * directions leave a choice. C0 is the cost at W*, not a difference of large terms. The vacuum is
 * solved for when it is first read, since the sources alone are wanted at every frame.
 * Source: physics.md 1.1.
 */
export function couplingsOf(sources: Sources, options: CouplingOptions): Couplings {
  let vacuum: { shift: Float64Array; flatModes: number; constant: number } | undefined;
  const solve = () => {
    if (vacuum === undefined) {
      const { shift, flatModes } = leastNormShift(sources);
      vacuum = { shift, flatModes, constant: options.costAt(shift) };
    }
    return vacuum;
  };
  return {
    K: sources.K,
    J: sources.J,
    get shift() {
      return solve().shift;
    },
    get constant() {
      return solve().constant;
    },
    get flatModes() {
      return solve().flatModes;
    },
    ...(options.listBonds && { bonds: pairList(sources.bonds) }),
    ...(options.staggered && { staggered: staggeredCouplings(sources) }),
  };
}

function pairList(bonds: Int32Array): [number, number][] {
  return Array.from({ length: bonds.length / 2 }, (_, b) => [bonds[2 * b], bonds[2 * b + 1]]);
}
