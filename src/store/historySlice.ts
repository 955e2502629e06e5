import { withEdits, withoutEdits } from '../scenario/edits.ts';
import { commandPath, isDragged } from '../scenario/patch.ts';
import { sameJson } from '../scenario/plain.ts';
import type { LabCore } from './core.ts';
import { takeFuture, timeOfStep } from './future.ts';
import { shownAt } from './present.ts';
import { openRun, standing } from './running.ts';
import { comparisonIn, lessonIn, withComparison } from './screen.ts';
import type { Branch, Change, HistorySlice, Standing } from './types.ts';

/** Most changes that can be taken back. */
const MOST_CHANGES = 200;
/** Most runs put aside; the oldest gives way. */
export const MOST_BRANCHES = 20;
/** Changes of the same value this close together are one: arrow keys on a slider. */
const SAME_DRAG_MS = 800;

/** What a change is of: those of one drag are of the same. */
function subjectOf(change: Change): string | null {
  switch (change.kind) {
    case 'branch':
      return null;
    case 'edits':
      return commandPath(change.edits[0].command);
    case 'value':
    case 'document':
      return change.path;
  }
}

/** The one change that two of one drag are; null where they are not alike. */
function joined(last: Change | undefined, next: Change): Change | null {
  if (last?.kind === 'value' && next.kind === 'value') return { ...last, after: next.after };
  if (last?.kind === 'document' && next.kind === 'document') return { ...last, after: next.after };
  if (last?.kind === 'edits' && next.kind === 'edits') {
    return { ...last, edits: [...last.edits, ...next.edits] };
  }
  return null;
}

/** Puts a change on the list of those that can be taken back; a drag is one change. */
export function remember({ hand, get, set }: LabCore, change: Change): void {
  if (hand.replaying) return;
  const path = subjectOf(change);
  const now = performance.now();
  // Values that follow each other fast are one drag; presses of a button are each its own, unless a hand holds on.
  const sameHand = hand.held || (change.kind !== 'edits' && now - hand.lastAt < SAME_DRAG_MS);
  const dragged = path !== null && isDragged(path) && path === hand.lastPath && sameHand;
  hand.lastPath = path;
  hand.lastAt = now;
  const { undoable } = get();
  const drag = dragged ? joined(undoable.at(-1), change) : null;
  const kept = drag === null ? undoable.slice(-MOST_CHANGES + 1) : undoable.slice(0, -1);
  const made = drag ?? change;
  // A hand that came back to where it began has changed nothing.
  const nothing = made.kind === 'value' && sameJson(made.before, made.after);
  set({ undoable: nothing ? kept : [...kept, made], redoable: [] });
  if (nothing) hand.lastPath = null;
}

/** Puts a run on the list of those put aside; beyond the cap the oldest gives way. */
export function putAside(lab: LabCore, run: Omit<Branch, 'id'>): Branch {
  const { branches, droppedBranch } = lab.get();
  const branch = { ...run, id: lab.nextBranch++ };
  const all = [...branches, branch];
  const dropped = all.length > MOST_BRANCHES ? all[0] : null;
  lab.set({ branches: all.slice(-MOST_BRANCHES), droppedBranch: dropped ?? droppedBranch });
  return branch;
}

/** Before an edit of a run that was wound back: the future that was known becomes a branch. */
export function keepFuture(lab: LabCore): void {
  const { info, shippedId, comparison } = lab.get();
  if (info === null) return;
  const step = takeFuture(lab, info.applied < info.document.edits.length);
  if (step === null) return;
  const document = withComparison(info.document, comparison);
  const time = timeOfStep(lab, step, info.dt);
  lab.set({ keptBranch: putAside(lab, { document, step, shippedId, time }) });
}

/** The present run, to be put aside. */
function presentRun(lab: LabCore): Omit<Branch, 'id'> | null {
  const run = standing(lab);
  return run === null ? null : { ...run, time: timeOfStep(lab, run.step, lab.get().info?.dt ?? 0) };
}

function open(lab: LabCore, run: Standing): void {
  const { document, shippedId } = run;
  const comparison = comparisonIn(document);
  const nothing = { problem: null, blowUp: null, selected: null, hovered: null };
  const lesson = lessonIn(document, lab.get().lesson);
  lab.set({ ...shownAt(run), ...nothing, shippedId, comparison, lesson });
  openRun(lab, run);
}

/** Lives the run again with other edits, to where it stands; if it plays it plays on. */
function liveAgain(lab: LabCore, run: Standing): void {
  const { playing } = lab.get();
  lab.set({ ...shownAt(run), problem: null, blowUp: null });
  openRun(lab, run);
  if (playing) lab.get().play();
}

/** Opens a branch and puts the present run aside in its stead. @returns the run put aside, or null */
function swap(lab: LabCore, id: number): Branch | null {
  const chosen = lab.get().branches.find((branch) => branch.id === id);
  const present = presentRun(lab);
  if (chosen === undefined || present === null) return null;
  lab.set({ branches: lab.get().branches.filter((branch) => branch !== chosen) });
  const aside = putAside(lab, present);
  open(lab, chosen);
  return aside;
}

/** Makes a change, or its opposite. @returns the change as it can be made the other way; null if it is gone */
function replay(lab: LabCore, change: Change, forward: boolean): Change | null {
  switch (change.kind) {
    case 'value':
      lab.get().setParameter(change.path, forward ? change.after : change.before);
      return change;
    case 'edits': {
      const run = standing(lab);
      if (run === null) return null;
      const edits = (forward ? withEdits : withoutEdits)(run.document.edits, change.edits);
      liveAgain(lab, { ...run, document: { ...run.document, edits } });
      return change;
    }
    case 'document': {
      // The run that is left comes back where it stands now, with what was done in it.
      const left = standing(lab);
      open(lab, forward ? change.after : change.before);
      if (left === null) return change;
      return forward ? { ...change, before: left } : { ...change, after: left };
    }
    case 'branch': {
      const aside = swap(lab, change.id);
      return aside === null ? null : { ...change, id: aside.id };
    }
  }
}

export const createHistorySlice = (lab: LabCore): HistorySlice => {
  const { get, set, hand } = lab;
  /** Takes the last change of one list back and puts its opposite on the other. */
  const move = (forward: boolean): void => {
    const [from, to] = forward ? (['redoable', 'undoable'] as const) : (['undoable', 'redoable'] as const);
    const change = get()[from].at(-1);
    if (change === undefined) return;
    set({ [from]: get()[from].slice(0, -1) });
    hand.replaying = true;
    try {
      const other = replay(lab, change, forward);
      if (other !== null) set({ [to]: [...get()[to], other] });
    } finally {
      hand.replaying = false;
      hand.lastPath = null;
    }
  };
  return {
    undoable: [],
    redoable: [],
    undo: () => move(false),
    redo: () => move(true),
    grab() {
      hand.lastPath = null;
    },
    holdChanges(holding) {
      if (hand.held && !holding) hand.lastAt = performance.now();
      hand.held = holding;
    },
    branches: [],
    droppedBranch: null,
    keptBranch: null,
    branch() {
      const present = presentRun(lab);
      if (present !== null) putAside(lab, present);
    },
    openBranch(id) {
      const title = get().branches.find((branch) => branch.id === id)?.document.scenario.title ?? '';
      const aside = swap(lab, id);
      if (aside !== null) remember(lab, { kind: 'branch', title, id: aside.id });
    },
  };
};
