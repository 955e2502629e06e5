import * as v from 'valibot';
import type { Declarations } from '../physics/parameters.ts';
import { commandPart } from './commands/index.ts';
import { checkEdits, currentScenario, parseEdits } from './edits.ts';
import { checkFit } from './fit.ts';
import { parseJson } from './json.ts';
import { plainJson, printJson, type Json } from './plain.ts';
import { checked, isObject, objectOf } from './schema.ts';
import { declarationsOf } from './sections.ts';
import { parseTracks } from './tracks.ts';
import { completeScenario, formatVersion } from './validate.ts';
import {
  ScenarioError,
  sectionNames,
  type RunDocument,
  type Scenario,
  type Section,
  type SectionName,
} from './types.ts';

export { defaultTracks } from './tracks.ts';

/** Largest state of the screen in a document, in characters of JSON. */
const maxViewLength = 65_536;

const kernelName = 'the name of a set of kernels';

const documentSchema = objectOf(
  {
    version: v.literal(formatVersion, `${formatVersion}`),
    scenario: isObject('a scenario'),
    edits: v.optional(v.unknown()),
    tracks: v.optional(v.unknown()),
    view: v.optional(isObject('an object'), {}),
    kernel: v.optional(v.pipe(v.string(kernelName), v.minLength(1, kernelName), v.maxLength(40, kernelName))),
  },
  'a scenario or a run document',
);

/** Steps from an older version of the format to the next, by the version they start from; none yet. */
const migrations: Readonly<Record<number, (document: Json) => Json>> = {};

/**
 * Brings a document of an older version of the format to this version.
 * @throws ScenarioError at `version` when it is missing or comes from a later program
 */
export function migrate(document: Json): Json {
  let migrated = document;
  for (;;) {
    if (typeof migrated !== 'object' || migrated === null || Array.isArray(migrated)) return migrated;
    const { version } = migrated as { readonly version?: Json };
    if (version === formatVersion) return migrated;
    if (version === undefined) {
      throw new ScenarioError('version', undefined, `${formatVersion} (every document says its version)`);
    }
    if (typeof version !== 'number' || !Object.hasOwn(migrations, version)) {
      throw new ScenarioError('version', version, `${formatVersion}, the version of this program`);
    }
    migrated = migrations[version](migrated);
  }
}

/** Files that are no runs say so by `kind`; each has a list that no run has. */
const otherKinds: Readonly<Record<string, string>> = { lesson: 'steps', talk: 'states' };

/** Tells a file of another kind, or of none that there is, by its kind. @throws ScenarioError at `kind` */
function checkKind(file: Json): void {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return;
  if (Object.hasOwn(file, 'kind')) {
    const { kind } = file as { readonly kind: Json };
    const isOther = typeof kind === 'string' && Object.hasOwn(otherKinds, kind);
    const kinds = Object.keys(otherKinds).map((one) => `"${one}"`);
    const expected = isOther
      ? 'a run, which has no "kind"'
      : `${kinds.join(' or ')}; or a run, or a sweep, which have no "kind"`;
    throw new ScenarioError('kind', kind, expected);
  }
  const lacks = Object.entries(otherKinds).find(([, list]) =>
    Array.isArray((file as Record<string, Json>)[list]),
  );
  if (lacks !== undefined) {
    throw new ScenarioError('kind', undefined, `"${lacks[0]}", for a file with ${lacks[1]}`);
  }
}

/**
 * Checks a run document, or a bare scenario: a document without edits and with the default tracks.
 * @param value  anything; never modified
 * @throws ScenarioError at the first problem; nothing else is ever thrown
 */
export function parseDocument(value: unknown): RunDocument {
  const read = plainJson(value);
  checkKind(read);
  const plain = migrate(read);
  const wraps =
    typeof plain === 'object' &&
    plain !== null &&
    ['scenario', 'edits', 'tracks', 'view'].some((key) => Object.hasOwn(plain, key));
  if (!wraps) {
    const scenario = completeScenario(plain);
    checkFit(scenario);
    return {
      version: formatVersion,
      scenario,
      edits: [],
      tracks: parseTracks(undefined, scenario),
      view: {},
    };
  }
  const shell = checked(documentSchema, plain, '');
  // The document's version holds for the scenario in it.
  const scenario = completeScenario({ version: formatVersion, ...shell.scenario }, 'scenario');
  checkFit(scenario, 'scenario');
  const tracks = parseTracks(shell.tracks, scenario);
  if (JSON.stringify(shell.view).length > maxViewLength) {
    throw new ScenarioError('view', undefined, `at most ${maxViewLength} characters of JSON`);
  }
  const edits = parseEdits(shell.edits);
  const { view, kernel } = shell;
  const made = kernel === undefined ? {} : { kernel };
  const document: RunDocument = { version: formatVersion, scenario, edits, tracks, view, ...made };
  checkEdits(document);
  return document;
}

/**
 * Reads a file, a link or standard input.
 * @throws ScenarioError at the first problem: at `$` with line and column when the text is not JSON
 */
export function parseRunDocument(text: string): RunDocument {
  return parseDocument(parseJson(text));
}

/**
 * Prints a run document: keys in the format's order, every default written out.
 *    parseRunDocument(serializeRunDocument(d)) equals d, numbers to the last bit
 */
export function serializeRunDocument(document: RunDocument): string {
  return `${printJson(orderedDocument(document))}\n`;
}

/** A run document as plain data, its keys in the format's order. */
export function orderedDocument({ scenario, edits, tracks, view, kernel }: RunDocument): object {
  return {
    version: formatVersion,
    scenario: orderedScenario(scenario),
    edits: edits.map(({ step, command }) => ({ step, command: commandPart(command).ordered(command) })),
    tracks: tracks.map(({ id, role, sections, continuum }) => ({
      id,
      role,
      sections: orderedSections(sections),
      ...(continuum && { continuum }),
    })),
    view,
    ...(kernel !== undefined && { kernel }),
  };
}

/** The run as it stands: its edits folded into the scenario. @throws ScenarioError */
export function currentDocument(document: RunDocument): RunDocument {
  return { ...document, scenario: currentScenario(document), edits: [] };
}

/** A scenario with its keys in the format's order. */
export function orderedScenario(scenario: Scenario): Scenario {
  const { title, seed, noise } = scenario;
  return { version: formatVersion, title, seed, ...orderedSections(scenario), noise } as Scenario;
}

function orderedSections(
  sections: Partial<Record<SectionName, Section>>,
): Partial<Record<SectionName, Section>> {
  const ordered: Partial<Record<SectionName, Section>> = {};
  for (const name of sectionNames) {
    const section = sections[name];
    if (section !== undefined) ordered[name] = orderedSection(section, declarationsOf(name, section.kind));
  }
  return ordered;
}

function orderedSection(section: Section, declarations: Declarations): Section {
  const ordered: Record<string, unknown> & { kind: string } = { kind: section.kind };
  for (const name of [...Object.keys(declarations), ...Object.keys(section)]) {
    if (section[name] !== undefined) ordered[name] = section[name];
  }
  return ordered;
}
