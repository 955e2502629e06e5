import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import type { Couplings } from '../../../src/physics/types.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { buildSystem, gradientOf, hessianTimes, samplesOf, type Rows } from '../../helpers/systems.ts';

interface Case {
  name: string;
  N: number;
  Nl: number;
  p: number;
  q: number;
  X: Rows;
  Y: Rows;
  W0: number[];
  expected: {
    J: number[];
    K: number[];
    W_star_min_norm: number[];
    C0: number;
    cost_W0: number;
    grad_W0: number[];
    hessian_eigenvalues: number[];
    stag_K: number[];
    stag_J: number[];
  };
}

const { cases } = readReference<{ cases: Case[] }>('ex1_ring');

// Algebra in double precision: 1e-11 leaves room for the round-off of 3·8 products and a 2×2 solve.
const tolerance = 1e-11;

describe.each(cases)('ex1_ring $name', ({ N, Nl, p, q, X, Y, W0, expected }) => {
  const system = buildSystem('ring-perceptron', { N, p, q }, samplesOf(X, Y));
  const weights = Float64Array.from(W0);
  const couplings = system.couplings(null) as Couplings;

  it('couplings: K and J agree to 1e-11, and K is exactly 0 on odd bonds', () => {
    expect(worstRelative(couplings.K, expected.K)).toBeLessThan(tolerance);
    expect(worstRelative(couplings.J, expected.J)).toBeLessThan(tolerance);
    for (let n = 1; n < 2 * N; n += 2) expect(couplings.K[n]).toBe(0);
  });

  it('couplings: the staggered K and J agree to 1e-11', () => {
    expect(worstRelative(couplings.staggered?.K ?? [], expected.stag_K)).toBeLessThan(tolerance);
    expect(worstRelative(couplings.staggered?.J ?? [], expected.stag_J)).toBeLessThan(tolerance);
  });

  it('vacuum: the least-norm shift and its cost agree to 1e-11', () => {
    expect(worstRelative(couplings.shift, expected.W_star_min_norm)).toBeLessThan(tolerance);
    expect(Math.abs(couplings.constant - expected.C0)).toBeLessThan(tolerance * (1 + expected.C0));
  });

  it(`vacuum: counts the flat directions, ${Nl === 1 ? 'one per block for one sample' : 'none'}`, () => {
    expect(couplings.flatModes).toBe(Nl === 1 ? N : 0);
  });

  it('cost and gradient: agree to 1e-11, for the full batch and for its samples one by one', () => {
    expect(worstRelative([system.cost(weights, null, 1)], [expected.cost_W0])).toBeLessThan(tolerance);
    expect(worstRelative(gradientOf(system, weights), expected.grad_W0)).toBeLessThan(tolerance);
    const batch = Int32Array.from(X, (_, l) => l);
    expect(worstRelative(gradientOf(system, weights, batch), expected.grad_W0)).toBeLessThan(tolerance);
  });

  it('Hessian: its eigenvalues agree to 1e-11', () => {
    const P = 2 * N;
    const hessian = new Float64Array(P * P);
    for (let n = 0; n < P; n++) {
      const unit = new Float64Array(P);
      unit[n] = 1;
      hessian.set(hessianTimes(system, weights, unit), n * P);
    }
    const { values } = symmetricEigen(hessian, P);
    expect(worstRelative(values, expected.hessian_eigenvalues)).toBeLessThan(tolerance);
  });
});
