import { describe, expect, it } from 'vitest';
import { dampedMode } from '../../src/physics/exactModes.ts';

describe('exact modes', () => {
  it('continuous through the critical point: 1e-9 beside it, 1e-9 apart', () => {
    const at = (omega2: number) => dampedMode(omega2, 2, 0.7, -0.4, 3);
    const critical = at(1);
    // w = e^-t (w0 + (v0 + w0) t)
    expect(Math.abs(critical.w - Math.exp(-3) * (0.7 + 0.3 * 3))).toBeLessThan(1e-16);
    for (const omega2 of [1 - 1e-9, 1 + 1e-9]) {
      expect(Math.abs(at(omega2).w - critical.w)).toBeLessThan(1e-9);
      expect(Math.abs(at(omega2).v - critical.v)).toBeLessThan(1e-9);
    }
  });

  it('slow over-damped rate: ω²/γ (1 + ε + 2ε² + 5ε³), ε = ω²/γ² = 1e-3, to 1e-10 relative', () => {
    const gamma = 10;
    const epsilon = 1e-3;
    const rate = epsilon * gamma * (1 + epsilon + 2 * epsilon ** 2 + 5 * epsilon ** 3);
    const { w, v } = dampedMode(0.1, gamma, 1, 0, 40);
    expect(Math.abs(-v / w / rate - 1)).toBeLessThan(1e-10);
  });

  it('no overflow: γ = 1e4 for a time of 100 follows gradient flow to 1e-6', () => {
    const { w } = dampedMode(100, 1e4, 1, 0, 100);
    expect(Math.abs(w / Math.exp(-1) - 1)).toBeLessThan(1e-5);
  });

  for (const [omega2, gamma] of [
    [4, 0.5],
    [1, 2],
    [0.3, 3],
    [-0.5, 1],
  ]) {
    it(`ω² = ${omega2}, γ = ${gamma}: solves w'' + γ w' + ω² w = 0 to 1e-8 by differences`, () => {
      const t = 1.3;
      const e = 1e-3;
      const v = (s: number): number => dampedMode(omega2, gamma, 0.7, -0.4, t + s).v;
      const w = (s: number): number => dampedMode(omega2, gamma, 0.7, -0.4, t + s).w;
      const slope = (f: (s: number) => number): number =>
        (8 * (f(e) - f(-e)) - (f(2 * e) - f(-2 * e))) / (12 * e);
      expect(Math.abs(slope(w) - v(0))).toBeLessThan(1e-9);
      expect(Math.abs(slope(v) + gamma * v(0) + omega2 * w(0))).toBeLessThan(1e-9);
      expect(dampedMode(omega2, gamma, 0.7, -0.4, 0)).toEqual({ w: 0.7, v: -0.4 });
    });
  }
});
