import { largestPair, ROUND_OFF, type SymmetricEntries } from './entries.ts';
import { distanceOf, randomDistance, type Places } from './places.ts';

/** How far the couplings of a cost reach. */
export interface Locality {
  /** ⟨r⟩; null where no pair is coupled. */
  readonly meanDistance: number | null;
  /** ⟨r⟩ over that of couplings at random on the same sites. */
  readonly ratio: number | null;
  /** Largest distance of a coupled pair; 0 where none is. */
  readonly bandwidth: number;
  /** F(r) at r = 0, 1, 2, … up to the largest distance of the lattice: the part of A within r. Empty where there is none. */
  readonly profile: Float64Array;
}

/** Distances a hair above a whole number, from offsets of sheets, belong to it. */
const HAIR = 1e-9;

/**
 * Measures of the reach of a Hessian with weight A_ij = H_ij², i ≠ j:
 *    ⟨r⟩ = Σ A d / Σ A,  ratio ⟨r⟩/⟨r⟩_random,  F(r) = Σ_{d ≤ r} A / Σ A,  bandwidth = max d of |H_ij| > ε. **exact**
 *  @param siteOf  [P] site on which each weight is put; null: its own
 *  Source: physics.md 7; arXiv:2503.08827, Eqs. 11, 12. ⟨r⟩ is one number of one system: local is a family in which
 *  ⟨r⟩ over the size falls to zero.
 */
export function localityOf(
  entries: SymmetricEntries,
  places: Places,
  siteOf: Int32Array | null = null,
): Locality {
  const { row, column, value } = entries;
  const largest = largestPair(entries);
  const bins: number[] = [];
  let total = 0;
  let moment = 0;
  let bandwidth = 0;
  for (let n = 0; n < value.length; n++) {
    if (!(Math.abs(value[n]) > ROUND_OFF * largest)) continue;
    const d = distanceOf(places, siteOf?.[row[n]] ?? row[n], siteOf?.[column[n]] ?? column[n]);
    // In units of the largest nothing overflows.
    const size = value[n] / largest;
    const A = size * size;
    total += A;
    moment += A * d;
    bandwidth = Math.max(bandwidth, d);
    const bin = Math.ceil(d - HAIR);
    while (bins.length <= bin) bins.push(0);
    bins[bin] += A;
  }
  if (total === 0) return { meanDistance: null, ratio: null, bandwidth: 0, profile: new Float64Array(0) };
  const profile = new Float64Array(Math.max(bins.length, Math.ceil(diameterOf(places) - HAIR) + 1));
  let within = 0;
  profile.forEach((_, r) => (profile[r] = Math.min(1, (within += bins[r] ?? 0) / total)));
  const meanDistance = moment / total;
  return { meanDistance, ratio: meanDistance / randomDistance(places), bandwidth, profile };
}

/** Largest distance that the lattice has room for. */
function diameterOf({ axes }: Places): number {
  return axes.reduce((sum, { at, period }) => {
    if (period > 0) return sum + Math.floor(period / 2);
    let least = Infinity;
    let most = -Infinity;
    for (const value of at) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return sum + most - least;
  }, 0);
}
