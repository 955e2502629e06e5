import { describe, expect, it } from 'vitest';
import { activationNames, type ActivationValue } from '../../../src/physics/parameters.ts';
import { criticalityOf, edgeAt, levelLine } from '../../../src/physics/wide/criticality.ts';
import { outputKurtosis } from '../../../src/physics/wide/kurtosis.ts';
import { fixedLengths } from '../../../src/physics/wide/fixedLengths.ts';
import { nextAngles, pairMean } from '../../../src/physics/wide/angles.ts';
import { meanField, meanFieldOf, nextLength } from '../../../src/physics/wide/meanField.ts';
import { fineRule, trapezoid } from '../../../src/physics/wide/quadrature.ts';
import { responseOf } from '../../../src/physics/wide/response.ts';
import { readReference } from '../../helpers/reference.ts';

const all: readonly ActivationValue[] = [
  ...activationNames,
  { kind: 'quadratic', p: 0.4, q: 1, r: -0.3 },
  { kind: 'affine', p: 0.8, q: 0.2 },
];

describe('Gaussian integrals', () => {
  it('the trapezoid rule on [−10, 10] in steps of 0.04 has E z⁰, z², z⁴, z⁸, cos z and cos 3z to 1e-12', () => {
    const { nodes, weights } = trapezoid(fineRule.reach, fineRule.step);
    const mean = (f: (z: number) => number): number =>
      nodes.reduce((sum, z, k) => sum + weights[k] * f(z), 0);
    expect(nodes.length).toBe(501);
    for (const [f, exact] of [
      [() => 1, 1],
      [(z: number) => z * z, 1],
      [(z: number) => z ** 4, 3],
      [(z: number) => z ** 8, 105],
      [(z: number) => Math.cos(z), Math.exp(-0.5)],
      [(z: number) => Math.cos(3 * z), Math.exp(-4.5)],
    ] as const) {
      expect(Math.abs(mean(f) / exact - 1)).toBeLessThan(1e-12);
    }
  });

  it('sin: ⟨φ²⟩ = (1 − e^{−2q})/2, ⟨φ′²⟩, ⟨φφ″⟩, ⟨φ⁴⟩ and ⟨φ(u₁)φ(u₂)⟩ in closed form, to 1e-12', () => {
    const response = responseOf('sin');
    for (const q of [0.01, 0.5, 2, 9]) {
      const { square, slope, bend, fourth } = response.moments(q);
      const [two, four] = [Math.exp(-2 * q), Math.exp(-8 * q)];
      expect(Math.abs(square - (1 - two) / 2)).toBeLessThan(1e-12);
      expect(Math.abs(slope - (1 + two) / 2)).toBeLessThan(1e-12);
      expect(Math.abs(bend + (1 - two) / 2)).toBeLessThan(1e-12);
      expect(Math.abs(fourth - (3 - 4 * two + four) / 8)).toBeLessThan(1e-12);
      const other = 0.7;
      const c = 0.3;
      const pair = Math.exp(-(q + other) / 2) * Math.sinh(c * Math.sqrt(q * other));
      expect(Math.abs(pairMean(response, q, other, c) - pair)).toBeLessThan(1e-12);
    }
  });

  it('sin and tanh of long sums, q = 4000: ⟨sin²⟩ = ½ and ⟨tanh²⟩ = 1 − √(2/πq) + π²/(12 q√2πq) …, to 1e-9', () => {
    const q = 4000;
    expect(Math.abs(responseOf('sin').moments(q).square - 0.5)).toBeLessThan(1e-12);
    // 1 − ⟨sech²⟩, ∫ sech² u e^{−u²/2q} du = 2 − π²/12q + …
    const sech =
      (2 - Math.PI ** 2 / (12 * q) + (7 * Math.PI ** 4) / 240 / (8 * q * q)) / Math.sqrt(2 * Math.PI * q);
    expect(Math.abs(responseOf('tanh').moments(q).square - 1 + sech)).toBeLessThan(1e-9);
  });

  it('quadratic: means are polynomials in q, to 1e-12', () => {
    const [p, q, r, v] = [0.4, 1, -0.3, 0.8];
    const { square, slope, bend } = responseOf({ kind: 'quadratic', p, q, r }).moments(v);
    expect(Math.abs(square - (3 * p * p * v * v + (q * q + 2 * p * r) * v + r * r))).toBeLessThan(1e-12);
    expect(Math.abs(slope - (q * q + 4 * p * p * v))).toBeLessThan(1e-12);
    expect(Math.abs(bend - 2 * p * (p * v + r))).toBeLessThan(1e-12);
    const pair = pairMean(responseOf({ kind: 'quadratic', p, q, r }), v, v, 0.5);
    const exact = p * p * v * v * (1 + 2 * 0.25) + q * q * v * 0.5 + 2 * p * r * v + r * r;
    expect(Math.abs(pair - exact)).toBeLessThan(1e-12);
  });

  it.each(all.map((activation) => [JSON.stringify(activation), activation] as const))(
    '%s: ⟨φ²⟩ rises with ⟨φ′²⟩ + ⟨φφ″⟩, and ⟨φ(u₁)φ(u₂)⟩ is ⟨φ²⟩ at c = 1 and ⟨φ⟩² at c = 0, to 1e-12',
    (_name, activation) => {
      const response = responseOf(activation);
      const [q, d] = [0.9, 1e-4];
      const { square, slope, bend } = response.moments(q);
      const rise = (response.moments(q + d).square - response.moments(q - d).square) / (2 * d);
      expect(Math.abs(rise - slope - bend)).toBeLessThan(2e-8);
      expect(Math.abs(pairMean(response, q, q, 1) - square)).toBeLessThan(1e-12);
      // ⟨φ⟩² also as the mean of c and −c to second order at 0: here from two different lengths at c = 0.
      const product = pairMean(response, q, q, 0) * pairMean(response, 0.3, 0.3, 0);
      expect(Math.abs(pairMean(response, q, 0.3, 0) ** 2 - product)).toBeLessThan(1e-12);
    },
  );

  it('tanh: two dimensions agree with the fine rule in both, to 1e-12', () => {
    const { nodes, weights } = trapezoid(fineRule.reach, fineRule.step);
    const [q1, q2, c] = [0.8, 2.1, -0.4];
    let sum = 0;
    for (let i = 0; i < nodes.length; i++) {
      for (let k = 0; k < nodes.length; k++) {
        const second = Math.sqrt(q2) * (c * nodes[i] + Math.sqrt(1 - c * c) * nodes[k]);
        sum += weights[i] * weights[k] * Math.tanh(Math.sqrt(q1) * nodes[i]) * Math.tanh(second);
      }
    }
    expect(Math.abs(pairMean(responseOf('tanh'), q1, q2, c) - sum)).toBeLessThan(1e-12);
  });
});

