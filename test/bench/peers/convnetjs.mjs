/** ConvNetJS: `dense 2,8,8,1 32`: one pass over the samples with their summed gradient, and one update. */
import convnetjs from 'convnetjs';
import { answer, samplesOf } from './answer.mjs';

answer(([, layers, samples]) => {
  const sizes = layers.split(',').map(Number);
  const count = Number(samples);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((size) => ({ type: 'fc', num_neurons: size, activation: 'tanh' })),
    { type: 'regression', num_neurons: sizes[sizes.length - 1] },
  ]);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: 0.01,
    momentum: 0,
    batch_size: count,
  });
  const { inputs, targets } = samplesOf(sizes, count);
  const volumes = inputs.map((input) => new convnetjs.Vol(input));
  return () => volumes.forEach((volume, l) => trainer.train(volume, targets[l]));
});
