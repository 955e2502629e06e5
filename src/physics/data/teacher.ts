import { randomStart } from '../initial/random.ts';
import { real } from '../parameters.ts';
import type { DataPart, TrainingData } from '../types.ts';
import { packSamples, requireShape } from './context.ts';
import { sampleCount, testSampleCount } from './parameters.ts';

const parameters = {
  samples: sampleCount(8),
  scale: real({
    symbol: 's',
    label: 'teacher scale',
    help: "Size of the teacher's random weights.",
    apply: 'restart',
    default: 1,
    min: 0,
    slider: [0, 3],
    scale: 'linear',
    step: 0.05,
  }),
  testSamples: testSampleCount(0),
};

/**
 * Normal inputs, and the outputs of a network of the same kind with random weights (as `random` starts
 * them): targets that the network can reach exactly. Without `createNetwork` the targets are not known: NaN.
 */
export const teacher: DataPart<typeof parameters> = {
  kind: 'teacher',
  label: 'Teacher network',
  help: 'Targets come from a hidden network of the same kind, so a perfect answer exists.',
  parameters,
  create({ samples, scale, testSamples }, context) {
    const { inputs, outputs } = requireShape(context, 'teacher');
    const { random } = context;
    const draw = (count: number): Float64Array[] =>
      Array.from({ length: count }, () => Float64Array.from({ length: inputs }, () => random.normal()));
    const blank = (X: Float64Array[]): TrainingData =>
      packSamples(
        X,
        X.map(() => new Float64Array(outputs).fill(NaN)),
      );
    const X = draw(samples);
    const test = draw(testSamples);
    const data = { ...blank(X), ...(testSamples > 0 && { test: blank(test) }) };
    const network = context.createNetwork?.(data);
    if (network === undefined) return data;
    const weights = new Float64Array(network.weightCount);
    const system = { system: network, values: context.system, random };
    randomStart.create({ scale, velocityScale: 0 }, system, weights, new Float64Array(weights.length));
    network.outputs(weights, data.targets);
    if (data.test) network.testOutputs(weights, data.test.targets);
    return data;
  },
};
