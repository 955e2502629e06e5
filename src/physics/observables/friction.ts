import { heavyBallAt } from './momentum.ts';
import { observable } from './types.ts';

/** μ and η of the momentum SGD that the positions of kick-drift-kick obey; null without inertia; physics.md 4.1. **exact** */
export const momentum = observable({
  id: 'momentum',
  shape: '{ mu, eta }, null for first-order dynamics',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time, dt, firstOrder }) => (firstOrder ? null : heavyBallAt(expansion, time, dt)),
});

/** w_eff = −1 − 2γ′/γ² = −1 + 2 dη/dt of the history; null without friction; physics.md 3.3. **exact** */
export const equationOfState = observable({
  id: 'w-eff',
  shape: 'number or null',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time }) => expansion.equationOfState(time),
});
