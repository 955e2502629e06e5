import type { Force, Reals } from '../types.ts';
import type { FlowPolynomial } from './flowPolynomial.ts';

/** Takes one step of a flow by a polynomial. */
export interface FlowStages {
  /**
   * W ← W − q(τH) τ∂C, with floors.
   *  @param gradient   [P] ∂C/∂W at the start, τ = ∫η dt of the step
   *  @returns          Σ (∂C/∂W)² in the middle of the step
   */
  step(
    polynomial: FlowPolynomial,
    tau: number,
    weights: Reals,
    gradient: Reals,
    batch: Int32Array | null,
    stiffness: number,
  ): number;
}

/**
 * A polynomial of the Hessian without the Hessian: with x = (2τH − to − from)/(to − from) the displacements
 *    d₀ = τ∂C(W),  d₁ = x d₀,  d_{k+1} = 2x d_k − d_{k−1},  τH d = τ (∂C(W) − ∂C(W − δd))/δ
 *  never outgrow d₀ in a mode, so that no stage is lost to round-off;  W ← W − Σ_k end_k d_k.
 *  The difference quotients are **exact** for quadratic costs; for others the whole is a Runge-Kutta method of second order
 *  (Σb = 1, Σbc = 1/2), and δ keeps its stages within a stable step of gradient descent.
 *  One gradient a stage but the first; O(P) beside it, in one pass. Allocates nothing in a step.
 */
export function createFlowStages(force: Force, stage: Reals, stageGradient: Reals): FlowStages {
  const { size } = force;
  const moved = new Float64Array(size);
  const middle = new Float64Array(size);
  let now = new Float64Array(size);
  let before = new Float64Array(size);
  return {
    step({ from, to, end, middle: half }, tau, weights, gradient, batch, stiffness) {
      const delta = Math.min(1, 2 / to);
      const stages = end.length;
      for (let i = 0; i < size; i++) {
        const d = tau * gradient[i];
        now[i] = d;
        before[i] = 0;
        moved[i] = end[0] * d;
        middle[i] = half[0] * d;
        stage[i] = weights[i] - delta * d;
      }
      for (let k = 1; k < stages; k++) {
        force.gradient(stage, batch, stiffness, stageGradient);
        // The first of Chebyshev's recurrence counts once, the others twice.
        const twice = k === 1 ? 1 : 2;
        const bend = (2 * twice * tau) / (delta * (to - from));
        const shift = (twice * (to + from)) / (to - from);
        const share = end[k];
        const halfShare = half[k];
        for (let i = 0; i < size; i++) {
          const d = bend * (gradient[i] - stageGradient[i]) - shift * now[i] - before[i];
          before[i] = d;
          moved[i] += share * d;
          middle[i] += halfShare * d;
          stage[i] = weights[i] - delta * d;
        }
        [now, before] = [before, now];
      }
      let squares = 0;
      for (let i = 0; i < size; i++) {
        weights[i] -= moved[i];
        squares += middle[i] * middle[i];
      }
      return squares / (tau * tau);
    },
  };
}
