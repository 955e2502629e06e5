import type { Reals, System } from '../types.ts';
import type { Forward } from './readout.ts';

/** What a network of several layers gives beside its force: outputs, activations and second derivatives. */
export interface LayeredModel {
  readonly weightCount: number;
  readonly forwardOf: (inputs: Float64Array) => Forward;
  readonly activations: System['activations'];
  /** H v of the cost of all samples, [weights], written to `out`. */
  hessianVector(weights: Reals, vector: Float64Array, out: Float64Array): void;
}
