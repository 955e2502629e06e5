import { describe, expect, it } from 'vitest';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { conjugateGradient, pseudoInverseSolve } from '../../../src/physics/math/linalg.ts';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { largestDifference } from '../../helpers/dynamics.ts';

/** A = BᵀB with B [rows × n]: positive semidefinite of rank min(rows, n). */
function semidefinite(rows: number, n: number, seed: number): { A: Float64Array; B: Float64Array } {
  const random = createRandom(seed, 'data');
  const B = Float64Array.from({ length: rows * n }, () => random.normal());
  const A = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) for (let r = 0; r < rows; r++) A[i * n + j] += B[r * n + i] * B[r * n + j];
  }
  return { A, B };
}
function multiply(A: Float64Array, x: Float64Array, out: Float64Array): void {
  const n = x.length;
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    for (let j = 0; j < n; j++) out[i] += A[i * n + j] * x[j];
  }
}

/** The largest errors of a decomposition, over the matrix's size: A v = λ v, and orthonormality. */
function errorsOf(A: Float64Array, n: number): { readonly residual: number; readonly skew: number } {
  const { values, vectors } = symmetricEigen(A, n);
  const size = Math.max(Number.MIN_VALUE, ...A.map(Math.abs)) * n;
  const image = new Float64Array(n);
  let residual = 0;
  let skew = 0;
  for (let k = 0; k < n; k++) {
    const v = vectors.subarray(k * n, (k + 1) * n);
    multiply(A, v, image);
    for (let i = 0; i < n; i++) residual = Math.max(residual, Math.abs(image[i] - values[k] * v[i]) / size);
    for (let m = 0; m <= k; m++) {
      const product = v.reduce((sum, x, i) => sum + x * vectors[m * n + i], 0);
      skew = Math.max(skew, Math.abs(product - (m === k ? 1 : 0)));
    }
    if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
  }
  return { residual, skew };
}

describe('symmetricEigen', () => {
  it.each([
    ['zeros', 5, () => 0],
    ['one entry', 1, () => -3],
    ['the identity', 6, (i: number, j: number) => (i === j ? 1 : 0)],
    ['all ones: rank 1', 7, () => 1],
    ['blocks that do not meet', 8, (i: number, j: number) => (i >> 1 === j >> 1 ? 1 + i + j : 0)],
    ['sizes from 1e-12 to 1e12', 13, (i: number, j: number) => 10 ** (12 - i - j) + (i === j ? 1 : 0)],
    ['indefinite, 60 × 60', 60, (i: number, j: number) => Math.sin(i * j + i + j)],
    ['tiny', 9, (i: number, j: number) => 1e-200 * Math.cos(i * j)],
    ['huge', 9, (i: number, j: number) => 1e150 * Math.cos(i * j)],
  ] as const)('%s: A v = λ v and vᵀv = 1 to 1e-14', (_, n, entry) => {
    const A = Float64Array.from({ length: n * n }, (_zero, at) => entry(Math.floor(at / n), at % n));
    const { residual, skew } = errorsOf(A, n);
    expect(residual).toBeLessThan(1e-14);
    expect(skew).toBeLessThan(1e-13);
  });

  it('has the eigenvalues of ml-matrix to 1e-13 of the largest, 40 random matrices', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const n = 1 + (seed % 23);
      const { A } = semidefinite(1 + (seed % 9), n, seed);
      const rows = Array.from({ length: n }, (_, i) => Array.from(A.subarray(i * n, (i + 1) * n)));
      const { realEigenvalues } = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
      const expected = [...realEigenvalues].sort((a, b) => a - b);
      const { values } = symmetricEigen(A, n);
      expect(largestDifference(values, expected) / expected[n - 1]).toBeLessThan(1e-13);
    }
  });

  it('random 12 × 12: A v = λ v, ascending, orthonormal, to 1e-12', () => {
    const n = 12;
    const { A } = semidefinite(20, n, 1);
    const { values, vectors } = symmetricEigen(A, n);
    const image = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const v = vectors.slice(k * n, (k + 1) * n);
      multiply(A, v, image);
      expect(
        largestDifference(
          image,
          v.map((x) => x * values[k]),
        ),
      ).toBeLessThan(1e-12);
      if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
      for (let m = 0; m < n; m++) {
        const product = v.reduce((sum, x, i) => sum + x * vectors[m * n + i], 0);
        expect(Math.abs(product - (m === k ? 1 : 0))).toBeLessThan(1e-12);
      }
    }
  });

  it('a ring of 8 has the eigenvalues 4 sin²(πm/8), to 1e-14; degenerate pairs included', () => {
    const n = 8;
    const A = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      A[i * n + i] = 2;
      A[i * n + ((i + 1) % n)] = -1;
      A[i * n + ((i + n - 1) % n)] = -1;
    }
    const expected = Array.from({ length: n }, (_, m) => 4 * Math.sin((Math.PI * m) / n) ** 2).sort(
      (a, b) => a - b,
    );
    expect(largestDifference(symmetricEigen(A, n).values, expected)).toBeLessThan(1e-14);
  });

  it('refuses a wrong size and NaN; the empty matrix has no eigenvalues', () => {
    expect(() => symmetricEigen(new Float64Array(5), 2)).toThrow('5 entries: expected 4');
    expect(() => symmetricEigen(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(RangeError);
    expect(symmetricEigen(new Float64Array(0), 0).values).toHaveLength(0);
  });
});

