import type { IntegratorDeclaration } from '../../types.ts';
import { inertial } from '../motion.ts';
import { dt } from '../parameters.ts';

const parameters = { dt };

/** The closed form. */
export const exactDeclaration: IntegratorDeclaration<typeof parameters> = {
  kind: 'exact',
  label: 'Exact (mode by mode)',
  help: 'The closed form of every mode, where the cost is quadratic and the friction constant: the theory itself.',
  source: 'Eq. 5',
  order: 'exact',
  firstOrder: false,
  role: 'second',
  hamilton: true,
  motion: (_jump, cost) => inertial(cost),
  parameters,
};
