import { describe, expect, it } from 'vitest';
import type { System } from '../../../src/physics/types.ts';
import { blochBands, fieldCells, twoLayerCells } from '../../helpers/bloch.ts';
import { buildSystem, dot, hessianTimes, samplesOf, type Settings } from '../../helpers/systems.ts';

/* Validity limits of Eq. 19: errata E6 and E7, physics.md 2.2 to 2.4. */

const N = 6;
const constant = (x: number, y: number) => samplesOf([Array<number>(N).fill(x)], [Array<number>(N).fill(y)]);
const network = (settings: Settings, y: number): System =>
  buildSystem('ring-two-layer', { N, p: 0.4, ...settings }, constant(1, y));
const field = (settings: Settings, y: number): System =>
  buildSystem('two-field-1d', { N, p: 0.4, ...settings }, constant(1, y));

describe('E6: Eq. 19 is not the continuum limit of Eq. 18', () => {
  // f/g = 4.46, the test case of physics.md 2.4: q ΣXY = 3.1556 N_l r².
  const settings = { q: 1, r: 1 };
  const y = 3.1556;
  const lattice = network(settings, y);
  const continuum = field(settings, y);

  /** δλ/λ₀ in units of a²k² = κ²/16 near k = 0, of the lowest and the highest band; error O(κ⁴). */
  function bends(system: System, cells: number[][]): number[] {
    const weights = new Float64Array(system.weightCount);
    const ends = (kappa: number): number[] => {
      const bands = blochBands(system, weights, cells, kappa);
      return [bands[0], bands[bands.length - 1]];
    };
    const start = ends(0);
    const rough = (kappa: number): number[] =>
      ends(kappa).map((value, n) => (value / start[n] - 1) / ((kappa * kappa) / 16));
    const [coarse, fine] = [rough(0.08), rough(0.04)];
    return fine.map((value, n) => value + (value - coarse[n]) / 3);
  }

  it('the lattice: +0.858 on the unstable branch, −0.457 on the stable one, as in closed form to 1e-6', () => {
    const [unstable, stable] = bends(lattice, twoLayerCells(N));
    expect(unstable).toBeCloseTo(0.858, 3);
    expect(stable).toBeCloseTo(-0.457, 3);
    const g = 2;
    const root = Math.sqrt(g * g + 16 * y * y);
    for (const [found, lambda] of [
      [unstable, g - root],
      [stable, g + root],
    ]) {
      expect(Math.abs(found + (4 * g * (lambda - 2 * g)) / (lambda * (lambda - g)))).toBeLessThan(1e-6);
    }
  });

  it('the four fields: bend as the lattice does, to 1e-6', () => {
    const exact = bends(lattice, twoLayerCells(N));
    bends(field({ ...settings, order: 'four-field' }, y), fieldCells(N, 4)).forEach((value, n) => {
      expect(Math.abs(value - exact[n])).toBeLessThan(1e-6);
    });
  });

  it('Eq. 19: −1 on both branches, to 1e-6', () => {
    for (const bend of bends(continuum, fieldCells(N, 2))) expect(Math.abs(bend + 1)).toBeLessThan(1e-6);
  });

  it('fastest instability: at κ = π, λ = −4 q ΣXY, which Eq. 19 does not have', () => {
    const lowest = (system: System, cells: number[][], kappa: number): number =>
      blochBands(system, new Float64Array(system.weightCount), cells, kappa)[0];
    const phases = Array.from({ length: 33 }, (_, n) => (Math.PI * n) / 32);
    const found = phases.map((kappa) => lowest(lattice, twoLayerCells(N), kappa));
    expect(Math.min(...found)).toBe(found[32]);
    expect(found[32]).toBeCloseTo(-4 * y, 10);
    const approximate = phases.map((kappa) => lowest(continuum, fieldCells(N, 2), kappa));
    expect(Math.min(...approximate)).toBe(approximate[0]);
  });
});

describe('E7: the gradient of w₂ has the wrong sign', () => {
  const r = 0.7;
  /** Rayleigh quotient of the Hessian along w₂ = cos(kx), w₁ = 0, without targets. */
  function stiffnessOf(system: System, from: number, count: number, phase: number): number {
    const vector = new Float64Array(system.weightCount);
    for (let n = 0; n < count; n++) vector[from + n] = Math.cos(phase * n);
    const image = hessianTimes(system, new Float64Array(system.weightCount), vector);
    return dot(vector, image) / dot(vector, vector);
  }

  it('K₂ > 0 lowers the mass of short waves: 4r²(1 − a²k²), k² on the mesh, for 1 to 4 points a cell', () => {
    for (const mesh of [1, 2, 3, 4]) {
      const system = field({ r, mesh }, 0);
      const points = N * mesh;
      for (let m = 0; m <= points / 2; m++) {
        const phase = (2 * Math.PI * m) / points;
        const a2k2 = (mesh * mesh * Math.sin(phase / 2) ** 2) / 4;
        const wanted = 4 * r * r * (1 - a2k2);
        expect(Math.abs(stiffnessOf(system, points, points, phase) - wanted)).toBeLessThan(1e-12);
      }
    }
  });

  it('ill-posed: at mesh 4 the shortest wave has 4r²(1 − 4) = −12r², where the lattice has a square', () => {
    const system = field({ r, mesh: 4 }, 0);
    expect(stiffnessOf(system, 4 * N, 4 * N, Math.PI)).toBeCloseTo(-12 * r * r, 12);
  });

  it('the exact factor is cos² ka: never negative', () => {
    const lattice = network({ q: 0.9, r }, 0);
    for (let m = 0; m <= N; m++) {
      // W2[n] stands at 2an, so that a phase of 2ka belongs to one step.
      const ka = (Math.PI * m) / (2 * N);
      const found = stiffnessOf(lattice, 2 * N, 2 * N, 2 * ka);
      expect(Math.abs(found - 4 * r * r * Math.cos(ka) ** 2)).toBeLessThan(1e-12);
    }
  });
});
