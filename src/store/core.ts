import type { Question } from '../engine/subscriptions.ts';
import type { PatientEngine } from './soon.ts';
import type { LabState, Outside, Standing } from './types.ts';

/**
 * What stands behind the state of one lab and that no part of the page draws: each lab has its own, so that two of them
 * can live in one page.
 */
export interface LabCore {
  readonly get: () => LabState;
  readonly set: (partial: Partial<LabState>) => void;
  /** The engine that the actions speak to; null until the app connects one. */
  engine: PatientEngine | null;
  /** Told of every frame that comes. */
  readonly frameListeners: Set<() => void>;
  /** What is watched, by name: asked anew of an engine that is connected later. */
  readonly watched: Map<string, Question>;
  /** What was watched when copies of views began to stand apart from the screen; null: none do. */
  heldWatches: ReadonlyMap<string, Question> | null;
  readonly hand: Hand;
  readonly future: Future;
  /** The run that the engine was asked to open and has not yet: what a hand does meanwhile is meant for it. */
  opening: Standing | null;
  /** Screen state that lives outside the store; the app hands it in. */
  outside: Outside | null;
  /** Told before another document is opened, while the screen still shows the old one. */
  leaving: (() => void) | null;
  /** Weight and sample of a document that was opened: they hold once its run is there. */
  selection: { readonly weight: number | null; readonly sample: number } | null;
  /** Id of the next branch. */
  nextBranch: number;
}

/** What the hand does: which changes belong together (historySlice.ts). */
interface Hand {
  lastPath: string | null;
  lastAt: number;
  /** It holds a control. */
  held: boolean;
  /** Set while a change is taken back, so that doing so is not itself remembered. */
  replaying: boolean;
}

/** Where the run is sent, and what lies ahead of it (future.ts). */
interface Future {
  /** Largest step that was known when the run was wound back; 0 where nothing lies ahead. */
  frontier: number;
  /**
   * The step that the hand has asked for, while the run rests: presses of a key count from there, for the picture comes
   * later. Null where the run goes on by itself.
   */
  intended: number | null;
}

export function createCore(get: LabCore['get'], set: LabCore['set']): LabCore {
  return {
    get,
    set,
    engine: null,
    frameListeners: new Set(),
    watched: new Map(),
    heldWatches: null,
    hand: { lastPath: null, lastAt: -Infinity, held: false, replaying: false },
    future: { frontier: 0, intended: null },
    opening: null,
    outside: null,
    leaving: null,
    selection: null,
    nextBranch: 1,
  };
}
