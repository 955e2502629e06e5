import type { SymmetricEntries } from '../../physics/locality/entries.ts';
import { graphOf } from '../../physics/locality/graph.ts';
import { localityOf } from '../../physics/locality/measures.ts';
import { shuffled } from '../../physics/locality/reindex.ts';
import { spectralOrders } from '../../physics/locality/spectral.ts';
import { compare, type Check, type Trial } from './types.ts';

const SIZES = [5, 24, 64, 101] as const;

/** A uniform ring's couplings under shuffled names: the n-th neighbour in turn is called `names[n]`. */
export function shuffledRing(names: Int32Array): SymmetricEntries {
  const size = names.length;
  const pairs = Array.from(names, (name, n) => [name, names[(n + 1) % size]].sort((a, b) => a - b));
  return {
    size,
    diagonal: new Float64Array(size).fill(2),
    row: Int32Array.from(pairs, ([row]) => row),
    column: Int32Array.from(pairs, ([, column]) => column),
    value: new Float64Array(size).fill(-1),
  };
}

/** Mean distance round the ring of coupled weights, in the order that is found from their couplings alone. */
export function foundReach(entries: SymmetricEntries): number {
  const making = spectralOrders(graphOf(entries));
  let next = making.next();
  while (next.done !== true) next = making.next();
  const at = new Float64Array(entries.size);
  next.value.ring.forEach((weight, place) => (at[weight] = place));
  const places = { count: entries.size, axes: [{ at, period: entries.size }] };
  return localityOf(entries, places).meanDistance ?? NaN;
}

export const seriation: Check = {
  id: 'seriation',
  label: 'A shuffled ring is found again',
  help: 'The spectral order (angles of the second and third eigenvector of the Laplacian) brings the weights of a uniform ring whose names were shuffled back beside their neighbours: mean distance of coupled weights, 1.',
  trials: () =>
    SIZES.map((size): Trial => {
      const subject = `N = ${size}`;
      const names = shuffled(
        Int32Array.from({ length: size }, (_, n) => n),
        size,
      );
      return { subject, measure: () => compare(subject, foundReach(shuffledRing(names)), 1, 0) };
    }),
};
