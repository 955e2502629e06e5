/**
 * First-load size, gzip 9: what a first visit fetches without a hand's doing. The page's limit holds for
 * the page itself, the entry with its static imports, the two pictures (src/views/index.ts, imported lazily but
 * at once), and the style sheets of all of these. The worker is fetched and started beside them, in
 * parallel, and has a limit of its own: together they are above the page's 450 kB. Not counted: charts,
 * Plotly (where one is explored), mathematics (KaTeX, after the first paint), dialogs, and fonts.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limits = { page: 450_000, worker: 155_000 };
/** Lazy imports that every first visit makes. */
const atOnce = ['src/views/index.ts'];
const dist = new URL('../../dist/', import.meta.url);

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const page = new Set(['index.html']);
/** Adds a chunk, its style sheets and everything that it imports statically. */
function add(/** @type {string} */ key) {
  const chunk = manifest[key];
  if (page.has(chunk.file)) return;
  page.add(chunk.file);
  for (const style of chunk.css ?? []) page.add(style);
  for (const next of chunk.imports ?? []) add(next);
}
const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
for (const key of [...entries, ...atOnce]) {
  if (manifest[key] === undefined) throw new Error(`dist/.vite/manifest.json does not know ${key}`);
}
if (entries.length === 0) throw new Error('dist/.vite/manifest.json names no entry');
[...entries, ...atOnce].forEach(add);

// Workers are bundled apart and stand in no manifest.
const known = new Set(Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])]));
const scripts = readdirSync(new URL('assets/', dist)).map((name) => `assets/${name}`);
const allWorkers = scripts.filter((file) => file.endsWith('.js') && !known.has(file));
/** Workers that start when they are asked for (the lab's Verify), by the name of their file. */
const askedFor = allWorkers.filter((file) => /^assets\/(?:verify|sweep|output)\.worker-/.test(file));
const workers = allWorkers.filter((file) => !askedFor.includes(file));
if (workers.length === 0) throw new Error('dist/assets holds no worker');

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
const sizeOf = (/** @type {string} */ file) =>
  gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

/** Lists files, largest first. @returns the sum of their sizes */
function list(/** @type {Iterable<string>} */ files, note = '') {
  const sizes = [...files].map((file) => ({ file, size: sizeOf(file) })).sort((a, b) => b.size - a.size);
  for (const { file, size } of sizes) console.log(`${kB(size)}  ${file}${note}`);
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

const totals = { page: list(page), worker: list(workers, ' (worker)') };
list(
  [...known, ...askedFor].filter((file) => /\.(js|css)$/.test(file) && !page.has(file)),
  ' (later, not counted)',
);
for (const part of /** @type {const} */ (['page', 'worker'])) {
  console.log(`${kB(totals[part])}  first load of the ${part}, gzipped (limit ${limits[part] / 1000} kB)`);
  if (totals[part] <= limits[part]) continue;
  console.error(
    `The first load of the ${part} is ${((totals[part] - limits[part]) / 1000).toFixed(1)} kB above its limit.`,
  );
  process.exitCode = 1;
}
