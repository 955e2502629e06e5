import type { Observable } from './types.ts';

/** Kinetic, potential, dissipated and injected energy since t0, and what is left over; physics.md 3.1. */
export const energies: Observable = {
  id: 'energy-budget',
  shape: '{ kinetic, potential, dissipated, injected, residual }',
  cost: 'O(P) a step, gathered while the run goes',
  cadence: 'frame',
  compute: ({ budget }) => ({ ...budget }),
};
