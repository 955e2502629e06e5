import { describe, expect, it } from 'vitest';
import { meterPosition, SAFE_SHARE, stabilityOf } from '../../src/ui/drawer/stability.ts';
import { equivalentMomentum } from '../../src/ui/rails/momentum.ts';

const blowUp = {
  track: 'main',
  step: 13,
  time: 11.18,
  resumedAt: 7,
  dt: 0.86,
  gamma: 0.3,
  curvature: 6.47,
  largestStableStep: 0.788,
  safeStep: 0.197,
};

describe('stability of a stopped run', () => {
  it('second order: h tanh(γh/2) = 0.110 against 2γ/λ = 0.093 (the numbers of the mock)', () => {
    const stability = stabilityOf(blowUp, 'second-order');
    expect(stability?.now).toBeCloseTo(0.1103, 4);
    expect(stability?.bound).toBeCloseTo(0.0927, 4);
    expect(stability?.rule).toBe('second-order');
  });
  it('bound: a step that meets it stands on the line of the meter', () => {
    const at = stabilityOf({ ...blowUp, dt: 0.7872 }, 'second-order');
    expect(at === null ? NaN : meterPosition(at)).toBeCloseTo(SAFE_SHARE, 2);
  });
  it('no friction: the bound is 2/√λ', () => {
    expect(stabilityOf({ ...blowUp, gamma: 0, curvature: 4 }, 'second-order')).toEqual({
      rule: 'undamped',
      now: 0.86,
      bound: 1,
    });
  });
  it('first order: the bounds are 2γ/λ and 2.78 γ/λ', () => {
    const calm = { ...blowUp, gamma: 1, curvature: 4 };
    expect(stabilityOf(calm, 'gradient-descent')?.bound).toBe(0.5);
    expect(stabilityOf(calm, 'gradient-flow')?.bound).toBeCloseTo(0.695, 12);
  });
  it('unknown curvature: there is no meter', () => {
    expect(stabilityOf({ ...blowUp, curvature: Infinity }, 'second-order')).toBeNull();
    expect(stabilityOf({ ...blowUp, curvature: 0 }, 'second-order')).toBeNull();
  });
  it('meter: far beyond the bound the point stays on the bar', () => {
    expect(meterPosition({ rule: 'undamped', now: 1e9, bound: 1 })).toBe(0.97);
    expect(meterPosition({ rule: 'undamped', now: NaN, bound: 1 })).toBe(0.97);
  });
});

describe('equivalent momentum', () => {
  it('γ = 0.5, h = 0.1: μ = 0.951229, η = 0.00975412', () => {
    const { mu, eta } = equivalentMomentum(0.5, 0.1);
    expect(mu).toBeCloseTo(0.951229424500714, 14);
    expect(eta).toBeCloseTo(0.0097541150998572, 14);
  });
  it('limits: γ → 0 gives η = h², γ = ∞ gives no motion', () => {
    expect(equivalentMomentum(0, 0.1).eta).toBeCloseTo(0.01, 15);
    expect(equivalentMomentum(1e-9, 0.1).eta).toBeCloseTo(0.01, 10);
    expect(equivalentMomentum(Infinity, 0.1)).toEqual({ mu: 0, eta: 0 });
  });
});
