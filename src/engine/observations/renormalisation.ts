import { decimationLevels, type SpringRing } from '../../physics/lattice/decimation.ts';
import { springRing } from '../../physics/observables/decimation.ts';
import type { System } from '../../physics/types.ts';
import { observation } from './types.ts';

/** Sites of a level that its picture has room for. */
const MOST_DRAWN = 1024;

/** One level: every `every`-th of its sites and bonds, and the means of all. */
export interface RingLevel extends SpringRing {
  readonly sites: number;
  readonly every: number;
  readonly meanJ: number;
  readonly meanK: number;
  /** Largest |K|. */
  readonly mostK: number;
}

export interface Renormalisation {
  /** The ring itself first, then every second site of the one before. */
  readonly levels: readonly RingLevel[];
  /** J and K are the same everywhere. */
  readonly uniform: boolean;
}

function levelOf(ring: SpringRing): RingLevel {
  const sites = ring.J.length;
  const every = Math.ceil(sites / MOST_DRAWN);
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / sites;
  return {
    sites,
    every,
    meanJ: mean(ring.J),
    meanK: mean(ring.K),
    mostK: ring.K.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    J: ring.J.filter((_, i) => i % every === 0),
    K: ring.K.filter((_, i) => i % every === 0),
    force: ring.force.filter((_, i) => i % every === 0),
  };
}

/** Relative differences below this are the round-off of sums over samples. */
const ROUND_OFF = 1e-10;

const isUniform = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - values[0]) <= ROUND_OFF * Math.abs(values[0]));

/** The levels of the main run's ring for their picture; made anew when its couplings change. **exact** physics.md 8 */
export const renormalisation = observation({
  id: 'renormalisation',
  parameters: {},
  shape:
    '{ levels: [{ sites, every, meanJ, meanK, mostK, K, J, force }], uniform }, the ring itself first, or null',
  cadence: 'frame',
  create(_query, { simulation }) {
    let known: {
      readonly system: System;
      readonly stiffness: number;
      readonly found: Renormalisation | null;
    } | null = null;
    return {
      read(): Renormalisation | null {
        const { system, stiffness } = simulation.instant();
        if (known?.system !== system || known.stiffness !== stiffness) {
          const ring = springRing({ system, stiffness });
          const found = ring && {
            levels: [ring, ...decimationLevels(ring)].map(levelOf),
            uniform: isUniform(ring.J) && isUniform(ring.K),
          };
          known = { system, stiffness, found };
        }
        return structuredClone(known.found);
      },
    };
  },
});
