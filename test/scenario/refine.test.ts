import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/validate.ts';
import { refineObstacle, withSites } from '../../src/scenario/refine.ts';
import { simulate } from '../helpers/run.ts';
import type { Scenario } from '../../src/scenario/types.ts';

const base = {
  shared: {
    system: { kind: 'ring-shared', N: 32, p: 0.8 },
    data: { kind: 'sinusoid', samples: 4, modes: 2 },
    initial: { kind: 'bump', center: 8, width: 2, amplitude: 1 },
  },
  uniform: {
    system: { kind: 'ring-shared', N: 32 },
    data: { kind: 'uniform-bonds', K: 1.5, J: 0.3 },
    initial: { kind: 'mode', index: 2, amplitude: 1 },
  },
  field: {
    system: { kind: 'scalar-field-1d', N: 32, K: 'cosine', J: 0.2, spacing: 0.5 },
    data: { kind: 'none' },
    initial: { kind: 'bump', width: 2, amplitude: 1 },
  },
};
const parsed = (sections: object): Scenario => parseScenario({ version: 1, ...sections });
const sourcesAt = (scenario: Scenario): { K: Float64Array; J: Float64Array } => {
  const { system, data, initial, dynamics } = scenario;
  const found = simulate({ system, data, initial, dynamics }).tracks[0].system.couplings(null);
  if (found === null) throw new Error('no couplings');
  return found;
};

describe('withSites: the same run at another lattice spacing', () => {
  it.each(Object.keys(base) as (keyof typeof base)[])(
    '%s: a² K keeps its value at the same place to 0.05 of it, the coarse ring’s own error, and J to 0.01',
    (name) => {
      const coarse = parsed(base[name]);
      const fine = withSites(coarse, 128);
      const [a, b] = [sourcesAt(coarse), sourcesAt(fine)];
      for (const n of [0, 5, 16, 27]) {
        // A field's profile is given at n; a network's bond n stands at n + 1/2, between two of the finer ring.
        const K = name === 'field' ? b.K[4 * n] : 0.5 * (b.K[4 * n + 1] + b.K[4 * n + 2]);
        expect(Math.abs(K / 16 / a.K[n] - 1)).toBeLessThan(0.05);
        expect(Math.abs(b.J[4 * n] - a.J[n])).toBeLessThan(0.01 * (0.2 + Math.abs(a.J[n])));
      }
    },
  );

  it('the start keeps its shape: centre and width in parts of the ring, wave numbers as they are', () => {
    const fine = withSites(parsed(base.shared), 128);
    expect(fine.initial).toMatchObject({ center: 32, width: 8, amplitude: 1 });
    expect(withSites(parsed(base.uniform), 64).initial).toMatchObject({ index: 2 });
    expect(withSites(parsed(base.field), 64).system).toMatchObject({ spacing: 0.25, N: 64 });
  });

  it('a given step follows the fastest frequency: 1/N, and its square for first-order runs', () => {
    const at = (dynamics: object): unknown =>
      withSites(parsed({ ...base.uniform, dynamics }), 64).dynamics.dt;
    expect(at({ kind: 'second-order', dt: 0.5 })).toBe(0.25);
    expect(at({ kind: 'gradient-descent', dt: 1, eta: 0.1 })).toBe(0.25);
    expect(at({ kind: 'second-order', dt: 'auto' })).toBe('auto');
  });

  it('there and back is the same scenario', () => {
    for (const sections of Object.values(base)) {
      const scenario = parsed(sections);
      expect(withSites(withSites(scenario, 64), 32)).toEqual(scenario);
    }
  });

  it('names what stands in the way', () => {
    const obstacle = (sections: object): unknown => refineObstacle(parsed(sections));
    expect(obstacle(base.shared)).toBeNull();
    expect(obstacle({ system: { kind: 'torus-shared' } })).toBe('no-ring');
    expect(obstacle({ ...base.shared, data: { kind: 'smooth-random' } })).toBe('random-data');
    expect(obstacle({ ...base.shared, initial: { kind: 'random' } })).toBe('own-start');
    expect(obstacle({ ...base.field, system: { kind: 'scalar-field-1d', N: 3, K: [1, 2, 3] } })).toBe(
      'own-profile',
    );
    expect(() => withSites(parsed({ system: { kind: 'torus-shared' } }), 8)).toThrow(RangeError);
    expect(() => withSites(parsed(base.shared), 2)).toThrow(/system\.N|expected/);
  });
});
