import { diagonalise } from './tridiagonal.ts';

/**
 * Eigenvalues of a symmetric matrix, without vectors, in small pieces: it yields after every column of its reduction and
 * every eigenvalue, so that whoever drives it stays free.
 *    Householder reflections to three diagonals, then implicit QL with Wilkinson's shift
 *  @param matrix  [n·n], row-major; overwritten
 *  @returns       [n], ascending. **exact** to round-off of the largest
 *  Cost O(4n³/3), a quarter of what it takes with vectors; allocates O(n).
 *  Source: tred1 and tql1 (EISPACK); Golub and Van Loan, Matrix Computations, 8.3.
 */
export function* eigenvaluesInPieces(matrix: Float64Array, n: number): Generator<void, Float64Array> {
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n);
  const image = new Float64Array(n);
  for (let k = n - 1; k > 0; k--) {
    // Row k left of the diagonal is turned onto its last entry.
    const row = k * n;
    let scale = 0;
    for (let i = 0; i < k; i++) scale = Math.max(scale, Math.abs(matrix[row + i]));
    diagonal[k] = matrix[row + k];
    if (k === 1 || scale === 0) {
      off[k] = k === 1 ? matrix[row] : 0;
      continue;
    }
    let square = 0;
    for (let i = 0; i < k; i++) {
      matrix[row + i] /= scale;
      square += matrix[row + i] * matrix[row + i];
    }
    const head = matrix[row + k - 1];
    const length = head >= 0 ? -Math.sqrt(square) : Math.sqrt(square);
    off[k] = scale * length;
    matrix[row + k - 1] = head - length;
    const half = square - head * length;
    // A ← A − u pᵀ − p uᵀ with p = A u/h − u (uᵀA u)/2h².
    image.fill(0, 0, k);
    for (let i = 0; i < k; i++) {
      const at = i * n;
      const u = matrix[row + i];
      let sum = matrix[at + i] * u;
      for (let j = 0; j < i; j++) {
        sum += matrix[at + j] * matrix[row + j];
        image[j] += matrix[at + j] * u;
      }
      image[i] += sum;
    }
    let along = 0;
    for (let i = 0; i < k; i++) {
      image[i] /= half;
      along += image[i] * matrix[row + i];
    }
    const share = along / (2 * half);
    for (let i = 0; i < k; i++) image[i] -= share * matrix[row + i];
    for (let i = 0; i < k; i++) {
      const at = i * n;
      const u = matrix[row + i];
      for (let j = 0; j <= i; j++) matrix[at + j] -= u * image[j] + image[i] * matrix[row + j];
    }
    yield;
  }
  if (n > 0) diagonal[0] = matrix[0];
  // From here on off[k] joins k and k + 1.
  off.copyWithin(0, 1);
  if (n > 0) off[n - 1] = 0;
  yield* diagonalise(diagonal, off, null);
  return diagonal.sort();
}
