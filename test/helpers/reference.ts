import { readFileSync } from 'node:fs';

export { worstRelative } from '../../src/engine/verify/errors.ts';

/** One of the reference files of physics.md section 10, as parsed JSON. */
export function readReference<T>(name: string): T {
  const url = new URL(`../reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}
