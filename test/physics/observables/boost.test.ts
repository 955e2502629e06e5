import { describe, expect, it } from 'vitest';
import { lorentzFactor, packetAt, packetWaves } from '../../../src/physics/observables/boost.ts';

const field = { K: 4, J: 0.25 };
const packet = { center: 0, width: 10, speed: 0.6, amplitude: 1.3 };
const N = 600;

describe('boosted packet', () => {
  it('is the resting one seen from a moving frame: φ(x, t) = φ′(x′, t′) to 1e-9, wherever and whenever', () => {
    const moving = packetWaves(N, field, packet);
    const rest = packetWaves(N, field, { ...packet, speed: 0 });
    const [factor, c] = [lorentzFactor(0.6), 2];
    // Both are 1.3 at the origin of both frames.
    for (const [x, t] of [
      [0, 0],
      [7, 1],
      [-12, 4],
      [30, 20],
      [45, 33],
    ]) {
      const there = packetAt(rest, factor * (x - 0.6 * c * t), factor * (t - (0.6 * x) / c));
      expect(Math.abs(packetAt(moving, x, t).w - there.w)).toBeLessThan(1e-9);
    }
  });

  it('every wave has the mass of the field, ω² − c²k² = m², and the middle one the speed: dω/dk = βc', () => {
    const waves = packetWaves(N, field, packet);
    for (const { k, omega } of waves) expect(omega * omega - 4 * k * k).toBeCloseTo(0.25, 12);
    // The resting packet's middle is k′ = 0: k = Γ m β/c.
    const k = (lorentzFactor(0.6) * 0.5 * 0.6) / 2;
    const omega = Math.sqrt(0.25 + 4 * k * k);
    expect((4 * k) / omega).toBeCloseTo(0.6 * 2, 12);
    const strongest = waves.reduce((most, wave) => (wave.weight > most.weight ? wave : most));
    expect(Math.abs(strongest.k - k)).toBeLessThan(0.04);
  });

  it('velocity is the rate of change, against central differences', () => {
    const waves = packetWaves(N, field, packet);
    const rate = (packetAt(waves, 5, 1e-4).w - packetAt(waves, 5, -1e-4).w) / 2e-4;
    expect(packetAt(waves, 5, 0).v).toBeCloseTo(rate, 7);
  });
});