describe('mean field', () => {
  const reference = readReference<{
    mean_field: {
      sigma_w: number;
      sigma_b: number;
      q_star: number;
      chi1: number;
      xi_c: number | null;
      kurtosis_coeff_n: number;
    }[];
  }>('eft_misc').mean_field;

  it.each(reference.map((entry) => [entry.sigma_w, entry.sigma_b, entry] as const))(
    'tanh at σ_w = %d, σ_b = %d: q*, χ₁, ξ_c and n times the excess kurtosis within 1e-11 of the reference',
    (sigmaW, sigmaB, expected) => {
      const { q, chi1, xi } = meanField({ activation: 'tanh', sigmaW, sigmaB });
      expect(Math.abs(Number(q) / expected.q_star - 1)).toBeLessThan(1e-11);
      expect(Math.abs(Number(chi1) / expected.chi1 - 1)).toBeLessThan(1e-11);
      if (expected.xi_c === null) expect(xi).toBeNull();
      else expect(Math.abs(Number(xi) / expected.xi_c - 1)).toBeLessThan(1e-11);
      // Of a readout without biases.
      const readout = { sigmaW: 1, sigmaB: 0 };
      const { excess, claim } = outputKurtosis(responseOf('tanh'), readout, expected.q_star, [1000]);
      expect(Math.abs((1000 * excess) / expected.kurtosis_coeff_n - 1)).toBeLessThan(1e-11);
      expect(claim).toBe('exact');
    },
  );

  it('relu, linear: q* = σ_b²/(1 − Aσ_w²), A = ½ and 1; without end from Aσ_w² = 1 on, χ₁ is told all the same', () => {
    for (const [activation, A] of [
      ['relu', 0.5],
      ['linear', 1],
    ] as const) {
      const at = (sigmaW: number, sigmaB: number) => meanField({ activation, sigmaW, sigmaB });
      const { q, chi1, xi } = at(0.8, 0.3);
      expect(q).toBeCloseTo(0.09 / (1 - A * 0.64), 13);
      expect(chi1).toBeCloseTo(A * 0.64, 14);
      expect(xi).toBeCloseTo(-1 / Math.log(A * 0.64), 12);
      expect(at(0.8, 0).q).toBe(0);
      expect(at(1.6, 0.3)).toEqual({ q: null, chi1: A * 1.6 * 1.6, xi: null });
    }
  });

  it('tanh without biases: q* = 0 up to σ_w = 1 and 0.0100677 at σ_w² = 1.0202, as q* = (σ_w² − 1)/2 + … has it', () => {
    for (const sigmaW of [0, 0.5, 0.99]) {
      const { q, chi1 } = meanField({ activation: 'tanh', sigmaW, sigmaB: 0 });
      expect(q).toBe(0);
      expect(chi1).toBeCloseTo(sigmaW * sigmaW, 14);
    }
    const response = responseOf('tanh');
    const spread = { sigmaW: Math.sqrt(1.0202), sigmaB: 0 };
    const q = Number(meanFieldOf(response, spread).q);
    expect(Math.abs(nextLength(response, spread, q) / q - 1)).toBeLessThan(1e-14);
    // σ_w² = q/⟨tanh²⟩ = 1 + 2q − 5/3 q² + …
    expect(Math.abs(1 + 2 * q - (5 / 3) * q * q - 1.0202)).toBeLessThan(1e-4);
  });

  it('correlation: small differences grow by χ₁ a layer, 1 − c′ = χ₁(1 − c), below and above the edge', () => {
    const response = responseOf('tanh');
    for (const sigmaW of [0.9, 1.6]) {
      const spread = { sigmaW, sigmaB: 0.2 };
      const { q, chi1 } = meanFieldOf(response, spread);
      const at = { q1: Number(q), q2: Number(q), c: 1 - 1e-6 };
      expect((1 - nextAngles(response, spread, at).c) / 1e-6).toBeCloseTo(Number(chi1), 4);
    }
  });

  it('relu: the correlation map is the arc-cosine kernel, at c = 0 it gives 1/π', () => {
    const { q1, c } = nextAngles(
      responseOf('relu'),
      { sigmaW: Math.SQRT2, sigmaB: 0 },
      { q1: 1, q2: 4, c: 0 },
    );
    expect(q1).toBeCloseTo(1, 14);
    expect(c).toBeCloseTo(1 / Math.PI, 14);
  });
});

