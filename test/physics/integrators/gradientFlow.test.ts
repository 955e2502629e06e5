import { describe, expect, it } from 'vitest';
import { laws, measuredOrder } from '../../../src/engine/verify/orders.ts';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import {
  errorOf,
  flowPolynomials,
  LARGEST_Z,
  valueAt,
} from '../../../src/physics/integrators/flowPolynomial.ts';
import { gradientFlow } from '../../../src/physics/integrators/gradientFlow.ts';
import type { IntegratorContext, IntegratorPart } from '../../../src/physics/types.ts';
import { contextOf, largestDifference, quarticForce, run, uniformRing } from '../../helpers/dynamics.ts';
import { bits } from '../../helpers/run.ts';

const values = { dt: 'auto', eta: undefined, substeps: 'auto', precision: 'f64' } as const;
const still = deSitter.create({ gamma: 0.5 }, 1);
const auto = (context: IntegratorContext) => gradientFlow.create(values, context);

describe('polynomials of a flow', () => {
  for (const lowest of [0, -0.2, -1]) {
    const of = flowPolynomials(lowest);
    it(`spectrum from ${lowest} to 1: every size of step keeps each mode within 1/1000`, () => {
      for (const z of [1e-3, 0.1, 0.5, 1, 2, 4, 8, 16, 64, 300, LARGEST_Z]) {
        // More growth is taken in parts.
        if (-lowest * z > 4) continue;
        const made = of(z);
        expect(made.to * (1 + 1e-12)).toBeGreaterThanOrEqual(z);
        expect(made.to).toBeLessThan(Math.max(1.2 * z, 0.016));
        expect(errorOf(made), `z ${z}`).toBeLessThan(1e-3);
      }
    });

    it(`spectrum from ${lowest} to 1: second order in z at every size`, () => {
      for (const size of [0.5, 4]) {
        const { from, to, end } = of(size);
        for (const z of [1e-3, 1e-2]) {
          const error = Math.abs(1 - z * valueAt(end, from, to, z) - (1 - z + (z * z) / 2));
          expect(error).toBeLessThan(z ** 3 / 5);
        }
      }
    });
  }

  it('stages: 3 for z = 1/2, 4 for 1, 7 for 4, 13 for 16; √z beyond', () => {
    const of = flowPolynomials(0);
    const stages = (z: number): number => of(z).end.length;
    expect([1 / 64, 0.5, 1, 4, 16].map(stages)).toEqual([2, 3, 4, 7, 13]);
    for (const z of [64, 256, 1024]) expect(stages(4 * z) / stages(z)).toBeLessThan(2.3);
  });
});

