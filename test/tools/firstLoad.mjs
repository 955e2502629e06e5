/**
 * First-load size: what the page fetches before anyone asks for more. The static import graph of the
 * entry with its style sheets, the page itself and the workers, gzip 9; without lazy chunks and fonts.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limit = 350_000;
const dist = new URL('../../dist/', import.meta.url);

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const first = new Set(['index.html']);
/** Adds a chunk, its style sheets and everything that it imports statically. */
function add(/** @type {string} */ key) {
  const chunk = manifest[key];
  if (first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const style of chunk.css ?? []) first.add(style);
  for (const next of chunk.imports ?? []) add(next);
}
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
if (entries.length === 0) throw new Error('dist/.vite/manifest.json names no entry');
entries.forEach(add);

// Workers are bundled apart and stand in no manifest.
const known = new Set(Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])]));
const scripts = readdirSync(new URL('assets/', dist)).map((name) => `assets/${name}`);
for (const file of scripts) if (file.endsWith('.js') && !known.has(file)) first.add(file);

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
const sizeOf = (/** @type {string} */ file) =>
  gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

const sizes = [...first].map((file) => ({ file, size: sizeOf(file) })).sort((a, b) => b.size - a.size);
const total = sizes.reduce((sum, { size }) => sum + size, 0);
for (const { file, size } of sizes) console.log(`${kB(size)}  ${file}`);
const lazy = [...known].filter((file) => /\.(js|css)$/.test(file) && !first.has(file));
for (const file of lazy) console.log(`${kB(sizeOf(file))}  ${file} (lazy, not counted)`);
console.log(`${kB(total)}  first load, gzipped (limit ${limit / 1000} kB)`);
if (total > limit) {
  console.error(`First load is ${((total - limit) / 1000).toFixed(1)} kB above the limit.`);
  process.exitCode = 1;
}
