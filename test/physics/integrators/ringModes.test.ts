import { describe, expect, it } from 'vitest';
import { dampedMode, ringFrequency2 } from '../../../src/physics/exactModes.ts';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { reference } from '../../../src/physics/integrators/reference.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import type { Integrator } from '../../../src/physics/types.ts';
import { contextOf, largestDifference, run, uniformRing } from '../../helpers/dynamics.ts';
import { readReference } from '../../helpers/reference.ts';

interface RingModes {
  cases: {
    name: string;
    history: string;
    parameters: { gamma?: number; n?: number };
    N: number;
    J: number;
    K: number;
    t0: number;
    t: number[];
    W0: number[];
    V0: number[];
    expected: {
      W: number[][];
      V: number[][];
      modes_unit: { m: number; omega2_at_a1: number; w: number[]; v: number[] }[];
    };
  }[];
}
const cases = readReference<RingModes>('ring_modes').cases.filter(({ history }) =>
  ['const', 'power'].includes(history),
);

const sizes = { dt: 'auto', substeps: 1, precision: 'f64' } as const;

describe('ring_modes', () => {
  it('5 cases are without redshift', () => expect(cases).toHaveLength(5));

  for (const { name, parameters, N, J, K, t0, t, W0, V0, expected } of cases) {
    const { gamma, n } = parameters;
    const expansion =
      gamma === undefined ? powerLaw.create({ n: n ?? NaN }, 1) : deSitter.create({ gamma }, 1);
    const context = contextOf(uniformRing(N, K, J), expansion, J + 4 * K);
    /** Largest deviation of weights and velocity at all times of the file. */
    const deviation = (integrator: Integrator, dt: number): number => {
      let worst = 0;
      t.forEach((time, k) => {
        const { weights, velocity } = run(
          integrator,
          { weights: W0, velocity: V0 },
          t0,
          dt,
          Math.round((time - t0) / dt),
        );
        worst = Math.max(
          worst,
          largestDifference(weights, expected.W[k]),
          largestDifference(velocity, expected.V[k]),
        );
      });
      return worst;
    };

    it(`${name}: reference within 1e-9, at two step sizes`, () => {
      for (const dt of [0.25, 0.0625]) {
        const worst = deviation(reference.create({ ...sizes, phase: 0.01 }, context), dt);
        expect(worst, `dt ${dt}`).toBeLessThan(1e-9);
      }
    });

    it(`${name}: the error of second-order falls by 4 ± 0.2 per halving`, () => {
      const integrator = secondOrder.create(sizes, context);
      const errors = [1 / 64, 1 / 128, 1 / 256].map((dt) => deviation(integrator, dt));
      expect(Math.abs(errors[0] / errors[1] - 4)).toBeLessThan(0.2);
      expect(Math.abs(errors[1] / errors[2] - 4)).toBeLessThan(0.2);
    });

    if (gamma !== undefined) {
      it(`${name}: exact modes and their frequencies within 1e-10`, () => {
        for (const mode of expected.modes_unit) {
          const omega2 = ringFrequency2(mode.m, N, K, J);
          expect(Math.abs(omega2 - mode.omega2_at_a1)).toBeLessThan(1e-14);
          t.forEach((time, k) => {
            const { w, v } = dampedMode(omega2, gamma, 1, 0, time - t0);
            expect(Math.abs(w - mode.w[k])).toBeLessThan(1e-10);
            expect(Math.abs(v - mode.v[k])).toBeLessThan(1e-10);
          });
        }
      });
    }
  }
});
