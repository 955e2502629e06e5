import { describe, expect, it } from 'vitest';
import {
  fluid,
  kination,
  matter,
  milne,
  nesterov,
  radiation,
} from '../../../src/physics/expansion/fluids.ts';
import { expansions } from '../../../src/physics/expansion/index.ts';
import { piecewiseLinear } from '../../../src/physics/expansion/piecewiseLinear.ts';
import { step, table, warmup } from '../../../src/physics/expansion/piecewise.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { cosine, exponential, inverse } from '../../../src/physics/expansion/schedules.ts';
import { integratorKinds, integrators } from '../../../src/physics/integrators/index.ts';
import { reference } from '../../../src/physics/integrators/reference.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import type { Expansion, Integrator, IntegratorPart, Reals } from '../../../src/physics/types.ts';
import { contextOf, largestDifference, quarticForce, run } from '../../helpers/dynamics.ts';
import { readReference } from '../../helpers/reference.ts';

const sizes = { dt: 'auto', substeps: 1, precision: 'f64' } as const;

interface Schedules {
  cases: {
    name: string;
    kind: string;
    parameters: { eta_min: number; eta_max: number; T: number; eta0: number; k: number };
    d: number;
    lambda: number;
    t0: number;
    w0: number;
    v0: number;
    t: number[];
    expected: Record<'eta' | 'gamma' | 'w_eff' | 'ln_a_over_a0' | 'w' | 'v', number[]>;
  }[];
}

const expansionOf = ({ kind, parameters, d }: Schedules['cases'][number]): Expansion => {
  const { eta_min: etaMin, eta_max: etaMax, T, eta0, k } = parameters;
  if (kind === 'cosine') return cosine.create({ etaMin, etaMax, T }, d);
  return kind === 'warmup' ? warmup.create({ etaMax, T }, d) : exponential.create({ eta0, k }, d);
};

describe('reference schedules', () => {
  for (const each of readReference<Schedules>('schedules').cases) {
    const { name, lambda, t0, w0, v0, t, expected } = each;
    const expansion = expansionOf(each);

    it(`${name}: gamma, w_eff and ln a within 1e-13 (relative)`, () => {
      t.forEach((time, n) => {
        const close = (a: number | null, b: number): void =>
          expect(Math.abs((a ?? NaN) - b) / Math.abs(b)).toBeLessThan(1e-13);
        close(expansion.gamma(time), expected.gamma[n]);
        // At a corner the file gives the side before it, which the history leaves with the rate's own slope.
        const corner = name === 'warmup' && time === each.parameters.T;
        close(expansion.equationOfState(corner ? time - 1e-9 : time), expected.w_eff[n]);
        close(expansion.logScaleFactor(time) - expansion.logScaleFactor(t0), expected.ln_a_over_a0[n]);
      });
    });

    const deviation = (integrator: Integrator, dt: number): number => {
      let worst = 0;
      t.forEach((time, n) => {
        const start = { weights: [w0], velocity: [v0] };
        const { weights, velocity } = run(integrator, start, t0, dt, Math.round((time - t0) / dt));
        worst = Math.max(worst, Math.abs(weights[0] - expected.w[n]), Math.abs(velocity[0] - expected.v[n]));
      });
      return worst;
    };
    const context = contextOf(quarticForce([lambda]), expansion, lambda);

    it(`${name}: reference within 1e-8`, () => {
      expect(deviation(reference.create({ ...sizes, phase: 0.01 }, context), 0.1)).toBeLessThan(1e-8);
    });

    it(`${name}: the error of second-order falls by 4 ± 0.2 per halving`, () => {
      const integrator = secondOrder.create(sizes, context);
      const errors = [0.1 / 8, 0.1 / 16, 0.1 / 32].map((dt) => deviation(integrator, dt));
      expect(Math.abs(errors[0] / errors[1] - 4)).toBeLessThan(0.2);
      expect(Math.abs(errors[1] / errors[2] - 4)).toBeLessThan(0.2);
    });
  }
});