describe('gradient flow with as many stages as it needs', () => {
  const measured: IntegratorPart = {
    ...gradientFlow,
    order: 2,
    create: (_values, context) => auto(context),
  };
  for (const law of laws) {
    it(`order 2 within 0.1, measured on ${law.name}`, () => {
      const order = measuredOrder(measured, law);
      expect(Math.abs(order - 2), `measured ${order}`).toBeLessThan(0.1);
    });
  }

  it('order 2 within 0.1 on a quartic cost: w² = λ w₀² e^{−2λτ}/(λ + κ w₀² (1 − e^{−2λτ}))', () => {
    const [lambda, kappa, start] = [1, 0.7, 1.1];
    const falls = Math.exp(-2 * lambda * 2 * 3);
    const exact = Math.sqrt((lambda * start ** 2 * falls) / (lambda + kappa * start ** 2 * (1 - falls)));
    const errorWith = (count: number): number => {
      const context = contextOf(quarticForce([lambda], kappa), still, 4);
      const { weights } = run(auto(context), { weights: [start], velocity: [0] }, 0, 3 / count, count);
      return Math.abs(weights[0] - exact);
    };
    const order = Math.log2(errorWith(200) / errorWith(400));
    expect(Math.abs(order - 2), `measured ${order}`).toBeLessThan(0.1);
  });

  it('modes of all speeds, growing ones too: within 1/1000 of e^{−ηλt} in one step', () => {
    const lambda = Array.from({ length: 50 }, (_, n) => n / 5 - 1);
    const context: IntegratorContext = {
      ...contextOf(quarticForce(lambda), still, 9),
      spectrum: () => ({ smallest: -1, largest: 9 }),
    };
    for (const dt of [0.05, 0.2, 0.7, 2, 3.5, 7]) {
      const { weights } = run(
        auto(context),
        { weights: lambda.map(() => 1), velocity: lambda.map(() => 0) },
        0,
        dt,
        1,
      );
      lambda.forEach((one, n) => {
        const exact = Math.exp(-2 * one * dt);
        expect(Math.abs(weights[n] - exact) / Math.max(1, exact), `dt ${dt}, λ ${one}`).toBeLessThan(1e-3);
      });
    }
  });

  it('a mode that grows to e⁸⁰ in a step, taken in parts: within 2 %, and the decaying ones are gone', () => {
    const lambda = [-1, 0.5, 3, 9];
    const context: IntegratorContext = {
      ...contextOf(quarticForce(lambda), still, 9),
      spectrum: () => ({ smallest: -1, largest: 9 }),
    };
    const start = { weights: lambda.map(() => 1), velocity: lambda.map(() => 0) };
    const { weights } = run(auto(context), start, 0, 40, 1);
    expect(Math.abs(weights[0] / Math.exp(80) - 1)).toBeLessThan(0.02);
    for (const decayed of weights.slice(1)) expect(Math.abs(decayed)).toBeLessThan(1e-3);
  });

  it('a million times too large a step: what is left is what e^{−ηλt} leaves, and nothing grows', () => {
    // η = 2; z = τλ from 1e3 to 2.96e5 for the fastest mode, a slow one stays.
    const lambda = [1e-6, 0.5, 3, 4];
    const context = contextOf(quarticForce(lambda), still, 4);
    for (const dt of [125, 5000, 37_000]) {
      const start = { weights: lambda.map(() => 1), velocity: lambda.map(() => 0) };
      const { weights } = run(auto(context), start, 0, dt, 3);
      expect(Math.abs(weights[0] - Math.exp(-6e-6 * dt)), `dt ${dt}`).toBeLessThan(3e-3);
      for (const decayed of weights.slice(1)) expect(Math.abs(decayed), `dt ${dt}`).toBeLessThan(1e-3);
    }
  });

  it('a step that would take more than 100 polynomials is not taken: the run is told to have failed', () => {
    const context = contextOf(quarticForce([1, 4]), still, 4);
    const weights = Float64Array.of(1, 1);
    const velocity = new Float64Array(2);
    const clock = { t0: 0, dt: 1e5, first: 0 };
    const schedule = { samples: null, batchSize: 0 };
    const squares = new Float64Array(4);
    expect(auto(context).advance(weights, velocity, clock as never, schedule as never, 2, squares)).toBe(0);
    expect([...weights]).toEqual([1, 1]);
  });

  it('Σ V² in the middle of a step: within 1 % of the exact one', () => {
    const lambda = [1, 0.3, 4];
    const context = contextOf(quarticForce(lambda), still, 4);
    const { squares } = run(auto(context), { weights: [1, -2, 0.5], velocity: [0, 0, 0] }, 0, 0.25, 1);
    const at = (t: number): number =>
      [1, -2, 0.5].reduce((sum, w, i) => sum + (2 * lambda[i] * w * Math.exp(-2 * lambda[i] * t)) ** 2, 0);
    expect(Math.abs(squares[0] / at(0.125) - 1)).toBeLessThan(1e-2);
    expect(Math.abs(squares[1] / at(0.25) - 1)).toBeLessThan(1e-2);
  });

  it('a ring at z = 4: 7 gradients a step, where Runge-Kutta steps took 16', () => {
    const ring = uniformRing(64, 1, 0);
    let calls = 0;
    const force = {
      size: 64,
      gradient: (...given: Parameters<typeof ring.gradient>) => {
        calls++;
        ring.gradient(...given);
      },
    };
    const weights = Array.from({ length: 64 }, (_, n) => Math.sin(n * n));
    run(auto(contextOf(force, still, 4)), { weights, velocity: weights }, 0, 0.5, 10);
    expect(calls).toBe(71);
  });

  it('40 steps, 40 single steps and 7 + 20 + 13 agree bit for bit, with samples too', () => {
    for (const samples of [null, Int32Array.from({ length: 40 }, (_, k) => (k * k) % 3)]) {
      const cut = (slices: number[]): string => {
        const integrator = auto(contextOf(quarticForce([1, 0.64, 0.25], 0.1), laws[1].expansion, 3));
        const weights = Float64Array.of(1, -0.8, 0.5);
        const velocity = new Float64Array(3);
        let offset = 0;
        for (const count of slices) {
          const chosen = samples?.slice(offset, offset + count) ?? null;
          const schedule = { samples: chosen, size: chosen === null ? 0 : 1 };
          const clock = { origin: 0.1, offset, dt: 0.07 };
          integrator.advance(weights, velocity, clock, schedule, count, new Float64Array(2 * count));
          offset += count;
        }
        return bits(weights) + bits(velocity);
      };
      const whole = cut([40]);
      expect(cut(Array<number>(40).fill(1))).toBe(whole);
      expect(cut([7, 20, 13])).toBe(whole);
    }
  });

  it('what has decayed ends in exact zeros, never in denormal numbers', () => {
    for (const substeps of ['auto', 2] as const) {
      const integrator = gradientFlow.create(
        { ...values, substeps },
        contextOf(quarticForce([1, 2]), still, 2),
      );
      const { weights, velocity } = run(integrator, { weights: [1, 1], velocity: [0, 0] }, 0, 0.5, 1000);
      expect(largestDifference(weights, [0, 0])).toBe(0);
      expect(largestDifference(velocity, [0, 0])).toBe(0);
    }
  });
});
