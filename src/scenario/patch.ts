import type * as v from 'valibot';
import { commandPath, isLive } from './commands/index.ts';
import { currentScenario, nextScenario } from './edits.ts';
import { checkFit } from './fit.ts';
import { plainJson, sameJson } from './plain.ts';
import { parameterOf, splitPath } from './lookup.ts';
import { withReplaced } from './replaced.ts';
import { withSites } from './refine.ts';
import { checked, fits } from './schema.ts';
import { declarationsOf, defaultKind, defaultSection, partOf, sections, unknownKind } from './sections.ts';
import { checkTrack, defaultTracks } from './tracks.ts';
import { completeSection, defaultData, noiseSchema, seedSchema, titleSchema } from './validate.ts';
import {
  ScenarioError,
  sectionNames,
  type RunDocument,
  type Scenario,
  type Section,
  type SectionName,
  type SetCommand,
  type TrackDeclaration,
} from './types.ts';

export { controlsOf } from './controls.ts';
export { commandPath, currentScenario, parameterOf };

/** Values of a whole run, beside its sections. */
const runValues: Readonly<
  Record<
    string,
    {
      readonly schema: v.GenericSchema;
      readonly preset: unknown;
      /** `each`: every change is one of its own to undo, however soon after the last; else a drag is one. */
      readonly undo?: 'each';
    }
  >
> = {
  title: { schema: titleSchema, preset: '' },
  // Drawn by a press of a button, each for itself.
  seed: { schema: seedSchema, preset: 1, undo: 'each' },
  noise: { schema: noiseSchema, preset: {} },
};

/** Whether changes of a value that follow each other fast are one drag; else each is a change of its own. */
export function isDragged(path: string): boolean {
  return !Object.hasOwn(runValues, path) || runValues[path].undo !== 'each';
}

/** What a change asks of the engine: to log an edit, or to open another document. */
export type Patch =
  | { readonly apply: 'live'; readonly document: RunDocument; readonly command: SetCommand }
  | { readonly apply: 'restart'; readonly document: RunDocument };

/**
 * Changes one value of a run: 'expansion.gamma', 'system.kind', a whole section ('system'), 'seed', 'title'
 * or 'noise.temperature'. undefined asks for the default.
 * A live parameter, or another history from now on ('expansion', edits.ts), is only checked. Any other change folds the edits so far into the scenario and starts the
 * run again with the same seed; what then no longer fits is put right as README.md of this folder says.
 * @param step  where the run stands, as far as it is known: of two changes of one step the newer counts
 * @throws ScenarioError when the value does not fit, or when explicit data would be lost
 */
export function patchScenario(document: RunDocument, path: string, value: unknown, step = Infinity): Patch {
  const base = currentScenario(document);
  const plain = value === undefined ? undefined : plainJson(value, path);
  if (isLive(base, path, plain)) {
    const command: SetCommand = { kind: 'set', path, value: plain };
    nextScenario(document, { step, command });
    return { document, apply: 'live', command };
  }
  return { document: rewritten(document, base, path, plain), apply: 'restart' };
}

/** The run with one section as if it had always been so: a document that begins anew. @throws ScenarioError */
export function rewriteSection(document: RunDocument, section: SectionName, value: Section): RunDocument {
  return rewritten(document, currentScenario(document), section, plainJson(value, section));
}

function rewritten(document: RunDocument, base: Scenario, path: string, plain: unknown): RunDocument {
  const section = splitPath(path)?.section ?? path;
  const fitting = fitted(replaced(base, path, plain), section);
  const { scenario, view } = withReplaced(document.view, base, fitting, section, checkFit);
  return begunAnew({ ...document, view }, scenario);
}

/**
 * The same run on another number of sites, its ring as long as before: a document that begins anew.
 * @throws ScenarioError when that number or a further track does not fit; RangeError where there is an obstacle
 */
export function patchSites(document: RunDocument, sites: number): RunDocument {
  return begunAnew(document, withSites(currentScenario(document), sites));
}

/** A run that begins again with another scenario: tracks that are the default ones are made anew. */
export function begunAnew(document: RunDocument, scenario: Scenario): RunDocument {
  const defaults = [document.scenario, currentScenario(document)].map(defaultTracks);
  const tracks = defaults.some((list) => sameJson(list, document.tracks))
    ? defaultTracks(scenario)
    : document.tracks.filter((track, index) => survives(track, scenario, index));
  return { ...document, scenario, edits: [], tracks };
}