describe('every history: the order of every scheme, from t0 = 0 too', () => {
  const force = quarticForce([2, 0.7], 0.3);
  const span = 2;
  /** Steps at which each order shows: far from stability limits and from round-off. */
  const stepsFor = { 1: 512, 2: 128, 4: 64 } as const;
  for (const [kind, part] of Object.entries(expansions)) {
    const values = Object.fromEntries(
      Object.entries(part.parameters as Record<string, { default: unknown }>).map(([name, parameter]) => [
        name,
        parameter.default,
      ]),
    );
    const expansion = (part.create as (values: unknown, d: number) => Expansion)(values, 3);
    const context = contextOf(force, expansion, 1);
    for (const t0 of [0, 1.25]) {
      for (const integrator of integratorKinds) {
        const method: IntegratorPart = integrators[integrator];
        const { order, firstOrder } = method;
        if (order === 'exact' || (kind === 'flat' && firstOrder)) continue;
        // A big bang has no velocity. The reference does with one pair of sub-steps: its method's order is meant.
        const velocity = expansion.gamma(t0) === Infinity ? [0, 0] : [0.4, -0.3];
        const end = (count: number): Reals => {
          const made = method.create({ ...sizes, eta: undefined, phase: 1e9 }, context);
          return run(made, { weights: [1, -0.6], velocity }, t0, span / count, count).weights;
        };

        it(`${integrator} in ${kind} from t0 = ${t0}: order ${order} within 0.2, by three step sizes`, () => {
          const [coarse, middle, fine] = [1, 2, 4].map((n) => end(n * stepsFor[order]));
          const measured = Math.log2(largestDifference(coarse, middle) / largestDifference(middle, fine));
          expect(Math.abs(measured - order), `measured ${measured}`).toBeLessThan(0.2);
        });
      }
    }
  }
});

describe('named fluids (physics.md 3.3)', () => {
  const gammaT = (part: { create: (values: never, d: number) => Expansion }, d: number): number =>
    part.create({} as never, d).gamma(1);

  it('γt: matter 2, nesterov 3, kination 1 in any d; radiation 2d/(d+1); milne d', () => {
    for (const d of [1, 2, 3, 4]) {
      expect([matter, nesterov, kination].map((part) => gammaT(part, d))).toEqual([2, 3, 1]);
      expect(gammaT(radiation, d)).toBe((2 * d) / (d + 1));
      expect(gammaT(milne, d)).toBe(d);
    }
  });

  it('w: radiation 1/d, matter 0, kination 1, nesterov -1/3, milne 2/d - 1, to 1e-15', () => {
    for (const d of [1, 2, 3]) {
      const w = (part: typeof matter): number => part.create({}, d).equationOfState(1) ?? NaN;
      expect(Math.abs(w(radiation) - 1 / d)).toBeLessThan(1e-15);
      expect(w(matter)).toBe(0);
      expect(w(kination)).toBe(1);
      expect(Math.abs(w(nesterov) + 1 / 3)).toBeLessThan(1e-15);
      expect(Math.abs(w(milne) - (2 / d - 1))).toBeLessThan(1e-15);
    }
  });

  it('a: matter t^{2/d}, radiation t^{2/(d+1)}, milne t, fluid t^{2/d(1+w)}', () => {
    const ln = Math.log(3);
    for (const d of [1, 2, 3]) {
      expect(matter.create({}, d).logScaleFactor(3)).toBeCloseTo((2 / d) * ln, 14);
      expect(radiation.create({}, d).logScaleFactor(3)).toBeCloseTo((2 / (d + 1)) * ln, 14);
      expect(milne.create({}, d).logScaleFactor(3)).toBeCloseTo(ln, 14);
      expect(fluid.create({ w: 0.25 }, d).logScaleFactor(3)).toBeCloseTo((2 / (d * 1.25)) * ln, 14);
    }
  });
});

describe('closed forms of a mode from rest at t = 0 (physics.md 3.5)', () => {
  const omega = Math.sqrt(1.7);
  /** J_0 and J_1 by their power series: exact to round-off for arguments below 10. */
  const bessel = (order: number, x: number): number => {
    let term = order === 0 ? 1 : x / 2;
    let sum = term;
    for (let k = 1; k < 60; k++) {
      term *= -(x * x) / 4 / (k * (k + order));
      sum += term;
    }
    return sum;
  };
  const cases: [string, Expansion, (x: number) => number][] = [
    ['kination: J0(ωt)', kination.create({}, 2), (x) => bessel(0, x)],
    ['matter: sin ωt/ωt', matter.create({}, 2), (x) => Math.sin(x) / x],
    ['nesterov: 2 J1(ωt)/ωt', nesterov.create({}, 2), (x) => (2 * bessel(1, x)) / x],
  ];
  it.each(cases)('%s within 1e-9 of the reference integrator', (_name, expansion, form) => {
    const context = contextOf(quarticForce([1.7]), expansion, 1.7);
    const integrator = reference.create({ ...sizes, phase: 0.005 }, context);
    for (const time of [0.5, 2, 6]) {
      const { weights } = run(integrator, { weights: [1], velocity: [0] }, 0, 0.25, time / 0.25);
      expect(Math.abs(weights[0] - form(omega * time))).toBeLessThan(1e-9);
    }
  });
});

