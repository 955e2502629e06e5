/**
 * How far a visitor has come in a lesson, kept in local storage under the lesson's id. It names steps by their ids, so that a
 * lesson that was written anew keeps what still fits: steps that are gone, and choices that it no longer offers, are dropped.
 */
import type { Lesson } from '../../scenario/lesson/types.ts';
import { isEmbedded } from '../../store/embedded.ts';

export interface Progress {
  /** The step that was shown last. */
  readonly at: string;
  /** Steps that were shown. */
  readonly seen: readonly string[];
  /** Steps whose check was fulfilled. */
  readonly done: readonly string[];
  /** What was predicted, by step: index of the choice. */
  readonly chosen: Readonly<Record<string, number>>;
  /** Steps whose answer was shown. */
  readonly revealed: readonly string[];
}

/** Version of what is written: another one counts as none. */
const VERSION = 1;
const KEY = 'synaptic-field-lab.lesson.';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storage; null in somebody's article, and where it is refused. */
export function lessonStorage(): Storage | null {
  try {
    return isEmbedded() ? null : window.localStorage;
  } catch {
    return null;
  }
}

export function noProgress({ steps }: Pick<Lesson, 'steps'>): Progress {
  return { at: steps[0].id, seen: [], done: [], chosen: {}, revealed: [] };
}

/** What of stored text fits a lesson; nothing done where it is of another version, or no progress at all. */
export function progressIn(text: string | null, lesson: Pick<Lesson, 'steps'>): Progress {
  const none = noProgress(lesson);
  let stored: Partial<Record<keyof Progress | 'version', unknown>> | null;
  try {
    stored = JSON.parse(text ?? 'null') as typeof stored;
  } catch {
    return none;
  }
  if (typeof stored !== 'object' || stored === null || stored.version !== VERSION) return none;
  const steps = (value: unknown): readonly string[] =>
    Array.isArray(value) ? lesson.steps.map(({ id }) => id).filter((id) => value.includes(id)) : [];
  const { at, seen, done, chosen, revealed } = stored;
  const choices = typeof chosen === 'object' && chosen !== null ? chosen : {};
  const kept = lesson.steps.flatMap(({ id, predict }): readonly (readonly [string, number])[] => {
    if (predict === undefined || !Object.hasOwn(choices, id)) return [];
    const choice: unknown = (choices as Record<string, unknown>)[id];
    const fits =
      Number.isSafeInteger(choice) && Number(choice) >= 0 && Number(choice) < predict.choices.length;
    return fits ? [[id, Number(choice)]] : [];
  });
  return {
    at: lesson.steps.some(({ id }) => id === at) ? String(at) : none.at,
    seen: steps(seen),
    done: steps(done),
    chosen: Object.fromEntries(kept),
    revealed: steps(revealed),
  };
}

export function readProgress(id: string, lesson: Lesson, storage: Store | null = lessonStorage()): Progress {
  return progressIn(storage?.getItem(KEY + id) ?? null, lesson);
}

/** Keeps it, if there is room; else it lasts as long as the page. */
export function writeProgress(id: string, progress: Progress, storage: Store | null = lessonStorage()): void {
  try {
    storage?.setItem(KEY + id, JSON.stringify({ version: VERSION, ...progress }));
  } catch {
    // The page goes on with what it knows.
  }
}

export function forgetProgress(id: string, storage: Store | null = lessonStorage()): void {
  storage?.removeItem(KEY + id);
}

/** Ids of steps that were shown, for a list whose lessons are not fetched: as they are stored. */
export function seenIn(id: string, storage: Store | null = lessonStorage()): readonly string[] {
  try {
    const { version, seen } = JSON.parse(storage?.getItem(KEY + id) ?? '{}') as Record<string, unknown>;
    return version === VERSION && Array.isArray(seen) ? seen.filter((step) => typeof step === 'string') : [];
  } catch {
    return [];
  }
}

/** With a step added to a list that it is not in yet. */
export function withStep(list: readonly string[], step: string): readonly string[] {
  return list.includes(step) ? list : [...list, step];
}
