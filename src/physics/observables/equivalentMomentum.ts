import { heavyBallAt } from './momentum.ts';
import type { Observable } from './types.ts';

/** μ and η of the momentum SGD that the positions of kick-drift-kick obey; physics.md 4.1. **exact** */
export const equivalentMomentum: Observable = {
  id: 'momentum',
  shape: '{ mu, eta }',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time, dt }) => heavyBallAt(expansion, time, dt),
};
