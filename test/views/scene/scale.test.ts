import { describe, expect, it } from 'vitest';
import { amplitudeOf, easeLimit } from '../../../src/views/scene/scale.ts';

describe('limits of the maps', () => {
  it('rise at once: nothing is ever cut off', () => {
    expect(easeLimit(1, 3, 0.016)).toBe(3);
    expect(easeLimit(0, 0.2, 0)).toBe(0.2);
  });

  it('stand still while 70 % of them are used', () => {
    expect(easeLimit(1, 0.71, 10)).toBe(1);
  });

  it('fall by 1/e of the way in 2.5 s, whatever the frame rate, to 1e-12', () => {
    const goal = 0.1 / 0.7;
    let limit = 1;
    for (let i = 0; i < 100; i++) limit = easeLimit(limit, 0.1, 0.025);
    expect(limit).toBeCloseTo(goal + (1 - goal) / Math.E, 12);
    expect(easeLimit(1, 0.1, 2.5)).toBeCloseTo(limit, 12);
  });

  it('always hold the amplitude, for 1000 random walks of it', () => {
    let limit = 0;
    let amplitude = 1;
    for (let i = 0; i < 1000; i++) {
      amplitude = Math.abs(amplitude + Math.sin(i * 12.9898) * 0.3);
      limit = easeLimit(limit, amplitude, 0.016);
      expect(limit).toBeGreaterThanOrEqual(amplitude);
    }
  });

  it('ignore numbers that are not finite', () => {
    expect(easeLimit(2, NaN, 1)).toBe(2);
    expect(easeLimit(2, Infinity, 1)).toBe(2);
    expect(amplitudeOf([1, -3, NaN, Infinity])).toBe(3);
  });
});
