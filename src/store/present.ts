import type { RunInfo } from '../engine/protocol.ts';
import { currentScenario } from '../scenario/patch.ts';
import type { RunDocument, Scenario } from '../scenario/types.ts';
import type { LabState, Standing } from './types.ts';

/** A run as it stands at its present step. */
export interface PresentRun {
  /** With its edits in force: those of a future that it was wound back from are not in it. */
  readonly document: RunDocument;
  /** The scenario with these edits folded in. */
  readonly scenario: Scenario;
}

/** Found last, by the whole run: parts that look at the present agree on one object. */
const presents = new WeakMap<RunDocument, { readonly applied: number; readonly present: PresentRun }>();

/**
 * The run of these facts as it stands. Pictures ask this, for they draw the run that the engine has; `store.present` is
 * the one that was asked for, which is another while it is on its way.
 */
export function presentOf({ document, applied }: Pick<RunInfo, 'document' | 'applied'>): PresentRun {
  const known = presents.get(document);
  if (known?.applied === applied) return known.present;
  const cut = upTo(document, applied);
  const present = { document: cut, scenario: currentScenario(cut) };
  presents.set(document, { applied, present });
  return present;
}

/** The run with its first edits alone. */
export function upTo(document: RunDocument, count: number): RunDocument {
  const { edits } = document;
  return count >= edits.length ? document : { ...document, edits: edits.slice(0, count) };
}

/** The run up to a step: edits of a future that is known are left out. */
export function upToStep(document: RunDocument, step: number): RunDocument {
  return upTo(document, document.edits.filter((edit) => edit.step <= step).length);
}

/** The run from its start with the parameters that it has now: its edits become part of the scenario. */
export function begunAnew(document: RunDocument): RunDocument {
  return { ...document, scenario: currentScenario(document), edits: [] };
}

/** What the store holds of a run that is asked for, where it shall stand. */
export function shownAt({ document, step }: Pick<Standing, 'document' | 'step'>): Shown {
  const cut = upToStep(document, step);
  return { document: cut, present: presentOf({ document: cut, applied: cut.edits.length }) };
}

/** What the store holds of the run that the engine has. */
export function shownOf(info: RunInfo): Shown {
  const present = presentOf(info);
  return { document: present.document, present };
}

type Shown = Pick<LabState, 'document' | 'present'>;
