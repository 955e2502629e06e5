import { real } from '../../parameters.ts';
import type { IntegratorDeclaration } from '../../types.ts';
import { inertial } from '../motion.ts';
import { dt, precision } from '../parameters.ts';

const parameters = {
  dt,
  phase: real({
    symbol: 'h√λ',
    label: 'phase of a sub-step',
    help: 'Largest advance in phase of the fastest mode in one sub-step; the error falls with its fourth power.',
    apply: 'restart',
    // The contract asks for at most 0.02 with λ of the start; a dense net's λ may grow tenfold on the way.
    default: 0.005,
    min: 0.001,
    max: 0.02,
    slider: [0.001, 0.02],
    scale: 'log',
  }),
  precision,
};

/** The yardstick. */
export const referenceDeclaration: IntegratorDeclaration<typeof parameters> = {
  kind: 'reference',
  label: 'Reference (Runge-Kutta)',
  help: 'The same second-order dynamics in many small Runge-Kutta steps: slow, and a yardstick.',
  source: 'Eq. 5',
  order: 4,
  firstOrder: false,
  role: 'second',
  hamilton: true,
  motion: (_jump, cost) => inertial(cost),
  parameters,
};
