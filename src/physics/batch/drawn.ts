import { integer, ParameterError } from '../parameters.ts';
import type { Random } from '../math/random.ts';
import type { Batch, BatchPart } from '../types.ts';
import { requireSamples, scaleOf, weight } from './weight.ts';

/** Draws `size` samples for every step, each from all of them: a sample may come twice. */
function drawn(size: number, sampleCount: number, scale: number, random: Random): Batch {
  return {
    size,
    scale,
    next(out) {
      for (let b = 0; b < size; b++) out[b] = random.integer(sampleCount);
    },
    save: () => random.save(),
    load: (state) => random.load(state),
  };
}

const singleParameters = { weight };

/** One sample a step, drawn by seed with replacement: stochastic gradient descent as in the talk. */
export const single: BatchPart<typeof singleParameters> = {
  kind: 'single',
  label: 'One sample at a time',
  help: 'Every step sees one sample, drawn by the seed with replacement: its J and K alone are at work. The cost shown is the full sum.',
  source: 'talk on 2511.02003',
  parameters: singleParameters,
  create(values, sampleCount, random) {
    requireSamples('single', sampleCount);
    return drawn(1, sampleCount, scaleOf(values.weight, sampleCount, 1), random);
  },
};

const miniParameters = {
  size: integer({
    symbol: 'b',
    label: 'samples a step',
    help: 'How many samples each step sees; drawn with replacement, so that one may count twice.',
    apply: 'restart',
    default: 2,
    min: 1,
    max: 65536,
    slider: [1, 64],
    scale: 'log',
  }),
  weight,
};

/** A few samples a step, drawn by seed with replacement. Size 1 draws the samples of `single`. */
export const mini: BatchPart<typeof miniParameters> = {
  kind: 'mini',
  label: 'Mini-batch',
  help: 'Every step sees a few samples, drawn by the seed with replacement. The cost shown is the full sum.',
  parameters: miniParameters,
  create({ size, weight: chosen }, sampleCount, random) {
    requireSamples('mini', sampleCount);
    if (size > sampleCount) {
      throw new ParameterError('size', size, `at most ${sampleCount}, the number of samples`);
    }
    return drawn(size, sampleCount, scaleOf(chosen, sampleCount, size), random);
  },
};
