import type { Values } from '../parameters.ts';
import type { Integrator, IntegratorContext, IntegratorPart, Reals } from '../types.ts';
import { createReals, createSampleReader, timeOf } from './shared.ts';
import { referenceDeclaration } from './declarations/reference.ts';

/** Damping γh of a sub-step, in units of its phase: at the default an error of 2e-10 per e-fold. */
const DAMPING_PER_PHASE = 2.5;
/** Beyond this many pairs of sub-steps in one step it rather blows up, and says so, than hangs. */
const LARGEST_PAIR_COUNT = 1 << 19;

/**
 * The second-order dynamics  W'' + γ(t) W' + ∂C/∂W = 0  by the classical Runge-Kutta method in small
 * sub-steps: slow, and a yardstick for the others.
 *    h sqrt(λ) <= 0.005  and  γh <= 0.0125,  λ the curvature estimated at the start
 *  Where γ is infinite (t = 0 of a power law) V must be 0 and V' = −f ∂C/∂W, f = 1/(n + 1).
 *  Order 4, measured. From t = 0 of γ = n/t the stages see the singular friction and V errs by O(h³)
 *  in the first sub-step, which friction then dilutes by (h/t)ⁿ: the order measures 4 for n >= 1 and
 *  3 + n below (3.5 for n = 1/2, where the sub-steps keep the error itself below 1e-9).
 *  Four gradients a sub-step.
 *  Source: Kutta (1901); physics.md 4.3.
 */
function create(
  values: Values<typeof referenceDeclaration.parameters>,
  context: IntegratorContext,
): Integrator {
  const { kernels, force, expansion } = context;
  const acceleration = createReals(context);
  const stageWeights = createReals(context);
  const stageVelocity = createReals(context);
  const nextWeights = createReals(context);
  const nextVelocity = createReals(context);
  const samples = createSampleReader();

  /** Writes V' = −γ V − f ∂C/∂W into `acceleration`. */
  function accelerate(t: number, W: Reals, V: Reals, batch: Int32Array | null): void {
    const gamma = expansion.gamma(t);
    // Where γ is infinite V is 0, and their product is part of the response f.
    const damping = gamma < Infinity ? gamma : 0;
    const response = expansion.initialResponse(t);
    force.gradient(W, batch, context.stiffness(t), acceleration);
    for (let i = 0; i < V.length; i++) acceleration[i] = -response * acceleration[i] - damping * V[i];
  }

  /** Sub-steps of the step from t to `next`; even, so that one of them ends in the middle. */
  function substepsOf(t: number, next: number): number {
    const before = expansion.gamma(t);
    const after = expansion.gamma(next);
    const gamma = before < Infinity ? Math.max(before, after) : after;
    const rate = Math.max(Math.sqrt(context.curvature), gamma / DAMPING_PER_PHASE);
    // The margin keeps round-off of t from adding a sub-step.
    const pairs = Math.ceil((0.5 * (next - t) * rate) / values.phase - 1e-9);
    return 2 * Math.min(Math.max(1, pairs), LARGEST_PAIR_COUNT);
  }

  function substep(
    W: Reals,
    V: Reals,
    t: number,
    middle: number,
    end: number,
    h: number,
    batch: Int32Array | null,
  ): void {
    accelerate(t, W, V, batch);
    kernels.combine(W, h / 6, V, nextWeights);
    kernels.combine(V, h / 6, acceleration, nextVelocity);
    kernels.combine(W, h / 2, V, stageWeights);
    kernels.combine(V, h / 2, acceleration, stageVelocity);
    accelerate(middle, stageWeights, stageVelocity, batch);
    kernels.addScaled(nextWeights, h / 3, stageVelocity);
    kernels.addScaled(nextVelocity, h / 3, acceleration);
    kernels.combine(W, h / 2, stageVelocity, stageWeights);
    kernels.combine(V, h / 2, acceleration, stageVelocity);
    accelerate(middle, stageWeights, stageVelocity, batch);
    kernels.addScaled(nextWeights, h / 3, stageVelocity);
    kernels.addScaled(nextVelocity, h / 3, acceleration);
    kernels.combine(W, h, stageVelocity, stageWeights);
    kernels.combine(V, h, acceleration, stageVelocity);
    accelerate(end, stageWeights, stageVelocity, batch);
    kernels.combine(nextWeights, h / 6, stageVelocity, W);
    kernels.combine(nextVelocity, h / 6, acceleration, V);
  }

  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      for (let k = 0; k < count; k++) {
        const batch = samples.read(schedule, k);
        const substeps = substepsOf(timeOf(clock, k), timeOf(clock, k + 1));
        const h = clock.dt / substeps;
        for (let j = 0; j < substeps; j++) {
          if (2 * j === substeps) squares[2 * k] = kernels.sumOfSquares(velocity);
          const t = timeOf(clock, k, j / substeps);
          const middle = timeOf(clock, k, (j + 0.5) / substeps);
          substep(weights, velocity, t, middle, timeOf(clock, k, (j + 1) / substeps), h, batch);
        }
        kernels.floorSmall(weights);
        kernels.floorSmall(velocity);
        squares[2 * k + 1] = kernels.sumOfSquares(velocity);
        if (!(squares[2 * k + 1] < Infinity)) return k;
      }
      return count;
    },
    settle() {},
    eta: () => null,
    classicalSteps: substepsOf,
  };
}

/** {@link referenceDeclaration} with its steps. */
export const reference: IntegratorPart<typeof referenceDeclaration.parameters> = {
  ...referenceDeclaration,
  create,
};