describe('schedules as universes', () => {
  it('any decay is phantom, w < -1; a warm-up is a fluid of w = -1 + 2 η_max/T', () => {
    const falling = [
      cosine.create({ etaMin: 0.1, etaMax: 2, T: 10 }, 3),
      exponential.create({ eta0: 1, k: 0.2 }, 3),
      inverse.create({ eta0: 1, k: 0.2 }, 3),
      table.create({ t: [0, 10], eta: [2, 1] }, 3),
    ];
    for (const expansion of falling) expect(expansion.equationOfState(4)).toBeLessThan(-1);
    const growing = warmup.create({ etaMax: 2, T: 5 }, 3);
    expect(growing.equationOfState(1)).toBe(-1 + (2 * 2) / 5);
    expect(growing.equationOfState(6)).toBe(-1);
    expect(growing.gamma(2)).toBeCloseTo(powerLaw.create({ n: 2.5 }, 3).gamma(2), 14);
  });

  it('step: γ doubles at every step of factor 1/2; ln a is continuous', () => {
    const expansion = step.create({ eta0: 2, factor: 0.5, every: 3 }, 1);
    expect([1, 4, 7, 10].map((t) => expansion.gamma(t))).toEqual([0.5, 1, 2, 4]);
    for (const t of [3, 6, 9]) {
      expect(expansion.logScaleFactor(t + 1e-9) - expansion.logScaleFactor(t - 1e-9)).toBeLessThan(1e-8);
    }
    expect(expansion.logScaleFactor(7)).toBeCloseTo(1.5 + 3 + 2, 13);
  });

  it('step: factor 1 is de Sitter space', () => {
    const expansion = step.create({ eta0: 2, factor: 1, every: 3 }, 1);
    expect([expansion.gamma(100), expansion.logScaleFactor(100)]).toEqual([0.5, 50]);
  });

  it('a falling line of slope -1 is the limit of its neighbours: c to 1e-9', () => {
    const kick = new Float64Array(4);
    piecewiseLinear([0, 1], [1.5, 0.5], 1).kick(0.125, 0.75, kick, 0);
    piecewiseLinear([0, 1], [1.5, 0.5 - 1e-10], 1).kick(0.125, 0.75, kick, 2);
    expect(Math.abs(kick[1] - kick[3])).toBeLessThan(1e-9);
    // c = ∫ η(u)^{-1} du / η2^{-1} = η2 ln(η1/η2)
    expect(Math.abs(kick[1] - 0.75 * Math.log(1.375 / 0.75))).toBeLessThan(1e-15);
  });

  it('a table may fall nearly to 0: ln a of a line from 1 to ε is ln(1/ε)/(1 − ε), kicks stay finite', () => {
    for (const epsilon of [1e-3, 1e-12, 1e-17]) {
      const expansion = table.create({ t: [0, 1], eta: [1, epsilon] }, 1);
      const exact = -Math.log(epsilon) / (1 - epsilon);
      expect(Math.abs(expansion.logScaleFactor(1) / exact - 1)).toBeLessThan(1e-14);
      const kick = new Float64Array(2);
      for (const [from, to] of [
        [0, 1],
        [0.5, 1],
        [0.9375, 2],
      ]) {
        expansion.kick(from, to, kick, 0);
        expect(kick[0]).toBeGreaterThanOrEqual(0);
        expect(kick[1]).toBeGreaterThan(0);
        expect(kick[1]).toBeLessThan(to - from);
      }
    }
  });

  it('table: one point is constant; points out of order, of other length or not above 0 are named', () => {
    expect(table.create({ t: [3], eta: [0.5] }, 1).gamma(-7)).toBe(2);
    expect(() => table.create({ t: [0, 2, 2], eta: [1, 1, 1] }, 1)).toThrow(
      /t\[2\]: 2: expected a time after 2/,
    );
    expect(() => table.create({ t: [0, 1], eta: [1] }, 1)).toThrow(/eta: \[1\]: expected 2 rates/);
    expect(() => table.create({ t: [0, 1], eta: [1, 0] }, 1)).toThrow(/eta\[1\]: 0: expected a rate > 0/);
    expect(() => table.create({ t: [], eta: [] }, 1)).toThrow(/t: \[\]: expected a list of 1 to/);
  });
});
