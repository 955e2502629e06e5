import { describe, expect, it } from 'vitest';
import type { Couplings } from '../../../src/physics/types.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { buildSystem, contextOf, generate, gradientOf, samplesOf, type Rows } from '../../helpers/systems.ts';

interface Ring {
  kind: 'A';
  p: number;
  q: number;
  N: number;
  X: Rows;
  Y: Rows;
  W: number[];
  expected: { K: number[]; J: number[]; cost: number; grad: number[] };
}
interface Uniform {
  kind: 'A_uniform';
  p: number;
  q: number;
  N: number;
  K: number;
  J: number;
  expected: { X: Rows };
}
interface Neuron {
  kind: 'B2D';
  p: number;
  q: number;
  Lx: number;
  bonds: [number, number][];
  K_bond: number[];
  J_site: number[];
  W: number[];
  expected: { cost_with_Y_equal_q: number };
}
interface Torus {
  kind: 'C2D';
  p: number;
  q: number;
  Lx: number;
  bonds: [number, number][];
  X: Rows;
  Y: Rows;
  W: number[];
  expected: { K_bond: number[]; J_site: number[]; cost: number };
}

const { cases } = readReference<{ cases: [Ring, Uniform, Neuron, Torus] }>('architectures');
const [ring, uniform, neuron, torus] = cases;
// Sums of a few products in double precision.
const tolerance = 1e-11;

describe('architectures', () => {
  it('A: couplings, cost and gradient of ring-shared agree to 1e-11', () => {
    const { N, p, q, X, Y, expected } = ring;
    const system = buildSystem('ring-shared', { N, p, q }, samplesOf(X, Y));
    const weights = Float64Array.from(ring.W);
    const { K, J } = system.couplings(null) as Couplings;
    expect(worstRelative(K, expected.K)).toBeLessThan(tolerance);
    expect(worstRelative(J, expected.J)).toBeLessThan(tolerance);
    expect(worstRelative([system.cost(weights, null, 1)], [expected.cost])).toBeLessThan(tolerance);
    expect(worstRelative(gradientOf(system, weights), expected.grad)).toBeLessThan(tolerance);
  });

  it('A_uniform: two samples make K = 1.7 on every bond and J = 0.6 on every site to 1e-11', () => {
    const { N, p, q, K, J, expected } = uniform;
    const data = generate('uniform-bonds', { K, J }, contextOf('ring-shared', { N, p, q }));
    expect(worstRelative(data.inputs, expected.X.flat())).toBeLessThan(tolerance);
    const couplings = buildSystem('ring-shared', { N, p, q }, data).couplings(null) as Couplings;
    expect(
      worstRelative(
        couplings.K,
        couplings.K.map(() => K),
      ),
    ).toBeLessThan(tolerance);
    expect(
      worstRelative(
        couplings.J,
        couplings.J.map(() => J),
      ),
    ).toBeLessThan(tolerance);
    expect([couplings.constant, couplings.flatModes]).toEqual([0, 0]);
  });

  it.each([
    ['bonds given', { bonds: neuron.bonds }],
    ['bonds of its shape', { shape: [3, 3] }],
  ])('B2D: incidence data make the given K and J and the cost to 1e-11 (%s)', (_, lattice) => {
    const { p, q, K_bond, J_site, W, expected } = neuron;
    const settings = { N: 9, p, q, ...lattice };
    const data = generate('incidence', { K: K_bond, J: J_site }, contextOf('linear-neuron', settings));
    const system = buildSystem('linear-neuron', settings, data);
    const cost = system.cost(Float64Array.from(W), null, 1);
    expect(worstRelative([cost], [expected.cost_with_Y_equal_q])).toBeLessThan(tolerance);
    const { K, J, bonds, shift, constant } = system.couplings(null) as Couplings;
    expect(bonds).toBeUndefined();
    expect(worstRelative(K, K_bond)).toBeLessThan(tolerance);
    expect(worstRelative(J, J_site)).toBeLessThan(tolerance);
    expect(Math.max(...shift.map(Math.abs), constant)).toBeLessThan(tolerance);
  });

  it('C2D: bond order, couplings and cost of torus-shared agree to 1e-11', () => {
    const { p, q, Lx, X, Y, expected } = torus;
    const system = buildSystem('torus-shared', { rows: Lx, columns: Lx, p, q }, samplesOf(X, Y));
    expect([...system.layout.bonds]).toEqual(torus.bonds.flat());
    const { K, J } = system.couplings(null) as Couplings;
    expect(worstRelative(K, expected.K_bond)).toBeLessThan(tolerance);
    expect(worstRelative(J, expected.J_site)).toBeLessThan(tolerance);
    const cost = system.cost(Float64Array.from(torus.W), null, 1);
    expect(worstRelative([cost], [expected.cost])).toBeLessThan(tolerance);
  });
});
