import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../../src/physics/lattice/profiles.ts';
import { latticeDistance, wrap } from '../../../src/physics/lattice/ring.ts';
import { smoothNoise } from '../../../src/physics/lattice/smoothNoise.ts';
import { torusBonds } from '../../../src/physics/lattice/torus.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { ParameterError, profileNames } from '../../../src/physics/parameters.ts';

describe('smooth noise (seed 9)', () => {
  // 200 000 sites with correlation 3 hold some 2e4 independent numbers: 5 standard deviations are 0.05.
  it('one dimension: has variance 1 and the correlation e^{−d²/2ℓ²}, to 0.05', () => {
    const field = smoothNoise(createRandom(9, 'data'), 1, 200_000, 3);
    for (const d of [0, 1, 3, 6, 20]) {
      let sum = 0;
      field.forEach((w, n) => (sum += w * field[(n + d) % field.length]));
      expect(Math.abs(sum / field.length - Math.exp((-d * d) / 18))).toBeLessThan(0.05);
    }
  });

  it('two dimensions: rows and columns are correlated alike, to 0.05', () => {
    const side = 300;
    const field = smoothNoise(createRandom(9, 'data'), side, side, 2);
    let [down, right] = [0, 0];
    field.forEach((w, n) => {
      down += w * field[(n + 2 * side) % field.length];
      right += w * field[Math.floor(n / side) * side + ((n + 2) % side)];
    });
    expect(Math.abs(down / field.length - Math.exp(-0.5))).toBeLessThan(0.05);
    expect(Math.abs(right / field.length - Math.exp(-0.5))).toBeLessThan(0.05);
  });
});

describe('lattice conventions', () => {
  it('torus bonds: 2 × 3 has the bonds down, then the bonds to the right', () => {
    expect([...torusBonds(2, 3)].join()).toBe('0,3,1,4,2,5,3,0,4,1,5,2,0,1,1,2,2,0,3,4,4,5,5,3');
  });

  it('distance: the shorter way round where periodic', () => {
    expect([wrap(-7, 5), latticeDistance(0, 7, 8, true), latticeDistance(0, 7, 8, false)]).toEqual([3, 1, 7]);
  });

  it.each(profileNames)('profile %s: lies between mean − swing and mean + swing, always the same', (name) => {
    const values = resolveProfile(name, 64, 1, 0.5, 'K');
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...values)).toBeLessThanOrEqual(1.5);
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.4);
    expect(resolveProfile(name, 64, 1, 0.5, 'K')).toEqual(values);
  });

  it('profile: an array of the wrong length is refused by its path', () => {
    expect(() => resolveProfile([1, 2], 3, 1, 0.5, 'J')).toThrow(ParameterError);
    expect(() => resolveProfile([1, 2], 3, 1, 0.5, 'J')).toThrow(
      'J: [1,2]: expected a number, a profile, or an array of 3',
    );
  });
});
