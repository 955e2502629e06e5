import { describe, expect, it } from 'vitest';
import { addScaled, combine, sumOfSquares } from '../../../src/kernels/typescript/vectors.ts';

describe('vectors', () => {
  const x = Float64Array.of(1, 2, -3);

  it('addScaled: y + s x, in place and exact on small integers', () => {
    const y = Float64Array.of(10, 20, 30);
    addScaled(y, 2, x);
    expect([...y]).toEqual([12, 24, 24]);
  });

  it('combine: x + s y into out, which may be x', () => {
    const out = x.slice();
    combine(out, -3, Float64Array.of(1, 1, 1), out);
    expect([...out]).toEqual([-2, -1, -6]);
  });

  it('sumOfSquares: 14 for (1, 2, -3), in double precision for single numbers', () => {
    expect(sumOfSquares(x)).toBe(14);
    expect(sumOfSquares(Float32Array.of(1e25, 1e25))).toBeGreaterThan(1.9e50);
  });
});
