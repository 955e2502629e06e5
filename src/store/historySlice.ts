import type { StateCreator } from 'zustand';
import { isDragged } from '../scenario/patch.ts';
import { sameJson } from '../scenario/plain.ts';
import { takeFuture, timeOfStep } from './future.ts';
import { openRun, standing } from './running.ts';
import { comparisonIn, withComparison } from './screen.ts';
import type { Branch, Change, HistorySlice, LabState, Standing } from './types.ts';

/** Most changes that can be taken back. */
const MOST_CHANGES = 200;
/** Most runs put aside; the oldest gives way. */
export const MOST_BRANCHES = 20;
/** Changes of the same value this close together are one: arrow keys on a slider. */
const SAME_DRAG_MS = 800;

let lastPath: string | null = null;
let lastAt = -Infinity;
let held = false;
/** Set while a change is taken back, so that doing so is not itself remembered. */
let replaying = false;
let nextBranch = 1;

type Set = (partial: Partial<LabState>) => void;
type Get = () => LabState;

/** Puts a change on the list of those that can be taken back; a drag is one change. */
export function remember(set: Set, get: Get, change: Change): void {
  if (replaying) return;
  const path = change.kind === 'branch' ? null : change.path;
  const now = performance.now();
  const sameHand = held || now - lastAt < SAME_DRAG_MS;
  const dragged = path !== null && isDragged(path) && path === lastPath && sameHand;
  lastPath = path;
  lastAt = now;
  const { undoable } = get();
  const last = undoable.at(-1);
  let kept: readonly Change[] = undoable.slice(-MOST_CHANGES + 1);
  let made: Change = change;
  if (dragged && last?.kind === 'value' && change.kind === 'value') {
    kept = undoable.slice(0, -1);
    made = { ...last, after: change.after };
  } else if (dragged && last?.kind === 'document' && change.kind === 'document') {
    kept = undoable.slice(0, -1);
    made = { ...last, after: change.after };
  }
  // A hand that came back to where it began has changed nothing.
  const nothing = made.kind === 'value' && sameJson(made.before, made.after);
  set({ undoable: nothing ? kept : [...kept, made], redoable: [] });
  if (nothing) lastPath = null;
}

/** Puts a run on the list of those put aside; beyond the cap the oldest gives way. */
export function putAside(set: Set, get: Get, run: Omit<Branch, 'id'>): Branch {
  const branch = { ...run, id: nextBranch++ };
  const all = [...get().branches, branch];
  const dropped = all.length > MOST_BRANCHES ? all[0] : null;
  set({ branches: all.slice(-MOST_BRANCHES), droppedBranch: dropped ?? get().droppedBranch });
  return branch;
}

/** Before an edit of a run that was wound back: the future that was known becomes a branch. */
export function keepFuture(set: Set, get: Get): void {
  const { info, shippedId, comparison } = get();
  if (info === null) return;
  const step = takeFuture(info.applied < info.document.edits.length);
  if (step === null) return;
  const document = withComparison(info.document, comparison);
  set({ keptBranch: putAside(set, get, { document, step, shippedId, time: timeOfStep(step, info.dt) }) });
}

/** The present run, to be put aside. */
function presentRun(get: Get): Omit<Branch, 'id'> | null {
  const run = standing(get());
  return run === null ? null : { ...run, time: timeOfStep(run.step, get().info?.dt ?? 0) };
}

function open(set: Set, run: Standing): void {
  const { document, shippedId } = run;
  const comparison = comparisonIn(document);
  set({ document, shippedId, problem: null, blowUp: null, selected: null, hovered: null, comparison });
  openRun(run);
}

/** Opens a branch and puts the present run aside in its stead. @returns the run put aside, or null */
function swap(set: Set, get: Get, id: number): Branch | null {
  const chosen = get().branches.find((branch) => branch.id === id);
  const present = presentRun(get);
  if (chosen === undefined || present === null) return null;
  set({ branches: get().branches.filter((branch) => branch !== chosen) });
  const aside = putAside(set, get, present);
  open(set, chosen);
  return aside;
}

/** Makes a change, or its opposite. @returns the change as it can be made the other way; null if it is gone */
function replay(set: Set, get: Get, change: Change, forward: boolean): Change | null {
  switch (change.kind) {
    case 'value':
      get().setParameter(change.path, forward ? change.after : change.before);
      return change;
    case 'document': {
      // The run that is left comes back where it stands now, with what was done in it.
      const left = standing(get());
      open(set, forward ? change.after : change.before);
      if (left === null) return change;
      return forward ? { ...change, before: left } : { ...change, after: left };
    }
    case 'branch': {
      const aside = swap(set, get, change.id);
      return aside === null ? null : { ...change, id: aside.id };
    }
  }
}

export const createHistorySlice: StateCreator<LabState, [], [], HistorySlice> = (set, get) => {
  /** Takes the last change of one list back and puts its opposite on the other. */
  const move = (forward: boolean): void => {
    const [from, to] = forward ? (['redoable', 'undoable'] as const) : (['undoable', 'redoable'] as const);
    const change = get()[from].at(-1);
    if (change === undefined) return;
    set({ [from]: get()[from].slice(0, -1) });
    replaying = true;
    try {
      const other = replay(set, get, change, forward);
      if (other !== null) set({ [to]: [...get()[to], other] });
    } finally {
      replaying = false;
      lastPath = null;
    }
  };
  return {
    undoable: [],
    redoable: [],
    undo: () => move(false),
    redo: () => move(true),
    grab() {
      lastPath = null;
    },
    holdChanges(holding) {
      if (held && !holding) lastAt = performance.now();
      held = holding;
    },
    branches: [],
    droppedBranch: null,
    keptBranch: null,
    branch() {
      const present = presentRun(get);
      if (present !== null) putAside(set, get, present);
    },
    openBranch(id) {
      const title = get().branches.find((branch) => branch.id === id)?.document.scenario.title ?? '';
      const aside = swap(set, get, id);
      if (aside !== null) remember(set, get, { kind: 'branch', title, id: aside.id });
    },
  };
};
