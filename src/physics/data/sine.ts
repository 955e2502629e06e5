import { sin } from '../math/elementary.ts';
import { ParameterError, real } from '../parameters.ts';
import type { DataPart, TrainingData } from '../types.ts';
import { given } from './classes.ts';
import { packSamples, requireShape } from './context.ts';
import { noiseLevel, sampleCount, testSampleCount } from './parameters.ts';

const parameters = {
  samples: sampleCount(24),
  frequency: real({
    symbol: 'k',
    label: 'frequency',
    help: 'The target is sin(k x) on x from −1 to 1.',
    apply: 'live',
    default: 3,
    slider: [0, 12],
    scale: 'linear',
    step: 0.1,
  }),
  noise: noiseLevel(0),
  testSamples: testSampleCount(24),
};

/** y = sin(k x) + noise at evenly spaced x in [−1, 1]; tests stand in the middle of even cells, without noise. */
export const sine: DataPart<typeof parameters> = {
  kind: 'sine',
  label: 'Sine curve',
  help: 'A curve to fit: one input, one output.',
  parameters,
  create({ samples, frequency, noise, testSamples }, context) {
    const { inputs, outputs } = requireShape(context, 'sine');
    if (inputs !== 1 || outputs !== 1) {
      throw new ParameterError(
        'kind',
        'sine',
        `system.sizes that begin with 1 and end with 1${given(context)}`,
      );
    }
    const curve = (x: number[], level: number): TrainingData => {
      const y = x.map((place) => [sin(frequency * place) + level * context.random.normal()]);
      return packSamples(
        x.map((place) => [place]),
        y,
      );
    };
    const even = Array.from({ length: samples }, (_, l) =>
      samples === 1 ? 0 : -1 + (2 * l) / (samples - 1),
    );
    const between = Array.from({ length: testSamples }, (_, l) => -1 + (2 * l + 1) / testSamples);
    const data = curve(even, noise);
    return testSamples > 0 ? { ...data, test: curve(between, 0) } : data;
  },
};
