/** Other libraries: installed once, beside the lab, each a process of its own that is asked line by line. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asked } from './asked.mjs';

const folder = fileURLToPath(new URL('peers', import.meta.url));

/** Installs them as their lockfile says, without running any of their scripts. @returns whether they are there */
export function installPeers() {
  if (existsSync(join(folder, 'node_modules'))) return true;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--prefix', folder], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return npm.status === 0;
}

/** @param {'convnetjs' | 'brain' | 'tensorflow'} name */
export const peer = (name) => asked(process.execPath, [join(folder, `${name}.mjs`)]);
