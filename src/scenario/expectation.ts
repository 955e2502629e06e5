import { activationNames, profileNames, type Parameter } from '../physics/parameters.ts';

/** Most numbers in one array of a document. */
export const maxLength = 1_000_000;
/** Most pairs of sites. */
export const maxPairs = 200_000;

/** Most characters of a column's name. */
export const maxName = 200;

/** Says in words what a parameter accepts: for error messages, the terminal's help and the controls. */
export function expectation(parameter: Parameter): string {
  switch (parameter.type) {
    case 'real':
      return `a finite number${rangeOf(parameter)}${parameter.reason === undefined ? '' : `: ${parameter.reason}`}`;
    case 'optional-real':
      return `a finite number${rangeOf(parameter)}, or to be left out`;
    case 'integer':
      return `an integer${rangeOf(parameter)}`;
    case 'choice':
      return `one of ${parameter.options.map((option) => `"${option.value}"`).join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'auto':
      return '"auto" or a finite number > 0';
    case 'integers':
      return `a list of ${parameter.minLength} to ${parameter.maxLength} integers${rangeOf(parameter)}`;
    case 'vector':
      return `a list of at most ${maxLength} finite numbers`;
    case 'matrix':
      return `rows of finite numbers, all of one length, at most ${maxLength} numbers`;
    case 'text':
      return `a text of at most ${parameter.max} characters`;
    case 'columns':
      return `a list of at most ${maxLength} names or numbers of columns`;
    case 'pairs':
      return `a list of at most ${maxPairs} pairs of site numbers`;
    case 'profile':
      return `a finite number, a list of them, or one of ${quoted(profileNames)}`;
    case 'activation':
      return `one of ${quoted(activationNames)}, or an object of kind "quadratic" or "affine"`;
  }
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The limits of a number in words: " > 0", " from 0 to 1", or nothing. */
export function rangeOf({
  min,
  max,
  exclusiveMin,
}: {
  min?: number;
  max?: number;
  exclusiveMin?: boolean;
}): string {
  if (min !== undefined && max !== undefined && exclusiveMin !== true) return ` from ${min} to ${max}`;
  const low = min === undefined ? '' : ` ${exclusiveMin === true ? '>' : '>='} ${min}`;
  const high = max === undefined ? '' : `${low === '' ? '' : ' and'} <= ${max}`;
  return low + high;
}