describe('edge of chaos', () => {
  it.each([
    [0, 1],
    [0.05, 1.12254],
    [0.1, 1.1934],
    [0.3, 1.39558],
  ])('tanh: at σ_b = %d it is σ_w = %d (physics.md 8, all its digits)', (sigmaB, sigmaW) => {
    expect(Math.abs(Number(edgeAt(responseOf('tanh'), sigmaB)) - sigmaW)).toBeLessThan(5.1e-6);
  });

  it('tanh, sin: along the line drawn for χ₁ = 0.8, 1 and 1.3 the mean field has that χ₁, to 1e-10', () => {
    for (const activation of ['tanh', 'sin'] as const) {
      const response = responseOf(activation);
      for (const chi of [0.8, 1, 1.3]) {
        const line = levelLine(response, chi, 2).filter(({ sigmaB }) => sigmaB > 0.01);
        expect(line.length).toBeGreaterThan(10);
        for (let k = 0; k < line.length; k += 9) {
          expect(Math.abs(Number(meanFieldOf(response, line[k]).chi1) - chi)).toBeLessThan(1e-10);
        }
      }
    }
  });

  it('quadratic: the edge ends at its half-stable start, beyond which no length is come back to', () => {
    const response = responseOf({ kind: 'quadratic', p: 0.4, q: 1, r: -0.3 });
    const half = criticalityOf(response);
    const end = levelLine(response, 1, 5).at(-1);
    expect(half.kind === 'half-stable' && end !== undefined && end.sigmaB < half.sigmaB).toBe(true);
    expect(Number(half.kind === 'half-stable' && half.sigmaB) - Number(end?.sigmaB)).toBeLessThan(0.05);
  });

  it('every activation: its class is derived, and at a critical start length and difference are kept', () => {
    const kinds = all.map((activation) => criticalityOf(responseOf(activation)).kind);
    expect(Object.fromEntries(all.map((a, k) => [typeof a === 'string' ? a : a.kind, kinds[k]]))).toEqual({
      linear: 'scale-invariant',
      tanh: 'zero',
      sigmoid: 'none',
      relu: 'scale-invariant',
      softplus: 'none',
      sin: 'zero',
      quadratic: 'half-stable',
      affine: 'none',
    });
    for (const activation of all) {
      const response = responseOf(activation);
      const found = criticalityOf(response);
      if (found.kind === 'none') continue;
      const q = found.kind === 'half-stable' ? found.q : found.kind === 'zero' ? 0 : 1.7;
      const spread = { sigmaW: found.sigmaW, sigmaB: found.kind === 'half-stable' ? found.sigmaB : 0 };
      const { slope, bend } = response.moments(q);
      expect(Math.abs(nextLength(response, spread, q) - q)).toBeLessThan(1e-12);
      expect(Math.abs(found.sigmaW ** 2 * slope - 1)).toBeLessThan(1e-12);
      expect(Math.abs(found.sigmaW ** 2 * (slope + bend) - 1)).toBeLessThan(1e-9);
    }
  });

  it('classes at their corners: affine without q is relu-like, quadratic without r runs away from 0, with p r > 0 it has none', () => {
    const kindOf = (activation: ActivationValue) => criticalityOf(responseOf(activation));
    expect(kindOf({ kind: 'affine', p: 0.8, q: 0 })).toEqual({ kind: 'scale-invariant', sigmaW: 1.25 });
    expect(kindOf({ kind: 'affine', p: 0, q: 1 }).kind).toBe('none');
    expect(kindOf({ kind: 'quadratic', p: 0.4, q: 1, r: 0 })).toMatchObject({
      kind: 'zero',
      stable: false,
    });
    expect(kindOf('tanh')).toMatchObject({ kind: 'zero', stable: true });
    expect(kindOf({ kind: 'quadratic', p: 0.4, q: 1, r: 0.3 }).kind).toBe('none');
    // q* = −r/p
    const half = kindOf({ kind: 'quadratic', p: 0.4, q: 1, r: -0.3 });
    expect(half.kind === 'half-stable' && half.q).toBeCloseTo(0.75, 10);
  });
});

