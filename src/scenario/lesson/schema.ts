import * as v from 'valibot';
import { regimes } from '../../physics/spectrum.ts';
import { commandSchema } from '../commands/index.ts';
import { isObject, objectOf } from '../schema.ts';
import { studyIds, type StudyId } from '../studies.ts';
import type { Command } from '../types.ts';
import { wordCount } from './text.ts';
import {
  claims,
  lightTerms,
  readoutNames,
  reductions,
  showKeys,
  touches,
  type Bound,
  type Condition,
  type Show,
} from './types.ts';

/** Limits of a lesson: a step is read from the back row while something moves beside it. */
export const LIMITS = {
  /** Of the file, in characters. */
  file: 512 * 1024,
  steps: 24,
  title: 80,
  about: 200,
  /** Of a step's text, in words; a formula is one. */
  words: 60,
  /** Of what to watch, a question, a reason, a task. */
  sideWords: 40,
  choice: 120,
  /** Conditions in one check, and expectations of one step. */
  parts: 16,
} as const;

const finite = (message: string) => v.pipe(v.number(message), v.finite(message));

/** One line of plain text. */
const line = (most: number) => {
  const message = `a text of 1 to ${most} characters`;
  return v.pipe(v.string(message), v.minLength(1, message), v.maxLength(most, message));
};

/** Prose with formulas: limited in words, and in characters for those who write without blanks. */
function prose(words: number) {
  const message = `a text of 1 to ${words} words, at most ${12 * words} characters`;
  return v.pipe(
    v.string(message),
    v.minLength(1, message),
    v.maxLength(12 * words, message),
    v.check((text) => wordCount(text) <= words, message),
    v.check((text) => text.split('$').length % 2 === 1, 'a $ at both ends of every formula'),
    v.check((text) => text.split('**').length % 2 === 1, '** at both ends of what is bold'),
  );
}

const idMessage = 'an id of lower-case letters, digits and "-", at most 64';
export const idSchema = v.pipe(v.string(idMessage), v.regex(/^[a-z0-9-]{1,64}$/, idMessage));

const changeSchema = objectOf({ path: line(200), value: v.unknown() }, 'an object with path and value');

function listOf<T extends v.GenericSchema>(item: T, most: number, least = 0) {
  const message = `a list of ${least === 0 ? 'at most' : `${least} to`} ${most}`;
  return v.pipe(v.array(item, message), v.minLength(least, message), v.maxLength(most, message));
}

const changes = listOf(changeSchema, LIMITS.parts);

const bound = {
  is: v.optional(v.unknown()),
  near: v.optional(finite('a number')),
  within: v.optional(v.pipe(finite('a number > 0'), v.gtValue(0, 'a number > 0'))),
  above: v.optional(finite('a number')),
  below: v.optional(finite('a number')),
};

const hasBound = (bound: Bound): boolean =>
  'is' in bound || bound.near !== undefined || bound.above !== undefined || bound.below !== undefined;
const boundMessage = 'at least one of is, near, above, below';
const nearMessage = 'near and within together';
const isWhole = ({ near, within }: Bound): boolean => (near === undefined) === (within === undefined);

function bounded<T extends Bound>(schema: v.GenericSchema<unknown, T>) {
  return v.pipe(schema, v.check<T, string>(hasBound, boundMessage), v.check<T, string>(isWhole, nearMessage));
}

const oneOf = <const T extends readonly string[]>(all: T) =>
  v.picklist(all, `one of ${all.map((one) => `"${one}"`).join(', ')}`);
/** One of them, or a list of some. */
function some<const T extends readonly string[]>(all: T) {
  const list = listOf(oneOf(all), all.length, 1);
  return v.lazy((input): v.GenericSchema<unknown, T[number] | T[number][]> =>
    Array.isArray(input) ? list : oneOf(all),
  );
}

const object = <const E extends v.ObjectEntries>(entries: E) => objectOf(entries, 'an object');

const edges = ['slowest', 'fastest'] as const;
const nested = v.lazy(() => conditionSchema);
const see = { see: v.string() };
const conditions: { readonly [See in Condition['see']]: v.GenericSchema } = {
  value: bounded(object({ ...see, path: line(200), ...bound })),
  changed: object({ ...see, path: line(200) }),
  readout: bounded(object({ ...see, of: oneOf(readoutNames), track: v.optional(line(64)), ...bound })),
  regime: object({ ...see, is: some(regimes) }),
  friction: v.pipe(
    object({ ...see, above: v.optional(oneOf(edges)), below: v.optional(oneOf(edges)) }),
    v.check(({ above, below }) => above !== undefined || below !== undefined, 'above or below'),
  ),
  touched: object({ ...see, what: some(touches) }),
  shown: v.pipe(
    object({ ...see, scene: v.optional(line(64)), chart: v.optional(line(64)) }),
    v.check(({ scene, chart }) => scene !== undefined || chart !== undefined, 'scene or chart'),
  ),
  study: object({ ...see, id: oneOf(studyIds as readonly [StudyId, ...StudyId[]]) }),
  all: object({ ...see, of: listOf(nested, LIMITS.parts, 1) }),
  any: object({ ...see, of: listOf(nested, LIMITS.parts, 1) }),
};
const sees = Object.keys(conditions) as (keyof typeof conditions)[];

