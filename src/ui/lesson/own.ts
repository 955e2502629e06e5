/** Lessons that a visitor brought: files kept in this browser until they are removed. */
import { parseLesson } from '../../scenario/lesson/lesson.ts';
import type { Lesson } from '../../scenario/lesson/types.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { storageOf } from '../../store/storage.ts';
import { forgetProgress } from './progress.ts';

const KEY = 'synaptic-field-lab.own-lesson.';
/** Ids of own lessons begin so: a copy of a shipped lesson never takes its place. */
const OWN = 'own-';
/** Longest id that an address may hold. */
const LONGEST_ID = 64;
/** Most lessons that are kept, and most characters of all. */
export const MOST_OWN = 24;
export const OWN_ROOM = 1_000_000;

/** Whether a key of storage holds a lesson of the visitor's own. */
export const isOwnKey = (key: string): boolean => key.startsWith(KEY);

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export const isOwn = (id: string): boolean => id.startsWith(OWN);

/** A lesson under the id that it is kept by. */
export interface OwnLesson {
  readonly id: string;
  readonly lesson: Lesson;
  /** The file as it was brought. */
  readonly text: string;
}

/** The lesson that a file holds, under its own id. @throws ScenarioError at the first problem */
export function ownLesson(text: string): OwnLesson {
  const lesson = parseLesson(text);
  return { id: `${OWN}${lesson.id}`.slice(0, LONGEST_ID), lesson, text };
}

/** The lessons that are kept, by title; what can no longer be read is passed over. */
export function keptLessons(storage: Store | null = storageOf('localStorage')): readonly OwnLesson[] {
  if (storage === null) return [];
  const texts = Array.from({ length: storage.length }, (_, at) => storage.key(at))
    .filter((key) => key?.startsWith(KEY) === true)
    .map((key) => storage.getItem(key ?? '') ?? '');
  return texts.flatMap(readable).sort((a, b) => a.lesson.title.localeCompare(b.lesson.title));
}

function readable(text: string): readonly OwnLesson[] {
  try {
    return [ownLesson(text)];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return [];
  }
}

/** Keeps a lesson in the place of one of its id. @returns whether there was room */
export function keepLesson(
  { id, text }: OwnLesson,
  storage: Store | null = storageOf('localStorage'),
): boolean {
  if (storage === null) return false;
  const others = keptLessons(storage).filter((other) => other.id !== id);
  const room = others.reduce((left, other) => left - other.text.length, OWN_ROOM - text.length);
  if (others.length >= MOST_OWN || room < 0) return false;
  try {
    storage.setItem(KEY + id, text);
    return true;
  } catch {
    return false;
  }
}

export function removeLesson(id: string, storage: Store | null = storageOf('localStorage')): void {
  storage?.removeItem(KEY + id);
  forgetProgress(id, storage);
}