describe('kurtosis of outputs', () => {
  it('one hidden layer without biases: linear 6/n, relu 15/n, exactly', () => {
    const readout = { sigmaW: 1.3, sigmaB: 0 };
    for (const [activation, coefficient] of [
      ['linear', 6],
      ['relu', 15],
    ] as const) {
      const { excess, claim } = outputKurtosis(responseOf(activation), readout, 0.7, [50]);
      expect(excess).toBeCloseTo(coefficient / 50, 13);
      expect(claim).toBe('exact');
    }
  });

  it('deep: E z⁴/3(E z²)² = Π(1 + 5/n) of relu and Π(1 + 2/n) of linear; the first order agrees with it at large n', () => {
    const still = { sigmaW: 1, sigmaB: 0 };
    const widths = [20, 30, 50];
    const product = (by: number): number => widths.reduce((so, n) => so * (1 + by / n), 1);
    expect(outputKurtosis(responseOf('relu'), still, 1, widths).excess).toBeCloseTo(3 * product(5) - 3, 13);
    expect(outputKurtosis(responseOf('linear'), still, 1, widths).excess).toBeCloseTo(3 * product(2) - 3, 13);
    // With the smallest bias the leading order takes over.
    const wide = widths.map((n) => 1e5 * n);
    const leading = outputKurtosis(responseOf('relu'), { sigmaW: 1, sigmaB: 1e-9 }, 1, wide);
    expect(leading.claim).toBe('leading');
    expect(leading.excess / outputKurtosis(responseOf('relu'), still, 1, wide).excess).toBeCloseTo(1, 5);
  });
});

