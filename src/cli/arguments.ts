import { ScenarioError } from '../scenario/types.ts';

/** What a command line says: one file, options with a value each, and flags without one. */
export interface Arguments<Name extends string, Flag extends string> {
  readonly file: string;
  readonly given: ReadonlyMap<Name, string>;
  readonly flags: ReadonlySet<Flag>;
}

/**
 * Takes a command line apart; null asks for help.
 *  @param expected  what FILE is, for the error
 *  @throws ScenarioError whose path is the argument that is wrong
 */
export function readArguments<Name extends string, Flag extends string = never>(
  args: readonly string[],
  names: readonly Name[],
  expected: string,
  flagNames: readonly Flag[] = [],
): Arguments<Name, Flag> | null {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return null;
  const given = new Map<Name, string>();
  const flags = new Set<Flag>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const flag = flagNames.find((known) => known === args[i]);
    if (flag !== undefined) {
      flags.add(flag);
      continue;
    }
    const [arg, inline] = splitOption(args[i]);
    const name = names.find((known) => known === arg);
    if (name === undefined) {
      if (arg.startsWith('-') && arg !== '-') {
        throw new ScenarioError(arg, inline, `one of ${[...names, ...flagNames].join(', ')}, --help`);
      }
      files.push(args[i]);
      continue;
    }
    if (given.has(name)) throw new ScenarioError(name, inline ?? args[i + 1], 'to be given once');
    if (inline === undefined) i += 1;
    const value = inline ?? args[i];
    if (value === undefined) throw new ScenarioError(name, undefined, 'a value after it');
    given.set(name, value);
  }
  if (files.length !== 1) throw new ScenarioError('FILE', files[1], expected);
  return { file: files[0], given, flags };
}

/** '--dt=0.1' is '--dt' '0.1'. */
function splitOption(arg: string): [string, string | undefined] {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** The number that an option says. @throws ScenarioError */
export function numberOf<Name extends string>(
  given: ReadonlyMap<Name, string>,
  name: Name,
): number | undefined {
  const text = given.get(name);
  if (text === undefined) return undefined;
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new ScenarioError(name, text, 'a finite number');
  return value;
}

/** The same, above 0. @throws ScenarioError */
export function positive<Name extends string>(
  given: ReadonlyMap<Name, string>,
  name: Name,
): number | undefined {
  const value = numberOf(given, name);
  if (value !== undefined && value <= 0) throw new ScenarioError(name, value, 'a finite number > 0');
  return value;
}

/** The whole number from 1 on that an option says. @throws ScenarioError */
export function countOf<Name extends string>(
  given: ReadonlyMap<Name, string>,
  name: Name,
): number | undefined {
  const value = numberOf(given, name);
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1)) {
    throw new ScenarioError(name, value, 'an integer >= 1');
  }
  return value;
}
