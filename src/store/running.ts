import type { RunInfo } from '../engine/protocol.ts';
import type { RunDocument, SetCommand } from '../scenario/types.ts';
import { engine } from './engine.ts';
import { intend, intendedOr, intendedStep } from './future.ts';
import { withComparison } from './screen.ts';
import type { LabState, Standing } from './types.ts';

/** The run that the engine was asked to open and has not yet: what a hand does meanwhile is meant for it. */
let opening: Standing | null = null;

/** Asks the engine for a run, where it stood. */
export function openRun(run: Standing): void {
  opening = run;
  // Steps that a hand asks for meanwhile count from there.
  intend(run.step);
  engine()?.open(run.document, run.step);
}

/** A live change of the run that is coming: whatever is made of that run meanwhile has it. */
export function editOpening(command: SetCommand): void {
  if (opening === null) return;
  const { document } = opening;
  const step = intendedOr(opening.step);
  const edits = [...document.edits.filter((edit) => edit.step <= step), { step, command }];
  opening = { ...opening, step, document: { ...document, edits } };
}

/** Called when a run was opened, or refused. */
export function opened(): void {
  opening = null;
}

function cut(document: RunDocument, count: number): RunDocument {
  const { edits } = document;
  return count >= edits.length ? document : { ...document, edits: edits.slice(0, count) };
}

/** Beginnings that were cut last, by their whole: parts that look at the present agree on one object. */
const presents = new WeakMap<RunDocument, { readonly applied: number; readonly present: RunDocument }>();

/** The run as it stands at its present step: edits of a future that it was wound back from are not in it. */
export function presentOf({ document, applied }: RunInfo): RunDocument {
  const known = presents.get(document);
  if (known?.applied === applied) return known.present;
  const present = cut(document, applied);
  presents.set(document, { applied, present });
  return present;
}

/** The document as it runs now: what the engine last confirmed, with the edits in force. */
export function runningDocument({ info, document }: LabState): RunDocument | null {
  if (opening !== null) {
    const { document: asked } = opening;
    const step = intendedOr(opening.step);
    return cut(asked, asked.edits.filter((edit) => edit.step <= step).length);
  }
  return info === null ? document : presentOf(info);
}

/** The whole run with the edits of the future that is known, where it stands, and what it is compared with. */
export function standing({ info, document, shippedId, comparison }: LabState): Standing | null {
  const whole = opening?.document ?? info?.document ?? document;
  if (whole === null) return null;
  const step = opening === null ? intendedStep() : intendedOr(opening.step);
  return { shippedId, ...opening, step, document: withComparison(whole, comparison) };
}
