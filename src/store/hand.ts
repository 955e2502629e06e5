/**
 * What a hand does to the run itself: pokes, sources, a state. It is an edit of the run like any other, and is taken back by
 * living the run again without it, to the last bit.
 */
import type { Outcome, Told } from '../engine/outcome.ts';
import { nextScenario } from '../scenario/edits.ts';
import type { Command, Edit } from '../scenario/types.ts';
import { attempt } from './attempt.ts';
import type { LabCore } from './core.ts';
import { keepFuture, remember } from './historySlice.ts';
import { askEdit, NOTHING, runningDocument, standing } from './running.ts';
import type { Change } from './types.ts';

/** Does it at the present step. What does not fit becomes `problem`; the run survives. */
export function act(lab: LabCore, command: Command): Told {
  return attempt(lab, () => {
    const present = runningDocument(lab);
    const run = standing(lab);
    if (present === null || run === null || lab.engine === null) return NOTHING;
    // Where it stands is a guess while it plays: the engine says which step it was.
    const edit: Edit = { step: run.step, command };
    nextScenario(present, edit);
    keepFuture(lab);
    remember(lab, { kind: 'edits', edits: [edit] });
    return askEdit(lab, command).then((outcome) => {
      answered(lab, edit, outcome);
      return outcome;
    });
  });
}

/** The lists of what can be taken back hold the edit as it was made, and none that was not. */
function answered(lab: LabCore, edit: Edit, outcome: Outcome): void {
  const { undoable, redoable } = lab.get();
  const made = outcome.kind === 'applied' ? outcome.edit : null;
  const replaced = (list: readonly Change[]): readonly Change[] =>
    list.flatMap((change) => {
      if (change.kind !== 'edits' || !change.edits.includes(edit)) return change;
      const edits = change.edits.flatMap((old) => (old === edit ? (made ?? []) : old));
      return edits.length === 0 ? [] : { ...change, edits };
    });
  if (outcome.kind === 'superseded') {
    // Its run was left: it is gone, unless the run that was asked for instead has it, one that can be brought back has
    // it, or it was taken back.
    const left = undoable.flatMap((change) => (change.kind === 'document' ? change.before.document : []));
    const known = [standing(lab)?.document ?? [], left].flat();
    const isKept = known.some(({ edits }) => edits.some(({ command }) => command === edit.command));
    if (!isKept) lab.set({ undoable: replaced(undoable) });
  } else lab.set({ undoable: replaced(undoable), redoable: replaced(redoable) });
}
