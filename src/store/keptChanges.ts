/**
 * What can be taken back, as text, so that it is there again after a reload. Of a long list the newest changes are kept,
 * as many as there is room for; what follows a change that cannot be read is not kept, for its order would be lost.
 */
import { parseDocument } from '../scenario/document.ts';
import { parseEdits } from '../scenario/edits.ts';
import { ScenarioError, type RunDocument } from '../scenario/types.ts';
import type { Branch, Change, LabState, Standing } from './types.ts';

/** Room for the list, in characters. */
const ROOM = 120_000;
/** The edits of a run are many before its text is long: no long text is made only to be thrown away. */
const MOST_EDITS = 1000;

type Lists = Pick<LabState, 'undoable' | 'redoable'>;

const bare = ({ version, scenario, edits, tracks, view }: RunDocument): unknown => ({
  version,
  scenario,
  edits,
  tracks,
  // Branches are kept once, with the present run.
  view: { ...view, branches: undefined },
});

/** A change as it is written; branches by their place from the newest. Null: too long. */
function written(change: Change, branches: readonly Branch[]): unknown {
  switch (change.kind) {
    case 'value':
    case 'edits':
      return change;
    case 'document': {
      const { path, before, after } = change;
      const runs = [before, after];
      if (runs.some(({ document }) => document.edits.length > MOST_EDITS)) return null;
      const [from, to] = runs.map((run) => ({ ...run, document: bare(run.document) }));
      return { kind: 'document', path, before: from, after: to };
    }
    case 'branch': {
      const at = branches.findIndex(({ id }) => id === change.id);
      return at < 0 ? null : { kind: 'branch', title: change.title, back: branches.length - 1 - at };
    }
  }
}

/** Text of what can be taken back and made again. */
export function changesText({ undoable, redoable, branches }: Lists & Pick<LabState, 'branches'>): string {
  let room = ROOM;
  const kept = (list: readonly Change[]): readonly unknown[] => {
    const newest: unknown[] = [];
    for (const change of [...list].reverse()) {
      const entry = written(change, branches);
      if (entry === null) break;
      room -= JSON.stringify(entry).length;
      if (room < 0) break;
      newest.push(entry);
    }
    return newest;
  };
  return JSON.stringify({ undoable: kept(undoable), redoable: kept(redoable) });
}

type Members = Readonly<Record<string, unknown>>;

/** @throws ScenarioError, TypeError: what is kept is untrusted */
function standingIn(value: unknown): Standing {
  const { document, step, shippedId } = value as Members;
  if (!Number.isSafeInteger(step) || Number(step) < 0) throw new TypeError('no step');
  return {
    document: parseDocument(document),
    step: Number(step),
    shippedId: typeof shippedId === 'string' ? shippedId : null,
  };
}

/** @throws ScenarioError, TypeError */
function changeIn(value: unknown, branches: readonly Branch[]): Change {
  const { kind, path, before, after, title, back, edits } = value as Members;
  if (kind === 'value' && typeof path === 'string') return { kind, path, before, after };
  if (kind === 'document' && (typeof path === 'string' || path === null)) {
    return { kind, path, before: standingIn(before), after: standingIn(after) };
  }
  if (kind === 'edits' && Array.isArray(edits) && edits.length > 0) return { kind, edits: parseEdits(edits) };
  const branch = branches[branches.length - 1 - Number(back)] as Branch | undefined;
  if (kind === 'branch' && typeof title === 'string' && branch !== undefined) {
    return { kind, title, id: branch.id };
  }
  throw new TypeError('no change');
}

/** Reads them back. @param branches  those that the run has now */
export function changesIn(kept: string, branches: readonly Branch[]): Lists {
  const list = (value: unknown): readonly Change[] => {
    const read: Change[] = [];
    if (!Array.isArray(value)) return read;
    try {
      for (const entry of value) read.unshift(changeIn(entry, branches));
    } catch (error) {
      if (!(error instanceof ScenarioError || error instanceof TypeError)) throw error;
    }
    return read;
  };
  try {
    const { undoable, redoable } = JSON.parse(kept) as Members;
    return { undoable: list(undoable), redoable: list(redoable) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { undoable: [], redoable: [] };
  }
}
