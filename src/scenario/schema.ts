import * as v from 'valibot';
import { activationNames, profileNames } from '../physics/parameters.ts';
import type {
  Declarations,
  IntegerParameter,
  OptionalRealParameter,
  Parameter,
  RealParameter,
} from '../physics/parameters.ts';
import { expectation, maxLength, maxPairs, rangeOf } from './expectation.ts';
import { childPath, joinPath } from './path.ts';
import { ScenarioError } from './types.ts';

type Schema = v.GenericSchema<unknown, unknown>;

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

const quadratic = v.strictObject({
  kind: v.literal('quadratic'),
  p: number('a finite number'),
  q: number('a finite number'),
  r: number('a finite number'),
});
const affine = v.strictObject({
  kind: v.literal('affine'),
  p: number('a finite number'),
  q: number('a finite number'),
});

function activationSchema(message: string): Schema {
  const name = v.picklist(activationNames, message);
  const kind = v.strictObject({ kind: v.picklist(['quadratic', 'affine'], '"quadratic" or "affine"') });
  return v.lazy((input): Schema => {
    if (typeof input !== 'object' || input === null) return name;
    const named = (input as { kind?: unknown }).kind;
    return named === 'quadratic' ? quadratic : named === 'affine' ? affine : kind;
  });
}

/** Makes the valibot schema of one parameter: what its declaration accepts, nothing more. */
export function parameterSchema(parameter: Parameter): Schema {
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
  return v.strictObject({ ...entries, ...further }, 'an object');
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
  // valibot reports a key that is not declared, or one that is missing, as an issue of the object itself.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const owner = (issue.path?.at(-1)?.input ?? {}) as Record<string, unknown>;
    const known = knownKeys(schema, issue.path?.length ?? 0);
    throw new ScenarioError(at, owner[String(issue.input)], `no such key${known}`);
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
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

/** Names of the keys that an object schema knows, when the unknown key stood at its top level. */
function knownKeys(schema: v.GenericSchema, depth: number): string {
  const { entries } = schema as { entries?: object };
  return depth === 1 && entries !== undefined ? `; known are ${Object.keys(entries).join(', ')}` : '';
}

/** Whether a value fits a parameter's declaration. */
export function fits(parameter: Parameter, value: unknown): boolean {
  return v.is(parameterSchema(parameter), value);
}
