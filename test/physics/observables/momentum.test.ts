import { describe, expect, it } from 'vitest';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { flat } from '../../../src/physics/expansion/flat.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import { dampedMotionOf, heavyBall, heavyBallAt } from '../../../src/physics/observables/momentum.ts';
import { contextOf, quarticForce, run } from '../../helpers/dynamics.ts';

describe('momentum', () => {
  it('gamma 1.7, h 0.3: mu 0.6004955788122659 and eta 0.07050078020960013, to 1e-15', () => {
    const { mu, eta } = heavyBall(1.7, 0.3);
    expect(Math.abs(mu - 0.6004955788122659)).toBeLessThan(1e-15);
    expect(Math.abs(eta - 0.07050078020960013)).toBeLessThan(1e-15);
  });

  it('gamma = 0: mu 1, eta h²; continuous there', () => {
    expect(heavyBall(0, 0.25)).toEqual({ mu: 1, eta: 0.0625 });
    expect(Math.abs(heavyBall(1e-12, 0.25).eta - 0.0625)).toBeLessThan(1e-13);
  });

  it('and back: gamma and h from mu and eta to 1e-13', () => {
    for (const [gamma, h] of [
      [1.7, 0.3],
      [0.01, 1],
      [12, 0.5],
    ]) {
      const back = dampedMotionOf(heavyBall(gamma, h));
      expect(Math.abs(back.gamma / gamma - 1)).toBeLessThan(1e-13);
      expect(Math.abs(back.h / h - 1)).toBeLessThan(1e-13);
    }
    expect(dampedMotionOf({ mu: 1, eta: 0.25 })).toEqual({ gamma: 0, h: 0.5 });
    for (const mu of [0, 1.1, NaN]) expect(() => dampedMotionOf({ mu, eta: 1 })).toThrow(RangeError);
    expect(() => dampedMotionOf({ mu: 0.5, eta: 0 })).toThrow(RangeError);
  });

  it('any history: W₊ - W = μ (W - W₋) - η g along kick-drift-kick of γ = n/t, to 1e-15', () => {
    const expansion = powerLaw.create({ n: 3 }, 1);
    const h = 0.125;
    const integrator = secondOrder.create(
      { dt: 'auto', substeps: 1, precision: 'f64' },
      contextOf(quarticForce([2]), expansion, 2),
    );
    const path = Array.from(
      { length: 40 },
      (_, n) => run(integrator, { weights: [1], velocity: [0] }, 0, h, n).weights[0],
    );
    for (let n = 0; n < 39; n++) {
      const { mu, eta } = heavyBallAt(expansion, n * h, h);
      const before = n === 0 ? 0 : path[n] - path[n - 1];
      expect(Math.abs(path[n + 1] - path[n] - (mu * before - eta * 2 * path[n]))).toBeLessThan(1e-15);
    }
    expect(heavyBallAt(expansion, 0, h).mu).toBe(0);
  });

  it('any history: agrees with the constant formula for de-sitter and flat, to 1e-15', () => {
    const at = heavyBallAt(deSitter.create({ gamma: 1.7 }, 1), 2, 0.3);
    expect(Math.abs(at.mu - heavyBall(1.7, 0.3).mu)).toBeLessThan(1e-15);
    expect(Math.abs(at.eta - heavyBall(1.7, 0.3).eta)).toBeLessThan(1e-15);
    expect(heavyBallAt(flat.create({}, 1), 2, 0.25)).toEqual({ mu: 1, eta: 0.0625 });
  });
});
