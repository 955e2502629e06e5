import { denseHessian } from '../denseHessian.ts';
import { symmetricEigen } from '../math/symmetricEigen.ts';
import { createRandom, type Random } from '../math/random.ts';
import type { Reals, System } from '../types.ts';
import { extremeMode } from './extreme.ts';

/** A direction of curvature: an eigenvector of the Hessian. */
export interface CurvatureAxis {
  /** λ, in units of cost over weight squared; negative where the cost falls away on both sides. */
  readonly lambda: number;
  /** [P], of unit length; its largest component is positive. */
  readonly vector: Float64Array;
  /** |H v − λ v|, 0 where all modes were computed. */
  readonly residual: number;
}

/** Up to here the Hessian is diagonalised; beyond it only the ends of its spectrum can be had. */
export const MOST_DENSE = 256;
/** Furthest from the ends of the spectrum that a mode can be asked for where there are more weights. */
export const MOST_RANK = 4;

/** Whether a system of so many weights can give a mode of a rank: 0, 1, … from the steepest, −1, −2, … from the flattest. */
export function hasRank(size: number, rank: number): boolean {
  const most = size <= MOST_DENSE ? size : Math.min(size, MOST_RANK);
  return Number.isInteger(rank) && (rank >= 0 ? rank < most : -rank <= most);
}

/**
 * Eigenvectors of the Hessian where the weights are, by their ranks: by curvature with its sign, 0 is the steepest, −1
 * the flattest or, at a saddle, the one that falls.
 *  @param ranks  those that `hasRank`
 *  @returns      in the order of the ranks; null where the Hessian is not finite
 *  Up to 256 weights by diagonalisation, **exact** to round-off; beyond them by Lanczos' iteration with products H v,
 *  **approximate**: `residual` says how far. Yields between products.
 */
export function* curvatureAxes(
  system: System,
  weights: Reals,
  stiffness: number,
  ranks: readonly number[],
): Generator<undefined, readonly CurvatureAxis[] | null> {
  const size = system.weightCount;
  if (size <= MOST_DENSE) {
    const matrix = denseHessian(system, weights, stiffness);
    yield;
    if (!matrix.every(Number.isFinite)) return null;
    const { values, vectors } = symmetricEigen(matrix, size);
    return ranks.map((rank) => {
      const row = rank >= 0 ? size - 1 - rank : -rank - 1;
      const vector = turned(vectors.slice(row * size, (row + 1) * size));
      return { lambda: values[row], vector, residual: 0 };
    });
  }
  const multiply = (vector: Float64Array, out: Float64Array): void =>
    system.hessianVector(weights, vector, stiffness, out);
  // Any seed does: it is the eigenvector that is sought, not the way there.
  const random = createRandom(0, 'noise');
  const steepest: CurvatureAxis[] = [];
  const flattest: CurvatureAxis[] = [];
  for (const rank of ranks) {
    const found = rank >= 0 ? steepest : flattest;
    const end = rank >= 0 ? 'largest' : 'smallest';
    const count = rank >= 0 ? rank + 1 : -rank;
    while (found.length < count) {
      const next = yield* beside(multiply, size, end, found, random);
      if (next === null) return null;
      found.push(next);
    }
  }
  return ranks.map((rank) => (rank >= 0 ? steepest[rank] : flattest[-rank - 1]));
}

function* beside(
  multiply: (vector: Float64Array, out: Float64Array) => void,
  size: number,
  end: 'largest' | 'smallest',
  known: readonly CurvatureAxis[],
  random: Random,
): Generator<undefined, CurvatureAxis | null> {
  const locked = known.map(({ vector }) => vector);
  const found = yield* extremeMode(multiply, size, end, locked, random);
  return found === null
    ? null
    : { lambda: found.value, vector: turned(found.vector), residual: found.residual };
}

/** The vector or its opposite: that whose largest component is positive, so that pictures do not flip. */
function turned(vector: Float64Array): Float64Array {
  let largest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0 ? vector.map((value) => -value) : vector;
}
