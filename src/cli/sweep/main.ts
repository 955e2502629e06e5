import { pointCount, readSweep, serializeSweep } from '../../engine/sweep/document.ts';
import { checkObserved } from '../../engine/sweep/observed.ts';
import { failedRow, rowLine } from '../../engine/sweep/results.ts';
import { runPool, type PoolOptions } from '../../engine/sweep/pool.ts';
import { pointsOf, sizeOf, type Environment } from '../../engine/sweep/shard.ts';
import type { SweepRow } from '../../engine/sweep/types.ts';
import { observations } from '../../engine/observations/index.ts';
import { answered, processTerminal, success, withFile, type Terminal } from '../terminal.ts';
import { parseSweepOptions, type SweepOptions } from './options.ts';
import { showProgress, type Counts, type ProgressStream } from './progress.ts';
import { openResults, type Known } from './resultFile.ts';
import { spawnThread } from './thread.ts';

const usage = `Runs a scenario at every combination of values of its parameters, on all cores.

  npm run -s sweep -- SWEEP.json|- --out RESULTS.ndjson [--shard i/n | --shards n] [--threads N] [--retry]

  SWEEP.json|-   the sweep; - reads standard input
  --out FILE     the results, a line of JSON a point; where the file is there already, points that it has are not run
                 again. {shard} in its name becomes the number of the shard
  --shard i/n    only the i-th of n parts of the points, i from 1. Without it the parts of a Slurm job array
                 (SLURM_ARRAY_TASK_ID, _MIN, _COUNT, _STEP) and of a Kubernetes Indexed Job (JOB_COMPLETION_INDEX)
                 are understood
  --shards n     into how many parts, where the engine tells only which one: Kubernetes, and a part of a Slurm array
                 that is run again (its ids are then 1 to n)
  --threads N    runs at once (default: SLURM_CPUS_PER_TASK, or all cores)
  --retry        run failed points again; of several rows of a point the last counts

Results of shards are put together by concatenation: cat results.*.ndjson > RESULTS.ndjson

A sweep:

  { "version": 1, "title": "...", "scenario": { a scenario }, "edits": [ as in a run document ],
    "axes": [ { "path": "expansion.gamma", "from": 0.01, "to": 10, "count": 31, "scale": "log" },
              { "path": "seed", "values": [1, 2, 3] } ],
    "until": 20,  or "steps": 1000,
    "observe": ["regime", "participation"] }

  path     seed, or any declared parameter of the scenario (npm run -s simulate -- --help lists them)
  values   what it takes; or from, to, count and scale ("linear" or "log")
  until    the time at which every run ends (default: t0 + 10); or steps
  observe  of these, the value at the end is a column: ${observations.map(({ id }) => id).join(', ')}

Exit code 0 when every point has its row, also where runs blew up or points failed: their rows say so; 1 when no run
could be started; 2 for bad input, with one line on standard error: place, value, what was expected.
`;

/** The world around the program: a test hands in its own. */
export interface World {
  readonly terminal: Terminal;
  readonly environment: Environment;
  readonly progress: ProgressStream;
  readonly now: () => number;
  readonly spawn: PoolOptions['spawn'];
}
const processWorld: World = {
  terminal: processTerminal,
  environment: process.env,
  progress: process.stderr,
  now: () => performance.now(),
  spawn: spawnThread,
};
const noWorker = 1;

/**
 * Runs a sweep, or the rest of one.
 *  @param args  the arguments after the program's name
 *  @returns     0; 1 where no worker can be started; 2 for bad input
 */
export async function main(args: string[], world: World = processWorld): Promise<number> {
  return answered(world.terminal, async () => {
    const options = parseSweepOptions(args, world.environment);
    if (options !== null) return run(options, world);
    await world.terminal.write(undefined, [usage]);
    return success;
  });
}

async function run(options: SweepOptions, world: World): Promise<number> {
  const { file, out, shard, retry, threads } = options;
  const { terminal, progress, now, spawn } = world;
  const sweep = readSweep(await withFile('FILE', file, () => terminal.read(file)));
  checkObserved(sweep);
  const total = pointCount(sweep);
  const results = await withFile('--out', out, () => openResults(out, sweep));
  try {
    const { known } = results;
    const isLeft = (point: number): boolean =>
      known[point] === undefined || (retry && known[point] === 'failed');
    const left: number[] = [];
    const counts = { total: sizeOf(shard, total), finished: 0, blown: 0, failed: 0 };
    for (const point of pointsOf(shard, total)) {
      if (isLeft(point)) left.push(point);
      else count(counts, known[point]);
    }
    if (counts.finished > 0) terminal.complain(`${out}: goes on; ${counts.finished} points have their row`);
    const show = showProgress(progress, { ...counts }, now);
    const hear = (line: string): void => {
      results.append(line);
      count(counts, (JSON.parse(line) as SweepRow).state);
      show(counts);
    };
    if (left.length > 0) {
      const size = Math.min(threads, left.length);
      const reason = await new Promise<string | null>((resolve) => {
        runPool({
          spawn,
          size,
          work: { kind: 'sweep', text: serializeSweep(sweep) },
          lost: (point, reason) => rowLine(failedRow(sweep, point, reason)),
          points: left.values(),
          hear,
          done: () => resolve(null),
          fail: resolve,
        });
      });
      if (reason !== null) {
        terminal.complain(`no run could be started: ${reason}`);
        return noWorker;
      }
    }
    terminal.complain(summary(out, counts, left.length));
    return success;
  } finally {
    results.close();
  }
}

function count(counts: { finished: number; blown: number; failed: number }, state: Known): void {
  counts.finished++;
  if (state === 'blow-up') counts.blown++;
  if (state === 'failed') counts.failed++;
}

function summary(out: string, { total, blown, failed }: Counts, ran: number): string {
  const again = failed > 0 ? ' (--retry runs them again)' : '';
  return `${out}: ${total} points, ${ran} of them run now; ${blown} blew up, ${failed} failed${again}`;
}