/**
 * Whether a track still fits. The closed form and the continuum theory leave with what they were made for, and
 * come back at a click; any other track that no longer fits is an error. @throws ScenarioError
 */
function survives(track: TrackDeclaration, scenario: Scenario, index: number): boolean {
  try {
    checkTrack(track, scenario, `tracks[${index}].sections`);
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioError) || !['theory', 'continuum'].includes(track.role)) throw error;
    return false;
  }
}

function replaced(base: Scenario, path: string, value: unknown): Scenario {
  if (Object.hasOwn(runValues, path)) {
    const { schema, preset } = runValues[path];
    return { ...base, [path]: checked(schema, value ?? preset, path) };
  }
  if (path === 'noise.temperature') {
    return { ...base, noise: checked(noiseSchema, { temperature: value }, 'noise') };
  }
  const whole = sectionNames.find((name) => name === path);
  const split = splitPath(path);
  const section = whole ?? split?.section;
  if (section === undefined) throw new ScenarioError(path, value, 'the path of a value of a scenario');
  let given: unknown = value;
  if (split !== null) {
    const { [split.name]: _old, ...others } = base[section];
    given = split.name === 'kind' ? switched(base, section, value) : { ...others, [split.name]: value };
  }
  const changed = completeSection(section, withoutUndefined(given), section, base.system.kind);
  return { ...base, [section]: changed };
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** A section of another kind: values that were set stay where name and type agree and they still fit. */
function switched(base: Scenario, section: SectionName, kind: unknown): Section {
  const wanted = kind === undefined ? defaultKind(section, base.system.kind) : kind;
  if (typeof wanted !== 'string' || !Object.hasOwn(sections[section].parts, wanted)) {
    throw unknownKind(section, wanted, `${section}.kind`);
  }
  const old = base[section];
  const before = declarationsOf(section, old.kind);
  const next: Record<string, unknown> & { kind: string } = { kind: wanted };
  for (const [name, parameter] of Object.entries(declarationsOf(section, wanted))) {
    const same = Object.hasOwn(before, name) && before[name].type === parameter.type;
    const set = same && old[name] !== undefined && !sameJson(old[name], before[name].default);
    if (set && fits(parameter, old[name])) next[name] = old[name];
  }
  if (old.test !== undefined) next.test = old.test;
  return next;
}

/** Sections that give way when another one changes. */
const yielding: readonly string[] = ['data', 'batch', 'initial', 'dynamics'];

/** Puts right what a change of one section left unfit in others. @throws ScenarioError when it must not */
export function fitted(scenario: Scenario, changed: string): Scenario {
  let fitting = scenario;
  const reset = new Set<string>();
  for (;;) {
    try {
      checkFit(fitting);
      return fitting;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      const [section, name] = error.path.split(/[.[]/, 2);
      if (section === changed || !yielding.includes(section)) throw error;
      const old = fitting[section as SectionName];
      // What somebody brought along is never thrown away in silence.
      const own = section === 'data' ? partOf(section, old.kind).own === true : old.kind === 'explicit';
      if (own || error.path.startsWith('data.test')) throw error;
      const { [name]: value, ...others } = old;
      const resettable = name !== 'kind' && value !== undefined && !reset.has(error.path);
      // What is lacking (a learning rate) has no default to go back to.
      const lacking = name !== undefined && value === undefined;
      if (lacking || (!resettable && reset.has(section))) throw error;
      reset.add(resettable ? error.path : section);
      const system = fitting.system.kind;
      const next = resettable
        ? completeSection(section as SectionName, others, section, system)
        : section === 'data'
          ? defaultData(fitting)
          : defaultSection(section as SectionName, defaultKind(section as SectionName, system));
      fitting = { ...fitting, [section]: next };
    }
  }
}

/** The value at a path of a run as it stands, its edits applied; undefined where there is none. */
export function currentValue(document: RunDocument, path: string): unknown {
  return valueAt(currentScenario(document), path);
}

/** The value at a path of a scenario; undefined where there is none. */
export function valueAt(scenario: Scenario, path: string): unknown {
  let value: unknown = scenario;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
