import type { Estimate } from './system.ts';

// Documents are untrusted: what they ask for must fit in memory and be made in a second or two.

/** Most sites of a field in two dimensions, 1024 by 1024: they have neither wires nor samples. */
export const MOST_FIELD_SITES = 1_048_576;
/** Most sites of a network in two dimensions, or points of a mesh: 512 by 512. */
export const MOST_SITES = 262_144;
/** Most weights of a network of many layers: every one is also a wire and a site of the pictures. */
const MOST_LAYER_WEIGHTS = 1_000_000;

/** Sites of a grid. @param most  of them */
export function gridExtent(rows: number, columns: number, most: number): NonNullable<Estimate['extent']> {
  const expected = `rows times columns of at most ${most}`;
  return { count: rows * columns, most, parameter: 'rows', expected };
}

/** Points of a mesh in N cells. */
export function meshExtent(N: number, mesh: number): NonNullable<Estimate['extent']> {
  return {
    count: N * mesh,
    most: MOST_SITES,
    parameter: 'mesh',
    expected: `N times mesh of at most ${MOST_SITES}`,
  };
}

/** Weights, or wires, of a network of layers. @param parameter  what makes it so large */
export function layersExtent(count: number, parameter: string): NonNullable<Estimate['extent']> {
  return {
    count,
    most: MOST_LAYER_WEIGHTS,
    parameter,
    expected: `layers with at most ${MOST_LAYER_WEIGHTS} weights in all`,
  };
}
