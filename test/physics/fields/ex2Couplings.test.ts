import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { tableII } from '../../../src/physics/observables/couplings.ts';
import type { Instant } from '../../../src/physics/observables/types.ts';
import type { System } from '../../../src/physics/types.ts';
import { blochBands, fieldCells, twoLayerCells } from '../../helpers/bloch.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { buildSystem, samplesOf } from '../../helpers/systems.ts';

interface Case {
  name: string;
  Nl: number;
  a: number;
  p: number;
  q: number;
  r: number;
  gamma: number;
  X: number[];
  dX: number[];
  d2X: number[];
  Y: number[];
  expected: {
    couplings_sign_corrected: Record<string, number>;
    cell_potential_coefficients: Record<string, number>;
    bloch_w0_constant_XY: { kappa: number; eigenvalues: number[]; growth_rate_max: number }[];
    uniform_eigs: number[];
    uniform_growth_rate: number;
  };
}

const tableOf = (system: System) =>
  tableII.compute({ system } as unknown as Instant) as Record<string, Float64Array>;

/** ½(−γ + √(γ² − 4λ)). */
const growth = (gamma: number, lambda: number): number =>
  0.5 * (Math.sqrt(gamma * gamma - 4 * lambda) - gamma);

const { cases } = readReference<{ cases: Case[] }>('ex2_couplings');

describe.each(cases)('ex2_couplings $name', ({ Nl, a, p, q, r, gamma, X, dX, d2X, Y, expected }) => {
  const constant = samplesOf(
    X.map((x) => Array<number>(5).fill(x)),
    Y.map((y) => Array<number>(5).fill(y)),
  );
  const field = (order: string, data = constant): System =>
    buildSystem('two-field-1d', { N: data.inputs.length / Nl, spacing: a, p, q, r, order }, data);
  const lattice = buildSystem('ring-two-layer', { N: 5, p, q, r }, constant);

  // Three cells whose centred differences at cell 1 are the case's X′ and X″.
  const curved = samplesOf(
    X.map((x, l) => [-1, 0, 1].map((side) => x + side * 4 * a * dX[l] + side * side * 8 * a * a * d2X[l])),
    Y.map((y) => [-0.3 * y, y, 0.8 * y]),
  );

  it.each(['quadratic', 'cell', 'four-field'])('table-ii of %s: agrees to 1e-11', (order) => {
    const table = tableOf(field(order, curved));
    const names = Object.keys(expected.couplings_sign_corrected);
    expect(Object.keys(table)).toEqual(names);
    for (const name of names) {
      expect(table[name]).toHaveLength(3);
      const value = expected.couplings_sign_corrected[name];
      expect(Math.abs(table[name][1] - value) / Math.abs(value), name).toBeLessThan(1e-11);
    }
  });

  it('table-ii of ring-two-layer: that of the field with a = 1, to 1e-14', () => {
    const network = tableOf(buildSystem('ring-two-layer', { N: 3, p, q, r }, curved));
    const continuum = tableOf(buildSystem('two-field-1d', { N: 3, spacing: 1, p, q, r }, curved));
    for (const name of Object.keys(continuum)) {
      expect(worstRelative(network[name], continuum[name])).toBeLessThan(1e-14);
    }
  });

  it('cell potential: its nine coefficients, read off by interpolation, agree to 1e-11', () => {
    const system = field('cell');
    const nodes: [number, number][] = [-2, -1, 0, 1, 2].flatMap((w1) =>
      [-1, 0, 1].map((w2): [number, number] => [w1, w2]),
    );
    const powers = nodes.map((_, n): [number, number] => [Math.floor(n / 3), n % 3]);
    const values = nodes.map(([w1, w2]) => {
      const weights = Float64Array.from({ length: 10 }, (_, n) => (n < 5 ? w1 : w2));
      return (2 / 5) * system.cost(weights, null, 1);
    });
    const basis = new Matrix(nodes.map(([w1, w2]) => powers.map(([m, n]) => w1 ** m * w2 ** n)));
    const found = solve(basis, Matrix.columnVector(values)).to1DArray();
    const wanted = powers.map(([m, n]) => expected.cell_potential_coefficients[`w1^${m} w2^${n}`] ?? 0);
    expect(wanted.filter((value) => value !== 0)).toHaveLength(9);
    expect(worstRelative(found, wanted)).toBeLessThan(1e-11);
  });

  it.each([
    ['ring-two-layer', lattice, twoLayerCells(5)],
    ['four fields', field('four-field'), fieldCells(5, 4)],
  ])('bands of %s at W = 0: eigenvalues and growth rates agree to 1e-11', (_name, system, cells) => {
    for (const { kappa, eigenvalues, growth_rate_max } of expected.bloch_w0_constant_XY) {
      const bands = blochBands(system, new Float64Array(20), cells, kappa);
      expect(worstRelative(bands, eigenvalues)).toBeLessThan(1e-11);
      expect(Math.abs(growth(gamma, bands[0]) / growth_rate_max - 1)).toBeLessThan(1e-11);
    }
  });

  it('bands: are the roots of λ³ − 2gλ² − 2f²λ + 4gf² sin²(κ/2) and a flat one, to 1e-11', () => {
    const g = 2 * Nl * r * r;
    const f2 = 8 * (q * X.reduce((sum, x, l) => sum + x * Y[l], 0)) ** 2;
    for (const kappa of [0, 0.4, 1.3, 2.6, Math.PI]) {
      const bands = blochBands(lattice, new Float64Array(20), twoLayerCells(5), kappa);
      const flat = bands.reduce((best, value) => (Math.abs(value) < Math.abs(best) ? value : best));
      expect(Math.abs(flat)).toBeLessThan(1e-11 * g);
      for (const lambda of bands) {
        const [cube, square, linear] = [lambda ** 3, -2 * g * lambda ** 2, -2 * f2 * lambda];
        const residual = cube + square + linear + 4 * g * f2 * Math.sin(kappa / 2) ** 2;
        // The flat band is no root of the cubic, but of λ times it.
        expect(Math.abs(lambda * residual)).toBeLessThan(1e-11 * (lambda ** 4 + f2 ** 2 + g ** 4));
      }
    }
  });

  it('uniform fields: the saddle of the cell at w = 0 and its growth rate agree to 1e-11', () => {
    for (const order of ['quadratic', 'cell']) {
      const bands = blochBands(field(order), new Float64Array(10), fieldCells(5, 2), 0);
      expect(worstRelative(bands, expected.uniform_eigs)).toBeLessThan(1e-11);
      expect(Math.abs(growth(gamma, bands[0]) / expected.uniform_growth_rate - 1)).toBeLessThan(1e-11);
    }
  });
});

it('table-ii: null for systems that Eq. 19 does not describe', () => {
  const system = buildSystem('ring-shared', { N: 3 }, samplesOf([[1, 2, 3]], [[0, 0, 0]]));
  expect(tableOf(system)).toBeNull();
});
