import { availableParallelism } from 'node:os';
import {
  parseShard,
  shardOfEnvironment,
  whole,
  type Environment,
  type Shard,
} from '../../engine/sweep/shard.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { countOf, readArguments } from '../arguments.ts';

/** What the command line and the surroundings ask for. */
export interface SweepOptions {
  /** Path of a SWEEP.json, or '-' for standard input. */
  readonly file: string;
  /** File of the results, its {shard} replaced. */
  readonly out: string;
  readonly shard: Shard;
  /** Runs at once. */
  readonly threads: number;
  /** Failed points are run again. */
  readonly retry: boolean;
}

const names = ['--out', '--shard', '--shards', '--threads'] as const;
const flags = ['--retry'] as const;

/**
 * Reads the command line of a sweep; null asks for help.
 *  @throws ScenarioError whose path is the argument, or the variable, that is wrong
 */
export function parseSweepOptions(args: readonly string[], environment: Environment): SweepOptions | null {
  const read = readArguments(args, names, 'one SWEEP.json, or - for standard input (see --help)', flags);
  if (read === null) return null;
  const { file, given, flags: raised } = read;
  const out = given.get('--out');
  if (out === undefined || out === '') {
    throw new ScenarioError('--out', out, 'a file for the results; a sweep goes on where that one ends');
  }
  const said = given.get('--shard');
  const shards = countOf(given, '--shards');
  if (said !== undefined && shards !== undefined) {
    throw new ScenarioError(
      '--shards',
      shards,
      '--shard i/n, or --shards n and an engine that tells i, not both',
    );
  }
  const found = said === undefined ? shardOfEnvironment(environment, shards) : parseShard(said);
  if (found === null && shards !== undefined) {
    const expected = 'SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX beside it, or --shard i/n instead';
    throw new ScenarioError('--shards', shards, expected);
  }
  const shard = found ?? whole;
  return {
    file,
    out: out.replaceAll('{shard}', numbered(shard)),
    shard,
    threads: countOf(given, '--threads') ?? coresOf(environment),
    retry: raised.has('--retry'),
  };
}

/** The number of a shard from 1, with as many digits as the last one has: names then sort in order. */
function numbered({ index, count }: Shard): string {
  return String(index + 1).padStart(String(count).length, '0');
}

/** Cores that this process may use: as many as Slurm gave it, else all. */
function coresOf(environment: Environment): number {
  const given = Number(environment.SLURM_CPUS_PER_TASK);
  return Number.isSafeInteger(given) && given > 0 ? given : availableParallelism();
}
