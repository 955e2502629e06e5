import * as v from 'valibot';
import { activationNames, profileNames } from '../physics/parameters.ts';
import type {
  Declarations,
  IntegerParameter,
  OptionalRealParameter,
  Parameter,
  RealParameter,
} from '../physics/parameters.ts';
import { expectation, maxLength, maxName, maxPairs, rangeOf } from './expectation.ts';
import { childPath, joinPath } from './path.ts';
import { ScenarioError } from './types.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/**
 * An object with these members and no others. Unlike valibot's own it takes no arrays for objects, and
 * no inherited name ("constructor") for a known key.
 * @param message  what was expected, when the value is no object at all
 */
export function objectOf<const E extends v.ObjectEntries>(
  entries: E,
  message: string,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<E, undefined>>> & { entries: E } {
  const known = v.rawCheck<Record<string, unknown>>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    const key = Object.keys(input).find((name) => !Object.hasOwn(entries, name));
    if (key === undefined) return;
    const value = input[key];
    addIssue({
      message: `no such key; known are ${Object.keys(entries).join(', ')}`,
      input: value,
      path: [{ type: 'object', origin: 'value', input, key, value }],
    });
  });
  return { ...v.pipe(isObject(message), known, v.object(entries)), entries };
}

/** Any plain object. */
export const isObject = (message: string): v.GenericSchema<unknown, Record<string, unknown>> =>
  v.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    message,
  );

const number = (message: string): Schema => v.pipe(v.number(message), v.finite(message));

function realSchema(parameter: RealParameter | OptionalRealParameter, message: string): Schema {
  const { min = -Infinity, max = Infinity, exclusiveMin } = parameter;
  const fits = (value: number): boolean =>
    value <= max && (exclusiveMin === true ? value > min : value >= min);
  return v.pipe(v.number(message), v.finite(message), v.check(fits, message));
}

function integerSchema({ min, max }: Pick<IntegerParameter, 'min' | 'max'>, message: string): Schema {
  return v.pipe(
    v.number(message),
    v.safeInteger(message),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
}

function listSchema(item: Schema, message: string, least: number, most: number): Schema {
  // Lengths first: a list that is too long is refused before its items are looked at.
  const sized = v.custom<unknown[]>(
    (value) => Array.isArray(value) && value.length >= least && value.length <= most,
    message,
  );
  return v.pipe(sized, v.array(item, message));
}

function matrixSchema(message: string): Schema {
  const row = listSchema(number('a finite number'), message, 1, maxLength);
  return v.pipe(
    listSchema(row, message, 1, maxLength) as v.GenericSchema<number[][], number[][]>,
    v.check((rows) => rows.reduce((sum, { length }) => sum + length, 0) <= maxLength, message),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const width = dataset.value[0].length;
      const key = dataset.value.findIndex(({ length }) => length !== width);
      if (key < 0) return;
      const value = dataset.value[key];
      addIssue({
        message: `a row of ${width} numbers, as long as the first`,
        input: value,
        path: [{ type: 'array', origin: 'value', input: dataset.value, key, value }],
      });
    }),
  );
}

const coefficient = number('a finite number');
const quadratic = objectOf(
  { kind: v.literal('quadratic'), p: coefficient, q: coefficient, r: coefficient },
  'an object',
);
const affine = objectOf({ kind: v.literal('affine'), p: coefficient, q: coefficient }, 'an object');

function activationSchema(message: string): Schema {
  const name = v.picklist(activationNames, message);
  const kind = v.object({ kind: v.picklist(['quadratic', 'affine'], '"quadratic" or "affine"') }, message);
  return v.lazy((input): Schema => {
    if (typeof input !== 'object' || input === null) return name;
    const named = (input as { kind?: unknown }).kind;
    return named === 'quadratic' ? quadratic : named === 'affine' ? affine : kind;
  });
}

/** Schemas by declaration: a document may hold a hundred thousand edits of one parameter. */
const made = new WeakMap<Parameter, Schema>();

/** The valibot schema of one parameter: what its declaration accepts, nothing more. */
export function parameterSchema(parameter: Parameter): Schema {
  const known = made.get(parameter);
  if (known !== undefined) return known;
  const schema = makeSchema(parameter);
  made.set(parameter, schema);
  return schema;
}

