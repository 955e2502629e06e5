import { describe, expect, it } from 'vitest';
import type { Force } from '../../../src/kernels/types.ts';
import { stationary } from '../../../src/engine/verify/heat.ts';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { flat } from '../../../src/physics/expansion/flat.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { langevin } from '../../../src/physics/integrators/langevin.ts';
import { createRandom, type Random } from '../../../src/physics/math/random.ts';
import type { Expansion } from '../../../src/physics/types.ts';
import { contextOf, largestDifference, quarticForce, run } from '../../helpers/dynamics.ts';
import { readReference } from '../../helpers/reference.ts';

const make = (force: Force, expansion: Expansion, temperature = 0, random = createRandom(5, 'noise')) =>
  langevin.create({ dt: 'auto' }, { ...contextOf(force, expansion, 1), temperature, random });

interface Golden {
  cases: {
    hist: 'const' | 'power';
    gamma: number;
    n: number;
    t0: number;
    h: number;
    quartic: number;
    lambda: number[];
    W0: number[];
    V0: number[];
    expected: { BAOAB?: [number[], number[]][] };
  }[];
}

/** A stream that gives what it is told. */
const fixed = (value: number): Random => ({ ...createRandom(1, 'noise'), normal: () => value });

describe('langevin (BAOAB)', () => {
  const golden = readReference<Golden>('integrator_steps').cases;
  it.each(golden.flatMap((c, k) => (c.expected.BAOAB === undefined ? [] : [{ ...c, k }])))(
    'integrator_steps $k ($hist): golden steps without noise to 1e-13',
    ({ hist, gamma, n, lambda, quartic, W0, V0, t0, h, expected }) => {
      const expansion = hist === 'const' ? deSitter.create({ gamma }, 1) : powerLaw.create({ n }, 1);
      expected.BAOAB?.forEach(([W, V], k) => {
        const made = make(quarticForce(lambda, quartic), expansion);
        const { weights, velocity } = run(made, { weights: W0, velocity: V0 }, t0, h, k + 1);
        expect(largestDifference(weights, W)).toBeLessThan(1e-13);
        expect(largestDifference(velocity, V)).toBeLessThan(1e-13);
      });
    },
  );

  const { langevin: variances } = readReference<{
    langevin: {
      lambda: number;
      T: number;
      h: number;
      gamma: number;
      baoab_var_W: number;
      baoab_var_V: number;
    }[];
  }>('eft_misc');
  it.each(variances)(
    'eft_misc: its own stationary variances at λ = $lambda, h = $h, γ = $gamma, to 1e-11',
    ({ lambda, T, h, gamma, baoab_var_W, baoab_var_V }) => {
      const { W, V, WV } = stationary(langevin, deSitter.create({ gamma }, 1), { lambda, T, h });
      expect(Math.abs(W - baoab_var_W)).toBeLessThan(1e-11);
      expect(Math.abs(V - baoab_var_V)).toBeLessThan(1e-11);
      expect(Math.abs(WV)).toBeLessThan(1e-11);
    },
  );

  it('⟨W²⟩ = T/λ to 1e-10 up to 99 % of the longest stable step, and at γh = 40', () => {
    for (const [gamma, h] of [
      [0.7, 0.99 * Math.SQRT2],
      [40, 1],
    ]) {
      expect(
        Math.abs(stationary(langevin, deSitter.create({ gamma }, 1), { lambda: 2, T: 0.3, h }).W - 0.15),
      ).toBeLessThan(1e-10);
    }
  });

  it('friction that fades (n/t) keeps the same Gibbs measure: ⟨W²⟩ = T/λ, ⟨V²⟩ = T(1 - h²λ/4) from there on, to 1e-8', () => {
    const [lambda, T, h] = [2, 0.5, 0.25];
    const expansion = powerLaw.create({ n: 3 }, 1);
    const late = stationary(langevin, expansion, { lambda, T, h });
    expect(Math.abs(late.W - T / lambda)).toBeLessThan(1e-8);
    expect(Math.abs(late.V - T * (1 - (h * h * lambda) / 4))).toBeLessThan(1e-8);
  });

  it('a big bang draws the velocity from the bath at once: ⟨V²⟩ of free motion is T after one step', () => {
    const force: Force = { size: 1, gradient: (_w, _b, _s, out) => void out.fill(0) };
    const bang = make(force, powerLaw.create({ n: 3 }, 1), 0.49, fixed(1));
    const { velocity } = run(bang, { weights: [0], velocity: [0] }, 0, 0.1, 1);
    expect(velocity[0]).toBeCloseTo(0.7, 14);
  });

  it('without friction there is no bath: whatever T, no number is drawn and the motion turns back to 1e-12', () => {
    const refusing: Random = {
      ...createRandom(1, 'noise'),
      normal() {
        throw new Error('noise without friction');
      },
    };
    const start = { weights: [1, -0.6], velocity: [0.2, 0.1] };
    const made = make(quarticForce([1, 2], 0.3), flat.create({}, 1), 3, refusing);
    const there = run(made, start, 0, 0.1, 300);
    const back = run(made, { ...there, velocity: there.velocity.map((v) => -v) }, 0, 0.1, 300);
    expect(largestDifference(back.weights, start.weights)).toBeLessThan(1e-12);
  });

  it('what friction took and noise gave is the change of kinetic energy in the step without force, exactly', () => {
    const force: Force = { size: 3, gradient: (_w, _b, _s, out) => void out.fill(0) };
    const made = make(force, deSitter.create({ gamma: 0.9 }, 1), 0.4);
    const start = { weights: [0, 0, 0], velocity: [1, -2, 0.5] };
    const { squares } = run(made, start, 0, 0.3, 6);
    let before = 5.25;
    for (let k = 0; k < 6; k++) {
      const [given, lost] = [made.bath?.heat(k) ?? NaN, made.bath?.dissipated(k) ?? NaN];
      expect(lost).toBeCloseTo(0.5 * (1 - Math.exp(-2 * 0.9 * 0.3)) * before, 13);
      expect(Math.abs(given - lost - 0.5 * (squares[2 * k + 1] - before))).toBeLessThan(1e-14);
      before = squares[2 * k + 1];
    }
  });
});
