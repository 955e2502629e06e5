import { describe, expect, it } from 'vitest';
import { initials } from '../../../src/physics/initial/index.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { systems } from '../../../src/physics/systems.ts';
import type { InitialPart, System, SystemPart } from '../../../src/physics/types.ts';
import { randomSystem, systemCases, valuesOf, type Settings } from '../../helpers/systems.ts';

type InitialKind = keyof typeof initials;

function start(name: InitialKind, system: System, settings: Settings = {}, seed = 1) {
  const part: InitialPart = initials[name];
  const weights = new Float64Array(system.weightCount).fill(NaN);
  const velocity = weights.slice();
  const context = { system, random: createRandom(seed, 'initial') };
  part.create(valuesOf(part, settings), context, weights, velocity);
  return { weights, velocity };
}

const random = createRandom(8, 'data');
const ring = randomSystem('ring-shared', { N: 10 }, 1, random);
const torus = randomSystem('torus-shared', { rows: 4, columns: 6 }, 1, random);
const variance = (values: Float64Array): number => values.reduce((sum, w) => sum + w * w, 0) / values.length;

describe('every initial state on every system that lists it', () => {
  const pairs = systemCases.flatMap(({ title, kind, settings, samples }) => {
    const part: SystemPart = systems[kind];
    return part.initial.map((name) => ({ title, kind, settings, samples, name: name as InitialKind }));
  });
  it.each(pairs)(
    '$title from $name: writes all weights and velocities, finite, the same for the same seed',
    (each) => {
      const system = randomSystem(each.kind, each.settings, each.samples, createRandom(2, 'data'));
      const couplings = each.name === 'packet' ? system.couplings(null) : null;
      const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
      if (couplings !== null && !(mean(couplings.K) > 0 && mean(couplings.J) >= 0)) {
        // No relativistic waves to make it of.
        expect(() => start(each.name, system)).toThrow('mean K > 0 and J >= 0');
        return;
      }
      const first = start(each.name, system);
      expect([...first.weights, ...first.velocity].every(Number.isFinite)).toBe(true);
      expect(start(each.name, system)).toEqual(first);
    },
  );

  it('registry: every part stands under its own kind', () => {
    for (const [kind, part] of Object.entries(initials)) expect(part.kind).toBe(kind);
  });
});

describe('initial states', () => {
  it('bump: A e^{−d²/2s²} round the ring, at rest, the middle by default', () => {
    const { weights, velocity } = start('bump', ring, { center: 9, width: 2, amplitude: 1.5 });
    [1, 0, 9, 8, 4].forEach((n, at) => {
      const d = [2, 1, 0, 1, 5][at];
      expect(weights[n]).toBeCloseTo(1.5 * Math.exp((-d * d) / 8), 14);
    });
    expect([...new Set(velocity)]).toEqual([0]);
    expect(start('bump', ring, {}).weights.indexOf(1)).toBe(5);
  });

  it('bump: on a torus the centre is a flat site and both directions are periodic', () => {
    const { weights } = start('bump', torus, { center: 3 * 6 + 5, width: 1, amplitude: 1 });
    expect(weights[3 * 6 + 5]).toBe(1);
    expect(weights[0]).toBeCloseTo(Math.exp(-1), 14);
    expect(weights[1 * 6 + 2]).toBeCloseTo(Math.exp(-(4 + 9) / 2), 14);
    expect(start('bump', torus, {}).weights.indexOf(1)).toBe(2 * 6 + 3);
  });

  it('bump: stands on both sheets of the two-layer ring', () => {
    const system = randomSystem('ring-two-layer', { N: 4 }, 1, random);
    const { weights } = start('bump', system, { center: 2 });
    expect([weights[2], weights[10]]).toEqual([1, 1]);
  });

  it('mode: A cos(2πmn/N) on rings and a plane wave on a torus, to 1e-14', () => {
    const { weights } = start('mode', ring, { index: 3, amplitude: 0.5 });
    weights.forEach((w, n) => expect(w).toBeCloseTo(0.5 * Math.cos((2 * Math.PI * 3 * n) / 10), 14));
    const plane = start('mode', torus, { index: 2, rowIndex: 1 }).weights;
    expect(plane[6 * 1 + 5]).toBeCloseTo(Math.cos(2 * Math.PI * (10 / 6 + 1 / 4)), 14);
  });

  // 2e5 normal numbers: the variance has a relative error of 0.003.
  it('random: variance scale², and velocityScale² of the velocity, to 2 %', () => {
    const system = randomSystem('scalar-field-1d', { N: 200_000 }, 0, random);
    const { weights, velocity } = start('random', system, { scale: 0.5, velocityScale: 2 });
    expect(Math.abs(variance(weights) / 0.25 - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance(velocity) / 4 - 1)).toBeLessThan(0.02);
  });

  it('random: dense standard weights have variance σ_w²/n_in and biases σ_b²; ntk both 1, to 10 %', () => {
    const settings = { sizes: [50, 400, 1], sigmaW: 1.5, sigmaB: 0.3 };
    const parts = (parameterization: string) => {
      const system = randomSystem('dense', { ...settings, parameterization }, 1, random);
      const { weights } = start('random', system);
      return [weights.subarray(0, 20_000), weights.subarray(20_000, 20_400)].map(variance);
    };
    const expected = [1.5 ** 2 / 50, 0.09, 1, 1];
    [...parts('standard'), ...parts('ntk')].forEach((value, n) => {
      expect(Math.abs(value / expected[n] - 1)).toBeLessThan(n % 2 === 0 ? 0.1 : 0.3);
    });
  });

  it('explicit: writes what is given, zeros otherwise, and refuses another length', () => {
    const given = Array.from({ length: 10 }, (_, n) => n / 7);
    const { weights, velocity } = start('explicit', ring, { weights: given });
    expect([...weights]).toEqual(given);
    expect([...new Set(velocity)]).toEqual([0]);
    expect(() => start('explicit', ring, { velocity: [1, 2] })).toThrow(
      'velocity: [1,2]: expected P = 10 numbers',
    );
  });

  it('zero: is zero', () => {
    expect([...new Set([...start('zero', torus).weights, ...start('zero', torus).velocity])]).toEqual([0]);
  });
});
