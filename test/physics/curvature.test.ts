import { describe, expect, it } from 'vitest';
import {
  autoTimeStep,
  estimateEnds,
  isStable,
  largestOf,
  largestStableFlowStep,
  largestStableStep,
} from '../../src/physics/curvature.ts';
import { deSitter } from '../../src/physics/expansion/deSitter.ts';
import { flat } from '../../src/physics/expansion/flat.ts';
import { gradientFlow } from '../../src/physics/integrators/gradientFlow.ts';
import { secondOrder } from '../../src/physics/integrators/secondOrder.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import { contextOf, quarticForce, run } from '../helpers/dynamics.ts';

const diagonal = (values: number[]) => (v: Float64Array, out: Float64Array) => {
  for (let i = 0; i < values.length; i++) out[i] = values[i] * v[i];
};
const ends = (values: number[], products = 24) =>
  estimateEnds(diagonal(values), values.length, products, createRandom(0, 'noise'));
const estimate = (values: number[], products = 24): number => largestOf(ends(values, products));

describe('curvature', () => {
  it('both ends of a small spectrum are exact to round-off, of either sign', () => {
    for (const [values, least, most] of [
      [[1, 7, 2], 1, 7],
      [[1, -7, 2], -7, 2],
      [[1, -7, 7, 6.9], -7, 7],
      [[-3, -5, -4], -5, -3],
      [[2, 2, 2, 2], 2, 2],
    ] as const) {
      const { smallest, largest } = ends([...values]);
      expect(Math.abs(smallest - least)).toBeLessThan(1e-12);
      expect(Math.abs(largest - most)).toBeLessThan(1e-12);
    }
  });

  it('ends are bounds from inside, closer with every product', () => {
    const band = Array.from({ length: 400 }, (_, m) => 4 * Math.sin((Math.PI * m) / 800) ** 2 - 1);
    let before = { smallest: Infinity, largest: -Infinity };
    for (let products = 1; products <= 24; products++) {
      const found = ends(band, products);
      expect(found.smallest).toBeGreaterThanOrEqual(band[0] - 1e-12);
      expect(found.largest).toBeLessThanOrEqual(band[399] + 1e-12);
      expect(found.smallest).toBeLessThanOrEqual(before.smallest + 1e-12);
      expect(found.largest).toBeGreaterThanOrEqual(before.largest - 1e-12);
      before = found;
    }
    expect(before.largest).toBeGreaterThan(2.97);
    expect(before.smallest).toBeLessThan(-0.97);
  });

  it('a crowded band of 4000 eigenvalues up to 4 is found within 2 %', () => {
    const band = Array.from({ length: 4000 }, (_, m) => 4 * Math.sin((Math.PI * m) / 8000) ** 2);
    expect(estimate(band)).toBeGreaterThan(3.92);
  });

  it('0 for a vanishing or empty Hessian; NaN where it is not finite; the same seed, the same bits', () => {
    expect([estimate([0, 0]), estimate([])]).toEqual([0, 0]);
    expect([estimate([1, NaN]), estimate([Infinity, 1])]).toEqual([NaN, NaN]);
    expect(estimate([3, 2.9, 1], 2)).toBe(estimate([3, 2.9, 1], 2));
  });

  it('auto step: a power of two within (1/2, 1] of h = max(2/sqrt λ, 2γ/λ)/4, at most 1', () => {
    const random = createRandom(4, 'data');
    for (let n = 0; n < 200; n++) {
      const lambda = 2 ** (40 * random.uniform() - 10);
      const gamma = n % 4 === 0 ? 0 : 2 ** (20 * random.uniform() - 10);
      const wanted = Math.min(1, 0.25 * Math.max(2 / Math.sqrt(lambda), (2 * gamma) / lambda));
      const h = autoTimeStep(lambda, gamma);
      expect(Number.isInteger(Math.log2(h))).toBe(true);
      expect(h).toBeLessThanOrEqual(wanted);
      expect(h).toBeGreaterThan(wanted / 2);
    }
    expect([autoTimeStep(0, 0), autoTimeStep(4, 0), autoTimeStep(4.01, 0)]).toEqual([1, 0.25, 0.125]);
    for (const bad of [NaN, Infinity, -1]) {
      expect(() => autoTimeStep(bad, 0)).toThrow(RangeError);
      expect(() => autoTimeStep(1, bad)).toThrow(RangeError);
    }
  });

  it('largest stable step: h tanh(γh/2) = 2γ/λ to 1e-12; 2/sqrt λ at γ = 0; within 20 % of the simple bound', () => {
    expect(Math.abs(largestStableStep(0, 9) - 2 / 3)).toBeLessThan(1e-12);
    for (const [gamma, lambda] of [
      [1e-6, 2],
      [0.3, 5],
      [1.3, 1],
      [8, 3],
      [1000, 1],
    ]) {
      const h = largestStableStep(gamma, lambda);
      expect(Math.abs((h * Math.tanh((gamma * h) / 2) * lambda) / (2 * gamma) - 1)).toBeLessThan(1e-9);
      const simple = Math.max(2 / Math.sqrt(lambda), (2 * gamma) / lambda);
      expect(h / simple).toBeGreaterThanOrEqual(1);
      expect(h / simple).toBeLessThan(1.21);
      expect([isStable(0.999 * h, gamma, lambda), isStable(1.001 * h, gamma, lambda)]).toEqual([true, false]);
    }
    expect([largestStableStep(1, 0), isStable(100, 1, -3)]).toEqual([Infinity, true]);
  });

  it('the bound is that of the integrator: 0.99 of it stays bounded, 1.01 grows', () => {
    for (const gamma of [0, 0.5, 6]) {
      const expansion = gamma === 0 ? flat.create({}, 1) : deSitter.create({ gamma }, 1);
      const bound = largestStableStep(gamma, 2);
      const size = (h: number): number => {
        const integrator = secondOrder.create(
          { dt: 'auto', substeps: 1, precision: 'f64' },
          contextOf(quarticForce([2]), expansion, 2),
        );
        return Math.abs(run(integrator, { weights: [1], velocity: [0] }, 0, h, 2000).weights[0]);
      };
      expect(size(0.99 * bound)).toBeLessThan(20);
      expect(size(1.01 * bound)).toBeGreaterThan(1e6);
    }
  });

  it('gradient flow: stable up to 2.785 γ/λ, as its integrator is', () => {
    const bound = largestStableFlowStep(0.5, 2);
    const size = (h: number): number => {
      const values = { dt: 'auto', eta: undefined, substeps: 1, precision: 'f64' } as const;
      const context = contextOf(quarticForce([2]), deSitter.create({ gamma: 0.5 }, 1), 2);
      return Math.abs(
        run(gradientFlow.create(values, context), { weights: [1], velocity: [0] }, 0, h, 1000).weights[0],
      );
    };
    expect(size(0.99 * bound)).toBeLessThan(1e-3);
    expect(size(1.01 * bound)).toBeGreaterThan(1e3);
    expect(largestStableFlowStep(1, 0)).toBe(Infinity);
  });
});
