import type { StateCreator } from 'zustand';
import type { RunDocument } from '../scenario/types.ts';
import { engine } from './engine.ts';
import { runningDocument } from './running.ts';
import type { Branch, Change, HistorySlice, LabState } from './types.ts';

/** Most changes that can be taken back. */
const MOST_CHANGES = 200;
/** Changes of the same value this close together are one: a slider that is dragged. */
const SAME_DRAG_MS = 800;

let lastPath: string | null = null;
let lastAt = -Infinity;
/** Set while a change is taken back, so that doing so is not itself remembered. */
let replaying = false;
let nextBranch = 1;

type Set = (partial: Partial<LabState>) => void;
type Get = () => LabState;

/** Whether a change is of a whole document. */
function isDocument(value: unknown): value is RunDocument {
  return typeof value === 'object' && value !== null && 'scenario' in value && 'edits' in value;
}

/** Puts a change on the list of those that can be taken back; a drag is one change. */
export function remember(
  set: Set,
  get: Get,
  change: { readonly path: string | null; readonly before: unknown; readonly after: unknown },
): void {
  if (replaying) return;
  const { path, before, after } = change;
  const { undoable, readouts } = get();
  const now = performance.now();
  const last = undoable.at(-1);
  const dragged = path !== null && path === lastPath && now - lastAt < SAME_DRAG_MS;
  lastPath = path;
  lastAt = now;
  const made: Change =
    isDocument(before) && isDocument(after)
      ? { kind: 'document', path, before, beforeStep: readouts?.step ?? 0, after }
      : { kind: 'value', path: path ?? '', before, after };
  if (dragged && last !== undefined && last.kind === made.kind) {
    const joined = last.kind === 'value' ? { ...last, after } : { ...last, after: after as RunDocument };
    set({ undoable: [...undoable.slice(0, -1), joined], redoable: [] });
    return;
  }
  set({ undoable: [...undoable.slice(-MOST_CHANGES + 1), made], redoable: [] });
}

/** Makes a change, or its opposite, without remembering it. */
function replay(get: Get, set: Set, change: Change, forward: boolean): void {
  replaying = true;
  try {
    if (change.kind === 'value') {
      get().setParameter(change.path, forward ? change.after : change.before);
      return;
    }
    const document = forward ? change.after : change.before;
    set({ document, problem: null, blowUp: null, comparison: null });
    engine()?.open(document, forward ? 0 : change.beforeStep);
  } finally {
    replaying = false;
    lastPath = null;
  }
}

export const createHistorySlice: StateCreator<LabState, [], [], HistorySlice> = (set, get) => {
  /** The present run, put aside. */
  const aside = (): Branch | null => {
    const document = runningDocument(get());
    const { readouts } = get();
    if (document === null || readouts === null) return null;
    return { id: nextBranch++, document, step: readouts.step, time: readouts.time };
  };
  return {
    undoable: [],
    redoable: [],
    undo() {
      const change = get().undoable.at(-1);
      if (change === undefined) return;
      set({ undoable: get().undoable.slice(0, -1), redoable: [...get().redoable, change] });
      replay(get, set, change, false);
    },
    redo() {
      const change = get().redoable.at(-1);
      if (change === undefined) return;
      set({ redoable: get().redoable.slice(0, -1), undoable: [...get().undoable, change] });
      replay(get, set, change, true);
    },
    branches: [],
    branch() {
      const kept = aside();
      if (kept !== null) set({ branches: [...get().branches, kept] });
    },
    openBranch(id) {
      const chosen = get().branches.find((branch) => branch.id === id);
      if (chosen === undefined) return;
      const kept = aside();
      const others = get().branches.filter((branch) => branch.id !== id);
      set({ branches: kept === null ? others : [...others, kept] });
      set({ document: chosen.document, problem: null, blowUp: null });
      engine()?.open(chosen.document, chosen.step);
    },
  };
};
