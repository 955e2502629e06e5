import { currentDocument, parseDocument } from '../document.ts';
import { parseJson } from '../json.ts';
import { patchScenario } from '../patch.ts';
import { joinPath } from '../path.ts';
import { plainJson, type Json } from '../plain.ts';
import { checked } from '../schema.ts';
import { ScenarioError, type RunDocument } from '../types.ts';
import { LIMITS, lessonSchema, idSchema } from './schema.ts';
import type { Change, Lesson, LessonStep } from './types.ts';

const lessonVersion = 1;

/** Steps from an older version of the format to the next, by the version they start from; none yet. */
const migrations: Readonly<Record<number, (lesson: Json) => Json>> = {};

/** Brings a lesson of an older version to this one. @throws ScenarioError at `version` */
function migrated(value: Json): Json {
  let lesson = value;
  for (;;) {
    if (typeof lesson !== 'object' || lesson === null || Array.isArray(lesson)) return lesson;
    const { version } = lesson as { readonly version?: Json };
    if (version === lessonVersion) return lesson;
    if (typeof version !== 'number' || !Object.hasOwn(migrations, version)) {
      throw new ScenarioError('version', version, `${lessonVersion}, the version of this program’s lessons`);
    }
    lesson = migrations[version](lesson);
  }
}

/** Whether a file, once read, says that it is a lesson: whoever takes a dropped file asks. */
export function isLesson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'kind')
    ? (value as { readonly kind: unknown }).kind === 'lesson'
    : false;
}

/**
 * Reads the text of a lesson's file.
 * @throws ScenarioError at the first problem, e.g. at `steps[2].text`: nothing else is ever thrown. Ids of shipped
 *         scenarios and patches are looked at when a step is opened (`stepDocument`).
 */
export function parseLesson(text: string): Lesson {
  if (text.length > LIMITS.file) {
    throw new ScenarioError('$', text.length, `a lesson of at most ${LIMITS.file} characters`);
  }
  return lessonOf(parseJson(text));
}

/** Checks a lesson that was read. @throws ScenarioError */
export function lessonOf(value: unknown): Lesson {
  const read = checked(lessonSchema, migrated(plainJson(value)), '');
  const ids = new Set<string>();
  const steps = read.steps.map(({ open, ...step }, index): LessonStep => {
    const here = `steps[${index}]`;
    if (ids.has(step.id)) throw new ScenarioError(`${here}.id`, step.id, 'an id that no step before it has');
    ids.add(step.id);
    if (index === 0 && open === undefined) {
      throw new ScenarioError(`${here}.open`, undefined, 'a scenario: the first step opens a run');
    }
    return { ...step, ...(open !== undefined && { open: opened(open, `${here}.open`) }) };
  });
  return { ...read, steps };
}

/** An id, or a document that is checked as every file is. */
function opened(value: unknown, path: string): string | RunDocument {
  if (typeof value === 'string') return checked(idSchema, value, path);
  return within(path, () => parseDocument(value));
}

/** What is refused is refused at its place in the lesson. */
function within<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(joinPath(path, error.path), error.value, error.expected);
  }
}

/**
 * The run with changes made in order, before its first step: a document without edits.
 * @param path  where the changes stand, for errors
 * @throws ScenarioError at a change that does not fit
 */
export function changed(document: RunDocument, changes: readonly Change[], path: string): RunDocument {
  return changes.reduce((run, { path: at, value }, index) => {
    const patch = within(`${path}[${index}]`, () => patchScenario(run, at, value, 0));
    if (patch.apply === 'restart') return patch.document;
    return currentDocument({ ...run, edits: [...run.edits, { step: 0, command: patch.command }] });
  }, document);
}

/**
 * The run of a step from its start, whichever steps were gone before: what was opened last, with every change of the
 * steps since, and the screen as the step shows it. A shared step, "start fresh" and the test of a lesson begin there.
 * @param open  document of a shipped scenario; undefined where there is none of that id
 * @throws ScenarioError at an id or a change that does not fit
 */
export function stepDocument(
  { steps }: Pick<Lesson, 'steps'>,
  index: number,
  open: (id: string) => RunDocument | undefined,
): RunDocument {
  let from = index;
  while (from > 0 && steps[from].open === undefined) from--;
  let document = openedBy(steps[from], from, open);
  for (let at = from; at <= index; at++) {
    const { patch = [], show = {} } = steps[at];
    document = changed(document, patch, `steps[${at}].patch`);
    document = { ...document, view: { ...document.view, ...show } };
  }
  return document;
}

function openedBy(
  { open: asked }: LessonStep,
  index: number,
  open: (id: string) => RunDocument | undefined,
): RunDocument {
  if (typeof asked === 'object') return asked;
  const document = asked === undefined ? undefined : open(asked);
  if (document !== undefined) return document;
  throw new ScenarioError(`steps[${index}].open`, asked, 'the id of a shipped scenario, or a run');
}
