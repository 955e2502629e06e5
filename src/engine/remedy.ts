import { autoTimeStep } from '../physics/curvature.ts';
import type { StepBound } from '../physics/types.ts';
import type { Remedy } from './protocol.ts';

/** First-order runs keep this part of the largest stable step. */
export const SAFE_PART = 0.9;

/**
 * What would keep a run from growing from step to step; null where no step is too large, or none is small enough.
 *    kick-drift-kick  the step of "auto" at the smallest friction ahead
 *    verlet           a step below its bound, which no friction moves
 *    flow, descent    a step below the bound at the smallest friction ahead; where friction fades to 0 none is: the flow
 *                     takes as many sub-steps as stay stable, descent a rate of its own with ηΔtλ = 1
 *  @param bound     of the method's own step at this moment
 *  @param smallest  friction, at least, from here on
 *  @param given     whether the learning rate was given, so that friction does not matter
 *  Source: physics.md 4.1, 4.3.
 */
export function remedyOf(
  bound: StepBound | null,
  { dt, curvature, smallest, given }: { dt: number; curvature: number; smallest: number; given: boolean },
): Remedy | null {
  if (bound === null || bound.step < bound.largest || !bound.follows) return null;
  const perStep = dt / bound.step;
  if (bound.rule === 'kick-drift-kick') {
    const step = Math.min(perStep * autoTimeStep(curvature, smallest), dt / 2);
    return { path: 'dynamics.dt', value: step };
  }
  if (bound.rule !== 'verlet' && !given && !(smallest > 0)) {
    return bound.rule === 'runge-kutta'
      ? { path: 'dynamics.substeps', value: 'auto' }
      : { path: 'dynamics.eta', value: 1 / (curvature * dt) };
  }
  let step = dt / 2;
  while (step > SAFE_PART * perStep * bound.largest) step /= 2;
  return { path: 'dynamics.dt', value: step };
}
