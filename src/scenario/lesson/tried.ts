import { splitPath } from '../lookup.ts';
import { declarationsOf, sections } from '../sections.ts';
import { ScenarioError, sectionNames, type RunDocument } from '../types.ts';
import { changed, stepDocument } from './lesson.ts';
import type { Condition, Lesson } from './types.ts';

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

/** The paths that a condition looks at, each with its place in the lesson. */
function* pathsOf(condition: Condition, here: string): Iterable<readonly [path: string, place: string]> {
  if ('path' in condition) yield [condition.path, `${here}.path`];
  if (condition.see !== 'all' && condition.see !== 'any') return;
  for (const [n, part] of condition.of.entries()) yield* pathsOf(part, `${here}.of[${n}]`);
}

/**
 * Tries what reading a lesson cannot know: the run of every step, the way of its task, and whether a task looks at
 * values that there are. A teacher learns it at the desk, not before the class.
 * @param open  document of a shipped scenario; undefined where there is none of that id
 * @throws ScenarioError at the first that does not fit, e.g. at `steps[1].patch[0].expansion.gamma`
 */
export function tryLesson(lesson: Lesson, open: (id: string) => RunDocument | undefined): void {
  for (const [index, { check }] of lesson.steps.entries()) {
    const document = stepDocument(lesson, index, open);
    if (check === undefined) continue;
    const here = `steps[${index}].check`;
    for (const [path, place] of pathsOf(check.when, `${here}.when`)) {
      if (!isKnown(path)) throw new ScenarioError(place, path, 'the path of a value, as "expansion.gamma"');
    }
    changed(document, check.by?.patch ?? [], `${here}.by.patch`);
  }
}
