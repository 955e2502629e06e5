import { createRandom } from '../math/random.ts';
import { reverseCuthillMcKee } from './cuthillMcKee.ts';
import { largestPair, ROUND_OFF, type SymmetricEntries } from './entries.ts';
import { graphOf } from './graph.ts';
import { localityOf } from './measures.ts';
import type { Places } from './places.ts';
import { spectralOrders } from './spectral.ts';

/** Ways to put weights in an order. */
export const orderNames = ['lattice', 'shuffled', 'cuthill-mckee', 'spectral'] as const;
export type OrderName = (typeof orderNames)[number];

/** Couplings weaker than this part of the strongest say nothing of who is near whom, and spoil the equations. */
const WEAK = 1e-6;

/**
 * Weights in another order: names are changed, no force is.
 *    lattice        as they stand
 *    shuffled       by a seed
 *    cuthill-mckee  reverse Cuthill-McKee: small bandwidth of the matrix
 *    spectral       seriation by the Laplacian of A = H²: strong couplings short; the line or the ring, whichever has the
 *                   smaller mean distance on the lattice
 *  @param lattice  [P] weight at each place of the lattice's own order
 *  @returns        [P] weight at each place
 */
export function* reindexed(
  name: OrderName,
  entries: SymmetricEntries,
  places: Places,
  lattice: Int32Array,
  seed: number,
): Generator<void, Int32Array> {
  if (name === 'lattice') return lattice.slice();
  if (name === 'shuffled') return shuffled(lattice, seed);
  if (name === 'cuthill-mckee') return reverseCuthillMcKee(graphOf(entries));
  const { line, ring } = yield* spectralOrders(graphOf(entries, WEAK));
  const reach = (order: Int32Array): number =>
    localityOf(entries, places, sitesOfOrder(order, lattice)).meanDistance ?? 0;
  return reach(ring) < reach(line) ? ring : line;
}

/** A shuffle of Fisher and Yates, the same for the same seed. */
export function shuffled(order: Int32Array, seed: number): Int32Array {
  const out = order.slice();
  const random = createRandom(seed, 'noise');
  for (let n = out.length - 1; n > 0; n--) {
    const other = random.integer(n + 1);
    [out[n], out[other]] = [out[other], out[n]];
  }
  return out;
}

/** Site on which an order puts each weight: the k-th weight on the k-th site of the lattice. [P] by weight */
export function sitesOfOrder(order: Int32Array, lattice: Int32Array): Int32Array {
  const sites = new Int32Array(order.length);
  order.forEach((weight, place) => (sites[weight] = lattice[place]));
  return sites;
}

/** Bandwidth of the matrix in an order, max |π(i) − π(j)| of coupled pairs: what Cuthill-McKee makes small. */
export function matrixBandwidth(entries: SymmetricEntries, order: Int32Array): number {
  const placeOf = new Int32Array(order.length);
  order.forEach((weight, place) => (placeOf[weight] = place));
  const { row, column, value } = entries;
  const least = ROUND_OFF * largestPair(entries);
  let bandwidth = 0;
  for (let n = 0; n < value.length; n++) {
    if (Math.abs(value[n]) > least)
      bandwidth = Math.max(bandwidth, Math.abs(placeOf[row[n]] - placeOf[column[n]]));
  }
  return bandwidth;
}
