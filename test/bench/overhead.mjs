/**
 * Measures what the engine costs above its kernels: looks, traces, snapshots and frames, at full speed. `npm run bench:engine`
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compiledKernels } from '../../src/cli/compileKernels.mjs';
import { median, pairedRatio, write } from './tables.mjs';

const ROUNDS = 5;
const MS = 1500;

const { module } = await runnerImport(fileURLToPath(new URL('engine.ts', import.meta.url)), {
  configFile: false,
  plugins: [compiledKernels()],
});
const rows = [];
for (const { name, make } of module.engines) {
  const { engine, kernel } = make();
  const ratios = await pairedRatio(
    ROUNDS,
    () => kernel(MS),
    () => engine(MS),
  );
  rows.push({ run: name, above: Number((median(ratios) - 1).toFixed(2)) });
  console.log(JSON.stringify(rows.at(-1)));
}
write('engine', rows);
