/**
 * Stores what shipped scenarios do (npm run trajectories), to be run when a scenario changes, or when the theory is
 * meant to give other bits:
 * - the bits of every weight and velocity after 200 steps, with which `Verify` compares those of other machines;
 * - the gallery's small pictures, in numbers (public/thumbnails.json).
 * test/engine/verify/trajectories.test.ts and test/ui/gallery/thumbnails.test.ts say when they are stale.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const file = at('../../src/engine/verify/trajectories.json');
/** @type {{ module: { allTrajectories: () => object } }} */
const { module } = await runnerImport(at('./storeTrajectories.ts'), { configFile: false });
const options = { ...(await resolveConfig(file)), filepath: file };
writeFileSync(file, await format(JSON.stringify(module.allTrajectories()), options));

// Read after that file was written: the pictures bear the hash of the trajectory that they show.
/** @type {{ module: { thumbnailsText: () => string } }} */
const pictures = await runnerImport(at('./makeThumbnails.ts'), { configFile: false });
writeFileSync(at('../../public/thumbnails.json'), pictures.module.thumbnailsText());
