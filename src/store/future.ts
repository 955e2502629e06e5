import { HEADER } from '../engine/frame.ts';
import { TRACE } from '../engine/protocol.ts';
import type { LabCore } from './core.ts';

/** A run that ends this few steps further on is not worth keeping. */
const HANDFUL = 8;

/** Largest step with a trace. */
export function knownSteps({ engine }: LabCore): number {
  const traces = engine?.traces() ?? null;
  return traces === null || traces.length === 0 ? 0 : traces.at(traces.length - 1, TRACE.step);
}

/** Step on the screen. The readouts may be a tenth of a second older. */
export function presentStep({ engine }: LabCore): number {
  return engine?.frame()?.header[HEADER.step] ?? 0;
}

/** Called when a hand sends the run to a step; with null where the run decides where it stands. */
export function intend({ future }: LabCore, step: number | null): void {
  future.intended = step;
}

/** Step that the hand has asked for, else another one. */
export function intendedOr({ future }: LabCore, step: number): number {
  return future.intended ?? step;
}

/** Step that the hand means: where it sent the run, else the one on the screen. */
export function intendedStep(lab: LabCore): number {
  return lab.future.intended ?? presentStep(lab);
}

/** Time of a known step; between two traced ones by their spacing, beyond them by dt. */
export function timeOfStep({ engine }: LabCore, step: number, dt: number): number {
  const traces = engine?.traces() ?? null;
  const row = traces === null ? 0 : traces.rowsUpTo(step) - 1;
  if (traces === null || row < 0) return step * dt;
  return traces.at(row, TRACE.time) + (step - traces.at(row, TRACE.step)) * dt;
}

/** Called when the run goes to a step by hand: what lies behind the present one is a known future now. */
export function noteSeek(lab: LabCore): void {
  lab.future.frontier = Math.max(lab.future.frontier, knownSteps(lab));
}

/** Called when there is no known future: a run was opened, or an edit made another one of it. */
export function forgetFuture({ future }: LabCore): void {
  future.frontier = 0;
}

/**
 * Where the known future ends, if an edit now would lose something worth keeping: recorded edits, or more
 * than a handful of steps. Else null. Asking is taking: the next call answers null.
 */
export function takeFuture(lab: LabCore, hasEditsAhead: boolean): number | null {
  const present = presentStep(lab);
  const end = Math.max(lab.future.frontier, present);
  lab.future.frontier = 0;
  return hasEditsAhead || end > present + HANDFUL ? end : null;
}
