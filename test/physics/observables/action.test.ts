import { describe, expect, it } from 'vitest';
import { dampedMode } from '../../../src/physics/exactModes.ts';
import { DiscreteAction, type Meeting } from '../../../src/physics/observables/action.ts';
import { heavyBall } from '../../../src/physics/observables/momentum.ts';

/** Half kicks of constant friction. */
function meetingOf(gamma: number, h: number): Meeting {
  const kick = { E: Math.exp((-gamma * h) / 2), c: -Math.expm1((-gamma * h) / 2) / gamma };
  return { before: kick, after: kick };
}

/** The action along a path of one weight in a quartic cost C = w²/2·λ + w⁴/4. */
function along(path: Float64Array, gamma: number, h: number, lambda = 3) {
  const action = new DiscreteAction(1);
  for (let n = 0; n + 1 < path.length; n++) {
    const w = path[n];
    const cost = (lambda * w * w) / 2 + w ** 4 / 4;
    const force = Float64Array.of(lambda * w + w ** 3);
    action.leave(path.subarray(n, n + 1), h, meetingOf(gamma, h), [cost, cost], [force, force], n > 0);
    action.arrive(path.subarray(n + 1, n + 2));
  }
  return action;
}

/** Positions of kick-drift-kick. */
function heavyPath(steps: number, gamma: number, h: number, lambda = 3): Float64Array {
  const { mu, eta } = heavyBall(gamma, h);
  const path = Float64Array.from({ length: steps + 1 }, () => 0);
  path[0] = 1.1;
  path[1] = 1.08;
  for (let n = 1; n < steps; n++) {
    path[n + 1] = path[n] + mu * (path[n] - path[n - 1]) - eta * (lambda * path[n] + path[n] ** 3);
  }
  return path;
}

describe('discrete action', () => {
  it('a quartic cost: stationary to 1e-14 along the motion, and not where one point of it is bent by 1e-3', () => {
    const path = heavyPath(300, 0.7, 0.05);
    expect(along(path, 0.7, 0.05).read()?.stationarity).toBeLessThan(1e-14);
    path[150] += 1e-3;
    expect(along(path, 0.7, 0.05).read()?.stationarity).toBeGreaterThan(1e-3);
  });

  it('along the motion S(ε) − S(0) falls as ε², along a bent path as ε', () => {
    const slope = (path: Float64Array, epsilon: number): number => {
      const wiggled = path.map((w, n) => w + epsilon * Math.sin((Math.PI * n) / 200) ** 2);
      const value = (of: Float64Array): number => {
        const { logScale = NaN, value: sum = NaN } = along(of, 0.2, 0.05).read() ?? {};
        return sum * Math.exp(logScale);
      };
      return Math.abs(value(wiggled) - value(path));
    };
    const path = heavyPath(200, 0.2, 0.05);
    expect(slope(path, 1e-2) / slope(path, 1e-3)).toBeGreaterThan(90);
    const bent = path.map((w, n) => w + 0.1 * Math.sin((Math.PI * n) / 200));
    expect(slope(bent, 1e-2) / slope(bent, 1e-3)).toBeLessThan(12);
  });

  it('is ∫ e^{γt}(T − C) dt of a damped mode as h → 0, to first order', () => {
    const [gamma, lambda] = [0.6, 4];
    const at = (t: number) => dampedMode(lambda, gamma, 1, 0.3, t);
    let exact = 0;
    const fine = 4000;
    for (let n = 0; n < fine; n++) {
      // Midpoint rule, error 1e-7.
      const t = ((n + 0.5) * 3) / fine;
      const { w, v } = at(t);
      exact += (Math.exp(gamma * t) * (v * v - lambda * w * w) * 3) / fine / 2;
    }
    const error = (h: number): number => {
      const action = new DiscreteAction(1);
      const point = (n: number): Float64Array => Float64Array.of(at(n * h).w);
      for (let n = 0; n < Math.round(3 / h); n++) {
        const [w] = point(n);
        const cost = (lambda * w * w) / 2;
        const force = Float64Array.of(lambda * w);
        action.leave(point(n), h, meetingOf(gamma, h), [cost, cost], [force, force], n > 0);
        action.arrive(point(n + 1));
      }
      const { logScale = NaN, value = NaN } = action.read() ?? {};
      return value * Math.exp(logScale) - exact;
    };
    expect(error(0.01) / error(0.005)).toBeGreaterThan(1.9);
    expect(error(0.01) / error(0.005)).toBeLessThan(2.1);
  });

  it('weights of e^{2000} are logarithms, and the sum is what the late steps add', () => {
    const path = Float64Array.from({ length: 401 }, (_, n) => 1 / (1 + n));
    const read = along(path, 10, 0.5).read();
    expect(read?.logScale).toBeCloseTo(399 * 5, 9);
    expect(Number.isFinite(read?.value)).toBe(true);
  });

  it('μ = 0, textbook descent: none', () => {
    expect(along(Float64Array.of(1, 0.5, 0.2), 1e5, 1).read()).toBeNull();
  });
});
