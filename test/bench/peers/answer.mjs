/** Answers each line of the input with updates a second of processor time. */
import { createInterface } from 'node:readline';

/**
 * @param {(task: string[]) => (() => void)} prepare  makes what one update is, of the words of a line but its last
 * @param {number} [perCall]  updates that one call makes
 * Lines: the words of a task, then milliseconds of processor time to spend. Tasks are prepared once.
 */
export function answer(prepare, perCall = 1) {
  /** @type {Map<string, () => void>} */
  const prepared = new Map();
  createInterface({ input: process.stdin }).on('line', (line) => {
    const words = line.split(' ');
    const ms = Number(words.pop());
    const task = words.join(' ');
    let update = prepared.get(task);
    if (update === undefined) {
      update = prepare(words);
      // Once for the compiler.
      update();
      prepared.set(task, update);
    }
    const start = process.cpuUsage();
    for (let count = perCall; ; count += perCall) {
      update();
      const { user, system } = process.cpuUsage(start);
      if (user + system > 1000 * ms) {
        process.stdout.write(`${count / (1e-6 * (user + system))}\n`);
        return;
      }
    }
  });
}

/** The same inputs and targets for every competitor. @returns {{ inputs: number[][], targets: number[][] }} */
export function samplesOf(/** @type {number[]} */ sizes, /** @type {number} */ count) {
  const wave = (/** @type {number} */ width, /** @type {number} */ speed) =>
    Array.from({ length: count }, (_, l) =>
      Array.from({ length: width }, (_, i) => 0.5 + 0.4 * Math.sin(speed * (l * width + i + 1))),
    );
  return { inputs: wave(sizes[0], 0.7), targets: wave(sizes[sizes.length - 1], 0.3) };
}
