/** The C programs of this folder: built once where there is a gcc, asked line by line. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asked } from './asked.mjs';

const folder = fileURLToPath(new URL('native/', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/synaptic-field-lab/', import.meta.url));

/**
 * Builds a program of 128-bit vectors. @param {string} name @param {'double' | 'float'} type
 * @returns {null | { ask(line: string): Promise<number>, end(): void }} null where there is no gcc
 */
export function native(name, type) {
  mkdirSync(cache, { recursive: true });
  const program = join(cache, `${name}-${type}`);
  const flags = [
    '-O3',
    '-msse4.2',
    '-fopenmp-simd',
    `-DT=${type}`,
    join(folder, `${name}.c`),
    '-o',
    program,
    '-lm',
  ];
  if (spawnSync('gcc', flags, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return null;
  return asked(program);
}
