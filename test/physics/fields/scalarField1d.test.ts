import { describe, expect, it } from 'vitest';
import type { Couplings } from '../../../src/physics/types.ts';
import { worstRelative } from '../../helpers/reference.ts';
import { buildSystem, gradientOf, hessianTimes, samplesOf, type Settings } from '../../helpers/systems.ts';

const field = (settings: Settings) => buildSystem('scalar-field-1d', settings, samplesOf([], []));

describe('scalar-field-1d', () => {
  it('energy: K/(2a²)(w_i − w_j)² + J w²/2 − f w, by hand for three sites', () => {
    const system = field({ N: 3, spacing: 0.5, K: [1, 2, 3], J: [0.1, 0.2, 0.3], force: [1, 0, -1] });
    // differences −1, −3, 4; K/a² = 4, 8, 12; masses (0.1·1 + 0.2·4 + 0.3·25)/2; force 1 − 5
    const expected = (4 * 1 + 8 * 9 + 12 * 16) / 2 + (0.1 + 0.8 + 7.5) / 2 - (1 - 5);
    expect(system.cost(Float64Array.of(1, 2, 5), null, 1)).toBeCloseTo(expected, 12);
  });

  it('couplings: K is the lattice stiffness K/a², the shift H⁺f and the constant −f·H⁺f/2, to 1e-12', () => {
    const system = field({ N: 8, spacing: 0.5, K: 1.5, J: 0.4, force: 0.6 });
    const { K, J, shift, constant, staggered } = system.couplings(null) as Couplings;
    expect([...new Set(K), ...new Set(J)]).toEqual([6, 0.4]);
    expect(worstRelative(shift, new Float64Array(8).fill(1.5))).toBeLessThan(1e-12);
    expect(constant).toBeCloseTo(-0.5 * 8 * 0.6 * 1.5, 12);
    expect(staggered?.J[0]).toBeCloseTo(0.4 + 4 * 6, 12);
  });

  it('couplings: without mass one flat mode is counted, and none is invented at odd N', () => {
    expect(field({ N: 8, J: 0 }).couplings(null)?.flatModes).toBe(1);
    expect(field({ N: 7, J: 0.1 }).couplings(null)?.flatModes).toBe(0);
    expect(field({ N: 7 }).couplings(null)?.staggered).toBeUndefined();
  });

  it('stiffness: multiplies K in cost, gradient and Hessian alike', () => {
    const system = field({ N: 5, K: 2, J: 0, force: 0 });
    const w = Float64Array.of(1, -2, 0.5, 3, 0);
    const out = new Float64Array(5);
    system.force.gradient(w, null, 0.25, out);
    expect(
      worstRelative(
        out,
        gradientOf(system, w).map((g) => g / 4),
      ),
    ).toBeLessThan(1e-15);
    expect(system.cost(w, null, 0.25)).toBeCloseTo(system.cost(w, null, 1) / 4, 14);
    system.hessianVector(w, w, 0.25, out);
    expect(
      worstRelative(
        out,
        hessianTimes(system, w, w).map((g) => g / 4),
      ),
    ).toBeLessThan(1e-15);
  });

  it('profiles: an array of the wrong length names its parameter', () => {
    expect(() => field({ N: 4, K: [1, 2, 3] })).toThrow(
      'K: [1,2,3]: expected a number, a profile, or an array of 4 numbers',
    );
    expect(() => field({ N: 4, force: [1] })).toThrow('force: [1]');
  });
});
