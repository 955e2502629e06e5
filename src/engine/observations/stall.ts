import { layerWork } from '../../physics/layers/energies.ts';
import { stallOf, type Stall } from '../../physics/layers/stall.ts';
import { isBeyondBound } from '../clockLimits.ts';
import { observation } from './types.ts';

/** Multiplications of one look at most: some ten milliseconds. */
const MOST_WORK = 1e7;

/** Gradient, saturated and dead units of every layer of the main run, and why it stalls; null without layers, or of too many. **exact** */
export const stall = observation({
  id: 'stall',
  parameters: {},
  shape: '{ layers: { gradient, units, saturated, dead, alike } each, gradient, cost, reason, layer }',
  cadence: 'frame',
  create(_query, { simulation }) {
    return {
      read(): Stall | null {
        const instant = simulation.instant();
        if (layerWork({ system: instant.system, batch: null }) > MOST_WORK) return null;
        return stallOf(instant, isBeyondBound(simulation, 0));
      },
    };
  },
});
