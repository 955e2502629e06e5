/**
 * Parameters, declared once. From one declaration come the TypeScript type, the slider, clamping and
 * validation, the link codec, the terminal's help and the docs page.
 */

interface Common<T> {
  /** Symbol of the theory, e.g. 'γ'. */
  readonly symbol: string;
  /** Plain name, sentence case, e.g. 'friction'. Its message id is parameter.<section>.<kind>.<name>. */
  readonly label: string;
  /** One sentence of help. */
  readonly help: string;
  /** Unit, where there is one ('1/t', 't', ...). */
  readonly unit?: string;
  /** Equation that the parameter enters, e.g. 'Eq. 5' or 'erratum E10': what a reader of the paper can find. */
  readonly source?: string;
  /** `live` takes effect at the next step; `restart` begins the run again with the same seed. */
  readonly apply: 'live' | 'restart';
  readonly default: T;
}

/** A real number. min/max are the limits of validity; the slider may show a narrower range. */
export interface RealParameter extends Common<number> {
  readonly type: 'real';
  readonly min?: number;
  readonly max?: number;
  /** min itself is refused (e.g. gamma > 0). */
  readonly exclusiveMin?: boolean;
  /** Why the limits are where they are, for error messages. */
  readonly reason?: string;
  readonly slider: readonly [number, number];
  readonly scale: 'linear' | 'log';
  /** Slider step for linear scales. */
  readonly step?: number;
}
export interface IntegerParameter extends Common<number> {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  readonly slider: readonly [number, number];
  readonly scale: 'linear' | 'log';
}
export interface ChoiceParameter<T extends string = string> extends Common<T> {
  readonly type: 'choice';
  readonly options: readonly { readonly value: T; readonly label: string }[];
}
export interface BooleanParameter extends Common<boolean> {
  readonly type: 'boolean';
}
/** A positive number, or 'auto'. */
export interface AutoParameter extends Common<number | 'auto'> {
  readonly type: 'auto';
  readonly slider: readonly [number, number];
  readonly scale: 'linear' | 'log';
}
/** A real number that may be left out (undefined): the default then comes from elsewhere. */
export interface OptionalRealParameter extends Common<number | undefined> {
  readonly type: 'optional-real';
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: boolean;
  readonly slider: readonly [number, number];
  readonly scale: 'linear' | 'log';
}
/** Sizes of layers, or sample indices: a list of integers. */
export interface IntegersParameter extends Common<readonly number[]> {
  readonly type: 'integers';
  readonly min: number;
  readonly max: number;
  readonly minLength: number;
  readonly maxLength: number;
  /** One slider for all but the first and the last of them, which are given from elsewhere; left out: none. */
  readonly between?: {
    readonly label: string;
    readonly slider: readonly [number, number];
    readonly scale: 'linear' | 'log';
  };
}
/** A vector of reals, or undefined where it may be left out. */
export interface VectorParameter extends Common<readonly number[] | undefined> {
  readonly type: 'vector';
}
/** A matrix of reals (rows of equal length), or undefined where it may be left out. */
export interface MatrixParameter extends Common<readonly (readonly number[])[] | undefined> {
  readonly type: 'matrix';
}
/** A text, or undefined where it may be left out. */
export interface TextParameter extends Common<string | undefined> {
  readonly type: 'text';
  /** Most characters. */
  readonly max: number;
}
/** Columns of a table by name, or by number from 0; undefined where they may be left out. */
export interface ColumnsParameter extends Common<readonly (string | number)[] | undefined> {
  readonly type: 'columns';
}
/** Pairs of sites, or undefined where they may be left out. */
export interface PairsParameter extends Common<readonly (readonly [number, number])[] | undefined> {
  readonly type: 'pairs';
}
/** A field's source: one number, one number per site or bond, or a named profile. */
export interface ProfileParameter extends Common<number | readonly number[] | ProfileName> {
  readonly type: 'profile';
  readonly slider: readonly [number, number];
}
export type ProfileName = 'cosine' | 'bump' | 'step' | 'noise';
export const profileNames: readonly ProfileName[] = ['cosine', 'bump', 'step', 'noise'];
export interface ActivationParameter extends Common<ActivationValue> {
  readonly type: 'activation';
}
export const activationNames = ['linear', 'tanh', 'sigmoid', 'relu', 'softplus', 'sin'] as const;
export type ActivationValue =
  | (typeof activationNames)[number]
  | { readonly kind: 'quadratic'; readonly p: number; readonly q: number; readonly r: number }
  | { readonly kind: 'affine'; readonly p: number; readonly q: number };

export type Parameter =
  | RealParameter
  | IntegerParameter
  | ChoiceParameter
  | BooleanParameter
  | AutoParameter
  | OptionalRealParameter
  | IntegersParameter
  | VectorParameter
  | MatrixParameter
  | TextParameter
  | ColumnsParameter
  | PairsParameter
  | ProfileParameter
  | ActivationParameter;

export type Declarations = Readonly<Record<string, Parameter>>;

/** The values that a set of declarations describes. */
export type Values<D extends Declarations> = {
  readonly [K in keyof D]: D[K] extends ChoiceParameter<infer T> ? T : D[K]['default'];
};

type Body<P extends Parameter> = Omit<P, 'type'>;
export const real = (body: Body<RealParameter>): RealParameter => ({ type: 'real', ...body });
export const integer = (body: Body<IntegerParameter>): IntegerParameter => ({
  type: 'integer',
  ...body,
});
export const choice = <T extends string>(body: Omit<ChoiceParameter<T>, 'type'>): ChoiceParameter<T> => ({
  type: 'choice',
  ...body,
});
export const flag = (body: Body<BooleanParameter>): BooleanParameter => ({ type: 'boolean', ...body });
export const auto = (body: Body<AutoParameter>): AutoParameter => ({ type: 'auto', ...body });
export const optionalReal = (body: Body<OptionalRealParameter>): OptionalRealParameter => ({
  type: 'optional-real',
  ...body,
});
export const integers = (body: Body<IntegersParameter>): IntegersParameter => ({
  type: 'integers',
  ...body,
});
export const vector = (body: Body<VectorParameter>): VectorParameter => ({
  type: 'vector',
  ...body,
});
export const matrix = (body: Body<MatrixParameter>): MatrixParameter => ({
  type: 'matrix',
  ...body,
});
export const text = (body: Body<TextParameter>): TextParameter => ({ type: 'text', ...body });
export const columns = (body: Body<ColumnsParameter>): ColumnsParameter => ({
  type: 'columns',
  ...body,
});
export const pairs = (body: Body<PairsParameter>): PairsParameter => ({ type: 'pairs', ...body });
export const profile = (body: Body<ProfileParameter>): ProfileParameter => ({
  type: 'profile',
  ...body,
});
export const activation = (body: Body<ActivationParameter>): ActivationParameter => ({
  type: 'activation',
  ...body,
});

/**
 * A value that a part cannot work with. `path` is relative to the part's section
 * ('bonds[3][1]'); the scenario layer puts the section in front.
 */
export class ParameterError extends Error {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
  constructor(path: string, value: unknown, expected: string) {
    super(`${path}: ${JSON.stringify(value)}: expected ${expected}`);
    this.name = 'ParameterError';
    this.path = path;
    this.value = value;
    this.expected = expected;
  }
}
