/** A program that measures itself, asked line by line: what to measure in, what was measured out. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts a program. @param {string} program @param {string[]} [args]
 * @returns {{ ask(line: string): Promise<number>, end(): void }}  ask gives the first number of the answer
 */
export function asked(program, args = []) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {{ resolve: (answer: number) => void, reject: (error: Error) => void }[]} */
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    waiting.shift()?.resolve(Number(line.split(' ')[0])),
  );
  child.on('exit', (code) => {
    const error = new Error(`${program} ${args.join(' ')}: ended with ${code}`);
    for (const one of waiting) one.reject(error);
  });
  return {
    ask: (line) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${line}\n`);
      }),
    end: () => child.stdin.end(),
  };
}
