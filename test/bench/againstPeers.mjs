/**
 * Measures the kernels beside other libraries, interleaved: medians of paired ratios. Asserts nothing.
 * `npm run bench:peers`; the first time it fetches 200 MB of them.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compiledKernels } from '../../src/cli/compileKernels.mjs';
import { installPeers, peer } from './peers.mjs';
import { median, pairedRatio, write } from './tables.mjs';

const MS = 300;
const ROUNDS = 5;

if (!installPeers()) throw new Error('the peers could not be installed: see what npm says above');
/** @param {string} file */
async function load(file) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { module } = await runnerImport(path, { configFile: false, plugins: [compiledKernels()] });
  return module;
}
/** @type {object[]} */
const rows = [];
const tensorflow = peer('tensorflow');
for (const { name, rows: height, columns, competitors } of (await load('lattice.ts')).lattices) {
  if (height * columns > 3e5) continue;
  const { simd } = competitors(true);
  const sites = height * columns;
  const ratios = await pairedRatio(
    ROUNDS,
    () => simd(MS),
    async () => sites * (await tensorflow.ask(`lattice ${height} ${columns} ${MS}`)),
  );
  rows.push({
    task: name,
    precision: 'f32',
    peer: 'tfjs-wasm',
    times: Number(median(ratios).toPrecision(3)),
  });
  console.log(JSON.stringify(rows.at(-1)));
}
tensorflow.end();
for (const { name, sizes, samples, competitors } of (await load('networks.ts')).networks) {
  if (sizes === undefined) continue;
  /** @type {number[]} */
  const layers = sizes;
  const weights = layers.slice(1).reduce((sum, size, m) => sum + size * (layers[m] + 1), 0);
  const { simd } = competitors();
  for (const [id, label] of /** @type {const} */ ([
    ['convnetjs', 'ConvNetJS'],
    ['brain', 'brain.js'],
    ['tensorflow', 'tfjs-wasm (f32)'],
  ])) {
    const other = peer(id);
    const gradients = () => simd(MS) / (weights * samples);
    const ratios = await pairedRatio(ROUNDS, gradients, () =>
      other.ask(`dense ${layers.join(',')} ${samples} ${MS}`),
    );
    other.end();
    rows.push({ task: name, precision: 'f64', peer: label, times: Number(median(ratios).toPrecision(3)) });
    console.log(JSON.stringify(rows.at(-1)));
  }
}
write('peers', rows);
