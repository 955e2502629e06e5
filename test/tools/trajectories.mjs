/**
 * Stores what shipped scenarios do (npm run trajectories), to be run when a scenario changes, or when the theory is
 * meant to give other bits:
 * - the bits of every weight and velocity after 200 steps, with which `Verify` compares those of other machines;
 * - the gallery's small pictures, in numbers (public/thumbnails.json);
 * - the files that scenarios were (public/former.json), from this repository's history, for links that build on them.
 * test/engine/verify/checks.test.ts, test/ui/gallery/thumbnails.test.ts and test/scenario/link/former.test.ts say when
 * they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
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

/** @type {{ module: { bases: (sums: string, former: string) => { sums: object, former: object } } }} */
const links = await runnerImport(at('./formerBases.ts'), { configFile: false });
const [sumsFile, formerFile] = [at('../scenario/link/bases.json'), at('../../public/former.json')];
const { sums, former } = links.module.bases(readFileSync(sumsFile, 'utf8'), readFileSync(formerFile, 'utf8'));
for (const [file, value] of Object.entries({ [sumsFile]: sums, [formerFile]: former })) {
  writeFileSync(file, await format(JSON.stringify(value), { ...options, filepath: file }));
}
