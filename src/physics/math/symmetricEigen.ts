export interface SymmetricEigen {
  /** [n], ascending. */
  readonly values: Float64Array;
  /** [n·n]: eigenvector k is row k, of unit length. */
  readonly vectors: Float64Array;
}

/** Rotations that one eigenvalue takes at most; two or three are usual. */
const MOST_SWEEPS = 100;

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
  rotate(values, beside, basis, n);
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

/**
 * Diagonalises a tridiagonal matrix by rotations of neighbouring rows, shifted by the eigenvalue of its corner.
 *  @param d       [n] diagonal; becomes the eigenvalues
 *  @param beside  [n] between i and i + 1; destroyed
 *  @param basis   [n·n], its rows turn along
 */
function rotate(d: Float64Array, beside: Float64Array, basis: Float64Array, n: number): void {
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      let m = l;
      while (m < n - 1 && Math.abs(beside[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m++;
      if (m === l) break;
      const ratio = (d[l + 1] - d[l]) / (2 * beside[l]);
      const root = diagonal(ratio, 1);
      let g = d[m] - d[l] + beside[l] / (ratio + (ratio >= 0 ? root : -root));
      let sine = 1;
      let cosine = 1;
      let moved = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = sine * beside[i];
        const b = cosine * beside[i];
        const length = diagonal(f, g);
        beside[i + 1] = length;
        if (length === 0) {
          d[i + 1] -= moved;
          break;
        }
        sine = f / length;
        cosine = g / length;
        g = d[i + 1] - moved;
        const turn = (d[i] - g) * sine + 2 * cosine * b;
        moved = sine * turn;
        d[i + 1] = g + moved;
        g = cosine * turn - b;
        turnRows(basis, i * n, n, sine, cosine);
      }
      beside[m] = 0;
      if (i >= l) continue;
      d[l] -= moved;
      beside[l] = g;
    }
  }
}

/** Turns the row at `at` and the one below it. */
function turnRows(basis: Float64Array, at: number, n: number, sine: number, cosine: number): void {
  for (let k = at; k < at + n; k++) {
    const upper = basis[k];
    const lower = basis[k + n];
    basis[k + n] = sine * upper + cosine * lower;
    basis[k] = cosine * upper - sine * lower;
  }
}

/** √(x² + y²) without overflow. */
function diagonal(x: number, y: number): number {
  const large = Math.max(Math.abs(x), Math.abs(y));
  if (large === 0) return 0;
  const small = Math.min(Math.abs(x), Math.abs(y)) / large;
  return large * Math.sqrt(1 + small * small);
}
