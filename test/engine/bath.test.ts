import { describe, expect, it } from 'vitest';
import { simulate } from '../helpers/run.ts';

const ring = {
  seed: 11,
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.2, J: 0.6 },
  initial: { kind: 'random', scale: 0.5, velocityScale: 0.5 },
  expansion: { kind: 'de-sitter', gamma: 0.8 },
  noise: { temperature: 0.2 },
};

describe('a run in a heat bath', () => {
  it('budget: what friction takes and noise gives are booked; the rest is the splitting’s, below h²λ/4 of the energy', () => {
    const residual = (dt: number): number => {
      const simulation = simulate({ ...ring, dynamics: { kind: 'langevin', dt } });
      const [track] = simulation.tracks;
      let worst = 0;
      for (let t = 0; t < 200; t += 1) {
        simulation.advance(1 / dt);
        const { kinetic, potential, residual: rest } = track.budget();
        worst = Math.max(worst, Math.abs(rest) / (kinetic + potential));
      }
      // Many times the energy of the run went through friction.
      expect(track.dissipatedEnergy).toBeGreaterThan(200);
      expect(track.heat).toBe(track.injectedEnergy);
      expect(track.heat).toBeGreaterThan(200);
      return worst;
    };
    // λ_max = J + 4K = 5.4
    expect(residual(1 / 4)).toBeLessThan((5.4 / 4) * (1 / 16));
    expect(residual(1 / 16)).toBeLessThan((5.4 / 4) * (1 / 256));
  });

  it('a change of temperature moves nothing at its instant and books no energy', () => {
    const simulation = simulate({ ...ring, dynamics: { kind: 'langevin', dt: 0.125 } });
    simulation.advance(40);
    const before = simulation.tracks[0].budget();
    simulation.edit({ kind: 'set', path: 'noise.temperature', value: 3 });
    expect(simulation.tracks[0].budget()).toEqual(before);
  });

  it('auto: the step is stable and resolves friction, h < 2/√λ and γh <= 1, also where γ is large', () => {
    for (const gamma of [0.01, 1, 7, 60]) {
      const sections = { ...ring, expansion: { kind: 'de-sitter', gamma } };
      const { dt } = simulate({ ...sections, dynamics: { kind: 'langevin', dt: 'auto' } });
      expect(dt).toBeLessThanOrEqual(0.9 * (2 / Math.sqrt(5.4)));
      expect(gamma * dt).toBeLessThanOrEqual(1);
    }
  });

  it('a step over the bound is a blow-up, and the remedy is a step below it', () => {
    const simulation = simulate({ ...ring, dynamics: { kind: 'langevin', dt: 1.1 } });
    const { blowUp } = simulation.advance(2000);
    expect(blowUp?.bound?.rule).toBe('verlet');
    expect(blowUp?.remedy?.path).toBe('dynamics.dt');
    expect(Number(blowUp?.remedy?.value)).toBeLessThan(2 / Math.sqrt(5.4));
  });
});
