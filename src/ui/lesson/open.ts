import { text } from '../../messages/index.ts';
import { parseRunDocument } from '../../scenario/document.ts';
import { parseJson } from '../../scenario/json.ts';
import { isLesson, stepDocument } from '../../scenario/lesson/lesson.ts';
import { tryLesson } from '../../scenario/lesson/tried.ts';
import type { Lesson, LessonStep, Way } from '../../scenario/lesson/types.ts';
import { patchScenario } from '../../scenario/patch.ts';
import { findShipped, isShippedId, shippedNames } from '../../scenario/shipped.ts';
import { ScenarioError, show, type Command, type RunDocument } from '../../scenario/types.ts';
import { presentStep, useLab } from '../../store/index.ts';
import { showAlone } from '../commands.ts';
import { nearestName } from '../files/nearest.ts';
import { fetchShipped } from '../files/shipped.ts';
import { takeTurn } from '../files/turn.ts';
import { announce, useUi } from '../uiState.ts';
import { ownLesson } from './own.ts';
import { withStep } from './progress.ts';
import { fetchLesson, note, OWN_ELSEWHERE, takeLesson, useLessons } from './state.ts';
import { isStray } from './stray.ts';

const lab = useLab.getState;

/** The scenario that the run of a step comes from; null: a run of the lesson's own. */
function openedBy({ steps }: Lesson, index: number): string | null {
  for (let at = index; at >= 0; at--) {
    const { open } = steps[at];
    if (open !== undefined) return typeof open === 'string' ? open : null;
  }
  return null;
}

/** The shipped file of a scenario's id; null where there is none. Without the list the file itself says whether there is one. */
function fileOf(scenario: string): string | null {
  const { shipped } = lab();
  return findShipped(shipped, scenario)?.id ?? (shipped.length === 0 ? scenario : null);
}

/** The run of a step from its start, and the shipped scenario that it is. @throws Error, ScenarioError */
export async function runOf(
  lesson: Lesson,
  index: number,
): Promise<{ readonly document: RunDocument; readonly shippedId: string | null }> {
  const scenario = openedBy(lesson, index);
  const shippedId = scenario === null ? null : fileOf(scenario);
  const opened = shippedId === null ? undefined : parseRunDocument(await fetchShipped(shippedId));
  return { document: stepDocument(lesson, index, () => opened), shippedId };
}

/** The run as it stands with what a step changes of it, at the step where it stands. @throws ScenarioError */
function goneOn({ patch = [], show: shown = {} }: LessonStep, index: number): RunDocument {
  let document = parseRunDocument(lab().save());
  let at = presentStep();
  for (const [n, { path, value }] of patch.entries()) {
    try {
      const made = patchScenario(document, path, value, at);
      if (made.apply === 'restart') at = 0;
      document =
        made.apply === 'restart'
          ? made.document
          : { ...document, edits: [...document.edits, { step: at, command: made.command }] };
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw new ScenarioError(`steps[${index}].patch[${n}].${error.path}`, error.value, error.expected);
    }
  }
  return { ...document, view: { ...document.view, ...shown, step: at } };
}

