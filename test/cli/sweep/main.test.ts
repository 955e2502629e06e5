import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SweepRow } from '../../../src/engine/sweep/types.ts';
import { changed, given } from '../../engine/sweep/sweeps.ts';
import { localWorker, scratch, sweep } from './world.ts';

const text = JSON.stringify(given);
const rowsOf = (file: string): SweepRow[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"point"'))
    .map((line) => JSON.parse(line) as SweepRow);
const pointsOf = (file: string): number[] => rowsOf(file).map(({ point }) => point);
const all = [0, 1, 2, 3, 4, 5];

describe('terminal: a sweep', () => {
  it('writes a head and a row a point, in a file that has no other lines', async () => {
    const out = join(scratch(), 'r.ndjson');
    const { code, ran, err } = await sweep(['s.json', '--out', out, '--threads', '1'], text);
    expect([code, ran]).toEqual([0, all]);
    expect(err).toBe(`${out}: 6 points, 6 of them run now; 0 blew up, 0 failed\n`);
    expect(pointsOf(out)).toEqual(all);
    const lines = readFileSync(out, 'utf8').split('\n');
    expect([lines.length, JSON.parse(lines[0]).head.title, lines.at(-1)]).toEqual([8, given.title, '']);
  });

  it('goes on where it stopped: finished points are not run again, a last line that was cut is taken off', async () => {
    const out = join(scratch(), 'r.ndjson');
    const args = ['s.json', '--out', out, '--threads', '1'];
    await sweep(args, text);
    const whole = readFileSync(out, 'utf8');
    const lines = whole.split('\n');
    truncateSync(out, lines.slice(0, 4).join('\n').length - 30);
    const again = await sweep(args, text);
    expect(again.ran).toEqual([2, 3, 4, 5]);
    expect(again.err).toContain('goes on; 2 points have their row');
    expect(readFileSync(out, 'utf8')).toBe(whole);
    expect((await sweep(args, text)).ran).toEqual([]);
    // A last line that lacks only its newline is a row.
    truncateSync(out, whole.length - 1);
    expect((await sweep(args, text)).ran).toEqual([]);
    expect(readFileSync(out, 'utf8')).toBe(whole);
  });

  it('a file of something else is refused and stays as it is, also where it has no newline', async () => {
    const out = join(scratch(), 'notes.txt');
    for (const note of ['a note', 'a note\n']) {
      writeFileSync(out, note);
      const { code, ran, err } = await sweep(['s.json', '--out', out], text);
      expect([code, ran, err]).toEqual([2, [], 'line 1: "a note": expected a line of JSON\n']);
      expect(readFileSync(out, 'utf8')).toBe(note);
    }
  });

  it('shards put one behind the other are the whole sweep, and go on as one', async () => {
    const folder = scratch();
    for (let i = 1; i <= 4; i++) {
      await sweep(['s.json', '--out', join(folder, '{shard}.ndjson'), '--shard', `${i}/4`], text);
    }
    const parts = all.slice(1, 5).map((i) => readFileSync(join(folder, `${i}.ndjson`), 'utf8'));
    const merged = join(folder, 'all.ndjson');
    writeFileSync(merged, parts.join(''));
    expect(pointsOf(merged).sort((a, b) => a - b)).toEqual(all);
    expect((await sweep(['s.json', '--out', merged], text)).ran).toEqual([]);
  });

  it('a task of an array and a pod of a Job run their part alone', async () => {
    const folder = scratch();
    const at = (name: string): string => join(folder, name);
    const slurm = { SLURM_ARRAY_TASK_ID: '12', SLURM_ARRAY_TASK_MIN: '10', SLURM_ARRAY_TASK_COUNT: '3' };
    const task = await sweep(['s.json', '--out', at('a')], text, { environment: slurm });
    expect(task.ran).toEqual([2, 5]);
    const pod = await sweep(['s.json', '--out', at('b'), '--shards', '2'], text, {
      environment: { JOB_COMPLETION_INDEX: '0' },
    });
    expect(pod.ran).toEqual([0, 2, 4]);
  });

  it('a point that fails has its row and the others go on; --retry runs it again', async () => {
    const out = join(scratch(), 'r.ndjson');
    const odd = JSON.stringify(changed({ axes: [{ path: 'system.N', values: [8, 9, 10] }] }));
    const first = await sweep(['s.json', '--out', out], odd);
    expect([first.code, first.ran]).toEqual([0, [0, 1, 2]]);
    expect(first.err).toContain('0 blew up, 1 failed (--retry runs them again)');
    const row = rowsOf(out).find(({ point }) => point === 1);
    expect(row).toMatchObject({ state: 'failed', values: { 'system.N': 9 } });
    expect(await sweep(['s.json', '--out', out], odd)).toMatchObject({ ran: [], code: 0 });
    expect(await sweep(['s.json', '--out', out, '--retry'], odd)).toMatchObject({ ran: [1], code: 0 });
  });

  it('a worker that dies at a point costs that point', async () => {
    const out = join(scratch(), 'r.ndjson');
    const spawn = (): ReturnType<typeof localWorker> => {
      const port = localWorker((point) => {
        if (point === 2) queueMicrotask(() => port.onerror?.({ message: 'out of memory' }));
      });
      return port;
    };
    expect((await sweep(['s.json', '--out', out], text, { spawn })).code).toBe(0);
    expect(pointsOf(out).sort((a, b) => a - b)).toEqual(all);
    expect(rowsOf(out).filter(({ state }) => state === 'failed')).toMatchObject([
      { point: 2, reason: 'the worker ended: out of memory' },
    ]);
  });

  it.each([
    ['no --out', ['s.json'], text, '--out: nothing: expected a file for the results'],
    [
      'a shard beyond the last',
      ['s.json', '--out', 'r', '--shard', '3/2'],
      text,
      '--shard: "3/2": expected i/n',
    ],
    [
      'half a thread',
      ['s.json', '--out', 'r', '--threads', '0.5'],
      text,
      '--threads: 0.5: expected an integer >= 1',
    ],
    [
      'parts of which nobody says which',
      ['s.json', '--out', 'r', '--shards', '3'],
      text,
      '--shards: 3: expected SLURM_ARRAY_TASK_ID',
    ],
    ['no JSON', ['s.json', '--out', 'r'], '{', '$: "end of text": expected JSON'],
    [
      'no axes',
      ['s.json', '--out', 'r'],
      JSON.stringify({ version: 1, scenario: { version: 1 } }),
      'axes: nothing: expected a list of 1 to 8 axes',
    ],
  ])('%s: exit code 2 and one line', async (_name, args, input, message) => {
    const { code, err } = await sweep(args, input);
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect(err).toContain(message);
  });

  it('results of another sweep, and a file that is none of results, are left as they are', async () => {
    const out = join(scratch(), 'r.ndjson');
    await sweep(['s.json', '--out', out], text);
    const before = readFileSync(out, 'utf8');
    const other = await sweep(['s.json', '--out', out], JSON.stringify(changed({ until: 3 })));
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringContaining('these are results of another sweep'),
    ]);
    expect(readFileSync(out, 'utf8')).toBe(before);
    appendFileSync(out, 'a line\n{}\n');
    const { code, err } = await sweep(['s.json', '--out', out], text);
    expect([code, err]).toEqual([2, 'line 8: "a line": expected a line of JSON\n']);
  });

  it('a bar moves on a terminal; elsewhere every tenth has its line', async () => {
    const folder = scratch();
    const bar = await sweep(['s.json', '--out', join(folder, 'a'), '--threads', '1'], text, { isTTY: true });
    expect(bar.progress.split('\r')).toHaveLength(7);
    expect(bar.progress).toContain('[###############---------------]  50% 3/6, about 0:0');
    expect(bar.progress).toMatch(/100% 6\/6\n$/);
    const lines = await sweep(['s.json', '--out', join(folder, 'b')], text);
    expect(lines.progress.trim().split('\n')).toHaveLength(6);
  });

  it('help names every observation', async () => {
    const { out, code } = await sweep(['--help'], text);
    expect(code).toBe(0);
    for (const word of ['--shard', 'SLURM_ARRAY_TASK_ID', 'regime', 'participation'])
      expect(out).toContain(word);
  });
});