describe('least-norm solutions', () => {
  // rank 3 in 7 dimensions; b in the range
  const n = 7;
  const { A, B } = semidefinite(3, n, 2);
  const right = new Float64Array(n);
  multiply(
    A,
    Float64Array.from({ length: n }, (_, i) => 1 + 0.3 * i),
    right,
  );

  const { solution, rank } = pseudoInverseSolve(A, n, right);

  it('pseudo-inverse: rank 3 of 7, solves to 1e-12, and has no part in the null space', () => {
    expect(rank).toBe(3);
    const image = new Float64Array(n);
    multiply(A, solution, image);
    expect(largestDifference(image, right)).toBeLessThan(1e-12 * 100);
    // Least norm: in the row space of B, so that projecting on it changes nothing.
    const { values, vectors } = symmetricEigen(A, n);
    for (let k = 0; k < n; k++) {
      const part = solution.reduce((sum, x, i) => sum + x * vectors[k * n + i], 0);
      if (values[k] < 1e-9) expect(Math.abs(part)).toBeLessThan(1e-12);
    }
    expect(B).toHaveLength(3 * n);
  });

  it('tolerance: eigenvalues 1 and 1e-6 count as rank 2 at 1e-12, as rank 1 at 1e-3', () => {
    const diagonal = Float64Array.of(1, 0, 0, 1e-6);
    expect(pseudoInverseSolve(diagonal, 2, Float64Array.of(1, 1)).rank).toBe(2);
    expect([...pseudoInverseSolve(diagonal, 2, Float64Array.of(1, 1), 1e-3).solution]).toEqual([1, 0]);
    expect(pseudoInverseSolve(new Float64Array(4), 2, new Float64Array(2)).rank).toBe(0);
  });

  it('conjugate gradients: the same solution to 1e-11, in few iterations; b = 0 needs none', () => {
    const found = conjugateGradient((x, out) => multiply(A, x, out), right);
    expect(largestDifference(found.solution, solution)).toBeLessThan(1e-11);
    expect(found.iterations).toBeLessThan(12);
    expect(found.residual).toBeLessThan(1e-12);
    const none = conjugateGradient((x, out) => multiply(A, x, out), new Float64Array(n));
    expect([none.iterations, none.residual, ...none.solution]).toEqual(
      Array.from({ length: n + 2 }, () => 0),
    );
  });

  it('conjugate gradients: an inconsistent system ends with an honest residual', () => {
    const found = conjugateGradient((_x, out) => void out.fill(0), Float64Array.of(1, 2));
    expect([found.iterations, found.residual]).toEqual([0, 1]);
  });
});
