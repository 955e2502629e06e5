import type { IntegratorDeclaration } from '../../types.ts';
import { flow, descent } from '../motion.ts';
import { dt, eta, precision } from '../parameters.ts';

const parameters = {
  dt: {
    ...dt,
    help: 'Step of the clock; 1 is the textbook step of training, W ← W − η ∂C/∂W.',
    default: 1,
  },
  eta,
  precision,
};

/** The textbook step. */
export const gradientDescentDeclaration: IntegratorDeclaration<typeof parameters> = {
  kind: 'gradient-descent',
  label: 'Gradient descent',
  help: 'The textbook step of training, one jump down the gradient at a time; not the flow of Eq. 4.',
  source: 'Eq. 3',
  order: 1,
  firstOrder: true,
  role: 'descent',
  motion: (jump, cost) => (jump === null ? flow(cost) : descent(jump === 1, cost)),
  bound: () => ({ id: 'euler', tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2', plain: 'h η λ < 2' }),
  parameters,
};