function makeSchema(parameter: Parameter): Schema {
  const message = expectation(parameter);
  switch (parameter.type) {
    case 'real':
    case 'optional-real':
      return realSchema(parameter, message);
    case 'integer':
      return integerSchema(parameter, message);
    case 'choice':
      return v.picklist(
        parameter.options.map(({ value }) => value),
        message,
      );
    case 'boolean':
      return v.boolean(message);
    case 'auto':
      return v.custom<number | 'auto'>(
        (value) => value === 'auto' || (typeof value === 'number' && value > 0 && value < Infinity),
        message,
      );
    case 'integers':
      return listSchema(
        integerSchema(parameter, `an integer${rangeOf(parameter)}`),
        message,
        parameter.minLength,
        parameter.maxLength,
      );
    case 'vector':
      return listSchema(number('a finite number'), message, 0, maxLength);
    case 'matrix':
      return matrixSchema(message);
    case 'text':
      return v.pipe(v.string(message), v.maxLength(parameter.max, message));
    case 'columns': {
      const one = v.custom<string | number>(
        (value) =>
          typeof value === 'string'
            ? value.length <= maxName
            : Number.isSafeInteger(value) && Number(value) >= 0,
        `a name of at most ${maxName} characters, or a number from 0`,
      );
      return listSchema(one, message, 1, maxLength);
    }
    case 'pairs': {
      const site = integerSchema({ min: 0, max: maxLength }, 'the number of a site');
      const pair = v.strictTuple([site, site], 'a pair of site numbers');
      return listSchema(pair, message, 0, maxPairs);
    }
    case 'profile': {
      const named = v.picklist(profileNames, message);
      const list = listSchema(number('a finite number'), message, 1, maxLength);
      return v.lazy((input): Schema => {
        if (typeof input === 'number') return number(message);
        return Array.isArray(input) ? list : named;
      });
    }
    case 'activation':
      return activationSchema(message);
  }
}

/** Makes the schema of a section: its kind and its parameters, left-out ones filled by their defaults. */
export function sectionSchema(kind: string, declarations: Declarations, further: v.ObjectEntries): Schema {
  const entries: v.ObjectEntries = { kind: v.literal(kind) };
  for (const [name, parameter] of Object.entries(declarations)) {
    const schema = parameterSchema(parameter);
    entries[name] =
      parameter.default === undefined ? v.optional(schema) : v.optional(schema, () => parameter.default);
  }
  return objectOf({ ...entries, ...further }, 'an object');
}

/**
 * Checks a value against a schema.
 * @param path  where the value stands in the document
 * @returns     the value with left-out members filled in
 * @throws ScenarioError at the first problem
 */
export function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown, path: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  let place = '';
  for (const { key } of issue.path ?? []) {
    place = childPath(place, typeof key === 'number' ? key : String(key)).replace(/^\$\[/, '[');
  }
  const at = joinPath(path, place);
  // valibot reports a left-out member as an issue of the object itself.
  if (issue.type === 'object' && issue.received === 'undefined') {
    throw new ScenarioError(
      at,
      undefined,
      missing(
        schema,
        issue.path?.map(({ key }) => String(key)),
      ),
    );
  }
  throw new ScenarioError(at, issue.input, issue.message);
}

/** What the schema of a left-out member would have accepted. */
function missing(schema: v.GenericSchema, path: readonly string[] = []): string {
  let member: Nested | undefined = schema;
  for (const key of path) {
    while (member?.wrapped !== undefined) member = member.wrapped;
    member = member?.entries?.[key];
  }
  const result = member === undefined ? null : v.safeParse(member, undefined);
  return result === null || result.success ? 'a value here' : result.issues[0].message;
}

/** A schema with the members it may have: those of an object, or the schema that is optional. */
type Nested = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly wrapped?: v.GenericSchema;
};

/** Whether a value fits a parameter's declaration. */
export function fits(parameter: Parameter, value: unknown): boolean {
  return v.is(parameterSchema(parameter), value);
}
