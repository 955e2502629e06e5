import type { InitialPart } from '../types.ts';

const parameters = {};

/** Everything at rest at zero. */
export const zero: InitialPart<typeof parameters> = {
  kind: 'zero',
  label: 'Zero',
  help: 'All weights and velocities are zero.',
  parameters,
  refinement: { powers: {} },
  create(_values, _context, weights, velocity) {
    weights.fill(0);
    velocity.fill(0);
  },
};
