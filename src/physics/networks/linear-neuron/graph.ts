import { ringBonds } from '../../lattice/ring.ts';
import { torusBonds } from '../../lattice/torus.ts';
import { ParameterError } from '../../parameters.ts';

/** What of a linear neuron's parameters decides its lattice. */
export interface GraphValues {
  readonly N: number;
  readonly bonds?: readonly (readonly [number, number])[] | undefined;
  readonly shape: readonly number[];
}

/** Refuses bonds to sites that do not exist, bonds of a site with itself, and a shape of other than N sites. */
export function checkGraph({ N, bonds, shape }: GraphValues): void {
  if (shape.length === 1 || (shape.length === 2 && shape[0] * shape[1] !== N)) {
    throw new ParameterError('shape', shape, `[rows, columns] with rows × columns = N = ${N}`);
  }
  bonds?.forEach((pair, b) => {
    pair.forEach((site, end) => {
      if (!Number.isInteger(site) || site < 0 || site >= N) {
        throw new ParameterError(`bonds[${b}][${end}]`, site, `a site from 0 to ${N - 1}`);
      }
    });
    if (pair[0] === pair[1]) throw new ParameterError(`bonds[${b}]`, pair, 'two different sites');
  });
}

/**
 * The declared bonds [2B]; where none are declared, the nearest neighbours on the torus of the shape, or
 * on the ring (also for a shape of one row or column). Two rows, or columns, or sites, join but once.
 */
export function bondsOf({ N, bonds, shape }: GraphValues): Int32Array {
  if (bonds !== undefined) return Int32Array.from(bonds.flat());
  const flat = shape.length !== 2 || shape[0] === 1 || shape[1] === 1;
  const neighbours = flat ? ringBonds(N) : torusBonds(shape[0], shape[1]);
  const seen = new Set<number>();
  const kept: number[] = [];
  for (let b = 0; b < neighbours.length; b += 2) {
    const [i, j] = [neighbours[b], neighbours[b + 1]];
    const key = Math.min(i, j) * N + Math.max(i, j);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(i, j);
  }
  return Int32Array.from(kept);
}
