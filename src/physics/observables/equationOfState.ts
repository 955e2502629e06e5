import type { Observable } from './types.ts';

/** w_eff = −1 − 2γ′/γ² = −1 + 2 dη/dt of the history; null without friction; physics.md 3.3. **exact** */
export const equationOfState: Observable = {
  id: 'w-eff',
  shape: 'number or null',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time }) => expansion.equationOfState(time),
};
