import { splitPath } from '../lookup.ts';
import { declarationsOf, sections } from '../sections.ts';
import { ScenarioError, sectionNames, type RunDocument } from '../types.ts';
import { changed, stepDocument } from './lesson.ts';
import type { Condition, Lesson, Light, Show } from './types.ts';

/** What the page can show: ids of its large pictures, and of its charts. */
export interface Showable {
  readonly pictures: readonly string[];
  readonly charts: readonly string[];
}

/** Whether a path is of a value that some run has: 'seed', 'data', 'system.kind', 'expansion.gamma', 'system.sizes.1'. */
function isKnown(path: string): boolean {
  if (['title', 'seed', 'noise', 'noise.temperature', ...sectionNames].includes(path)) return true;
  const split = splitPath(path);
  if (split === null) return false;
  const [name] = split.name.split('.');
  const { section } = split;
  return (
    name === 'kind' ||
    name === 'test' ||
    Object.keys(sections[section].parts).some((kind) => Object.hasOwn(declarationsOf(section, kind), name))
  );
}

const VALUE = 'the path of a value, as "expansion.gamma"';
/** `view.scene` of the pictures beside each other. */
const BESIDE = 'pictures';

/** What a step speaks of by a name: where, the name, and what names there are. */
type Named = readonly [place: string, name: unknown, among: 'pictures' | 'charts' | 'scenes' | 'paths'];

function* namedBy(condition: Condition, here: string): Iterable<Named> {
  if ('path' in condition) yield [`${here}.path`, condition.path, 'paths'];
  if (condition.see === 'shown') {
    yield [`${here}.scene`, condition.scene, 'scenes'];
    yield [`${here}.chart`, condition.chart, 'charts'];
  }
  if (condition.see !== 'all' && condition.see !== 'any') return;
  for (const [n, part] of condition.of.entries()) yield* namedBy(part, `${here}.of[${n}]`);
}

function* namedIn({ picture, chart, control }: Light, here: string): Iterable<Named> {
  yield [`${here}.picture`, picture, 'pictures'];
  yield [`${here}.chart`, chart, 'charts'];
  yield [`${here}.control`, control, 'paths'];
}

function* namedOn({ scene, charts, controls }: Show, here: string): Iterable<Named> {
  yield [`${here}.scene`, scene, 'scenes'];
  if (controls !== undefined && !Array.isArray(controls)) {
    throw new ScenarioError(`${here}.controls`, controls, 'a list of paths, as ["data.J"]');
  }
  for (const [n, control] of (controls ?? []).entries())
    yield [`${here}.controls[${n}]`, control as unknown, 'paths'];
  if (charts === undefined) return;
  const slots = ['left', 'right'];
  if (typeof charts !== 'object' || charts === null || Array.isArray(charts)) {
    throw new ScenarioError(`${here}.charts`, charts, 'an object with left, right, or both');
  }
  for (const [slot, chart] of Object.entries(charts)) {
    if (!slots.includes(slot)) throw new ScenarioError(`${here}.charts.${slot}`, chart, 'left or right');
    // A saved screen has null where no chart was chosen.
    if (chart !== null) yield [`${here}.charts.${slot}`, chart as unknown, 'charts'];
  }
}

/**
 * Tries what reading a lesson cannot know: the run of every step, the way of its task, and whether pictures, charts and
 * values are there that it shows, lights, or looks at. A teacher learns it at the desk, not before the class.
 * @param open  document of a shipped scenario; undefined where there is none of that id
 * @throws ScenarioError at the first that does not fit, e.g. at `steps[1].patch[0].expansion.gamma`
 */
export function tryLesson(
  lesson: Lesson,
  open: (id: string) => RunDocument | undefined,
  { pictures, charts }: Showable,
): void {
  const there = { pictures, charts, scenes: [BESIDE, ...pictures] };
  const look = (named: Iterable<Named>): void => {
    for (const [place, name, among] of named) {
      if (name === undefined) continue;
      if (among === 'paths') {
        if (typeof name !== 'string' || !isKnown(name)) throw new ScenarioError(place, name, VALUE);
      } else if (!there[among].some((one) => one === name)) {
        throw new ScenarioError(place, name, `one of ${there[among].join(', ')}`);
      }
    }
  };
  for (const [index, { check, light, show }] of lesson.steps.entries()) {
    const here = `steps[${index}]`;
    const document = stepDocument(lesson, index, open);
    look(namedIn(light ?? {}, `${here}.light`));
    look(namedOn(show ?? {}, `${here}.show`));
    if (check === undefined) continue;
    look(namedBy(check.when, `${here}.check.when`));
    changed(document, check.by?.patch ?? [], `${here}.check.by.patch`);
    look(namedOn(check.by?.show ?? {}, `${here}.check.by.show`));
  }
}
