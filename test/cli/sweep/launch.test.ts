import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { given } from '../../engine/sweep/sweeps.ts';
import { scratch, sweep } from './world.ts';

it('launcher: a sweep in threads of its own process has the rows of one in this thread', async () => {
  const folder = scratch();
  const text = JSON.stringify(given);
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/launchSweep.mjs', '-', '--out', there, '--threads', '2'],
    { input: text, encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).toContain('6 points, 6 of them run now; 0 blew up, 0 failed');
  await sweep(['-', '--out', here], text);
  const sorted = (file: string): string[] => readFileSync(file, 'utf8').split('\n').sort();
  expect(sorted(there)).toEqual(sorted(here));
});
