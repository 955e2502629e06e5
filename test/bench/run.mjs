/**
 * Measures the kernels beside their competitors, interleaved in one run: medians of paired ratios, never absolute
 * times, which wander by a factor of two. Asserts nothing. `npm run bench`, or `npm run bench -- ring` for the kernels
 * whose names have these words.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compiledKernels } from '../../src/cli/compileKernels.mjs';
import { native } from './native.mjs';
import { median, write } from './tables.mjs';

const ROUNDS = 9;
const MS = 60;
const asked = process.argv.slice(2).join(' ');

/** @param {URL} file */
async function load(file) {
  const { module } = await runnerImport(fileURLToPath(file), {
    configFile: false,
    plugins: [compiledKernels()],
  });
  return module;
}

/** Whether a kernel of this name is asked for. */
const isAsked = (/** @type {string} */ name) => name.includes(asked);

/** @type {object[]} */
const rows = [];
/**
 * Measures one kernel. @param {null | { ask(line: string): Promise<number> }} c  the same in C
 * @param {string} name @param {string} precision @param {string} line  what the C program is told
 * @param {() => { simd: (ms: number) => number, typescript: (ms: number) => number }} competitors
 */
async function measure(c, name, precision, line, competitors) {
  if (!isAsked(name)) return;
  const { simd, typescript } = competitors();
  simd(MS);
  typescript(MS);
  const toC = [];
  const toTwin = [];
  let speed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    speed = simd(MS);
    toTwin.push(speed / typescript(MS));
    if (c !== null) toC.push(speed / (await c.ask(`${line} ${MS}`)));
  }
  const row = {
    kernel: name,
    precision,
    toC: toC.length === 0 ? null : Number(median(toC).toFixed(2)),
    toTypeScript: Number(median(toTwin).toFixed(1)),
    millionUpdates: Math.round(speed / 1e6),
  };
  rows.push(row);
  console.log(JSON.stringify(row));
}

const { lattices } = await load(new URL('lattice.ts', import.meta.url));
for (const single of [false, true]) {
  const c = native('lattice', single ? 'float' : 'double');
  for (const { name, rows: height, columns, competitors } of lattices) {
    await measure(c, name, single ? 'f32' : 'f64', `${height} ${columns}`, () => competitors(single));
  }
  c?.end();
}
const { steps } = await load(new URL('steps.ts', import.meta.url));
const stepping = native('steps', 'double');
for (const { name, asked: line, competitors } of steps) {
  await measure(stepping, name, 'f64', line, competitors);
}
stepping?.end();
const { networks } = await load(new URL('networks.ts', import.meta.url));
const c = native('networks', 'double');
for (const { name, asked: line, competitors } of networks) {
  await measure(c, name, 'f64', line, competitors);
}
c?.end();
const { tangentKernel } = await load(new URL('tangent.ts', import.meta.url));
for (const kind of isAsked('tangent kernel') ? ['simd', 'typescript'] : []) {
  const taken = Array.from({ length: 3 }, () => tangentKernel(kind, MS));
  const row = {
    kernel: `tangent kernel of 64 samples of 64-256-256-10, ${kind}`,
    timesExplicit: Math.round(median(taken.map(({ times }) => times))),
    milliseconds: Math.round(median(taken.map(({ milliseconds }) => milliseconds))),
  };
  rows.push(row);
  console.log(JSON.stringify(row));
}
// Part of the table is not the table.
if (asked === '') write('bench', rows);
