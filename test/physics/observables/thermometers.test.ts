import { describe, expect, it } from 'vitest';
import {
  addModeEnergies,
  gibbsDensity,
  gibbsWidths,
  isHeld,
  relaxationRate,
} from '../../../src/physics/observables/thermometers.ts';
import { findModes } from '../../../src/engine/curvature.ts';
import { simulate } from '../../helpers/run.ts';

const ring = (N: number, K: number, J: number) =>
  simulate({
    system: { kind: 'scalar-field-1d', N, K, J, force: 0.3 },
    data: { kind: 'none' },
    initial: { kind: 'noise' },
  }).tracks[0];

describe('thermometers', () => {
  it('the energies of the modes add up: Σ (u·V)² = Σ V², ½ Σ λ(u·(W − W*))² = C − C0, to 1e-12', () => {
    const { system, weights } = ring(12, 1.3, 0.4);
    const modes = findModes(system, weights);
    if (modes === null) throw new Error('not quadratic');
    const velocity = weights.map((w, n) => w * w - n / 10);
    const out = new Float64Array(24);
    addModeEnergies(modes, weights, velocity, 1, out);
    const sum = (x: ArrayLike<number>) => Array.from(x).reduce((total, value) => total + value, 0);
    const constant = system.couplings(null)?.constant ?? NaN;
    expect(Math.abs(sum(out.subarray(0, 12)) - sum(velocity.map((v) => v * v)))).toBeLessThan(1e-12);
    expect(Math.abs(sum(out.subarray(12)) / 2 - (system.cost(weights, null, 1) - constant))).toBeLessThan(
      1e-12,
    );
  });

  it('Gibbs: on a uniform ring every weight has the variance T e^{-θr}/2K sinh θ at r = 0, 2cosh θ = 2 + J/K, to 1e-9', () => {
    const { system, weights } = ring(64, 1.3, 0.4);
    const modes = findModes(system, weights);
    const widths = modes === null ? null : gibbsWidths(modes, 0.2);
    const theta = Math.acosh(1 + 0.4 / 1.3 / 2);
    // Round the ring and round again: coth(Nθ/2) is 1 to 1e-13 here.
    const variance = 0.2 / (2 * 1.3 * Math.sinh(theta)) / Math.tanh(32 * theta);
    for (const deviation of widths?.deviation ?? [])
      expect(Math.abs(deviation ** 2 - variance)).toBeLessThan(1e-9);
    for (const mean of widths?.mean ?? []) expect(Math.abs(mean - 0.75)).toBeLessThan(1e-9);
  });

  it('Gibbs: the density is one normal curve where all weights are alike, and its integral is 1 to 1e-9', () => {
    const widths = { mean: Float64Array.of(1, 1), deviation: Float64Array.of(0.5, 0.5) };
    expect(gibbsDensity(widths, 1)).toBeCloseTo(1 / (0.5 * Math.sqrt(2 * Math.PI)), 12);
    let integral = 0;
    const uneven = { mean: Float64Array.of(1, -2), deviation: Float64Array.of(0.5, 0.2) };
    for (let x = -8; x < 8; x += 0.01) integral += 0.01 * gibbsDensity(uneven, x);
    expect(Math.abs(integral - 1)).toBeLessThan(1e-9);
  });

  it('Gibbs: a flat mode has none', () => {
    const { system, weights } = ring(8, 1, 0);
    const modes = findModes(system, weights);
    expect(modes === null ? 0 : gibbsWidths(modes, 1)).toBeNull();
    expect(modes?.values.filter((lambda) => isHeld(lambda, 4)).length).toBe(7);
  });

  it('relaxation: roots of s² − γs + λ: γ/2 while it swings, the slow one while it creeps, λ/γ where γ is large', () => {
    expect(relaxationRate(4, 1)).toBe(0.5);
    const slow = relaxationRate(1, 4);
    expect(Math.abs(slow * slow - 4 * slow + 1)).toBeLessThan(1e-14);
    expect(relaxationRate(1e-3, 1e5)).toBeCloseTo(1e-8, 20);
    expect(relaxationRate(0, 2)).toBe(0);
  });
});
