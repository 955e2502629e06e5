import * as v from 'valibot';
import type { Parameter } from '../physics/parameters.ts';
import { matrix } from '../physics/parameters.ts';
import { checkData } from './build.ts';
import { checkFit } from './fit.ts';
import { plainJson } from './plain.ts';
import { joinPath } from './path.ts';
import { checked, objectOf, parameterSchema, sectionSchema } from './schema.ts';
import {
  declarationsOf,
  defaultKind,
  defaultSection,
  fittingKinds,
  sections,
  unknownKind,
} from './sections.ts';
import { ScenarioError, type Scenario, type Section, type SectionName } from './types.ts';

/** The version of the format that this program writes. */
export const formatVersion = 1;
/** Longest title, in characters. */
export const maxTitle = 200;
const maxSeed = 2 ** 32 - 1;

export const titleSchema = v.pipe(
  v.string(`a text of at most ${maxTitle} characters`),
  v.maxLength(maxTitle, `a text of at most ${maxTitle} characters`),
);
const seedMessage = `an integer from 0 to ${maxSeed}`;
export const seedSchema = v.pipe(
  v.number(seedMessage),
  v.safeInteger(seedMessage),
  v.minValue(0, seedMessage),
  v.maxValue(maxSeed, seedMessage),
);
const temperatureMessage = 'a temperature: a finite number >= 0';
const temperatureSchema = v.pipe(
  v.number(temperatureMessage),
  v.finite(temperatureMessage),
  v.minValue(0, temperatureMessage),
);
/** Every scenario has a temperature; only dynamics with a bath feels it (`noise` of their declaration). */
export const noiseSchema = objectOf({ temperature: v.optional(temperatureSchema, 0) }, 'an object');

const shellSchema = objectOf(
  {
    version: v.literal(formatVersion, `${formatVersion}`),
    title: v.optional(titleSchema, ''),
    seed: v.optional(seedSchema, 1),
    system: v.optional(v.unknown()),
    data: v.optional(v.unknown()),
    batch: v.optional(v.unknown()),
    initial: v.optional(v.unknown()),
    dynamics: v.optional(v.unknown()),
    expansion: v.optional(v.unknown()),
    noise: v.optional(v.unknown(), {}),
  },
  'an object',
);

const samples = (symbol: string, label: string): Parameter =>
  matrix({ symbol, label, help: 'One row per test sample.', apply: 'restart', default: undefined });
const testSchema = objectOf(
  {
    X: parameterSchema(samples('X', 'test inputs')),
    Y: parameterSchema(samples('Y', 'test targets')),
  },
  'an object with X and Y',
);

/** Schemas are made once for each kind. */
const schemas = new Map<string, v.GenericSchema<unknown, unknown>>();
function schemaOf(section: SectionName, kind: string): v.GenericSchema<unknown, unknown> {
  const id = `${section}.${kind}`;
  const known = schemas.get(id);
  if (known !== undefined) return known;
  const made = sectionSchema(
    kind,
    declarationsOf(section, kind),
    section === 'data' ? { test: v.optional(testSchema) } : {},
  );
  schemas.set(id, made);
  return made;
}

/**
 * Checks one section and fills in what was left out.
 * @param value       the section as given; undefined takes the default kind
 * @param path        where it stands in the document
 * @param systemKind  kind of the system it belongs to, which decides the default data and initial state
 * @throws ScenarioError
 */
export function completeSection(
  section: SectionName,
  value: unknown,
  path: string,
  systemKind: string,
): Section {
  const given = value === undefined ? { kind: defaultKind(section, systemKind) } : value;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new ScenarioError(path, given, 'an object with a kind');
  }
  const kind: unknown = Object.hasOwn(given, 'kind') ? (given as Section).kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(sections[section].parts, kind)) {
    throw unknownKind(section, kind, joinPath(path, 'kind'));
  }
  return checked(schemaOf(section, kind), given, path) as Section;
}

/**
 * Checks the shape of a scenario and fills in what was left out; the sections are not yet matched.
 * @param plain  plain JSON data
 * @param path   where it stands in the document
 * @throws ScenarioError
 */
export function completeScenario(plain: unknown, path = ''): Scenario {
  const shell = checked(shellSchema, plain, path);
  const system = completeSection('system', shell.system, joinPath(path, 'system'), '');
  const rest = (name: SectionName): Section =>
    completeSection(name, shell[name], joinPath(path, name), system.kind);
  const scenario: Scenario = {
    version: formatVersion,
    title: shell.title,
    seed: shell.seed,
    system,
    data: rest('data'),
    batch: rest('batch'),
    initial: rest('initial'),
    dynamics: rest('dynamics'),
    expansion: rest('expansion'),
    noise: checked(noiseSchema, shell.noise, joinPath(path, 'noise')),
  };
  return shell.data === undefined ? { ...scenario, data: defaultData(scenario) } : scenario;
}

/**
 * The data of a scenario that names none: the first kind of its system that can be made for it with its
 * defaults (an odd ring has no uniform couplings), or else the first.
 */
export function defaultData(scenario: Scenario): Section {
  const candidates = fittingKinds('data', scenario.system.kind).map((kind) => defaultSection('data', kind));
  const made = candidates.find((data) => {
    try {
      checkData({ ...scenario, data }, '');
      return true;
    } catch (error) {
      if (error instanceof ScenarioError) return false;
      throw error;
    }
  });
  return made ?? candidates[0];
}

/**
 * Checks a scenario and fills in its defaults.
 * @param value  anything; never modified
 * @returns      a complete scenario whose sections fit each other, in the format's order of keys
 * @throws ScenarioError at the first problem: path, value, what was expected; nothing else is ever thrown
 */
export function parseScenario(value: unknown): Scenario {
  const scenario = completeScenario(plainJson(value));
  checkFit(scenario);
  return scenario;
}
