import { push, stir } from './typescript/bath.ts';
import { bondDifference } from './typescript/bondDifference.ts';
import { flow } from './typescript/flow.ts';
import { floorSmall } from './typescript/floor.ts';
import { fourField } from './typescript/fourField.ts';
import { linearNeuron } from './typescript/linearNeuron.ts';
import { ring } from './typescript/ring.ts';
import { typescriptRows } from './typescript/rowLoops.ts';
import { ringPerceptron } from './typescript/ringPerceptron.ts';
import { ringShared } from './typescript/ringShared.ts';
import { twoFieldCell } from './typescript/twoFieldCell.ts';
import { twoFieldQuadratic } from './typescript/twoFieldQuadratic.ts';
import { kickDriftKick } from './typescript/secondOrder.ts';
import { torus } from './typescript/torus.ts';
import { addScaled, combine, largest, sumOfSquares } from './typescript/vectors.ts';
import type { Kernels } from './types.ts';

/**
 * Whether two sets of kernels move a state in the same bits: in double precision all of this program do; in single precision
 * lattices are stepped in f32 by one and in f64 by the other.
 * @param one, other  their names; of a set that is not known nothing is
 */
export function haveSameBits(one: string, other: string, single: boolean): boolean {
  const known = ['typescript', 'simd'];
  return one === other || (!single && known.includes(one) && known.includes(other));
}

/** The plain TypeScript twin: fallback and oracle of every faster one. */
export const typescriptKernels: Kernels = {
  name: 'typescript',
  ring,
  torus,
  ringPerceptron,
  ringShared,
  bondDifference,
  linearNeuron,
  twoFieldQuadratic,
  twoFieldCell,
  fourField,
  rows: () => typescriptRows,
  reals: ({ size }, single) => (single ? new Float32Array(size) : new Float64Array(size)),
  kickDriftKick,
  push,
  stir,
  flow,
  floorSmall,
  addScaled,
  combine,
  largest,
  sumOfSquares,
};
