import { ScenarioError } from '../scenario/types.ts';
import { numberOf, positive, readArguments } from './arguments.ts';

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

/**
 * Reads the command line; null asks for help.
 * @throws ScenarioError whose path is the argument that is wrong
 */
export function parseOptions(args: readonly string[]): Options | null {
  const read = readArguments(args, names, 'one scenario file, or - for standard input (see --help)');
  if (read === null) return null;
  const { file, given } = read;
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
    file,
    ...(until === undefined ? {} : { until }),
    ...(every === undefined ? {} : { every }),
    ...(steps === undefined ? {} : { steps }),
    ...(dt === undefined ? {} : { dt }),
    ...(out === undefined ? {} : { out }),
    observe: observablesOf(given.get('--observe')),
  };
}

function observablesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  return [...new Set(text.split(',').map((name) => name.trim()))];
}
