/**
 * Measures what a step of the ghost costs, in steps of the run that it is compared with: medians of paired ratios at γ = 0.1.
 * `npm run bench:ghost`
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compiledKernels } from '../../src/cli/compileKernels.mjs';
import { median, pairedRatio, write } from './tables.mjs';

const ROUNDS = 9;
const MS = 60;

const { module } = await runnerImport(fileURLToPath(new URL('ghost.ts', import.meta.url)), {
  configFile: false,
  plugins: [compiledKernels()],
});
const rows = [];
for (const { lattice, precision, kernels, make } of module.ghosts) {
  const { run, ghost } = make();
  run(MS);
  ghost(MS);
  const ratios = await pairedRatio(
    ROUNDS,
    () => run(MS),
    () => ghost(MS),
  );
  rows.push({ lattice, precision, kernels, runStepsAGhostStep: Number(median(ratios).toFixed(1)) });
  console.log(JSON.stringify(rows.at(-1)));
}
write('ghost', rows);
