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
const { module } = await runnerImport(fileURLToPath(new URL('lattice.ts', import.meta.url)), {
  configFile: false,
  plugins: [compiledKernels()],
});
const rows = [];
const tensorflow = peer('tensorflow');
for (const { name, rows: height, columns, competitors } of module.lattices) {
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
write('peers', rows);
