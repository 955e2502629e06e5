/**
 * Measures the kernels beside their competitors, interleaved in one run: medians of paired ratios, never absolute
 * times, which wander by a factor of two. Asserts nothing. `npm run bench`
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compiledKernels } from '../../src/cli/compileKernels.mjs';
import { native } from './native.mjs';
import { median, write } from './tables.mjs';

const ROUNDS = 9;
const MS = 60;

const { module } = await runnerImport(fileURLToPath(new URL('lattice.ts', import.meta.url)), {
  configFile: false,
  plugins: [compiledKernels()],
});
const rows = [];
for (const single of [false, true]) {
  const c = native('lattice', single ? 'float' : 'double');
  for (const { name, rows: height, columns, competitors } of module.lattices) {
    const { simd, typescript } = competitors(single);
    simd(MS);
    typescript(MS);
    const toC = [];
    const toTwin = [];
    let speed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      speed = simd(MS);
      toTwin.push(speed / typescript(MS));
      if (c !== null) toC.push(speed / (await c.ask(`${height} ${columns} ${MS}`)));
    }
    const row = {
      kernel: name,
      precision: single ? 'f32' : 'f64',
      toC: toC.length === 0 ? null : Number(median(toC).toFixed(2)),
      toTypeScript: Number(median(toTwin).toFixed(1)),
      millionSites: Math.round(speed / 1e6),
    };
    rows.push(row);
    console.log(JSON.stringify(row));
  }
  c?.end();
}
write('bench', rows);
