import { diagonalise } from './tridiagonal.ts';

export interface SymmetricEigen {
  /** [n], ascending. */
  readonly values: Float64Array;
  /** [n·n]: eigenvector k is row k, of unit length. */
  readonly vectors: Float64Array;
}

/**
 * Diagonalises a symmetric matrix.
 *  @param matrix  [n·n], row-major; not modified. Only symmetric matrices make sense
 *  @returns       eigenvalues in ascending order, with orthonormal eigenvectors as rows
 *  @throws RangeError when the matrix has not n² entries or one of them is not finite
 *  Cost O(n³), all of it along rows. Source: Householder's reduction and the implicit QL method (Wilkinson and Reinsch,
 *  Handbook for Automatic Computation II, 1971).
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  if (matrix.length !== n * n) throw new RangeError(`matrix of ${matrix.length} entries: expected ${n * n}`);
  if (!matrix.every(Number.isFinite)) throw new RangeError('matrix with an entry that is not finite');
  const values = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  if (n === 0) return { values, vectors };
  const beside = new Float64Array(n);
  const basis = reduce(matrix.slice(), n, values, beside);
  for (const _ of diagonalise(values, beside, basis));
  const found = values.slice();
  const order = Array.from(found.keys()).sort((a, b) => found[a] - found[b] || a - b);
  order.forEach((from, k) => {
    values[k] = found[from];
    vectors.set(basis.subarray(from * n, (from + 1) * n), k * n);
  });
  return { values, vectors };
}

/**
 * Makes a symmetric matrix tridiagonal, T = R A Rᵀ, by reflections of its rows from the last to the first.
 *  @param a       [n·n], destroyed
 *  @param d       [n] out: the diagonal of T
 *  @param beside  [n] out: T between i and i + 1; the last is 0
 *  @returns       R [n·n]
 */
function reduce(a: Float64Array, n: number, d: Float64Array, beside: Float64Array): Float64Array {
  const heights = new Float64Array(n);
  const image = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    // u, in the place of row i left of the diagonal, reflects that row onto its last entry.
    const row = i * n;
    let scale = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(a[row + k]);
    d[i] = a[row + i];
    if (scale === 0) continue;
    let square = 0;
    for (let k = 0; k < i; k++) {
      a[row + k] /= scale;
      square += a[row + k] * a[row + k];
    }
    const last = a[row + i - 1];
    const length = last >= 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[i - 1] = scale * length;
    const height = square - last * length;
    a[row + i - 1] = last - length;
    heights[i] = height;
    if (height === 0) continue;
    // A ← A − q uᵀ − u qᵀ with p = A u / h, q = p − u (u·p)/2h
    let along = 0;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0, at = j * n; k < i; k++, at++) sum += a[at] * a[row + k];
      image[j] = sum / height;
      along += image[j] * a[row + j];
    }
    const half = along / (2 * height);
    for (let j = 0; j < i; j++) image[j] -= half * a[row + j];
    for (let j = 0; j < i; j++) {
      const u = a[row + j];
      const q = image[j];
      for (let k = 0, at = j * n; k < i; k++, at++) a[at] -= u * image[k] + q * a[row + k];
    }
  }
  d[0] = a[0];

  const basis = new Float64Array(n * n);
  for (let i = 0; i < n; i++) basis[i * n + i] = 1;
  for (let i = 1; i < n; i++) {
    if (heights[i] === 0) continue;
    const u = i * n;
    for (let j = 0; j < i; j++) {
      const at = j * n;
      let sum = 0;
      for (let k = 0; k < i; k++) sum += basis[at + k] * a[u + k];
      sum /= heights[i];
      for (let k = 0; k < i; k++) basis[at + k] -= sum * a[u + k];
    }
  }
  return basis;
}
