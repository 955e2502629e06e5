import { ScenarioError } from '../../scenario/types.ts';

/** A part of the points: those whose number leaves `index` when divided by `count`. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

export const whole: Shard = { index: 0, count: 1 };
const mostShards = 1_000_000;

/**
 * The points of a shard, in order. Neighbours go to different shards, for runs of like parameters take alike long; every
 * point is in exactly one.
 */
export function* pointsOf({ index, count }: Shard, total: number): Generator<number, void> {
  for (let point = index; point < total; point += count) yield point;
}

/** How many points a shard has. */
export function sizeOf({ index, count }: Shard, total: number): number {
  return Math.max(0, Math.ceil((total - index) / count));
}

/** Reads `--shard i/n`, i from 1 to n. @throws ScenarioError */
export function parseShard(text: string, place = '--shard'): Shard {
  const [, i, n] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const [index, count] = [Number(i) - 1, Number(n)];
  if (!(index >= 0 && index < count && count <= mostShards)) {
    throw new ScenarioError(place, text, `i/n, with i from 1 to n and n at most ${mostShards}`);
  }
  return { index, count };
}

/** Variables of the surroundings. */
export type Environment = Readonly<Record<string, string | undefined>>;

function countOf(environment: Environment, name: string, fallback?: number): number {
  const text = environment[name];
  if ((text === undefined || text === '') && fallback !== undefined) return fallback;
  if (text === undefined || !/^\d{1,15}$/.test(text)) {
    throw new ScenarioError(name, text, 'an integer >= 0');
  }
  return Number(text);
}

/**
 * The shard that an engine of many machines gives to this process: a task of a Slurm array
 * (SLURM_ARRAY_TASK_ID, _MIN, _COUNT, _STEP), or a pod of a Kubernetes Indexed Job (JOB_COMPLETION_INDEX, whose count the
 * engine does not tell: `shards`). null where none does.
 *  @throws ScenarioError where its variables are no shard: of a list with gaps, or without a count
 */
export function shardOfEnvironment(environment: Environment, shards: number | undefined): Shard | null {
  if (environment.SLURM_ARRAY_TASK_ID !== undefined) {
    const id = countOf(environment, 'SLURM_ARRAY_TASK_ID');
    const least = countOf(environment, 'SLURM_ARRAY_TASK_MIN', 0);
    const step = Math.max(1, countOf(environment, 'SLURM_ARRAY_TASK_STEP', 1));
    const count = shards ?? countOf(environment, 'SLURM_ARRAY_TASK_COUNT');
    // With --shards the ids are those of the whole array, whichever of them are run again.
    const index = shards === undefined ? (id - least) / step : id - 1;
    return checkedShard('SLURM_ARRAY_TASK_ID', id, { index, count });
  }
  if (environment.JOB_COMPLETION_INDEX !== undefined) {
    const index = countOf(environment, 'JOB_COMPLETION_INDEX');
    if (shards === undefined) {
      throw new ScenarioError('--shards', undefined, 'the number of completions of the Job');
    }
    return checkedShard('JOB_COMPLETION_INDEX', index, { index, count: shards });
  }
  return null;
}

function checkedShard(name: string, value: number, shard: Shard): Shard {
  const { index, count } = shard;
  if (Number.isInteger(index) && index >= 0 && index < count && count <= mostShards) return shard;
  throw new ScenarioError(name, value, `one of ${count} evenly spaced numbers; for others say --shard i/n`);
}
