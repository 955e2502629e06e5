import { open, readFile } from 'node:fs/promises';
import { decodeText } from '../scenario/json.ts';
import { ScenarioError } from '../scenario/types.ts';

/** Exit codes of the contract. */
export const success = 0;
const badInput = 2;

/** The world outside the program: files and streams, or what a test hands in. */
export interface Terminal {
  /** Text of a file, or of standard input for '-'. @throws Error of Node when it cannot be read */
  read(file: string): Promise<string>;
  /** Writes the pieces one after another to a file, or to standard output where there is none. */
  write(file: string | undefined, pieces: Iterable<string>): Promise<void>;
  /** One line on standard error. */
  complain(line: string): void;
}

/** Whoever read standard output has gone (`| head`): there is nothing left to do, and nothing wrong. */
export class ReaderGone extends Error {}

async function readStandardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return decodeText(Buffer.concat(pieces));
}

async function writeStandardOutput(pieces: Iterable<string>): Promise<void> {
  const { stdout } = process;
  let broken: Error | null = null;
  const onError = (error: Error): void => {
    broken ??= error;
  };
  stdout.on('error', onError);
  try {
    for (const piece of pieces) {
      await new Promise<void>((resolve, reject) => {
        stdout.write(piece, (error) => (error == null ? resolve() : reject(error)));
      });
      if (broken !== null) throw broken as Error;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw new ReaderGone();
    throw error;
  }
}

async function writeTo(file: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const piece of pieces) await handle.write(piece);
  } finally {
    await handle.close();
  }
}

/** The files and streams of this process. */
export const processTerminal: Terminal = {
  read: (file) => (file === '-' ? readStandardInput() : readFile(file).then(decodeText)),
  write: (file, pieces) => (file === undefined ? writeStandardOutput(pieces) : writeTo(file, pieces)),
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
};

/** Does something with a file; a file that cannot be used is bad input. */
export async function withFile<T>(
  path: string,
  file: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof ReaderGone || code === undefined) throw error;
    const expected = path === 'FILE' ? 'a file that can be read' : 'a file that can be written';
    throw new ScenarioError(path, file, `${expected} (${code})`);
  }
}

/** Runs a program; bad input is one line on standard error and its exit code, and a reader that has gone is nothing. */
export async function answered(terminal: Terminal, program: () => Promise<number>): Promise<number> {
  try {
    return await program();
  } catch (error) {
    if (error instanceof ReaderGone) return success;
    if (!(error instanceof ScenarioError)) throw error;
    terminal.complain(error.message);
    return badInput;
  }
}
