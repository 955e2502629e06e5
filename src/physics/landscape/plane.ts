import { symmetricEigen } from '../math/symmetricEigen.ts';
import type { Reals } from '../types.ts';

/** A plane in the space of weights: W = origin + x·axes[0] + y·axes[1]. */
export interface Plane {
  /** [P] */
  readonly origin: Float64Array;
  /** Orthonormal, [P] each: x and y are lengths in that space, in units of weights. */
  readonly axes: readonly [Float64Array, Float64Array];
}

/** Where a point of the space of weights stands to a plane. */
export interface Placed {
  /** Coordinates of its foot. */
  x: number;
  y: number;
  /** |W − foot|: how far it is off the plane. */
  off: number;
  /** |W − origin|² */
  squares: number;
}

/** What decides the difference of two lengths to be 0. */
const TINY = 1e-14;

/**
 * Projects a point on a plane.
 *    x = u·(W − O), y = v·(W − O), off² = |W − O|² − x² − y²
 *  @param out  overwritten
 *  **exact**. O(P); allocates nothing.
 */
export function placeOn({ origin, axes }: Plane, weights: Reals, out: Placed): void {
  const [u, v] = axes;
  let x = 0;
  let y = 0;
  let squares = 0;
  for (let i = 0; i < origin.length; i++) {
    const d = weights[i] - origin[i];
    x += u[i] * d;
    y += v[i] * d;
    squares += d * d;
  }
  // By its own sum, for the difference of squares would leave round-off of the plane as a distance.
  let off = 0;
  for (let i = 0; i < origin.length; i++) {
    const d = weights[i] - origin[i] - x * u[i] - y * v[i];
    off += d * d;
  }
  out.x = x;
  out.y = y;
  out.off = off <= TINY * TINY * squares ? 0 : Math.sqrt(off);
  out.squares = squares;
}

/** Writes the parts of a vector along the axes, out [2]. **exact** */
export function alongPlane({ axes }: Plane, vector: Reals, out: { x: number; y: number }): void {
  out.x = 0;
  out.y = 0;
  for (let i = 0; i < vector.length; i++) {
    out.x += axes[0][i] * vector[i];
    out.y += axes[1][i] * vector[i];
  }
}

/** The point of the space of weights over (x, y): W = O + x u + y v, new. Its bits are those of this formula. **exact** */
export function pointOf({ origin, axes: [u, v] }: Plane, x: number, y: number): Float64Array {
  return origin.map((value, i) => value + x * u[i] + y * v[i]);
}

/**
 * How much of a motion a plane holds: the part of Σ|W − O|² that lies in it.
 *    1 − Σ off² / Σ|W − O|²,  1 for a motion that does not leave the origin
 *  **exact** for the states given.
 */
export function shareOf(plane: Plane, states: readonly Reals[]): number {
  const placed = { x: 0, y: 0, off: 0, squares: 0 };
  let off = 0;
  let all = 0;
  for (const state of states) {
    placeOn(plane, state, placed);
    off += placed.off * placed.off;
    all += placed.squares;
  }
  return all === 0 ? 1 : 1 - off / all;
}

/** The plane through the coordinate axes of two weights, about 0. */
export function weightPlane(size: number, first: number, second: number): Plane {
  const unit = (index: number): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => (i === index ? 1 : 0));
  return { origin: new Float64Array(size), axes: [unit(first), unit(second)] };
}

/** Principal components of a path. */
export interface PathComponents {
  /** Mean of the states [P]. */
  readonly mean: Float64Array;
  /** Directions of largest spread, orthonormal, at most two: as many as the path has. */
  readonly directions: readonly Float64Array[];
}

/** Squared spreads below this part of the largest are round-off of the Gram matrix. */
const FLAT = 1e-12;

/**
 * First two principal components of a path: the plane through its mean that holds most of Σ|W − mean|².
 *    eigenvectors of the states' Gram matrix G_ab = (W_a − m)·(W_b − m), carried over to the weights
 *  @param states  [n] of [P]; each counts the same
 *  Each direction points the way the path goes, from its first state to its last. **exact**
 *  Cost O(n² P + n³). Source: Pearson (1901); Gram's trick for n < P.
 */
export function pathComponents(states: readonly Reals[]): PathComponents {
  const n = states.length;
  const size = n === 0 ? 0 : states[0].length;
  const mean = new Float64Array(size);
  for (const state of states) for (let i = 0; i < size; i++) mean[i] += state[i] / n;
  const centred = states.map((state) => mean.map((value, i) => state[i] - value));
  const gram = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += centred[a][i] * centred[b][i];
      gram[a * n + b] = sum;
      gram[b * n + a] = sum;
    }
  }
  const { values, vectors } = symmetricEigen(gram, n);
  const directions: Float64Array[] = [];
  for (let k = n - 1; k >= Math.max(0, n - 2); k--) {
    if (!(values[k] > FLAT * values[n - 1])) break;
    const direction = new Float64Array(size);
    for (let a = 0; a < n; a++) {
      for (let i = 0; i < size; i++) direction[i] += vectors[k * n + a] * centred[a][i];
    }
    orthonormalise(direction, directions);
    const along = centred[n - 1].reduce((sum, value, i) => sum + (value - centred[0][i]) * direction[i], 0);
    directions.push(along < 0 ? direction.map((value) => -value) : direction);
  }
  return { mean, directions };
}

/** Takes out of a vector its parts along others, and brings it to length 1. @returns its length before that */
export function orthonormalise(vector: Float64Array, others: readonly Float64Array[]): number {
  for (let pass = 0; pass < 2; pass++) {
    for (const other of others) {
      const part = vector.reduce((sum, value, i) => sum + value * other[i], 0);
      for (let i = 0; i < vector.length; i++) vector[i] -= part * other[i];
    }
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] /= length;
  return length;
}
