import { describe, expect, it } from 'vitest';
import { eigenvaluesInPieces } from '../../../src/physics/math/eigenvalues.ts';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import { createRandom } from '../../../src/physics/math/random.ts';

function eigenvalues(matrix: Float64Array, n: number): { values: Float64Array; pieces: number } {
  const generator = eigenvaluesInPieces(matrix.slice(), n);
  for (let pieces = 0; ; pieces++) {
    const next = generator.next();
    if (next.done === true) return { values: next.value, pieces };
  }
}

describe('eigenvalues in pieces', () => {
  it.each([0, 1, 2, 3, 8, 40, 90])(
    '%d × %d at random: those of the diagonalisation, to 1e-12 of the largest',
    (n) => {
      const random = createRandom(n, 'data');
      const matrix = new Float64Array(n * n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = random.normal();
      const expected = symmetricEigen(matrix, n).values;
      const { values, pieces } = eigenvalues(matrix, n);
      expect(values).toHaveLength(n);
      values.forEach((value, k) =>
        expect(Math.abs(value - expected[k])).toBeLessThan(1e-12 * Math.abs(expected[n - 1])),
      );
      expect(pieces).toBeGreaterThanOrEqual(n);
    },
  );
  it('of low rank, diagonal, and in blocks: 0 is 0 to round-off, and nothing is lost', () => {
    const n = 12;
    const rank = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rank[i * n + j] = (i + 1) * (j + 1);
    const { values } = eigenvalues(rank, n);
    expect(values[n - 1]).toBeCloseTo(650, 10);
    for (const value of values.subarray(0, n - 1)) expect(Math.abs(value)).toBeLessThan(1e-12 * 650);
    const blocks = new Float64Array(n * n);
    for (let i = 0; i < n; i += 2) {
      blocks[i * n + i] = blocks[(i + 1) * n + i + 1] = i;
      blocks[i * n + i + 1] = blocks[(i + 1) * n + i] = 0.5;
    }
    [...eigenvalues(blocks, n).values].forEach((value, k) =>
      expect(value).toBeCloseTo(2 * Math.floor(k / 2) + (k % 2 ? 0.5 : -0.5), 12),
    );
  });
});
