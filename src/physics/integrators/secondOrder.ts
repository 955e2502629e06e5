import type { Integrator, IntegratorContext, IntegratorPart } from '../types.ts';
import { secondOrderDeclaration as declaration } from './declarations.ts';
import { createReals, timeOf } from './shared.ts';

/** Steps whose coefficients are prepared at once: the buffers stay small, the kernel's call is rare. */
const CHUNK = 64;

/**
 * The theory's dynamics  W'' + γ(t) W' + ∂C/∂W = 0  by kick-drift-kick with exact damped kicks.
 *    V ← E V − c ∂C;  W ← W + h V;  V ← E V − c ∂C,  (E, c) over each half step from the expansion
 *  For constant γ this is momentum SGD exactly, with μ = e^{−γh} and η = h(1 − μ)/γ.
 *  Order 2, measured, also from t = 0 of a power law; symmetric, conformal symplectic, exact terminal
 *  velocity. Stable for h tanh(γh/2) < 2γ/λ. One gradient a step; nothing allocated in a step.
 *  Source: physics.md 4.1.
 */
function create(_values: object, context: IntegratorContext): Integrator {
  const { kernels, force, expansion } = context;
  const gradient = createReals(context);
  const stiffness = new Float64Array(CHUNK + 1);
  const plan = {
    count: 0,
    h: 0,
    coefficients: new Float64Array(4 * CHUNK),
    stiffness,
    samples: null as Int32Array | null,
    batchSize: 0,
    squares: new Float64Array(2 * CHUNK),
  };
  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      for (let start = 0; start < count; start += CHUNK) {
        plan.count = Math.min(CHUNK, count - start);
        plan.h = clock.dt;
        for (let k = 0; k < plan.count; k++) {
          const t = timeOf(clock, start + k);
          const middle = timeOf(clock, start + k + 0.5);
          expansion.kick(t, middle, plan.coefficients, 4 * k);
          expansion.kick(middle, timeOf(clock, start + k + 1), plan.coefficients, 4 * k + 2);
          stiffness[k] = context.stiffness(t);
        }
        stiffness[plan.count] = context.stiffness(timeOf(clock, start + plan.count));
        plan.batchSize = schedule.size;
        plan.samples =
          schedule.samples?.subarray(start * schedule.size, (start + plan.count) * schedule.size) ?? null;
        const done = kernels.kickDriftKick(force, weights, velocity, gradient, plan);
        for (let k = 0; k < 2 * done; k++) squares[2 * start + k] = plan.squares[k];
        if (done < plan.count) return start + done;
      }
      return count;
    },
    settle() {},
    eta: () => null,
  };
}

export const secondOrder: IntegratorPart<typeof declaration.parameters> = { ...declaration, create };
