import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { besselPair } from '../../src/physics/math/bessel.ts';
import { closedMode, type ClosedHistory } from '../../src/physics/modes/closedForm.ts';

interface Case {
  readonly name: string;
  readonly history: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly N: number;
  readonly J: number;
  readonly K: number;
  readonly t0: number;
  readonly t: readonly number[];
  readonly expected: { readonly modes_unit: readonly Mode[] };
}
interface Mode {
  readonly m: number;
  readonly w: readonly number[];
}

const file = new URL('../reference/ring_modes.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] };

/** The history of a case, and whether K falls in it. */
function historyOf({ history, parameters: p }: Case): ClosedHistory & { readonly stretched: boolean } {
  const none = { gamma: null, power: null, dimension: p.d ?? 1 };
  switch (history) {
    case 'const':
      return { ...none, gamma: p.gamma, stretched: false };
    case 'power':
      return { ...none, power: p.n, stretched: false };
    case 'dS_redshift':
      return { ...none, gamma: p.d * p.H, stretched: true };
    default:
      return { ...none, power: p.d * p.s, stretched: true };
  }
}

describe('Bessel functions', () => {
  it.each([
    // DLMF and Abramowitz & Stegun, tables 9.1 and 9.4; half-integer orders in closed form.
    [0, 1, 0.7651976865579666, 0.08825696421567698],
    [1, 2, 0.576724807756873, -0.107032431540938],
    [0, 30, -0.0863679835810482, -0.117295731686664],
    [1.5, 2, 0.491293778687162, -0.395623281358704],
  ])('J and Y of order %s at %s to 1e-14', (nu, z, J, Y) => {
    const { f, g } = besselPair(nu * nu, z);
    expect(Math.abs(f - J)).toBeLessThan(1e-14);
    expect(Math.abs(g - Y)).toBeLessThan(1e-14);
  });

  it.each([
    [0.0625, 0.01],
    [2.25, 0.3],
    [4, 3],
    [0.36, 40],
    [9, 700],
  ])('order² %s at %s: the Wronskian is 2/πz', (order2, z) => {
    const { f, df, g, dg } = besselPair(order2, z);
    expect(Math.abs(((f * dg - df * g) * Math.PI * z) / 2 - 1)).toBeLessThan(1e-12);
  });

  it.each([
    [-0.4, 0.2],
    [-2, 1],
    [-9, 25],
  ])('imaginary order, ν² = %s at %s: Re and Im J have the Wronskian sinh(πμ)/πz', (order2, z) => {
    // W(J_ν, J_−ν) = −2 sin νπ/πz, and J_−iμ is the conjugate of J_iμ.
    const { f, df, g, dg } = besselPair(order2, z);
    const expected = Math.sinh(Math.PI * Math.sqrt(-order2)) / (Math.PI * z);
    expect(Math.abs((f * dg - df * g) / expected - 1)).toBeLessThan(1e-11);
  });
});

describe('closed forms of modes', () => {
  it('agree with the reference data (ring_modes.json, 40 digits) to 1e-11, history by history', () => {
    let count = 0;
    for (const one of cases) {
      const history = historyOf(one);
      for (const { m, w } of one.expected.modes_unit) {
        const kappa = 4 * one.K * Math.sin((Math.PI * m) / one.N) ** 2;
        const wave = { mass: one.J, kappa, stretched: history.stretched };
        const course = closedMode(history, wave, { t: one.t0, w: 1, v: 0 });
        if (kappa === 0 && history.stretched && history.power !== null) continue;
        if (course === null) throw new Error(`${one.name}, mode ${m}`);
        for (const [i, t] of one.t.entries()) {
          expect(Math.abs(course(t) - w[i]), `${one.name}, mode ${m}, t = ${t}`).toBeLessThan(1e-11);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  it.each([
    ['a heavy field in de Sitter space: imaginary order', { gamma: 0.6, power: null, dimension: 3 }, 1.2, 0],
    ['an accelerating power law, s > 1', { gamma: null, power: 6, dimension: 3 }, 0, 1],
    ['coasting, s = 1: powers of t', { gamma: null, power: 3, dimension: 3 }, 0, 1],
    ['coasting, slow: real powers', { gamma: null, power: 3, dimension: 3 }, 0, 1.01],
  ] as const)(
    '%s: small steps of fourth order agree to 1e-9, from a start that moves',
    (name, history, mass, t0) => {
      const kappa = name.includes('slow') ? 0.3 : 2.5;
      const course = closedMode(history, { mass, kappa, stretched: true }, { t: t0, w: 0.7, v: -0.4 });
      const gamma = (t: number): number => history.gamma ?? (history.power ?? 0) / t;
      const H = (history.gamma ?? 0) / history.dimension;
      const s = (history.power ?? 0) / history.dimension;
      const fall = (t: number): number =>
        history.gamma === null ? (t / t0) ** (-2 * s) : Math.exp(-2 * H * (t - t0));
      const rate = (t: number, w: number, v: number): number => -gamma(t) * v - (mass + kappa * fall(t)) * w;
      let [t, w, v] = [t0, 0.7, -0.4];
      const h = 1 / 1024;
      for (let n = 0; n < 4096; n++) {
        const k1 = [v, rate(t, w, v)];
        const k2 = [v + (h / 2) * k1[1], rate(t + h / 2, w + (h / 2) * k1[0], v + (h / 2) * k1[1])];
        const k3 = [v + (h / 2) * k2[1], rate(t + h / 2, w + (h / 2) * k2[0], v + (h / 2) * k2[1])];
        const k4 = [v + h * k3[1], rate(t + h, w + h * k3[0], v + h * k3[1])];
        w += (h / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
        v += (h / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
        t = t0 + (n + 1) * h;
      }
      expect(Math.abs((course?.(t) ?? NaN) - w)).toBeLessThan(1e-9);
    },
  );

  it('none where none is known: mass and redshift under a power law, growth', () => {
    const start = { t: 1, w: 1, v: 0 };
    const matter = { gamma: null, power: 2, dimension: 3 };
    expect(closedMode(matter, { mass: 1, kappa: 1, stretched: true }, start)).toBe(null);
    expect(closedMode(matter, { mass: -1, kappa: 0.5, stretched: false }, start)).toBe(null);
    expect(closedMode({ ...matter, power: null }, { mass: 1, kappa: 1, stretched: false }, start)).toBe(null);
  });
});
