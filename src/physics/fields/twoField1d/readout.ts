import type { Reals, System, TrainingData } from '../../types.ts';

/** Writes Z of one sample to out[at..at+outputs). */
export type Forward = (weights: Reals, sample: number, out: Float64Array, at: number) => void;

/** Z of a theory at the cells, for the data, the test samples and other inputs [L × inputs]. */
export function createReadout(
  data: TrainingData,
  outputCount: number,
  forwardOf: (inputs: Float64Array) => Forward,
): Pick<System, 'sampleCount' | 'outputCount' | 'testCount' | 'outputs' | 'testOutputs' | 'evaluate'> {
  const inputCount = data.inputs.length / data.sampleCount;
  const { test } = data;
  const readAll = (read: Forward, count: number, weights: Reals, out: Float64Array): void => {
    for (let l = 0; l < count; l++) read(weights, l, out, l * outputCount);
  };
  const forward = forwardOf(data.inputs);
  const testForward = test && forwardOf(test.inputs);
  return {
    sampleCount: data.sampleCount,
    outputCount,
    testCount: test?.sampleCount ?? 0,
    outputs: (weights, out) => readAll(forward, data.sampleCount, weights, out),
    testOutputs(weights, out) {
      if (test && testForward) readAll(testForward, test.sampleCount, weights, out);
    },
    evaluate(weights, inputs) {
      const points = Math.floor(inputs.length / inputCount);
      const out = new Float64Array(points * outputCount);
      readAll(forwardOf(inputs), points, weights, out);
      return out;
    },
  };
}
