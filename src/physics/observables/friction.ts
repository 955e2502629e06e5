import { heavyBallAt } from './momentum.ts';
import { observable } from './types.ts';

/**
 * μ and η of the momentum SGD that the positions of kick-drift-kick obey, to round-off; null for methods whose positions do
 * not: descent, heat baths, Runge-Kutta. Of drawn samples both draws at a state share its η: h E₂ c₁ of the step before, h c₂
 * of the step to come. **exact**. Source: physics.md 4.1.
 */
export const momentum = observable({
  id: 'momentum',
  shape: '{ mu, eta }, null for dynamics that are no momentum SGD',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time, dt, heavyBall }) => (heavyBall ? heavyBallAt(expansion, time, dt) : null),
});

/** w_eff = −1 − 2γ′/γ² = −1 + 2 dη/dt of the history; null without friction; physics.md 3.3. **exact** */
export const equationOfState = observable({
  id: 'w-eff',
  shape: 'number or null',
  cost: 'O(1)',
  cadence: 'frame',
  compute: ({ expansion, time }) => expansion.equationOfState(time),
});
