/** brain.js on the processor: `dense 2,8,8,1 32`: one pass over the samples; it updates at every sample. */
import brain from 'brain.js';
import { answer, samplesOf } from './answer.mjs';

/** Passes of one call, so that what it does before and after them counts little. */
const PASSES = 20;

answer(([, layers, samples]) => {
  const sizes = layers.split(',').map(Number);
  const { inputs, targets } = samplesOf(sizes, Number(samples));
  const net = new brain.NeuralNetwork({
    hiddenLayers: sizes.slice(1, -1),
    activation: 'tanh',
    learningRate: 0.01,
  });
  const data = inputs.map((input, l) => ({ input, output: targets[l] }));
  return () => {
    net.train(data, { iterations: PASSES, errorThresh: 1e-12, errorCheckInterval: PASSES });
  };
}, PASSES);
