import { describe, expect, it } from 'vitest';
import { fitPowerLaw, measured } from '../../../src/engine/studies/fit.ts';
import { rungeKutta } from '../../../src/engine/studies/rungeKutta.ts';

const series = { id: 'a', points: [], fit: null, expected: 2, source: '' };

describe('measured slopes', () => {
  it('a power law is found to round-off: 3 x^2.5', () => {
    const points = [1, 0.5, 0.25, 0.1].map((x) => ({ x, y: 3 * x ** 2.5 }));
    const fit = fitPowerLaw(points);
    expect(fit?.slope).toBeCloseTo(2.5, 12);
    expect(fit?.factor).toBeCloseTo(3, 11);
    expect([fit?.from, fit?.to, fit?.count]).toEqual([0.1, 1, 4]);
  });
  it('too few points, or all at one x, have no slope', () => {
    expect(
      fitPowerLaw([
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ]),
    ).toBeNull();
    expect(fitPowerLaw([1, 2, 3].map((y) => ({ x: 1, y })))).toBeNull();
  });
  it('slopes are of the four smallest x; what is round-off does not count', () => {
    // y = x² with a bend at large x and a floor of 1e-13 at small.
    const points = [1, 0.5, 0.1, 0.05, 0.02, 0.01, 1e-7].map((x) => ({
      x,
      y: Math.max(x * x, 1e-13) * (1 + x ** 8),
    }));
    const { fit } = measured({ ...series, points });
    expect(fit?.slope).toBeCloseTo(2, 6);
    expect([fit?.from, fit?.to]).toEqual([0.01, 0.1]);
  });
});

describe('Runge-Kutta', () => {
  it('order 4 on the pendulum: the error falls by 16 to 3 % per halving', () => {
    const swing = (count: number): number => {
      const y = Float64Array.of(1, 0);
      const step = rungeKutta(2, (at, out) => {
        out[0] = at[1];
        out[1] = -Math.sin(at[0]);
      });
      for (let n = 0; n < count; n++) step(y, 2 / count);
      return y[0];
    };
    const exact = swing(4000);
    const ratio = (swing(40) - exact) / (swing(80) - exact);
    expect(ratio / 16).toBeGreaterThan(0.97);
    expect(ratio / 16).toBeLessThan(1.03);
  });
});
