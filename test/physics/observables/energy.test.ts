import { describe, expect, it } from 'vitest';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import { simpsonDissipation } from '../../../src/physics/observables/energy.ts';
import { contextOf, quarticForce, run } from '../../helpers/dynamics.ts';

/** T + C + ∫γV² − E₀ at t = 4, from the big bang of γ = n/t. */
function residual(n: number, h: number): number {
  const expansion = powerLaw.create({ n }, 1);
  const integrator = secondOrder.create(
    { dt: 'auto', substeps: 1, precision: 'f64' },
    contextOf(quarticForce([2], 0.5), expansion, 2),
  );
  const count = 4 / h;
  const { weights, squares } = run(integrator, { weights: [1], velocity: [0] }, 0, h, count);
  let dissipated = 0;
  let before = 0;
  for (let k = 0; k < count; k++) {
    const gammas = [k, k + 0.5, k + 1].map((s) => expansion.gamma(s * h));
    dissipated += simpsonDissipation(
      h,
      gammas[0],
      before,
      gammas[1],
      squares[2 * k],
      gammas[2],
      squares[2 * k + 1],
    );
    before = squares[2 * k + 1];
  }
  const cost = (w: number): number => w * w + w ** 4 / 8;
  return 0.5 * before + cost(weights[0]) + dissipated - cost(1);
}

describe('energy', () => {
  it('Simpson: exact to 1e-15 for γV² cubic in t', () => {
    // γ = 1 + t, V² = t² on [1, 1.5]: ∫ t² + t³
    const f = [1, 1.25, 1.5].flatMap((t) => [1 + t, t * t]);
    const exact = (1.5 ** 3 - 1) / 3 + (1.5 ** 4 - 1) / 4;
    expect(Math.abs(simpsonDissipation(0.5, f[0], f[1], f[2], f[3], f[4], f[5]) - exact)).toBeLessThan(1e-15);
  });

  it('big bang: 0 · Infinity counts as 0, but motion there is not hidden', () => {
    expect(simpsonDissipation(0.6, Infinity, 0, 2, 1, 1, 3)).toBeCloseTo(1.1, 14);
    expect(simpsonDissipation(0.6, Infinity, 1, 2, 1, 1, 3)).toBe(Infinity);
  });

  for (const n of [1, 3]) {
    it(`balance from the big bang, n = ${n}: the residual falls by 4 ± 0.3 per halving of h`, () => {
      const [coarse, fine] = [residual(n, 1 / 32), residual(n, 1 / 64)];
      expect(Math.abs(coarse / fine - 4), `${coarse} / ${fine}`).toBeLessThan(0.3);
    });
  }
});
