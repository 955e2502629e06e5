import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { example, run } from './capture.ts';

const launch = (args: string[], input: string): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, ['src/cli/launch.mjs', ...args], { input, encoding: 'utf8' });

it('launcher: the contract’s example gives the same text in its own process as in this one', async () => {
  const text = JSON.stringify(example);
  const { status, stdout, stderr } = launch(['-', '--until', '2', '--every', '1'], text);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe((await run(['-', '--until', '2', '--every', '1'], { '-': text })).out);
});

it('launcher: exit code 2 and one line for bad input; --out leaves standard output empty', () => {
  const bad = launch(['-'], '{"version": 1, "system": {"kind": "x"}}');
  expect([bad.status, bad.stdout]).toEqual([2, '']);
  expect(bad.stderr).toMatch(/^system\.kind: "x": expected .*\n$/);
  const folder = mkdtempSync(join(tmpdir(), 'synaptic-'));
  try {
    const file = join(folder, 'o.json');
    const good = launch(['-', '--steps', '1', '--out', file], JSON.stringify(example));
    expect([good.status, good.stdout, good.stderr]).toEqual([0, '', '']);
    expect(JSON.parse(readFileSync(file, 'utf8')).step).toEqual([0, 1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('launcher: a reader that goes away (| head) is no error', () => {
  const command = `"${process.execPath}" src/cli/launch.mjs - --steps 5000 | head -c 100 > /dev/null; echo \${PIPESTATUS[0]}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], {
    input: JSON.stringify(example),
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['0\n', '']);
});
