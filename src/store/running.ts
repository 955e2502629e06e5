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

/** Asks for an edit. Whatever is made of its run before the engine has answered has it: a run that is coming, too. */
export function askEdit(lab: LabCore, command: Command): Told {
  const { opening, engine } = lab;
  if (opening !== null) {
    const step = intendedOr(lab, opening.step);
    lab.opening = { ...opening, step, document: withEdits(opening.document, step, [command]) };
  }
  return engine?.edit(command) ?? NOTHING;
}

/** The edits that the engine has not answered. */
function unanswered({ engine }: LabCore): readonly Command[] {
  const requests = engine?.unanswered() ?? [];
  return requests.flatMap((request) => (request.kind === 'meet' ? [] : request));
}

/** A run with more edits at a step, in place of its future. */
function withEdits(document: RunDocument, step: number, commands: readonly Command[]): RunDocument {
  const edits = commands.map((command) => ({ step, command }));
  if (edits.length === 0) return document;
  return { ...document, edits: [...document.edits.filter((edit) => edit.step <= step), ...edits] };
}

/** Called when a run was opened, or refused. */
export function opened(lab: LabCore): void {
  lab.opening = null;
}

/** The document as it runs now, with the edits in force and those that were asked for. */
export function runningDocument(lab: LabCore): RunDocument | null {
  const { opening } = lab;
  if (opening !== null) {
    return upToStep(opening.document, intendedOr(lab, opening.step));
  }
  const { info, document } = lab.get();
  if (info === null) return document;
  return withEdits(presentOf(info).document, intendedStep(lab), unanswered(lab));
}

/** The whole run with the edits of the future that is known, where it stands, and what it is compared with. */
export function standing(lab: LabCore): Standing | null {
  const { opening } = lab;
  const { info, document, shippedId, comparison } = lab.get();
  const whole = opening?.document ?? info?.document ?? document;
  if (whole === null) return null;
  const step = opening === null ? intendedStep(lab) : intendedOr(lab, opening.step);
  const asked = opening === null ? withEdits(whole, step, unanswered(lab)) : whole;
  return { shippedId, ...opening, step, document: withComparison(asked, comparison) };
}
