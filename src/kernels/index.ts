import { bondDifference } from './typescript/bondDifference.ts';
import { deepRing } from './typescript/deepRing.ts';
import { dense } from './typescript/dense.ts';
import { linearNeuron } from './typescript/linearNeuron.ts';
import { ring } from './typescript/ring.ts';
import { ringPerceptron } from './typescript/ringPerceptron.ts';
import { ringShared } from './typescript/ringShared.ts';
import { ringTwoLayer } from './typescript/ringTwoLayer.ts';
import { kickDriftKick } from './typescript/secondOrder.ts';
import { addScaled, combine, sumOfSquares } from './typescript/vectors.ts';
import type { Kernels } from './types.ts';

/** The plain TypeScript twin: fallback and oracle of every faster one. */
export const typescriptKernels: Kernels = {
  name: 'typescript',
  ring,
  ringPerceptron,
  ringShared,
  bondDifference,
  linearNeuron,
  ringTwoLayer,
  dense,
  deepRing,
  kickDriftKick,
  addScaled,
  combine,
  sumOfSquares,
};
