import { ScenarioError } from '../../scenario/types.ts';

/** What a question may say. */
interface Kinds {
  readonly flag: boolean;
  readonly count: number;
  readonly number: number;
  /** One of those that `help` lists; whoever takes it checks it. */
  readonly word: string;
  /** Weights by their index; null: all of them. */
  readonly indices: readonly number[] | null;
  /** Inputs at which something is read, row by row; null: none. */
  readonly points: Float64Array | null;
}

export type QueryParameter = {
  readonly [Kind in keyof Kinds]: {
    readonly type: Kind;
    readonly default: Kinds[Kind];
    /** One sentence. */
    readonly help: string;
  };
}[keyof Kinds];

export type QueryParameters = Readonly<Record<string, QueryParameter>>;
/** Of what can only be asked one way. */
export type NoParameters = Readonly<Record<string, never>>;

/** A question with nothing left out. */
export type Query<P extends QueryParameters> = { readonly [Name in keyof P]: Kinds[P[Name]['type']] };

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const checks: {
  readonly [Kind in keyof Kinds]: { readonly expected: string; fits(value: unknown): boolean };
} = {
  flag: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
  count: { expected: 'an integer >= 0', fits: isCount },
  number: {
    expected: 'a number',
    fits: (value) => typeof value === 'number' && !Number.isNaN(value),
  },
  word: { expected: 'a word', fits: (value) => typeof value === 'string' },
  indices: {
    expected: 'a list of integers >= 0, or null for all',
    fits: (value) => value === null || (Array.isArray(value) && value.every(isCount)),
  },
  points: {
    expected: 'a Float64Array, or null for none',
    fits: (value) => value === null || value instanceof Float64Array,
  },
};

/**
 * Completes a question with its defaults.
 *  @throws ScenarioError at observe.ID.NAME where a value does not fit, or no parameter has that name
 */
export function completeQuery<P extends QueryParameters>(
  id: string,
  parameters: P,
  given: Readonly<Record<string, unknown>>,
): Query<P> {
  for (const name of Object.keys(given)) {
    if (name in parameters) continue;
    throw new ScenarioError(
      `observe.${id}.${name}`,
      given[name],
      `one of ${Object.keys(parameters).join(', ')}`,
    );
  }
  const complete = Object.entries(parameters).map(([name, parameter]) => {
    const value = given[name] ?? parameter.default;
    const check = checks[parameter.type];
    if (!check.fits(value)) throw new ScenarioError(`observe.${id}.${name}`, value, check.expected);
    return [name, value];
  });
  return Object.fromEntries(complete) as Query<P>;
}
