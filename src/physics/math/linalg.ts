import { symmetricEigen } from './symmetricEigen.ts';

export { symmetricEigen };

/** Linear algebra. */

export interface LeastNormSolution {
  /** [n], least norm among all solutions (least squares where there is none). */
  readonly solution: Float64Array;
  /** Number of eigenvalues above the tolerance. */
  readonly rank: number;
}

/**
 * Solves M x = b for a symmetric positive semidefinite M by its pseudo-inverse.
 *  @param matrix     [n·n], row-major; not modified
 *  @param right      b [n]; not modified
 *  @param tolerance  eigenvalues up to this part of the largest count as 0
 *  @throws RangeError as `symmetricEigen`
 *  Cost O(n³).
 */
export function pseudoInverseSolve(
  matrix: Float64Array,
  n: number,
  right: Float64Array,
  tolerance = 1e-12,
): LeastNormSolution {
  const { values, vectors } = symmetricEigen(matrix, n);
  const solution = new Float64Array(n);
  const threshold = n === 0 ? 0 : tolerance * Math.max(values[n - 1], -values[0]);
  let rank = 0;
  for (let k = 0; k < n; k++) {
    if (values[k] <= threshold) continue;
    rank++;
    let projection = 0;
    for (let i = 0; i < n; i++) projection += vectors[k * n + i] * right[i];
    for (let i = 0; i < n; i++) solution[i] += (projection / values[k]) * vectors[k * n + i];
  }
  return { solution, rank };
}

export interface IterativeSolution {
  /** [n]. */
  readonly solution: Float64Array;
  readonly iterations: number;
  /** |b − M x| / |b|, 0 where b = 0. */
  readonly residual: number;
}

/**
 * Solves M x = b by conjugate gradients, for large symmetric positive semidefinite M known by its
 * products. Started from 0 the iterates stay in the range of M, so that for consistent systems (b in
 * the range) the limit is the least-norm solution.
 *  @param multiply       writes M v into out [n]
 *  @param right          b [n]; not modified
 *  @param tolerance      wanted |b − M x| / |b|
 *  @param maxIterations  default 10 n + 100: round-off delays the exact end after n
 *  @returns the best effort; read `residual` for how far it came
 *  Cost: one product per iteration. Source: Hestenes and Stiefel (1952).
 */
export function conjugateGradient(
  multiply: (vector: Float64Array, out: Float64Array) => void,
  right: Float64Array,
  tolerance = 1e-13,
  maxIterations = 10 * right.length + 100,
): IterativeSolution {
  const n = right.length;
  const solution = new Float64Array(n);
  const rest = right.slice();
  const direction = right.slice();
  const product = new Float64Array(n);
  const goal = tolerance * Math.sqrt(dot(right, right));
  let square = dot(rest, rest);
  let iterations = 0;
  while (iterations < maxIterations && Math.sqrt(square) > goal) {
    multiply(direction, product);
    const curvature = dot(direction, product);
    // A direction without curvature lies in the null space: nothing more can be gained.
    if (!(curvature > 0)) break;
    const length = square / curvature;
    for (let i = 0; i < n; i++) {
      solution[i] += length * direction[i];
      rest[i] -= length * product[i];
    }
    const next = dot(rest, rest);
    for (let i = 0; i < n; i++) direction[i] = rest[i] + (next / square) * direction[i];
    square = next;
    iterations++;
  }
  multiply(solution, product);
  for (let i = 0; i < n; i++) rest[i] = right[i] - product[i];
  const size = dot(right, right);
  return { solution, iterations, residual: size === 0 ? 0 : Math.sqrt(dot(rest, rest) / size) };
}

/** Σ x_i y_i, in index order. */
export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}