const conditionSchema: v.GenericSchema<unknown, Condition> = v.lazy((input) => {
  const kind = (input as { see?: unknown } | null)?.see;
  const known = sees.find((name) => name === kind);
  const named = v.object({ see: oneOf(sees) }, 'an object with "see"');
  return (known === undefined ? named : conditions[known]) as v.GenericSchema<unknown, Condition>;
});

const showSchema: v.GenericSchema<unknown, Show> = object(
  Object.fromEntries(showKeys.map((key) => [key, v.optional(v.unknown())])),
);

const command = v.lazy((input): v.GenericSchema<unknown, Command> =>
  commandSchema((input as { kind?: unknown } | null)?.kind),
);

const waySchema = object({
  patch: v.optional(changes),
  commands: v.optional(listOf(command, LIMITS.parts)),
  until: v.optional(finite('a time')),
  show: v.optional(showSchema),
  study: v.optional(oneOf(studyIds as readonly [StudyId, ...StudyId[]])),
});

const checkSchema = object({
  told: prose(LIMITS.sideWords),
  when: conditionSchema,
  by: v.optional(waySchema),
});

const predictSchema = v.pipe(
  object({
    ask: prose(LIMITS.sideWords),
    choices: listOf(line(LIMITS.choice), 4, 2),
    answer: v.pipe(v.number('the index of a choice'), v.safeInteger('the index of a choice')),
    reveal: prose(LIMITS.sideWords),
  }),
  v.check(
    ({ answer, choices }) => answer >= 0 && answer < choices.length,
    'an answer that is the index of a choice, from 0 on',
  ),
);

const stretch = v.strictTuple([finite('a time'), finite('a time')], 'a time, or [from, to]');
const at = v.lazy((input): v.GenericSchema<unknown, number | [number, number]> =>
  Array.isArray(input) ? stretch : finite('a time, or [from, to]'),
);
const sight = {
  at,
  take: v.optional(oneOf(['least', 'most', 'mean'])),
  observe: line(120),
  question: v.optional(isObject('an object')),
  track: v.optional(line(64)),
  reduce: v.optional(oneOf(reductions)),
  patch: v.optional(changes),
};
const { at: when, observe, ...rest } = sight;
const another = object({ at: v.optional(when), observe: v.optional(observe), ...rest });
const expectationSchema = bounded(
  v.pipe(
    object({ ...sight, over: v.optional(another), minus: v.optional(another), ...bound }),
    v.check(({ at, take }) => Array.isArray(at) === (take !== undefined), 'take with [from, to], else none'),
  ),
);

const lights = 'at least one of term, picture, chart, control';
const lightSchema = v.pipe(
  object({
    term: v.optional(oneOf(lightTerms)),
    picture: v.optional(line(64)),
    chart: v.optional(line(64)),
    control: v.optional(line(200)),
  }),
  v.check((light) => Object.keys(light).length > 0, lights),
);

const stepObject = object({
  id: idSchema,
  title: line(LIMITS.title),
  text: prose(LIMITS.words),
  claim: oneOf(claims),
  source: v.optional(line(LIMITS.title)),
  open: v.optional(v.unknown()),
  patch: v.optional(changes),
  show: v.optional(showSchema),
  play: v.optional(v.boolean('true or false')),
  watch: v.optional(prose(LIMITS.sideWords)),
  light: v.optional(lightSchema),
  predict: v.optional(predictSchema),
  check: v.optional(checkSchema),
  proof: v.optional(listOf(expectationSchema, LIMITS.parts), []),
});
export const stepSchema = v.pipe(
  stepObject,
  v.check(({ watch, light }) => light === undefined || watch !== undefined, 'watch beside light'),
);

const language = 'a language as in HTML, e.g. "en"';
export const lessonSchema = object({
  version: v.literal(1, '1'),
  kind: v.literal('lesson', '"lesson"'),
  id: idSchema,
  title: line(LIMITS.title),
  about: line(LIMITS.about),
  language: v.pipe(v.string(language), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, language)),
  steps: listOf(stepSchema, LIMITS.steps, 1),
});
