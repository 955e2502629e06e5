/**
 * How far a visitor has come in a lesson, kept in local storage under the lesson's id. It names steps by their ids, and
 * of what was done in one it keeps a stamp of what the step said then: in a lesson that was written anew a step that is as it was
 * stays done, one that changed is not, and says so.
 */
import type { Lesson, LessonStep } from '../../scenario/lesson/types.ts';
import { storageOf } from '../../store/storage.ts';

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
  /** Steps in which something was done, before they were changed; as this visit found it. */
  readonly renewed: readonly string[];
}

/** Version of what is written. Of version 1, which had no stamps, the way is kept and what was done is not; another counts as none. */
const VERSION = 2;
const KEY = 'synaptic-field-lab.lesson.';

/** The lesson whose progress a key of storage holds; null where it holds none. */
export const progressKeyOf = (key: string): string | null =>
  key.startsWith(KEY) ? key.slice(KEY.length) : null;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function noProgress({ steps }: Pick<Lesson, 'steps'>): Progress {
  return { at: steps[0].id, seen: [], done: [], chosen: {}, revealed: [], renewed: [] };
}

/** What a step says, asks and waits for, as 32 bits (FNV-1a): another text, task or run is another stamp. */
export function stampOf({ text, open, patch, predict, check }: LessonStep): string {
  const words = JSON.stringify([text, open, patch, predict, check?.told, check?.when]);
  let hash = 0x811c9dc5;
  for (let n = 0; n < words.length; n++) hash = Math.imul(hash ^ words.charCodeAt(n), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What of stored text fits a lesson; nothing where it is of a version that is not known, or no progress at all. */
export function progressIn(text: string | null, lesson: Pick<Lesson, 'steps'>): Progress {
  const none = noProgress(lesson);
  let stored: Partial<Record<keyof Progress | 'version' | 'stamps', unknown>> | null;
  try {
    stored = JSON.parse(text ?? 'null') as typeof stored;
  } catch {
    return none;
  }
  if (typeof stored !== 'object' || stored === null) return none;
  if (stored.version !== VERSION && stored.version !== 1) return none;
  const steps = (value: unknown): readonly string[] =>
    Array.isArray(value) ? lesson.steps.map(({ id }) => id).filter((id) => value.includes(id)) : [];
  const { at, seen, done, chosen, revealed } = stored;
  const choices = record(chosen);
  const stamps = stored.version === VERSION ? record(stored.stamps) : {};
  const same = new Set(
    lesson.steps
      .filter((step) => Object.hasOwn(stamps, step.id) && stamps[step.id] === stampOf(step))
      .map(({ id }) => id),
  );
  const all = {
    done: steps(done),
    chosen: lesson.steps.map(({ id }) => id).filter((id) => Object.hasOwn(choices, id)),
    revealed: steps(revealed),
  };
  const marked = new Set([...all.done, ...all.chosen, ...all.revealed]);
  const kept = lesson.steps.flatMap(({ id, predict }): readonly (readonly [string, number])[] => {
    if (predict === undefined || !same.has(id) || !Object.hasOwn(choices, id)) return [];
    const choice = choices[id];
    const fits =
      Number.isSafeInteger(choice) && Number(choice) >= 0 && Number(choice) < predict.choices.length;
    return fits ? [[id, Number(choice)]] : [];
  });
  return {
    at: lesson.steps.some(({ id }) => id === at) ? String(at) : none.at,
    seen: steps(seen),
    done: all.done.filter((id) => same.has(id)),
    chosen: Object.fromEntries(kept),
    revealed: all.revealed.filter((id) => same.has(id)),
    renewed: [...marked].filter((id) => !same.has(id)),
  };
}

export function readProgress(
  id: string,
  lesson: Lesson,
  storage: Store | null = storageOf('localStorage'),
): Progress {
  return progressIn(storage?.getItem(KEY + id) ?? null, lesson);
}

/** Keeps it, if there is room; else it lasts as long as the page. */
export function writeProgress(
  id: string,
  progress: Progress,
  lesson: Pick<Lesson, 'steps'>,
  storage: Store | null = storageOf('localStorage'),
): void {
  const { renewed: _found, ...kept } = progress;
  const marked = new Set([...kept.done, ...Object.keys(kept.chosen), ...kept.revealed]);
  const stamps = Object.fromEntries(
    lesson.steps.filter((step) => marked.has(step.id)).map((step) => [step.id, stampOf(step)]),
  );
  try {
    storage?.setItem(KEY + id, JSON.stringify({ version: VERSION, ...kept, stamps }));
  } catch {
    // The page goes on with what it knows.
  }
}

export function forgetProgress(id: string, storage: Store | null = storageOf('localStorage')): void {
  storage?.removeItem(KEY + id);
}

/** Ids of steps that were shown, for a list whose lessons are not fetched: as they are stored. */
export function seenIn(id: string, storage: Store | null = storageOf('localStorage')): readonly string[] {
  try {
    const { version, seen } = JSON.parse(storage?.getItem(KEY + id) ?? '{}') as Record<string, unknown>;
    return (version === VERSION || version === 1) && Array.isArray(seen)
      ? seen.filter((step) => typeof step === 'string')
      : [];
  } catch {
    return [];
  }
}

/** With a step added to a list that it is not in yet. */
export function withStep(list: readonly string[], step: string): readonly string[] {
  return list.includes(step) ? list : [...list, step];
}
