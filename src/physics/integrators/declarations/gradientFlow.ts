import type { IntegratorDeclaration } from '../../types.ts';
import { flow } from '../motion.ts';
import { dt, eta, precision, substeps } from '../parameters.ts';

const parameters = {
  dt,
  eta,
  substeps: {
    ...substeps,
    help: 'Classical Runge-Kutta steps within each step of the clock. "auto" takes as many as stay accurate; of a quadratic cost fewer Chebyshev stages, every mode within 1/1000 of its amplitude in a step.',
  },
  precision,
};

/** The high-viscosity limit. */
export const gradientFlowDeclaration: IntegratorDeclaration<typeof parameters> = {
  kind: 'gradient-flow',
  label: 'Gradient flow',
  help: 'The field without inertia: weights flow down the gradient at the rate η.',
  source: 'Eq. 4',
  order: 4,
  firstOrder: true,
  role: 'ghost',
  motion: (_jump, cost) => flow(cost),
  bound: () => ({ id: 'runge-kutta', tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2.785', plain: 'h η λ < 2.785' }),
  parameters,
};
