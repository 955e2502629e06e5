/**
 * Stores the trajectories of all shipped scenarios (npm run trajectories): the bits of every weight and velocity after
 * 200 steps, with which `Verify` compares those of other machines. To be run when a scenario changes, or when the
 * theory is meant to give other bits; test/engine/verify/trajectories.test.ts says when it is stale.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const file = fileURLToPath(new URL('../../src/engine/verify/trajectories.json', import.meta.url));
const entry = fileURLToPath(new URL('./storeTrajectories.ts', import.meta.url));
/** @type {{ module: { allTrajectories: () => object } }} */
const { module } = await runnerImport(entry, { configFile: false });
const options = { ...(await resolveConfig(file)), filepath: file };
writeFileSync(file, await format(JSON.stringify(module.allTrajectories()), options));
