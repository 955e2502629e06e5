import { readFileSync } from 'node:fs';

/** One of the reference files of physics.md section 10, as parsed JSON. */
export function readReference<T>(name: string): T {
  const url = new URL(`../reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}

/** Largest |a − b| relative to the largest |b| (at least 1e-300). */
export function worstRelative(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let worst = 0;
  let scale = 1e-300;
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return Number.isNaN(worst) ? Infinity : worst / scale;
}
