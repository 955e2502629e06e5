/**
 * Bundles the programs of the terminal when a source has changed since the last bundle, silently. Safe under concurrent
 * runs: each bundle is built apart and renamed into place.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'synaptic-field-lab');
const folders = ['kernels', 'physics', 'scenario', 'engine', 'cli'].map((name) => join(root, 'src', name));

/** Every source that the bundle may hold. */
function sources() {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile()),
  );
  return [...inFolders, join(root, 'package.json')];
}

/** A name for the state of the sources: their paths and contents. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Builds the bundle of a source in a folder of its own and moves it to its name. */
async function bundle(/** @type {string} */ source, /** @type {string} */ target) {
  const { build } = await import('vite');
  const { compiledKernels } = await import('./compileKernels.mjs');
  const outDir = join(cache, `building-${randomUUID()}`);
  try {
    await build({
      root,
      configFile: false,
      plugins: [compiledKernels()],
      logLevel: 'silent',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'src', 'cli', source),
        outDir,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
      },
    });
    renameSync(join(outDir, 'main.mjs'), target);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Removes bundles of earlier sources once no run can still be loading them. */
function clear() {
  const day = 86_400_000;
  for (const name of readdirSync(cache)) {
    const file = join(cache, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (/^(simulate|sweep|building)-/.test(name) && age > day) rmSync(file, { recursive: true, force: true });
  }
}

/**
 * Runs a program of the terminal with the arguments of this process; its exit code becomes this process's.
 *  @param {'simulate' | 'sweep'} name
 *  @param {string} source  its main file in src/cli, which exports `main`
 */
export async function launch(name, source) {
  const target = join(cache, `${name}-${fingerprint()}.mjs`);
  if (!existsSync(target)) {
    mkdirSync(cache, { recursive: true });
    clear();
    await bundle(source, target);
  }
  /** @type {{ main: (args: string[]) => Promise<number> }} */
  const { main } = await import(pathToFileURL(target).href);
  process.exitCode = await main(process.argv.slice(2));
}
