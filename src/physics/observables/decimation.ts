import { decimationLevels, type SpringRing } from '../lattice/decimation.ts';
import type { Layout } from '../types.ts';
import { observable, type Instant } from './types.ts';

/** Whether all bonds are those of one closed row: bond n joins n and n + 1. */
function isRing({ sheets, bonds }: Layout): boolean {
  if (sheets.length !== 1 || sheets[0].rows !== 1 || !sheets[0].periodicColumns) return false;
  const count = sheets[0].columns;
  return (
    bonds.length === 2 * count &&
    bonds.every((site, k) => site === (k % 2 === 0 ? k / 2 : ((k + 1) / 2) % count))
  );
}

/** The ring of springs that a run's cost is, with the force at w = 0; null where it is none. **exact** */
export function springRing({ system, stiffness }: Pick<Instant, 'system' | 'stiffness'>): SpringRing | null {
  const found = system.couplings(null, stiffness);
  if (found === null || found.bonds !== undefined || !isRing(system.layout)) return null;
  const force = new Float64Array(system.weightCount);
  system.force.gradient(new Float64Array(system.weightCount), null, stiffness, force);
  return { K: found.K.slice(), J: found.J.slice(), force: force.map((slope) => (slope === 0 ? 0 : -slope)) };
}

/** Every second site integrated out, again and again: the renormalisation of a ring. **exact** physics.md 8 */
export const decimation = observable({
  id: 'decimation',
  shape: '{ levels: [{ K, J, force }] }, from N/2 sites down; null where the cost is no ring of springs',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute(instant) {
    const ring = springRing(instant);
    return ring === null ? null : { levels: decimationLevels(ring) };
  },
});
