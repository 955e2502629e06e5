import { describe, expect, it } from 'vitest';
import { findModeBasis } from '../../../src/physics/modes/basis.ts';
import { blochBands, findCells } from '../../../src/physics/modes/cells.ts';
import { denseSpectrum } from '../../../src/physics/spectrum.ts';
import { readReference } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';

const systemOf = (sections: Readonly<Record<string, unknown>>) => {
  const [{ system, weights }] = simulate(sections).tracks;
  const cells = findCells(system, weights);
  if (cells === null) throw new Error('no cells');
  return { system, weights, cells, bands: blochBands(system, weights, cells) };
};
const constant = (values: readonly number[], N: number) =>
  values.map((value) => Array<number>(N).fill(value));
const explicit = (X: readonly number[], Y: readonly number[], N: number) => ({
  kind: 'explicit',
  X: constant(X, N),
  Y: constant(Y, N),
});

describe('cells and their bands', () => {
  it('uniform ring: one weight a cell, ω² = J + 4K sin² κ/2 at every κ', () => {
    const { cells, bands } = systemOf({
      system: { kind: 'ring-shared', N: 14 },
      data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    });
    expect(cells).toMatchObject({ count: 14, size: 1 });
    for (const kappa of [0, 0.3, 1.7, Math.PI]) {
      expect(bands(kappa)[0].omega2).toBeCloseTo(0.6 + 6.8 * Math.sin(kappa / 2) ** 2, 12);
    }
  });
  it('Example 1 of uniform data: two flat bands λ± = (A + B) ± √((A − B)² + 4D²) (physics.md 1.1)', () => {
    // Neighbours are alike on every second bond alone: X alternates, and so A ≠ B.
    const X = [Array.from({ length: 12 }, (_, i) => (i % 2 ? 0.5 : -1)), Array<number>(12).fill(0.7)];
    const { cells, bands } = systemOf({
      system: { kind: 'ring-perceptron', N: 12, p: 0.8 },
      data: { kind: 'explicit', X, Y: constant([0, 0], 12) },
      initial: { kind: 'zero' },
    });
    // Two outputs a period of the data, two weights each.
    expect(cells).toMatchObject({ count: 6, size: 4 });
    const p2 = 0.8 * 0.8;
    const sum = (a: number, b: number) => p2 * (a * b + 0.49);
    const [A, B, D] = [sum(-1, -1), sum(0.5, 0.5), sum(-1, 0.5)];
    const root = Math.sqrt((A - B) ** 2 + 4 * D * D);
    for (const kappa of [0, 1.1, Math.PI]) {
      const found = bands(kappa).map(({ omega2 }) => omega2);
      const expected = [A + B - root, A + B - root, A + B + root, A + B + root];
      found.forEach((omega2, band) => expect(omega2).toBeCloseTo(expected[band], 12));
    }
  });
  const { cases } = readReference<{
    cases: {
      name: string;
      p: number;
      q: number;
      r: number;
      X: number[];
      Y: number[];
      expected: { bloch_w0_constant_XY: { kappa: number; eigenvalues: number[] }[] };
    }[];
  }>('ex2_couplings');
  it.each(cases)('Example 2 at w = 0 ($name): the reference bands, and roots of the cubic', (given) => {
    const { p, q, r, X, Y, expected } = given;
    const { cells, bands } = systemOf({
      system: { kind: 'ring-two-layer', N: 12, p, q, r },
      data: explicit(X, Y, 12),
      initial: { kind: 'zero' },
    });
    expect(cells).toMatchObject({ count: 12, size: 4 });
    const scale = Math.abs(expected.bloch_w0_constant_XY[0].eigenvalues[3]);
    for (const { kappa, eigenvalues } of expected.bloch_w0_constant_XY) {
      bands(kappa).forEach(({ omega2 }, band) =>
        expect(Math.abs(omega2 - eigenvalues[band])).toBeLessThan(1e-11 * scale),
      );
    }
    // λ³ − 2gλ² − 2f²λ + 4gf² sin²(κ/2) = 0 and one flat band; at κ = π: ±4|qΣXY| and 2g.
    const f = -2 * Math.SQRT2 * q * X.reduce((sum, x, l) => sum + x * Y[l], 0);
    const g = 2 * X.length * r * r;
    for (const kappa of [0.4, 2.2]) {
      const all = bands(kappa).map(({ omega2 }) => omega2);
      const flat = all.reduce((best, value) => (Math.abs(value) < Math.abs(best) ? value : best));
      expect(Math.abs(flat)).toBeLessThan(1e-11 * scale);
      for (const root of all.filter((value) => value !== flat)) {
        const s = Math.sin(kappa / 2);
        const cubic = root ** 3 - 2 * g * root ** 2 - 2 * f * f * root + 4 * g * f * f * s * s;
        expect(Math.abs(cubic)).toBeLessThan(1e-10 * scale ** 3);
      }
    }
    const last = bands(Math.PI).map(({ omega2 }) => omega2);
    const edge = [-Math.SQRT2 * Math.abs(f), 0, 2 * g, Math.SQRT2 * Math.abs(f)].sort((a, b) => a - b);
    last.forEach((omega2, band) => expect(Math.abs(omega2 - edge[band])).toBeLessThan(1e-11 * scale));
  });
  it.each([
    ['ring', { system: { kind: 'ring-shared', N: 10 }, data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 } }],
    [
      'two layers',
      {
        system: { kind: 'ring-two-layer', N: 6 },
        data: explicit([0.4, -0.9], [0.3, 0.5], 6),
        initial: { kind: 'zero' },
      },
    ],
    [
      'deep ring',
      {
        system: { kind: 'deep-ring', N: 7, depth: 2, reach: 1, biases: true },
        data: explicit([0.4, -0.9], [0.3, 0.5], 7),
        initial: { kind: 'zero' },
      },
    ],
  ])('%s: bands at all 2πm/M together are the spectrum of the diagonalised Hessian', (_name, sections) => {
    const { system, weights, cells, bands } = systemOf(sections);
    const all = Array.from({ length: cells.count }, (_, m) => bands((2 * Math.PI * m) / cells.count));
    const found = all
      .flat()
      .map(({ omega2 }) => omega2)
      .sort((a, b) => a - b);
    const dense = denseSpectrum(system, weights).kappa;
    expect(found).toHaveLength(dense.length);
    found.forEach((omega2, k) =>
      expect(Math.abs(omega2 - dense[k])).toBeLessThan(1e-11 * Math.abs(dense.at(-1)!)),
    );
    // Vectors of one phase are orthonormal, degenerate ones too.
    for (const at of all) {
      at.forEach((one, i) =>
        at.forEach((other, j) => {
          let [re, im] = [0, 0];
          one.re.forEach((x, n) => {
            re += x * other.re[n] + one.im[n] * other.im[n];
            im += x * other.im[n] - one.im[n] * other.re[n];
          });
          expect(Math.hypot(re - (i === j ? 1 : 0), im)).toBeLessThan(1e-12);
        }),
      );
    }
  });
  it('data that are nowhere alike make no cells; their modes are the eigenvectors', () => {
    const [{ system, weights }] = simulate({
      system: { kind: 'ring-shared', N: 12 },
      data: { kind: 'smooth-random' },
    }).tracks;
    expect(findCells(system, weights)).toBeNull();
    const basis = findModeBasis(system, weights);
    expect(basis).toMatchObject({ axis: 'number', cell: 12, everywhere: true });
    const dense = denseSpectrum(system, weights).kappa;
    basis!.kappa.forEach((value, k) => expect(value).toBeCloseTo(dense[k], 11));
  });
});
