import { describe, expect, it } from 'vitest';
import { countModes, denseSpectrum, latticeSpectrum, type Spectrum } from '../../src/physics/spectrum.ts';
import { simulate } from '../helpers/run.ts';

const three = (...kappa: number[]): Spectrum => ({
  mass: 0,
  kappa: Float64Array.from(kappa),
  stretched: false,
});

describe('counts of modes', () => {
  it('γ = 2: λ < 0 grows, 0 is flat, up to 1 creeps, above swings; critical friction is 2√λ', () => {
    const counts = countModes(three(-2, -1e-14, 0, 0.25, 1, 1.01, 9), 1, 2);
    expect(counts).toEqual({ growing: 1, flat: 2, creeping: 2, swinging: 2, slowest: 1, fastest: 6 });
  });
  it('no friction: all that is curved swings; at a big bang none does', () => {
    expect(countModes(three(0.5, 2), 1, 0)).toMatchObject({ creeping: 0, swinging: 2 });
    expect(countModes(three(0.5, 2), 1, Infinity)).toMatchObject({ creeping: 2, swinging: 0 });
  });
  it('flat or falling everywhere: nothing is critical', () => {
    expect(countModes(three(0, 0), 1, 1)).toEqual({
      growing: 0,
      flat: 2,
      creeping: 0,
      swinging: 0,
      slowest: null,
      fastest: null,
    });
    expect(countModes(three(-2, -1), 1, 1)).toMatchObject({ growing: 2, fastest: null });
  });
});

describe('lattice: closed form of all curvatures', () => {
  it.each([
    ['ring', { kind: 'ring-shared', N: 12 }, { kind: 'uniform-bonds', K: 1.7, J: 0.6 }],
    ['torus', { kind: 'torus-shared', rows: 4, columns: 6 }, { kind: 'uniform-bonds', K: 1.7, J: 0.6 }],
    [
      'field of 2 rows',
      { kind: 'scalar-field-2d', rows: 2, columns: 5, K: 2, J: -0.5, spacing: 0.5 },
      undefined,
    ],
    ['redshifted field', { kind: 'scalar-field-1d', N: 9, K: 2, J: 0.5, redshift: 'physical' }, undefined],
  ])('%s: those of the diagonalised Hessian, to 1e-12, at K and at K/4', (_name, system, data) => {
    const { tracks } = simulate({
      system,
      ...(data && { data }),
      expansion: { kind: 'de-sitter', gamma: 1, t0: 0 },
    });
    const found = latticeSpectrum(tracks[0].system);
    if (found === null) throw new Error('no closed form');
    for (const s of found.stretched ? [1, 0.25] : [1]) {
      const all = denseSpectrum(tracks[0].system, tracks[0].weights, s).kappa;
      expect(found.kappa).toHaveLength(all.length);
      for (const [k, kappa] of found.kappa.entries()) {
        expect(Math.abs(found.mass + s * kappa - all[k])).toBeLessThan(1e-12 * all.at(-1)!);
      }
    }
  });
  it('couplings that are not uniform, and networks of layers, have none', () => {
    const step = simulate({ system: { kind: 'ring-shared', N: 12 }, data: { kind: 'step' } });
    expect(latticeSpectrum(step.tracks[0].system)).toBeNull();
    const pairs = simulate({ system: { kind: 'ring-perceptron', N: 6 }, data: { kind: 'uniform-bonds' } });
    expect(latticeSpectrum(pairs.tracks[0].system)).toBeNull();
    const dense = simulate({ system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' } });
    expect(latticeSpectrum(dense.tracks[0].system)).toBeNull();
  });
});
