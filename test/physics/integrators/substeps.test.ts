import { describe, expect, it } from 'vitest';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import { contextOf, largestDifference, quarticForce, run } from '../../helpers/dynamics.ts';

const sizes = { dt: 'auto', precision: 'f64' } as const;

describe('sub-steps', () => {
  const context = contextOf(quarticForce([2, 0.7], 0.3), deSitter.create({ gamma: 0.8 }, 1), 4);
  const at = (substeps: number | 'auto', dt: number, count: number) =>
    run(
      secondOrder.create({ ...sizes, substeps }, context),
      { weights: [1, -0.6], velocity: [0.4, 0] },
      0,
      dt,
      count,
    );

  it('m of them in a step are m plain steps, to 1e-15, odd and even and beyond one chunk', () => {
    for (const m of [2, 3, 100]) {
      const coarse = at(m, 0.25, 4);
      const fine = at(1, 0.25 / m, 4 * m);
      expect(largestDifference(coarse.weights, fine.weights)).toBeLessThan(1e-15);
      for (let step = 0; step < 4; step++) {
        expect(coarse.squares[2 * step + 1]).toBeCloseTo(fine.squares[2 * m * (step + 1) - 1], 14);
        expect(coarse.squares[2 * step]).toBeCloseTo(fine.squares[2 * m * step + m - 1], 14);
      }
    }
  });

  it('"auto" keeps h √λ at most 1/2: 8 sub-steps for √λ dt = 4, and one for a fine clock', () => {
    expect(largestDifference(at('auto', 2, 3).weights, at(8, 2, 3).weights)).toBe(0);
    expect(largestDifference(at('auto', 0.25, 3).weights, at(1, 0.25, 3).weights)).toBe(0);
  });

  it('samples: a step keeps its own in all of its sub-steps, however steps are sliced', () => {
    const integrator = secondOrder.create({ ...sizes, substeps: 3 }, context);
    const schedule = { samples: Int32Array.of(0, 2, 1, 0), size: 1 };
    const whole = run(integrator, { weights: [1, 1], velocity: [0, 0] }, 0, 0.25, 4, schedule);
    const weights = Float64Array.of(1, 1);
    const velocity = new Float64Array(2);
    for (let n = 0; n < 4; n++) {
      const one = { samples: schedule.samples.subarray(n, n + 1), size: 1 };
      integrator.advance(weights, velocity, { origin: 0, offset: n, dt: 0.25 }, one, 1, new Float64Array(2));
    }
    expect(largestDifference(weights, whole.weights)).toBe(0);
  });
});
