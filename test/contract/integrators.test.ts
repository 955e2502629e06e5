import { describe, expect, it } from 'vitest';
import { laws, methods, orderFinding } from '../../src/engine/verify/orders.ts';
import { deSitter } from '../../src/physics/expansion/deSitter.ts';
import { powerLaw } from '../../src/physics/expansion/powerLaw.ts';
import { integratorKinds, integrators } from '../../src/physics/integrators/index.ts';
import type { IntegratorPart } from '../../src/physics/types.ts';
import { contextOf, largestDifference, quarticForce, run } from '../helpers/dynamics.ts';
import { valuesOf } from '../helpers/systems.ts';

const lambda = [1, 0.64, 0.25];
const amplitude = [1, -0.8, 0.5];
const matter = powerLaw.create({ n: 2 }, 1);

/** Two modes that are the weights themselves. */
const separate = {
  values: Float64Array.of(1, 2),
  vectors: Float64Array.of(1, 0, 0, 1),
  shift: new Float64Array(2),
};

describe('integrators', () => {
  it('registry: 6 kinds, each under its own name, second-order first', () => {
    expect(integratorKinds).toEqual([
      'second-order',
      'gradient-descent',
      'gradient-flow',
      'langevin',
      'reference',
      'exact',
    ]);
    for (const kind of integratorKinds) expect(integrators[kind].kind).toBe(kind);
  });

  for (const kind of integratorKinds) {
    it(`${kind}: what decays is 0 below 1e-150, never a denormal number`, () => {
      const part: IntegratorPart = integrators[kind];
      const context = {
        ...contextOf(quarticForce([1, 2]), deSitter.create({ gamma: 2 }, 1), 2),
        modes: () => separate,
      };
      const values = valuesOf(part, { dt: 'auto', phase: 0.02 });
      const start = { weights: [1e-147, -1e-148], velocity: [0, 0] };
      const { weights, velocity } = run(part.create(values, context), start, 0, 0.5, 400);
      for (const value of [...weights, ...velocity])
        expect(value === 0 || Math.abs(value) >= 1e-150).toBe(true);
      // Without a floor they would be 1e-200 of it by now.
      expect(Math.max(...weights.map(Math.abs))).toBeLessThan(1e-148);
    });
  }

  // The closed form has no order and only quadratic costs: exact.test.ts is its contract.
  for (const part of methods) {
    const { kind } = part;
    const declared = part.order as 1 | 2 | 4;
    for (const law of laws) {
      it(`${kind}: order ${declared} within 0.1, measured on ${law.name}`, () => {
        const { measured, expected, tolerance, verdict } = orderFinding(part, law);
        expect({ expected, tolerance }).toEqual({ expected: declared, tolerance: 0.1 });
        expect(verdict, `measured ${measured}`).toBe('ok');
      });
    }

    it(`${kind}: 40 steps, 40 single steps and 7 + 20 + 13 agree bit for bit, with samples too`, () => {
      const samplesOf = [null, Int32Array.from({ length: 40 }, (_, k) => (k * k) % 3)];
      for (const samples of samplesOf) {
        const cut = (slices: number[]): number[] => {
          const context = contextOf(quarticForce(lambda, 0.1), matter, 1);
          const integrator = part.create(valuesOf(part, { dt: 'auto' }), context);
          const weights = Float64Array.from(amplitude);
          const velocity = new Float64Array(3);
          const squares: number[] = [];
          let offset = 0;
          for (const count of slices) {
            const out = new Float64Array(2 * count);
            const schedule = {
              samples: samples?.slice(offset, offset + count) ?? null,
              size: samples === null ? 0 : 1,
            };
            const clock = { origin: 0.1, offset, dt: 0.07 };
            expect(integrator.advance(weights, velocity, clock, schedule, count, out)).toBe(count);
            squares.push(...out);
            offset += count;
          }
          return [...weights, ...velocity, ...squares];
        };
        const whole = cut([40]);
        expect(cut(Array<number>(40).fill(1))).toEqual(whole);
        expect(cut([7, 20, 13])).toEqual(whole);
      }
    });

    it(`${kind}: a blow-up is reported by the number of finished steps`, () => {
      const context = contextOf(quarticForce([1, 1], 1e3), deSitter.create({ gamma: 0.1 }, 1), 1);
      const { done } = run(
        part.create(valuesOf(part, { dt: 'auto' }), context),
        { weights: [300, 1], velocity: [0, 0] },
        0,
        1,
        50,
      );
      expect(done).toBeLessThan(50);
    });

    it(`${kind}: squares hold V² at the end of each step${part.firstOrder ? ', and velocity is -η g' : ''}`, () => {
      const force = quarticForce(lambda, 0.1);
      const integrator = part.create(valuesOf(part, { dt: 'auto' }), contextOf(force, matter, 1));
      const { weights, velocity, squares } = run(
        integrator,
        { weights: amplitude, velocity: [0, 0, 0] },
        0.5,
        0.1,
        9,
      );
      const sum = Array.from(velocity).reduce((total, v) => total + v * v, 0);
      expect(Math.abs(squares[17] - sum)).toBeLessThan(1e-15);
      expect(squares[16]).toBeGreaterThan(0);
      const gradient = new Float64Array(3);
      force.gradient(weights, null, 1, gradient);
      const settled = velocity.slice();
      integrator.settle(weights, settled, 1.4, null);
      const eta = integrator.eta(1.4);
      expect(eta === null).toBe(!part.firstOrder);
      if (eta === null) {
        expect([...settled]).toEqual([...velocity]);
      } else {
        expect(eta).toBe(0.7);
        const expected = gradient.map((g) => -eta * g);
        expect(largestDifference(velocity, expected)).toBeLessThan(1e-15);
        expect(largestDifference(settled, expected)).toBeLessThan(1e-15);
      }
    });
  }
});
