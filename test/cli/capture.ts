import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** What one run of the program left behind. */
export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Runs the program on files that exist only here; '-' is standard input. */
export async function run(args: string[], files: Readonly<Record<string, string>> = {}): Promise<Captured> {
  let out = '';
  let err = '';
  const written: Record<string, string> = {};
  const failing = (code: string): Error => Object.assign(new Error(code), { code });
  const terminal: Terminal = {
    read: async (file) => {
      if (!Object.hasOwn(files, file)) throw failing('ENOENT');
      return files[file];
    },
    write: async (file, pieces) => {
      if (file?.startsWith('missing/')) throw failing('ENOENT');
      const text = [...pieces].join('');
      if (file === undefined) out += text;
      else written[file] = text;
    },
    complain: (line) => {
      err += `${line}\n`;
    },
  };
  const code = await main(args, terminal);
  return { code, out, err, files: written };
}

/** The contract's example, in full. */
export const example = {
  version: 1,
  title: 'Two samples make a uniform ring',
  seed: 7,
  system: { kind: 'ring-shared', N: 64, p: 0.8, q: 0 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  batch: { kind: 'full' },
  initial: { kind: 'bump', center: 32, width: 3, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 'auto' },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
  noise: { temperature: 0 },
};
