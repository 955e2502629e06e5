import { meanField as meanFieldOf } from '../wide/meanField.ts';
import { observable } from './types.ts';

/** Where lengths and differences settle in a wide network of these σ_w, σ_b: of its random start, whatever its weights are now. */
export const meanField = observable({
  id: 'mean-field',
  shape: '{ q, chi1, xi } at infinite width, null where infinite; null without such a limit',
  cost: 'O(10⁵)',
  cadence: 'request',
  compute: ({ system }) => (system.wide === undefined ? null : meanFieldOf(system.wide)),
});