/** Tells what keeps a lesson from being opened; what is shown stays. */
function report(id: string, error: unknown): void {
  const source = `${id}.json`;
  if (error instanceof ScenarioError) {
    const { path, value, expected } = error;
    lab().report({ source, path, value: value === undefined ? '' : show(value), expected });
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  const elsewhere = reason === OWN_ELSEWHERE;
  lab().report({
    source,
    path: '',
    value: elsewhere ? '' : reason,
    expected: text(elsewhere ? 'lesson.elsewhere' : 'lesson.fetched'),
  });
}

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Opens a step of a lesson: its run, or what it changes of the run that stands.
 *  @param step   id or index
 *  @param anew   its run from the start in any case
 *  @returns      whether it is open
 */
export async function openStep(id: string, step: string | number, anew = false): Promise<boolean> {
  const stillAsked = takeTurn();
  try {
    const lesson = await fetchLesson(id);
    const { steps } = lesson;
    const index = typeof step === 'number' ? step : steps.findIndex((one) => one.id === step);
    if (steps[index] === undefined) {
      const expected = text('lesson.steps', { count: steps.length });
      throw new ScenarioError('step', typeof step === 'number' ? step + 1 : step, expected);
    }
    const run = await runOf(lesson, index);
    if (!stillAsked()) return false;
    const { lesson: place, document, playing, shippedId } = lab();
    const asked = steps[index];
    const before = steps[index - 1];
    const { begins } = useLessons.getState();
    const follows =
      !anew &&
      asked.open === undefined &&
      place?.id === id &&
      place.step === before?.id &&
      document !== null &&
      begins !== null &&
      !isStray(document, begins);
    const plays = asked.play ?? (follows && playing);
    useLessons.setState({ begins: run.document });
    if (follows && asked.patch === undefined && asked.show === undefined) {
      lab().setLesson({ id, step: asked.id });
      if (plays && !playing && !still()) lab().play();
      if (!plays && playing) lab().pause();
    } else {
      const opened = follows ? goneOn(asked, index) : run.document;
      const view = { ...opened.view, play: false, lesson: { id, step: asked.id } };
      void lab().openDocument({ ...opened, view }, follows ? shippedId : run.shippedId);
      if (plays && !still()) lab().play();
    }
    useLessons.setState(({ asked: count }) => ({ asked: count + 1 }));
    note(id, (progress) => ({ ...progress, at: asked.id, seen: withStep(progress.seen, asked.id) }));
    useUi.setState({ lessonAside: false });
    // What a step shows is seen also where the charts are closed for want of height.
    if (asked.show?.charts !== undefined) lab().setDrawerOpen(true);
    return true;
  } catch (error) {
    if (stillAsked()) report(id, error);
    return false;
  }
}

/** Opens a lesson where the visitor left it. */
export async function openLesson(id: string): Promise<boolean> {
  try {
    await fetchLesson(id);
  } catch (error) {
    report(id, error);
    return false;
  }
  return openStep(id, useLessons.getState().progress[id].at);
}

/** Finds the lesson of a run that came with one: after a reload, or from a file or a link. */
export async function findLesson(id: string, step: string): Promise<void> {
  try {
    const lesson = await fetchLesson(id);
    const index = lesson.steps.findIndex((one) => one.id === step);
    const { document } = await runOf(lesson, Math.max(0, index));
    const place = lab().lesson;
    if (place?.id !== id || place.step !== step) return;
    // A step that the lesson no longer has: its first one.
    if (index < 0) lab().setLesson({ id, step: lesson.steps[0].id });
    useLessons.setState({ begins: document });
    const at = lesson.steps[Math.max(0, index)].id;
    note(id, (progress) => ({ ...progress, at, seen: withStep(progress.seen, at) }));
  } catch (error) {
    if (lab().lesson?.id !== id) return;
    lab().setLesson(null);
    report(id, error);
  }
}

/** Opens what `?lesson=ID&step=N` of an address asks for: N from 1, or the id of a step. */
export async function openLessonAddress(id: string, step: string | null): Promise<boolean> {
  if (!isShippedId(id)) {
    const { length } = id;
    report(length > 40 ? `${id.slice(0, 40)}…` : id, new Error(text('file.id')));
    return false;
  }
  if (step === null) return openLesson(id);
  return openStep(id, /^\d{1,3}$/.test(step) ? Number(step) - 1 : step);
}

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

/** Tries all steps of a lesson that was brought, unless a shipped scenario cannot be fetched now. @throws ScenarioError */
async function tried(lesson: Lesson): Promise<void> {
  const runs = new Map<string, RunDocument>();
  for (const { open } of lesson.steps) {
    const file = typeof open === 'string' ? fileOf(open) : null;
    if (typeof open !== 'string' || file === null || runs.has(open)) continue;
    try {
      runs.set(open, parseRunDocument(await fetchShipped(file)));
    } catch {
      return;
    }
  }
  try {
    const { pictures, charts } = lab();
    tryLesson(lesson, (id) => runs.get(id), { pictures: idsOf(pictures), charts: idsOf(charts) });
  } catch (error) {
    if (
      !(error instanceof ScenarioError) ||
      typeof error.value !== 'string' ||
      !error.path.endsWith('.open')
    ) {
      throw error;
    }
    const nearest = nearestName(error.value, shippedNames(lab().shipped));
    if (nearest === null) throw error;
    throw new ScenarioError(error.path, error.value, text('file.nearest', { nearest }));
  }
}

/**
 * Opens a file that may be a lesson, else a run. A lesson that is open and was written anew goes on where it stands.
 *  @param source      its name, for what is wrong with it
 *  @param stillAsked  whether nothing else was asked for meanwhile
 */
export async function openMaybeLesson(
  source: string,
  body: string,
  stillAsked: () => boolean = () => true,
): Promise<void> {
  try {
    if (!isLesson(parseJson(body))) {
      lab().openText(source, body);
      return;
    }
    const brought = ownLesson(body);
    await tried(brought.lesson);
    if (!stillAsked()) return;
    const kept = takeLesson(brought);
    const { lesson: place } = lab();
    const stands = place?.id === brought.id && brought.lesson.steps.some(({ id }) => id === place.step);
    if (!(await openStep(brought.id, stands ? place.step : 0, true))) return;
    announce(text(kept ? 'lesson.brought' : 'lesson.noRoom', { title: brought.lesson.title }));
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const { path, value, expected } = error;
    lab().report({ source, path, value: value === undefined ? '' : show(value), expected });
  }
}

function send(command: Command): void {
  const { poke, source, setState, setParameter } = lab();
  if (command.kind === 'poke') void poke(command.target, command.profile, command.track);
  else if (command.kind === 'source') void source(command.target, command.profile, command.sample);
  else if (command.kind === 'state') void setState(command);
  else void setParameter(command.path, command.value);
}

/** Does what a check waits for, as its lesson says it can be done. */
export function goWay({ patch = [], commands = [], until, show: shown, study }: Way): void {
  for (const { path, value } of patch) void lab().setParameter(path, value);
  for (const command of commands) send(command);
  const { info, readouts, step, pictures, askChart, runStudy } = lab();
  if (until !== undefined && info !== null && readouts !== null && until > readouts.time) {
    step(Math.ceil((until - readouts.time) / info.dt));
  }
  if (shown?.scene !== undefined) {
    const scene = pictures.find(({ id }) => id === shown.scene);
    showAlone(scene?.id ?? null);
  }
  const charts = (shown?.charts ?? {}) as Readonly<Record<string, unknown>>;
  for (const slot of ['left', 'right'] as const) {
    const chart = charts[slot];
    if (typeof chart === 'string') askChart(slot, chart);
  }
  if (study !== undefined) runStudy(study);
}
