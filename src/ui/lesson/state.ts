import { create } from 'zustand';
import { parseLesson } from '../../scenario/lesson/lesson.ts';
import { readLessonIndex } from '../../scenario/lesson/list.ts';
import type { Lesson, ListedLesson } from '../../scenario/lesson/types.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { fetchText } from '../files/shipped.ts';
import { isOwn, isOwnKey, keepLesson, keptLessons, removeLesson, type OwnLesson } from './own.ts';
import {
  forgetProgress,
  noProgress,
  progressKeyOf,
  readProgress,
  writeProgress,
  type Progress,
} from './progress.ts';

const FOLDER = './lessons';

interface LessonsState {
  /** The shipped lessons; null until the list has come. */
  readonly list: readonly ListedLesson[] | null;
  /** Lessons of the visitor's own. */
  readonly own: readonly OwnLesson[];
  /** Lessons that were read, by the id that names them in an address. */
  readonly lessons: Readonly<Record<string, Lesson>>;
  /** How far the visitor has come in each of these. */
  readonly progress: Readonly<Record<string, Progress>>;
  /** The run of the step that is open, as it begins; null until it is known. */
  readonly begins: RunDocument | null;
  /** Grows when a hand asks for a step: then its heading takes the focus. */
  readonly asked: number;
}

export const useLessons = create<LessonsState>(() => ({
  list: null,
  own: keptLessons(),
  lessons: {},
  progress: {},
  begins: null,
  asked: 0,
}));

const get = useLessons.getState;

/** Fetches the list of shipped lessons. @throws Error */
export async function fetchLessonList(): Promise<readonly ListedLesson[]> {
  const known = get().list;
  if (known !== null) return known;
  const list = readLessonIndex(JSON.parse(await fetchText(`${FOLDER}/index.json`)));
  useLessons.setState({ list });
  return list;
}

/** A lesson by its id: of this browser, else a shipped one. @throws Error, ScenarioError */
export async function fetchLesson(id: string): Promise<Lesson> {
  const { lessons, own } = get();
  if (Object.hasOwn(lessons, id)) return lessons[id];
  const kept = own.find((one) => one.id === id);
  if (kept !== undefined) return known(id, kept.lesson);
  if (isOwn(id)) throw new Error(OWN_ELSEWHERE);
  return known(id, parseLesson(await fetchText(`${FOLDER}/${id}.json`)));
}

/** What is thrown for a lesson of somebody's own that this browser does not have. */
export const OWN_ELSEWHERE = 'own-elsewhere';

function known(id: string, lesson: Lesson): Lesson {
  const { lessons, progress } = get();
  useLessons.setState({
    lessons: { ...lessons, [id]: lesson },
    progress: { ...progress, [id]: readProgress(id, lesson) },
  });
  return lesson;
}

/** Notes how far a visitor has come. */
export function note(id: string, change: (progress: Progress) => Progress): void {
  const { progress, lessons } = get();
  const before = progress[id];
  if (before === undefined) return;
  const after = change(before);
  useLessons.setState({ progress: { ...progress, [id]: after } });
  writeProgress(id, after, lessons[id]);
}

/** Forgets how far a visitor has come in a lesson. */
export function startOver(id: string): void {
  forgetProgress(id);
  const { lessons, progress } = get();
  if (Object.hasOwn(lessons, id)) {
    useLessons.setState({ progress: { ...progress, [id]: noProgress(lessons[id]) } });
  }
}

/** Takes a lesson that a visitor brought, in the place of one of its id. @returns whether the browser keeps it */
export function takeLesson(brought: OwnLesson): boolean {
  const { own } = get();
  useLessons.setState({ own: [...own.filter(({ id }) => id !== brought.id), brought] });
  known(brought.id, brought.lesson);
  return keepLesson(brought);
}

/** Removes a lesson of the visitor's own; one that is open is closed. */
export function dropLesson(dropped: string): void {
  removeLesson(dropped);
  const { [dropped]: _gone, ...lessons } = get().lessons;
  useLessons.setState(({ own }) => ({ own: own.filter(({ id }) => id !== dropped), lessons }));
  const { lesson, setLesson } = useLab.getState();
  if (lesson?.id === dropped) setLesson(null);
}

/**
 * Takes what another window of this browser has kept or removed; the lesson that is open here stays as it is read.
 *  @param key  of storage; null: all of it was removed
 */
export function hearOthers(key: string | null): void {
  const { lessons, progress } = get();
  if (key === null || isOwnKey(key)) {
    const open = useLab.getState().lesson?.id;
    const stay = Object.entries(lessons).filter(([id]) => !isOwn(id) || id === open);
    useLessons.setState({ own: keptLessons(), lessons: Object.fromEntries(stay) });
  }
  const changed = key === null ? Object.keys(progress) : [progressKeyOf(key) ?? ''];
  const read = changed
    .filter((id) => Object.hasOwn(lessons, id))
    .map((id) => [id, readProgress(id, lessons[id])]);
  if (read.length > 0) {
    useLessons.setState({ progress: { ...progress, ...(Object.fromEntries(read) as typeof progress) } });
  }
}

// Two windows on one lesson: neither writes over what was done in the other.
globalThis.addEventListener?.('storage', ({ key }) => hearOthers(key));
