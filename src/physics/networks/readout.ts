import { pointCost } from '../../kernels/typescript/costs.ts';
import type { CostKind } from '../../kernels/typescript/costs.ts';
import type { Reals, System, TrainingData } from '../types.ts';

/** Writes Z of one sample to out[at..at+outputs). */
export type Forward = (weights: Reals, sample: number, out: Float64Array, at: number) => void;

export type Readout = Pick<
  System,
  'sampleCount' | 'outputCount' | 'testCount' | 'cost' | 'testCost' | 'outputs' | 'testOutputs' | 'evaluate'
>;

/**
 * Everything of a network that follows from its outputs: C = Σ_l cost(Z_l, Y_l), a sum and not a mean.
 * @param forwardOf  gives the network's outputs on a set of inputs [L × inputs]
 */
export function createReadout(
  data: TrainingData,
  outputCount: number,
  forwardOf: (inputs: Float64Array) => Forward,
  kind: CostKind = 'squared',
): Readout {
  const forward = forwardOf(data.inputs);
  const inputCount = data.inputs.length / data.sampleCount;
  const { test } = data;
  const testForward = test && forwardOf(test.inputs);
  const Z = new Float64Array(outputCount);
  const costOfSample = (read: Forward, targets: Float64Array, weights: Reals, l: number): number => {
    read(weights, l, Z, 0);
    return pointCost(kind, Z, 0, 1, targets, l * outputCount, outputCount);
  };
  return {
    sampleCount: data.sampleCount,
    outputCount,
    testCount: test?.sampleCount ?? 0,
    cost(weights, batch) {
      let cost = 0;
      const count = batch === null ? data.sampleCount : batch.length;
      for (let n = 0; n < count; n++) {
        cost += costOfSample(forward, data.targets, weights, batch === null ? n : batch[n]);
      }
      return cost;
    },
    testCost(weights) {
      let cost = 0;
      if (test && testForward) {
        for (let l = 0; l < test.sampleCount; l++)
          cost += costOfSample(testForward, test.targets, weights, l);
      }
      return cost;
    },
    outputs(weights, out) {
      for (let l = 0; l < data.sampleCount; l++) forward(weights, l, out, l * outputCount);
    },
    testOutputs(weights, out) {
      for (let l = 0; test && testForward && l < test.sampleCount; l++) {
        testForward(weights, l, out, l * outputCount);
      }
    },
    evaluate(weights, inputs) {
      const points = Math.floor(inputs.length / inputCount);
      const out = new Float64Array(points * outputCount);
      const read = forwardOf(inputs);
      for (let l = 0; l < points; l++) read(weights, l, out, l * outputCount);
      return out;
    },
  };
}
