import { ScenarioError } from '../scenario/types.ts';

/** What the command line asks for. */
export interface Options {
  /** Path of a file, or '-' for standard input. */
  readonly file: string;
  /** Time at which the run ends; undefined: t0 + 10. */
  readonly until?: number;
  /** Time between rows; undefined: about a hundred rows. */
  readonly every?: number;
  /** Number of steps, each with its row. */
  readonly steps?: number;
  /** Replaces dynamics.dt. */
  readonly dt?: number;
  readonly observe: readonly string[];
  /** File to write; undefined: standard output. */
  readonly out?: string;
}

const names = ['--until', '--every', '--steps', '--dt', '--observe', '--out'] as const;
type Name = (typeof names)[number];

/**
 * Reads the command line; null asks for help.
 * @throws ScenarioError whose path is the argument that is wrong
 */
export function parseOptions(args: readonly string[]): Options | null {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return null;
  const given = new Map<Name, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [arg, inline] = splitOption(args[i]);
    const name = names.find((known) => known === arg);
    if (name === undefined) {
      if (arg.startsWith('-') && arg !== '-') {
        throw new ScenarioError(arg, inline, `one of ${names.join(', ')}, --help`);
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
  if (files.length !== 1) {
    throw new ScenarioError('FILE', files[1], 'one scenario file, or - for standard input (see --help)');
  }
  if (given.has('--every') && given.has('--steps')) {
    throw new ScenarioError('--steps', given.get('--steps'), '--every or --steps, not both');
  }
  const until = numberOf(given, '--until');
  const every = positive(given, '--every');
  const dt = positive(given, '--dt');
  const steps = numberOf(given, '--steps');
  if (steps !== undefined && (!Number.isSafeInteger(steps) || steps < 0)) {
    throw new ScenarioError('--steps', steps, 'an integer >= 0');
  }
  const out = given.get('--out');
  return {
    file: files[0],
    ...(until === undefined ? {} : { until }),
    ...(every === undefined ? {} : { every }),
    ...(steps === undefined ? {} : { steps }),
    ...(dt === undefined ? {} : { dt }),
    ...(out === undefined ? {} : { out }),
    observe: observablesOf(given.get('--observe')),
  };
}

/** '--dt=0.1' is '--dt' '0.1'. */
function splitOption(arg: string): [string, string | undefined] {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

function numberOf(given: ReadonlyMap<Name, string>, name: Name): number | undefined {
  const text = given.get(name);
  if (text === undefined) return undefined;
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new ScenarioError(name, text, 'a finite number');
  return value;
}

function positive(given: ReadonlyMap<Name, string>, name: Name): number | undefined {
  const value = numberOf(given, name);
  if (value !== undefined && value <= 0) throw new ScenarioError(name, value, 'a finite number > 0');
  return value;
}

function observablesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  return [...new Set(text.split(',').map((name) => name.trim()))];
}
