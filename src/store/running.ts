import { SUPERSEDED, type Told } from '../engine/outcome.ts';
import type { Command, RunDocument } from '../scenario/types.ts';
import type { LabCore } from './core.ts';
import { intend, intendedOr, intendedStep } from './future.ts';
import { presentOf, upToStep } from './present.ts';
import { withComparison } from './screen.ts';
import type { Pace, Standing } from './types.ts';

/** Nothing was asked for. */
export const NOTHING: Told = Promise.resolve(SUPERSEDED);

/** Asks the engine for a run, where it stood. @param pace  soon: once the hand rests that may ask for another */
export function openRun(lab: LabCore, run: Standing, pace: Pace = 'now'): Told {
  lab.opening = run;
  // Steps that a hand asks for meanwhile count from there.
  intend(lab, run.step);
  if (pace === 'soon') {
    lab.set({ settled: false });
    return lab.engine?.openSoon(run.document, run.step) ?? NOTHING;
  }
  return lab.engine?.open(run.document, run.step) ?? NOTHING;
}

/** An edit of the run that is coming: whatever is made of that run meanwhile has it. */
export function editOpening(lab: LabCore, command: Command): void {
  if (lab.opening === null) return;
  const { opening } = lab;
  const { document } = opening;
  const step = intendedOr(lab, opening.step);
  const edits = [...document.edits.filter((edit) => edit.step <= step), { step, command }];
  lab.opening = { ...opening, step, document: { ...document, edits } };
}

/** Called when a run was opened, or refused. */
export function opened(lab: LabCore): void {
  lab.opening = null;
}

/** The document as it runs now: what the engine last confirmed, with the edits in force. */
export function runningDocument(lab: LabCore): RunDocument | null {
  const { opening } = lab;
  if (opening !== null) {
    return upToStep(opening.document, intendedOr(lab, opening.step));
  }
  const { info, document } = lab.get();
  return info === null ? document : presentOf(info).document;
}

/** The whole run with the edits of the future that is known, where it stands, and what it is compared with. */
export function standing(lab: LabCore): Standing | null {
  const { opening } = lab;
  const { info, document, shippedId, comparison } = lab.get();
  const whole = opening?.document ?? info?.document ?? document;
  if (whole === null) return null;
  const step = opening === null ? intendedStep(lab) : intendedOr(lab, opening.step);
  return { shippedId, ...opening, step, document: withComparison(whole, comparison) };
}
