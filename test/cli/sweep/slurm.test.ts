import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { SweepRow } from '../../../src/engine/sweep/types.ts';
import { changed } from '../../engine/sweep/sweeps.ts';
import { slurmObstacle, startSlurm } from './slurmNode.ts';
import { scratch, sweep } from './world.ts';

const obstacle = slurmObstacle();
const why = obstacle === null ? '' : ` (skipped: ${obstacle})`;

it('Slurm: the job file asks for as many tasks as it makes parts', () => {
  const text = readFileSync('src/cli/jobs/sweep.slurm', 'utf8');
  const [, last] = /^#SBATCH --array=1-(\d+)$/m.exec(text) ?? [];
  expect(text).toContain(`--shards "\${SHARDS:-${last}}"`);
});

it.skipIf(obstacle !== null)(
  `Slurm: a job array on one node runs every point once, and what it leaves is the whole sweep${why}`,
  { timeout: 120_000 },
  async () => {
    const folder = scratch();
    const node = await startSlurm(folder, 2);
    onTestFinished(() => node.stop());
    const text = JSON.stringify(
      changed({
        axes: [
          { path: 'expansion.gamma', from: 0.1, to: 2, count: 5 },
          { path: 'seed', values: [1, 2] },
        ],
      }),
    );
    const given = join(folder, 'SWEEP.json');
    writeFileSync(given, text);
    const submit = (...options: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(
        'sbatch',
        ['--wait', '--cpus-per-task=1', '--mem-per-cpu=0', ...options, resolve('src/cli/jobs/sweep.slurm')],
        {
          cwd: folder,
          env: { ...node.environment, LAB: process.cwd(), SWEEP: given, SHARDS: '3' },
          encoding: 'utf8',
        },
      );
    const tasks = (): string[] => readdirSync(folder).filter((name) => /^sweep-.*\.log$/.test(name));
    const told = (): string =>
      tasks()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('');

    // Two tasks of three; then the third alone, which keeps its own part.
    const first = submit('--array=1-2');
    expect(first.status, `${String(first.stderr)}\n${told()}\n${node.logs()}`).toBe(0);
    expect(submit('--array=3').status, told()).toBe(0);
    expect(tasks()).toHaveLength(3);
    const results = join(folder, 'results');
    const files = readdirSync(results).sort();
    expect(files).toEqual(['RESULTS.1.ndjson', 'RESULTS.2.ndjson', 'RESULTS.3.ndjson']);
    const merged = join(folder, 'RESULTS.ndjson');
    writeFileSync(merged, files.map((name) => readFileSync(join(results, name), 'utf8')).join(''));
    const rows = readFileSync(merged, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"point"'));
    const points = rows.map((line) => (JSON.parse(line) as SweepRow).point);
    expect(points.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, n) => n));
    expect((await sweep(['-', '--out', merged], text)).ran).toEqual([]);
  },
);
