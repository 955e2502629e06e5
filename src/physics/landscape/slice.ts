import type { System } from '../types.ts';
import type { Plane } from './plane.ts';

/** A rectangle of a plane, in units of weights. */
export interface Window {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** A cost over a rectangle of a plane. */
export interface Slice {
  /** Points along each side, 2^k + 1. */
  readonly size: number;
  /** [size × size], row y by row; NaN where it is not known yet. */
  readonly costs: Float64Array;
  /** Every so many points along each side are known: 1 when all are. */
  spacing: number;
  /** Points that are known. */
  known: number;
}

/** Spacing of the first, coarse picture. */
const COARSE = 8;

/** The number of points along a side that a slice takes: the next 2^k + 1, from 9 on. */
export function sideOf(size: number): number {
  let side = COARSE + 1;
  while (side < size) side = 2 * side - 1;
  return side;
}

export function emptySlice(size: number): Slice {
  const side = sideOf(size);
  return { size: side, costs: new Float64Array(side * side).fill(NaN), spacing: 2 * COARSE, known: 0 };
}

/** Coordinate of a point of a side. */
export function coordinateOf([low, high]: readonly [number, number], index: number, size: number): number {
  return low + ((high - low) * index) / (size - 1);
}

/**
 * Fills a slice with the full batch's cost: first every eighth point, then those between, so that the whole is seen
 * early.
 *    C(O + x u + y v) at every point of the grid
 *  @param stiffness  factor on K, as in System.cost
 *  @param slice      overwritten; yields after every point
 *  **exact** at the points. One cost a point.
 */
export function* fillSlice(
  system: System,
  { origin, axes: [u, v] }: Plane,
  window: Window,
  stiffness: number,
  slice: Slice,
): Generator<undefined, void> {
  const { size, costs } = slice;
  const weights = new Float64Array(origin.length);
  for (let spacing = COARSE; spacing >= 1; spacing /= 2) {
    for (let row = 0; row < size; row += spacing) {
      const y = coordinateOf(window.y, row, size);
      for (let column = 0; column < size; column += spacing) {
        if (!Number.isNaN(costs[row * size + column])) continue;
        const x = coordinateOf(window.x, column, size);
        for (let i = 0; i < weights.length; i++) weights[i] = origin[i] + x * u[i] + y * v[i];
        const cost = system.cost(weights, null, stiffness);
        // A cost beyond all numbers is one that is known to be.
        costs[row * size + column] = Number.isNaN(cost) ? Infinity : cost;
        slice.known++;
        yield;
      }
    }
    slice.spacing = spacing;
  }
}
