import { heavyBallAt } from './momentum.ts';
import type { Observable } from './types.ts';

/** μ and η of the momentum SGD that the positions of kick-drift-kick obey; null without inertia; physics.md 4.1. **exact** */
export const equivalentMomentum: Observable = {
  id: 'momentum',
  shape: '{ mu, eta }, null for first-order dynamics',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time, dt, firstOrder }) => (firstOrder ? null : heavyBallAt(expansion, time, dt)),
};
