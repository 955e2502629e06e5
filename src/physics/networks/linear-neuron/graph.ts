import { neuronRow, packLayout } from '../../lattice/layout.ts';
import { ringBonds } from '../../lattice/ring.ts';
import { gridSheet } from '../../lattice/sheets.ts';
import { torusBonds } from '../../lattice/torus.ts';
import { ParameterError } from '../../parameters.ts';
import type { Layout } from '../../types.ts';

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

/** Input i stands on site i of the lattice, the output in its middle; periodic where a bond closes it. */
export function layoutOf(values: GraphValues, bonds: Int32Array): Layout {
  const { N, shape } = values;
  const [rows, columns] = shape.length === 2 ? shape : [1, N];
  const closes = (length: number, coordinate: (site: number) => number): boolean => {
    for (let b = 0; b < bonds.length; b += 2) {
      if (Math.abs(coordinate(bonds[b]) - coordinate(bonds[b + 1])) === length - 1) return length > 2;
    }
    return false;
  };
  const row = (site: number): number => Math.floor(site / columns);
  const column = (site: number): number => site % columns;
  const neurons = [
    ...neuronRow('input', 0, N, column, row),
    ...neuronRow(
      'output',
      1,
      1,
      () => (columns - 1) / 2,
      () => (rows - 1) / 2,
    ),
  ];
  const wires = Array.from({ length: N }, (_, weight) => ({ weight, from: weight, to: N, sign: 1 as const }));
  const sheet = gridSheet('w', rows, columns, closes(rows, row), closes(columns, column));
  return packLayout('graph', neurons, wires, [sheet], bonds);
}
