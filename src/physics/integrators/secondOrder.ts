import { largestStableStep } from '../curvature.ts';
import type { Values } from '../parameters.ts';
import type { Clock, Integrator, IntegratorContext, IntegratorPart, Reals, Schedule } from '../types.ts';
import { createReals, timeOf } from './shared.ts';
import { secondOrderDeclaration } from './declarations/secondOrder.ts';

/** Steps of the kernel whose coefficients are prepared at once: the buffers stay small, its call is rare. */
const CHUNK = 128;
/** "auto" keeps h √λ of a sub-step below this: a quarter of the bound of stability. physics.md 4.3 */
const LARGEST_PHASE = 0.5;
/** Most sub-steps of a step (scenario/fit.ts). */
const MOST_SUBSTEPS = 1000;

/** Sub-steps of a step of the clock: as given, or as many as the curvature asks for. */
function substepsOf(given: number | 'auto', dt: number, curvature: number): number {
  const count = given === 'auto' ? Math.ceil((dt * Math.sqrt(curvature)) / LARGEST_PHASE) : Math.round(given);
  return Math.min(MOST_SUBSTEPS, Math.max(1, count));
}

/**
 * The theory's dynamics  W'' + γ(t) W' + ∂C/∂W = 0  by kick-drift-kick with exact damped kicks.
 *    V ← E V − c ∂C;  W ← W + h V;  V ← E V − c ∂C,  (E, c) over each half step from the expansion
 *  For constant γ this is momentum SGD exactly, with μ = e^{−γh} and η = h(1 − μ)/γ.
 *  Order 2, measured, also from t = 0 of a power law; symmetric, conformal symplectic, exact terminal
 *  velocity. Stable for h tanh(γh/2) < 2γ/λ. One gradient a step; nothing allocated in a step.
 *  With sub-steps a step of the clock is several of these, for tracks stiffer than the clock's own run.
 *  Source: physics.md 4.1.
 */
function create(
  values: Values<typeof secondOrderDeclaration.parameters>,
  context: IntegratorContext,
): Integrator {
  const { kernels, force, expansion } = context;
  const gradient = createReals(context);
  const stiffness = new Float64Array(CHUNK + 1);
  const plan = {
    count: 0,
    h: 0,
    opened: false,
    stays: false,
    coefficients: new Float64Array(4 * CHUNK + 2),
    stiffness,
    samples: null as Int32Array | null,
    batchSize: 0,
    squares: new Float64Array(2 * CHUNK + 1),
  };

  /** Prepares sub-steps `from` on of a run of them, `substeps` to a step of the clock. */
  function prepare(clock: Clock, from: number, substeps: number): void {
    // Whole steps are added to the clock's offset first: times do not depend on how steps are cut.
    const at = (n: number, part: number): number => {
      const step = Math.floor(n / substeps);
      return timeOf(clock, step, (n - step * substeps + part) / substeps);
    };
    plan.h = clock.dt / substeps;
    for (let k = 0; k < plan.count; k++) {
      const t = at(from + k, 0);
      const middle = at(from + k, 0.5);
      expansion.kick(t, middle, plan.coefficients, 4 * k);
      expansion.kick(middle, at(from + k + 1, 0), plan.coefficients, 4 * k + 2);
      stiffness[k] = context.stiffness(t);
    }
    const end = at(from + plan.count, 0);
    stiffness[plan.count] = context.stiffness(end);
    if (plan.stays) expansion.kick(end, at(from + plan.count, 0.5), plan.coefficients, 4 * plan.count);
  }

  function advanceWhole(
    weights: Reals,
    velocity: Reals,
    clock: Clock,
    schedule: Schedule,
    count: number,
    squares: Float64Array,
    from: number | null,
    stays: boolean,
  ): number {
    const flows = schedule.samples === null;
    // A step alone may be opened, and none closed.
    const opens = from === null && count === 0 && stays;
    const first = from ?? 0;
    for (let start = first; start < count || (opens && start === 0); start += CHUNK) {
      plan.count = Math.min(CHUNK, count - start);
      plan.opened = flows && (start > first || from !== null);
      plan.stays = flows && (stays || start + plan.count < count);
      plan.squares[0] = squares[2 * start];
      prepare(clock, start, 1);
      plan.batchSize = schedule.size;
      plan.samples =
        schedule.samples?.subarray(start * schedule.size, (start + plan.count) * schedule.size) ?? null;
      const done = kernels.kickDriftKick(force, weights, velocity, gradient, plan);
      const known = 2 * done + (plan.stays ? 1 : 0);
      for (let k = 0; k < known; k++) squares[2 * start + k] = plan.squares[k];
      if (done < plan.count) return start + done;
    }
    return count;
  }

  let repeated = new Int32Array(0);
  /** One step of the clock in several of the kernel's. @returns whether the state stayed finite */
  function advanceOne(
    weights: Reals,
    velocity: Reals,
    clock: Clock,
    schedule: Schedule,
    step: number,
    substeps: number,
    squares: Float64Array,
  ): boolean {
    const { size, samples } = schedule;
    plan.opened = plan.stays = false;
    for (let done = 0; done < substeps; done += plan.count) {
      plan.count = Math.min(CHUNK, substeps - done);
      prepare(clock, step * substeps + done, substeps);
      plan.batchSize = size;
      if (samples !== null) {
        if (repeated.length < CHUNK * size) repeated = new Int32Array(CHUNK * size);
        for (let n = 0; n < plan.count * size; n++) repeated[n] = samples[step * size + (n % size)];
      }
      plan.samples = samples === null ? null : repeated;
      if (kernels.kickDriftKick(force, weights, velocity, gradient, plan) < plan.count) return false;
      // Σ V² in the middle of the step: inside its middle sub-step, or at the end of the one before the middle.
      const middle = substeps - 1 - 2 * done;
      if (middle >= 0 && middle < 2 * plan.count) squares[2 * step] = plan.squares[middle];
      squares[2 * step + 1] = plan.squares[2 * plan.count - 1];
    }
    return true;
  }

  return {
    advance(weights, velocity, clock, schedule, count, squares, from = null, stays = false) {
      const substeps = substepsOf(values.substeps, clock.dt, context.curvature);
      if (substeps === 1) {
        return advanceWhole(weights, velocity, clock, schedule, count, squares, from, stays);
      }
      for (let step = 0; step < count; step++) {
        if (!advanceOne(weights, velocity, clock, schedule, step, substeps, squares)) return step;
      }
      return count;
    },
    canStay: (dt) => substepsOf(values.substeps, dt, context.curvature) === 1,
    settle() {},
    eta: () => null,
    substeps: (dt) => substepsOf(values.substeps, dt, context.curvature),
    stability(dt, gamma, curvature) {
      if (values.substeps === 'auto' || !Number.isFinite(gamma) || !(curvature > 0)) return null;
      const step = dt / substepsOf(values.substeps, dt, context.curvature);
      return { step, largest: largestStableStep(gamma, curvature), rule: 'kick-drift-kick', follows: true };
    },
  };
}

/** {@link secondOrderDeclaration} with its steps. */
export const secondOrder: IntegratorPart<typeof secondOrderDeclaration.parameters> = {
  ...secondOrderDeclaration,
  create,
};
