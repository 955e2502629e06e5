import type { Advance, Simulation } from '../simulation.ts';
import type { Observers } from './observers.ts';

/** Steps from now to the next edit of the document. */
function stepsToEdit({ document, step }: Simulation): number {
  const next = document.edits.find((edit) => edit.step > step);
  return next === undefined ? Infinity : next.step - step;
}

/**
 * Steps on under the eyes of observers, to where something has to be kept or an edit comes: at most `most` steps, at
 * least one. @returns why it ended early, if it did
 */
export function advanceObserved(
  simulation: Simulation,
  observed: Observers,
  most: number,
): Advance['blowUp'] {
  const { applied } = simulation;
  const kept = observed.next() - simulation.step;
  const { blowUp } = simulation.advance(Math.min(most, kept, stepsToEdit(simulation)));
  if (blowUp !== null) return blowUp;
  observed.keep();
  // What is about the scenario as it was is asked anew of the edited one.
  if (simulation.applied !== applied) observed.renewJobs();
  return null;
}

/** Length of a run whose end nobody says, in units of t. */
export const defaultSpan = 10;

/** How close a time must be to a step of the clock, in steps. */
export const CLOCK_TOLERANCE = 1e-9;

/** Steps of dt that fit between two times. */
export const stepsBetween = (from: number, to: number, dt: number): number =>
  Math.floor(((to - from) / dt) * (1 + 1e-15) + CLOCK_TOLERANCE);
