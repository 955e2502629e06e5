import { HEADER } from '../engine/frame.ts';
import { TRACE } from '../engine/protocol.ts';
import { engine } from './engine.ts';

/** A run that ends this few steps further on is not worth keeping. */
const HANDFUL = 8;

/** Largest step that was known when the run was wound back; 0 where nothing lies ahead. */
let frontier = 0;

/** Largest step with a trace. */
export function knownSteps(): number {
  const traces = engine()?.traces() ?? null;
  return traces === null || traces.length === 0 ? 0 : traces.at(traces.length - 1, TRACE.step);
}

/** Step on the screen. The readouts may be a tenth of a second older. */
export function presentStep(): number {
  return engine()?.frame()?.header[HEADER.step] ?? 0;
}

/**
 * The step that the hand has asked for, while the run rests: presses of a key count from there, for the picture comes
 * later. Null where the run goes on by itself.
 */
let intended: number | null = null;

/** Called when a hand sends the run to a step; with null where the run decides where it stands. */
export function intend(step: number | null): void {
  intended = step;
}

/** Step that the hand has asked for, else another one. */
export function intendedOr(step: number): number {
  return intended ?? step;
}

/** Step that the hand means: where it sent the run, else the one on the screen. */
export function intendedStep(): number {
  return intended ?? presentStep();
}

/** Time of a known step; between two traced ones by their spacing, beyond them by dt. */
export function timeOfStep(step: number, dt: number): number {
  const traces = engine()?.traces() ?? null;
  const row = traces === null ? 0 : traces.rowsUpTo(step) - 1;
  if (traces === null || row < 0) return step * dt;
  return traces.at(row, TRACE.time) + (step - traces.at(row, TRACE.step)) * dt;
}

/** Called when the run goes to a step by hand: what lies behind the present one is a known future now. */
export function noteSeek(): void {
  frontier = Math.max(frontier, knownSteps());
}

/** Called when there is no known future: a run was opened, or an edit made another one of it. */
export function forgetFuture(): void {
  frontier = 0;
}

/**
 * Where the known future ends, if an edit now would lose something worth keeping: recorded edits, or more
 * than a handful of steps. Else null. Asking is taking: the next call answers null.
 */
export function takeFuture(hasEditsAhead: boolean): number | null {
  const present = presentStep();
  const end = Math.max(frontier, present);
  frontier = 0;
  return hasEditsAhead || end > present + HANDFUL ? end : null;
}
