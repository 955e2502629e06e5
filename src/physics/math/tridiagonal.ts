/** Sweeps that one eigenvalue takes at most; two or three are usual. */
const MOST_SWEEPS = 100;

/**
 * Diagonalises a symmetric tridiagonal matrix by rotations of neighbouring rows, shifted by the eigenvalue of its corner;
 * yields after every eigenvalue.
 *  @param d       [n] diagonal; becomes the eigenvalues, in no order
 *  @param beside  [n] between i and i + 1; destroyed
 *  @param basis   [n·n] or null; its rows turn along and become eigenvectors where they were the matrix's own basis
 *  Cost O(n²), with a basis O(n³). Source: implicit QL, Wilkinson and Reinsch, Handbook for Automatic Computation II (1971).
 */
export function* diagonalise(
  d: Float64Array,
  beside: Float64Array,
  basis: Float64Array | null,
): Generator<void, void> {
  const n = d.length;
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
        if (basis !== null) turnRows(basis, i * n, n, sine, cosine);
      }
      beside[m] = 0;
      if (i >= l) continue;
      d[l] -= moved;
      beside[l] = g;
    }
    yield;
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
