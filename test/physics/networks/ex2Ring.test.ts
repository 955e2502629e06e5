import { describe, expect, it } from 'vitest';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { buildSystem, gradientOf, hessianTimes, samplesOf, type Rows } from '../../helpers/systems.ts';

interface Case {
  name: string;
  N: number;
  p: number;
  q: number;
  r: number;
  X: Rows;
  Y: Rows;
  W1_0: number[];
  W2_0: number[];
  hvp_vector: number[];
  expected: { cost: number; grad: number[]; hvp: number[] };
}

const { cases } = readReference<{ cases: Case[] }>('ex2_ring');

describe.each(cases)('ex2_ring $name', ({ N, p, q, r, X, Y, W1_0, W2_0, hvp_vector, expected }) => {
  const system = buildSystem('ring-two-layer', { N, p, q, r }, samplesOf(X, Y));
  const weights = Float64Array.from([...W1_0, ...W2_0]);

  it('cost and gradient: agree to 1e-12', () => {
    expect(worstRelative([system.cost(weights, null, 1)], [expected.cost])).toBeLessThan(1e-12);
    expect(worstRelative(gradientOf(system, weights), expected.grad)).toBeLessThan(1e-12);
  });

  it('Hessian product: agrees to 1e-9 (exact derivatives; the margin is the file’s)', () => {
    const product = hessianTimes(system, weights, Float64Array.from(hvp_vector));
    expect(worstRelative(product, expected.hvp)).toBeLessThan(1e-9);
  });

  it('couplings: there are none, the cost is not quadratic', () => {
    expect(system.couplings(null)).toBeNull();
    expect(system.curvatureBound(1)).toBeNull();
  });
});
