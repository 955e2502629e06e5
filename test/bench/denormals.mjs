/**
 * Measures what decayed fields cost: steps from values at and below the amplitude floor beside steps of a live field, in
 * every method. `npm run bench:denormals`
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compiledKernels } from '../../src/cli/compileKernels.mjs';
import { median, pairedRatio, write } from './tables.mjs';

const ROUNDS = 5;
const MS = 100;

const { module } = await runnerImport(fileURLToPath(new URL('decayed.ts', import.meta.url)), {
  configFile: false,
  plugins: [compiledKernels()],
});
const rows = [];
for (const { name, kernels, precision, make } of module.decays) {
  const { alive, decayed } = make();
  const ratios = await pairedRatio(
    ROUNDS,
    () => alive(MS),
    () => decayed(MS),
  );
  rows.push({ method: name, kernels, precision, slowdown: Number(median(ratios).toFixed(2)) });
  console.log(JSON.stringify(rows.at(-1)));
}
write('denormals', rows);
