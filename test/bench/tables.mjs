/** What the benchmarks share: paired ratios, their median, and the file of results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * Measures two competitors in turn. @param {number} rounds
 * @param {() => number | Promise<number>} first @param {() => number | Promise<number>} second
 * @returns {Promise<number[]>} speed of the first over that of the second, round by round; one round before them is not counted
 */
export async function pairedRatio(rounds, first, second) {
  const ratios = [];
  for (let round = 0; round <= rounds; round++) {
    const ratio = (await first()) / (await second());
    if (round > 0) ratios.push(ratio);
  }
  return ratios;
}

/** Keeps results beside what other tools keep. @param {string} name @param {object[]} rows */
export function write(name, rows) {
  const out = new URL(`../../node_modules/.cache/synaptic-field-lab/${name}.json`, import.meta.url);
  mkdirSync(new URL('.', out), { recursive: true });
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.version };
  writeFileSync(out, JSON.stringify({ machine, rows }, null, 1));
}
