import { describe, expect, it } from 'vitest';
import { dampedMode } from '../../src/physics/exactModes.ts';
import { deSitter } from '../../src/physics/expansion/deSitter.ts';
import { powerLaw } from '../../src/physics/expansion/powerLaw.ts';
import { integratorKinds, integrators } from '../../src/physics/integrators/index.ts';
import type { Declarations, Values } from '../../src/physics/parameters.ts';
import type { Expansion, IntegratorPart } from '../../src/physics/types.ts';
import { contextOf, largestDifference, quarticForce, run } from '../helpers/dynamics.ts';

/** Default parameters; the step is the clock's. */
const defaultsOf = <D extends Declarations>(part: IntegratorPart<D>): Values<D> =>
  ({
    ...Object.fromEntries(Object.entries(part.parameters).map(([name, p]) => [name, p.default])),
    dt: 'auto',
  }) as unknown as Values<D>;

const lambda = [1, 0.64, 0.25];
const amplitude = [1, -0.8, 0.5];
const rest = [0, 0, 0];
/** Lets the reference do with one pair of sub-steps: the measured order is the method's, not a limit's. */
const loose = { phase: 1e9 };

interface Law {
  name: string;
  expansion: Expansion;
  origin: number;
  span: number;
  /** Weights at the end, for second-order and first-order kinds. */
  field: number[];
  flow: number[];
}
const gamma = 0.8;
const matter = powerLaw.create({ n: 2 }, 1);
/** n = 2, from rest at 0: w = sin(ωt)/(ωt). From t0 = 1: a sin(ωt)/t + b cos(ωt)/t. */
const laws: Law[] = [
  {
    name: 'de-sitter',
    expansion: deSitter.create({ gamma }, 1),
    origin: 0,
    span: 2,
    field: lambda.map((l, i) => dampedMode(l, gamma, amplitude[i], 0, 2).w),
    flow: lambda.map((l, i) => amplitude[i] * Math.exp((-l / gamma) * 2)),
  },
  {
    name: 'power-law n = 2 from t0 = 1',
    expansion: matter,
    origin: 1,
    span: 2,
    field: lambda.map((l, i) => {
      // w(1) = amplitude, w'(1) = 0
      const s = Math.sqrt(l);
      const phase = 2 * s;
      return (amplitude[i] * (Math.cos(phase) + Math.sin(phase) / s)) / 3;
    }),
    flow: lambda.map((l, i) => amplitude[i] * Math.exp((-l * (9 - 1)) / 4)),
  },
  {
    name: 'power-law n = 2 from the big bang',
    expansion: matter,
    origin: 0,
    span: 2,
    field: lambda.map((l, i) => (amplitude[i] * Math.sin(2 * Math.sqrt(l))) / (2 * Math.sqrt(l))),
    flow: lambda.map((l, i) => amplitude[i] * Math.exp((-l * 4) / 4)),
  },
];

/** Errors at the end of the span for a number of steps and for twice as many. */
function measuredOrder(part: IntegratorPart, law: Law, steps: number): number {
  const exact = part.firstOrder ? law.flow : law.field;
  const errorWith = (count: number): number => {
    const values = { ...defaultsOf(part), ...loose };
    const integrator = part.create(values, contextOf(quarticForce(lambda), law.expansion, 1));
    const { weights, done } = run(
      integrator,
      { weights: amplitude, velocity: rest },
      law.origin,
      law.span / count,
      count,
    );
    expect(done).toBe(count);
    return largestDifference(weights, exact);
  };
  return Math.log2(errorWith(steps) / errorWith(2 * steps));
}

/** Steps at which each order shows: far from stability limits and from round-off. */
const stepsFor = { 1: 256, 2: 64, 4: 32 } as const;
/** The closed form has no order and only quadratic costs: exact.test.ts is its contract. */
const methods = integratorKinds.filter((kind) => integrators[kind].order !== 'exact');

describe('integrators', () => {
  it('registry: 5 kinds, each under its own name, second-order first', () => {
    expect(integratorKinds).toEqual([
      'second-order',
      'gradient-descent',
      'gradient-flow',
      'reference',
      'exact',
    ]);
    for (const kind of integratorKinds) expect(integrators[kind].kind).toBe(kind);
  });

  for (const kind of methods) {
    const part: IntegratorPart = integrators[kind];
    const declared = part.order as 1 | 2 | 4;
    for (const law of laws) {
      it(`${kind}: order ${declared} within 0.1, measured on ${law.name}`, () => {
        const order = measuredOrder(part, law, stepsFor[declared]);
        expect(Math.abs(order - declared), `measured ${order}`).toBeLessThan(0.1);
      });
    }

    it(`${kind}: 40 steps, 40 single steps and 7 + 20 + 13 agree bit for bit, with samples too`, () => {
      const samplesOf = [null, Int32Array.from({ length: 40 }, (_, k) => (k * k) % 3)];
      for (const samples of samplesOf) {
        const cut = (slices: number[]): number[] => {
          const context = contextOf(quarticForce(lambda, 0.1), matter, 1);
          const integrator = part.create(defaultsOf(part), context);
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
        part.create(defaultsOf(part), context),
        { weights: [300, 1], velocity: [0, 0] },
        0,
        1,
        50,
      );
      expect(done).toBeLessThan(50);
    });

    it(`${kind}: squares hold V² at the end of each step${part.firstOrder ? ', and velocity is -η g' : ''}`, () => {
      const force = quarticForce(lambda, 0.1);
      const integrator = part.create(defaultsOf(part), contextOf(force, matter, 1));
      const { weights, velocity, squares } = run(
        integrator,
        { weights: amplitude, velocity: rest },
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