describe('lengths that a wide layer keeps', () => {
  it('quadratic: both roots of 3σ_w²p² q² + (σ_w²(q₁² + 2pr) − 1) q + σ_w²r² + σ_b², the smaller draws, the larger repels, to 1e-12', () => {
    const [p, slope, r, sigmaW, sigmaB] = [0.3, 0.6, 0.2, 0.9, 0.1];
    const response = responseOf({ kind: 'quadratic', p, q: slope, r });
    const w = sigmaW * sigmaW;
    const [a, b, c] = [3 * w * p * p, w * (slope * slope + 2 * p * r) - 1, w * r * r + sigmaB * sigmaB];
    const root = Math.sqrt(b * b - 4 * a * c);
    const found = fixedLengths(response, { sigmaW, sigmaB }) ?? [];
    expect(found.map(({ draws }) => draws)).toEqual([true, false]);
    found.forEach(({ q, chi1 }, n) => {
      const exact = (-b + (n === 0 ? -root : root)) / (2 * a);
      expect(Math.abs(q / exact - 1)).toBeLessThan(1e-12);
      expect(Math.abs(chi1 - w * (slope * slope + 4 * p * p * exact))).toBeLessThan(1e-11);
    });
  });

  it('tanh and sin without biases: beyond σ_w = 1 the length 0 repels and another draws; up to it 0 alone draws', () => {
    for (const activation of ['tanh', 'sin'] as const) {
      const response = responseOf(activation);
      const at = (sigmaW: number) => fixedLengths(response, { sigmaW, sigmaB: 0 }) ?? [];
      expect(at(0.8).map(({ q, draws }) => [q, draws])).toEqual([[0, true]]);
      expect(at(1).map(({ q, draws }) => [q, draws])).toEqual([[0, true]]);
      const [zero, other, ...more] = at(1.5);
      expect([zero.q, zero.draws, other.draws, more.length]).toEqual([0, false, true, 0]);
      expect(other.q).toBeCloseTo(meanFieldOf(response, { sigmaW: 1.5, sigmaB: 0 }).q ?? NaN, 13);
      expect(zero.chi1).toBeCloseTo(2.25, 12);
    }
    // ⟨sin²⟩ = (1 − e^{−2q})/2 in closed form.
    const q = fixedLengths(responseOf('sin'), { sigmaW: 1.5, sigmaB: 0 })?.[1].q ?? NaN;
    expect(Math.abs((2.25 * (1 - Math.exp(-2 * q))) / 2 - q)).toBeLessThan(1e-12);
  });

  it('each is kept by the map and near it lengths come or go as it says', () => {
    const response = responseOf({ kind: 'quadratic', p: 0.3, q: 0.6, r: 0.2 });
    const spread = { sigmaW: 0.9, sigmaB: 0.1 };
    for (const { q, draws } of fixedLengths(response, spread) ?? []) {
      expect(nextLength(response, spread, q)).toBeCloseTo(q, 12);
      const off = nextLength(response, spread, 1.01 * q) - q;
      expect(off < 0.01 * q).toBe(draws);
    }
  });

  it('relu: every length at σ_w² = 2 without biases; with them none, or below it one', () => {
    const relu = responseOf('relu');
    expect(fixedLengths(relu, { sigmaW: Math.SQRT2, sigmaB: 0 })).toBeNull();
    expect(fixedLengths(relu, { sigmaW: Math.SQRT2, sigmaB: 0.3 })).toEqual([]);
    const [one, ...more] = fixedLengths(relu, { sigmaW: 1, sigmaB: 0.3 }) ?? [];
    expect([one.draws, more.length]).toEqual([true, 0]);
    expect(one.q).toBeCloseTo(0.18, 12);
  });
});
