/**
 * Compiles the AssemblyScript of src/kernels/simd/assembly to WebAssembly, and hands it to Vite as the text of binary.ts. What was
 * compiled is kept until a source changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../kernels/simd/', import.meta.url));
const assembly = join(folder, 'assembly');
/** By a name that the types do not follow: the compiler’s declare another language’s globals. */
const compiler = 'assemblyscript/asc';
const cache = fileURLToPath(new URL('../../node_modules/.cache/synaptic-field-lab/', import.meta.url));
const flags =
  '--enable simd --runtime stub -O3 --noAssert --use abort= --importMemory --initialMemory 1'.split(' ');

/** Every source with its text. */
function sources() {
  const names = readdirSync(assembly).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(assembly, name), 'utf8') }));
}

/** Compiles in memory. @returns {Promise<Uint8Array>} */
async function compile(/** @type {readonly { name: string, text: string }[]} */ files) {
  /** @type {{ default: { main: (args: string[], files: object) => Promise<{ error: Error | null, stderr: { toString: () => string } }> } }} */
  const { default: asc } = await import(compiler);
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  /** @type {Uint8Array | null} */
  let program = null;
  const { error, stderr } = await asc.main(['index.ts', ...flags, '--outFile', 'kernels.wasm'], {
    readFile: (/** @type {string} */ name) => texts.get(name) ?? null,
    writeFile: (/** @type {string} */ _name, /** @type {Uint8Array | string} */ contents) => {
      if (typeof contents !== 'string') program = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || program === null)
    throw new Error(`The kernels do not compile:\n${stderr.toString()}`);
  return program;
}

/** The compiled program, in hexadecimal digits: gzipped they are a fifth shorter than base 64, whose letters cut across bytes. */
export async function kernelBinary() {
  const files = sources();
  const hash = createHash('sha256')
    .update(JSON.stringify([flags, files]))
    .digest('hex')
    .slice(0, 16);
  const file = join(cache, `kernels-${hash}.wasm`);
  if (!existsSync(file)) {
    const program = await compile(files);
    mkdirSync(cache, { recursive: true });
    const apart = `${file}.${process.pid}`;
    writeFileSync(apart, program);
    renameSync(apart, file);
  }
  return readFileSync(file).toString('hex');
}

/** Puts the compiled kernels in the place of binary.ts. @returns {import('vite').Plugin} */
export function compiledKernels() {
  return {
    name: 'compiled-kernels',
    enforce: 'pre',
    async load(id) {
      if (id !== join(folder, 'binary.ts')) return null;
      for (const { name } of sources()) this.addWatchFile(join(assembly, name));
      return `export const binary = ${JSON.stringify(await kernelBinary())};`;
    },
  };
}
