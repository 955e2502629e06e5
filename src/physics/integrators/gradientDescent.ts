import type { Values } from '../parameters.ts';
import type { Integrator, IntegratorContext, IntegratorPart } from '../types.ts';
import { createReals, createSampleReader, learningRate, timeOf } from './shared.ts';
import { gradientDescentDeclaration } from './declarations/gradientDescent.ts';

/**
 * Textbook gradient descent on the clock of the run.
 *    W ← W − η(t_n) Δt ∂C/∂W,  η = 1/γ(t) unless given, 0 where γ is infinite
 *  On a clock with a smaller step than its own it waits between its jumps, which fall on multiples of its Δt.
 *  Velocity reports −η ∂C/∂W at the new state, with the samples of the step that led there.
 *  Order 1 of gradient flow, measured. Stable for η Δt λ < 2.
 *  One gradient a step, two where the samples change from step to step.
 *  Source: arXiv:2503.08827, Eq. 3; physics.md 3.2.
 */
function create(
  values: Values<typeof gradientDescentDeclaration.parameters>,
  context: IntegratorContext,
): Integrator {
  const { kernels, force } = context;
  const rate = learningRate(values.eta, context.expansion);
  const gradient = createReals(context);
  const samples = createSampleReader();
  /** Steps of the clock from one jump to the next. */
  const everyOf = (dt: number): number =>
    typeof values.dt === 'number' ? Math.max(1, Math.round(values.dt / dt)) : 1;
  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      const every = everyOf(clock.dt);
      const jump = every * clock.dt;
      let fresh = false;
      for (let k = 0; k < count; k++) {
        if ((clock.offset + k + 1) % every !== 0) {
          squares[2 * k] = 0;
          squares[2 * k + 1] = 0;
          continue;
        }
        const t = timeOf(clock, k);
        const next = timeOf(clock, k + 1);
        const batch = samples.read(schedule, k);
        if (!fresh) force.gradient(weights, batch, context.stiffness(t), gradient);
        const eta = rate(t);
        squares[2 * k] = eta * eta * kernels.sumOfSquares(gradient);
        kernels.addScaled(weights, -eta * jump, gradient);
        kernels.floorSmall(weights);
        force.gradient(weights, batch, context.stiffness(next), gradient);
        velocity.fill(0);
        kernels.addScaled(velocity, -rate(next), gradient);
        kernels.floorSmall(velocity);
        squares[2 * k + 1] = kernels.sumOfSquares(velocity);
        if (!(squares[2 * k + 1] < Infinity)) return k;
        fresh = every === 1 && k + 1 < count && samples.same(schedule, k, k + 1);
      }
      return count;
    },
    settle(weights, velocity, t, batch) {
      force.gradient(weights, batch, context.stiffness(t), gradient);
      velocity.fill(0);
      kernels.addScaled(velocity, -rate(t), gradient);
    },
    eta: rate,
    jump: (dt) => everyOf(dt) * dt,
    stability(dt, gamma, curvature) {
      const eta = values.eta ?? 1 / gamma;
      if (!(eta > 0 && eta < Infinity) || !(curvature > 0)) return null;
      const every = everyOf(dt);
      return { step: every * dt, largest: 2 / (eta * curvature), rule: 'euler', follows: every === 1 };
    },
  };
}

/** {@link gradientDescentDeclaration} with its steps. */
export const gradientDescent: IntegratorPart<typeof gradientDescentDeclaration.parameters> = {
  ...gradientDescentDeclaration,
  create,
};
