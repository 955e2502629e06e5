import type { Forward } from './readout.ts';
import type { Force, Kernels, Reals, TrainingData } from '../../types.ts';

/** Numbers that every order of the theory is made from. */
export interface TheoryValues {
  readonly N: number;
  readonly mesh: number;
  readonly p: number;
  readonly q: number;
  readonly r: number;
}

/** Cost of some samples (null: all). */
export type SamplesCost = (weights: Reals, batch: Int32Array | null) => number;

/** What the orders of `two-field-1d` differ in. */
export interface Theory {
  readonly force: Force;
  /** The cost on other data than the force's. */
  readonly costOf: (data: Omit<TrainingData, 'test'>) => SamplesCost;
  /** The theory's Z in the N cells. */
  readonly forwardOf: (inputs: Float64Array) => Forward;
  readonly hessianVector: (weights: Reals, vector: Float64Array, out: Float64Array) => void;
}

/** Makes one order of the theory. */
export type TheoryOf = (values: TheoryValues, data: TrainingData, kernels: Kernels) => Theory;

/** Adds up the cost of the samples of a batch. */
export function sumSamples(
  sampleCount: number,
  costOfSample: (weights: Reals, l: number) => number,
): SamplesCost {
  return (weights, batch) => {
    let cost = 0;
    const count = batch === null ? sampleCount : batch.length;
    for (let n = 0; n < count; n++) cost += costOfSample(weights, batch === null ? n : batch[n]);
    return cost;
  };
}
