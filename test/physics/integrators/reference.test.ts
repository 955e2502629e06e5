import { describe, expect, it } from 'vitest';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { reference } from '../../../src/physics/integrators/reference.ts';
import { contextOf, quarticForce, run } from '../../helpers/dynamics.ts';

/** w'' + (n/t) w' + w = 0 from rest at 0: w = Σ (-t²/4)^k Γ(μ+1)/(k! Γ(μ+1+k)), μ = (n-1)/2 (Bessel). */
function regular(n: number, t: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 30; k++) {
    term *= (-t * t) / 4 / (k * ((n - 1) / 2 + k));
    sum += term;
  }
  return sum;
}

const errorAt = (n: number, phase: number, count: number): number => {
  const context = contextOf(quarticForce([1]), powerLaw.create({ n }, 1), 1);
  const integrator = reference.create({ dt: 'auto', precision: 'f64', phase }, context);
  const { weights } = run(integrator, { weights: [1], velocity: [0] }, 0, 2 / count, count);
  return Math.abs(weights[0] - regular(n, 2));
};

describe('reference from the big bang', () => {
  for (const n of [1, 1.5, 2, 3, 5]) {
    it(`n = ${n}: order 4 within 0.15`, () => {
      const order = Math.log2(errorAt(n, 1e9, 64) / errorAt(n, 1e9, 128));
      expect(Math.abs(order - 4), `measured ${order}`).toBeLessThan(0.15);
    });
  }

  it('n = 0.5: order 3.5 within 0.1, the declared 4 being lost below n = 1', () => {
    const order = Math.log2(errorAt(0.5, 1e9, 64) / errorAt(0.5, 1e9, 128));
    expect(Math.abs(order - 3.5), `measured ${order}`).toBeLessThan(0.1);
  });

  it('default sub-steps: error below 1e-9 for n from 0.25 to 5', () => {
    for (const n of [0.25, 0.5, 1, 1.5, 2, 3, 5]) expect(errorAt(n, 0.01, 8), `n ${n}`).toBeLessThan(1e-9);
  });
});
