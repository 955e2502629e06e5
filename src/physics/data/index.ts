import type { DataPart } from '../types.ts';
import { addition } from './addition.ts';
import { circle } from './circle.ts';
import { csv } from './csv.ts';
import { explicit } from './explicit.ts';
import { gaussians } from './gaussians.ts';
import { incidence } from './incidence.ts';
import { none } from './none.ts';
import { sine } from './sine.ts';
import { sinusoid } from './sinusoid.ts';
import { smoothRandom } from './smoothRandom.ts';
import { spiral } from './spiral.ts';
import { step } from './step.ts';
import { teacher } from './teacher.ts';
import { uniformBonds } from './uniformBonds.ts';
import { xor } from './xor.ts';

export { attachTest } from './context.ts';

/** Every set of training data that a scenario can name, by its kind. */
export const datasets = {
  explicit,
  'uniform-bonds': uniformBonds,
  'smooth-random': smoothRandom,
  sinusoid,
  step,
  teacher,
  incidence,
  xor,
  circle,
  spiral,
  gaussians,
  sine,
  addition,
  csv,
  none,
} as const satisfies Record<string, DataPart>;
