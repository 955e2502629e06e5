/**
 * TensorFlow.js on WebAssembly with SIMD, one thread, single precision.
 *   dense 2,8,8,1 32   one gradient of all samples and one update of all weights
 *   lattice 1 10000    one damped step (kick, drift, kick, with one force) of a ring; of a torus where there are rows
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { answer, samplesOf } from './answer.mjs';

const program = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm';
setWasmPaths(`${dirname(createRequire(import.meta.url).resolve(program))}/`);
setThreadsCount(1);
if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no WebAssembly here');

function dense(/** @type {number[]} */ sizes, /** @type {number} */ count) {
  const { inputs, targets } = samplesOf(sizes, count);
  const x = tf.tensor2d(inputs);
  const y = tf.tensor2d(targets);
  let weights = sizes.slice(1).map((size, m) => tf.randomNormal([sizes[m], size], 0, 0.5));
  let biases = sizes.slice(1).map((size) => tf.zeros([size]));
  const rate = tf.scalar(1e-4);
  // Backpropagation by hand: its own tape is in another package, and slower.
  return () => {
    const next = tf.tidy(() => {
      const levels = [x];
      weights.forEach((weight, m) => {
        const z = tf.add(tf.matMul(levels[m], weight), biases[m]);
        levels.push(m < weights.length - 1 ? tf.tanh(z) : z);
      });
      let slope = tf.sub(levels[weights.length], y);
      const [newWeights, newBiases] = [[...weights], [...biases]];
      for (let m = weights.length - 1; m >= 0; m--) {
        newWeights[m] = tf.sub(weights[m], tf.mul(rate, tf.matMul(levels[m], slope, true, false)));
        newBiases[m] = tf.sub(biases[m], tf.mul(rate, tf.sum(slope, 0)));
        const bent = tf.sub(1, tf.square(levels[m]));
        if (m > 0) slope = tf.mul(tf.matMul(slope, weights[m], false, true), bent);
      }
      return { newWeights, newBiases };
    });
    tf.dispose([weights, biases]);
    [weights, biases] = [next.newWeights, next.newBiases];
    biases[biases.length - 1].dataSync();
  };
}

function lattice(/** @type {number} */ rows, /** @type {number} */ columns) {
  const shape = rows === 1 ? [columns] : [rows, columns];
  /** Moved on by one along an axis, round the ends. */
  const rolled = (/** @type {tf.Tensor} */ w, /** @type {number} */ axis, /** @type {1 | -1} */ by) => {
    const length = shape[axis];
    const at = by === 1 ? length - 1 : 1;
    const from = shape.map((_, k) => (k === axis ? at : 0));
    const size = (/** @type {number} */ n) => shape.map((full, k) => (k === axis ? n : full));
    const start = shape.map(() => 0);
    return tf.concat([tf.slice(w, from, size(length - at)), tf.slice(w, start, size(at))], axis);
  };
  const wave = (/** @type {number} */ middle, /** @type {number} */ swing) =>
    tf.tensor(
      Float32Array.from({ length: rows * columns }, (_, i) => middle + swing * Math.sin(0.1 * i)),
      shape,
    );
  const couplings = shape.map(() => wave(1, 0.3));
  const [mass, force] = [wave(0.1, 0), wave(0.01, 0)];
  let w = wave(0, 1);
  let v = wave(0, 0);
  return () => {
    const next = tf.tidy(() => {
      let gradient = tf.sub(tf.mul(mass, w), force);
      couplings.forEach((K, axis) => {
        // What a bond pulls: added at its start, taken away at its end.
        const pull = tf.mul(K, tf.sub(w, rolled(w, axis, -1)));
        gradient = tf.add(gradient, tf.sub(pull, rolled(pull, axis, 1)));
      });
      const half = tf.sub(tf.mul(0.995, v), tf.mul(0.05, gradient));
      const moved = tf.sub(tf.mul(0.995, half), tf.mul(0.05, gradient));
      return [moved, tf.add(w, tf.mul(0.1, moved))];
    });
    v.dispose();
    w.dispose();
    [v, w] = next;
    w.dataSync();
  };
}

answer(([kind, first, second]) =>
  kind === 'dense'
    ? dense(first.split(',').map(Number), Number(second))
    : lattice(Number(first), Number(second)),
);
