import { describe, expect, it } from 'vitest';
import { sheetPower, spectrum } from '../../../src/physics/observables/spectrum.ts';
import { simulate } from '../../helpers/run.ts';

const seen = (sections: Readonly<Record<string, unknown>>) => {
  const run = simulate(sections);
  return { run, ...spectrum.compute(run.instant()) };
};
const noise = { initial: { kind: 'random', scale: 1 } };

describe('spectrum', () => {
  it.each([
    ['ring', { system: { kind: 'ring-shared', N: 15 }, data: { kind: 'smooth-random' }, ...noise }],
    [
      'torus',
      { system: { kind: 'torus-shared', rows: 4, columns: 6 }, data: { kind: 'uniform-bonds' }, ...noise },
    ],
    ['two layers', { system: { kind: 'ring-two-layer', N: 7 }, ...noise }],
    ['deep ring', { system: { kind: 'deep-ring', N: 7, depth: 2, biases: true }, ...noise }],
    ['dense', { system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' }, ...noise }],
  ])('%s: its power sums to Σ w² (Parseval)', (_name, sections) => {
    const { run, power, k } = seen(sections);
    const { weights } = run.tracks[0];
    const squares = Array.from(weights).reduce((sum, w) => sum + w * w, 0);
    expect(power.reduce((sum, p) => sum + p, 0) / squares).toBeCloseTo(1, 12);
    expect(k).toHaveLength(power.length);
  });
  it('a standing wave of amplitude 2 and 3 periods on 16 sites: N A²/4 = 16 at k = ±3·2π/16, 0 elsewhere', () => {
    const initial = { kind: 'mode', index: 3, amplitude: 2 };
    const { k, power, omega2 } = seen({
      system: { kind: 'ring-shared', N: 16 },
      data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
      initial,
    });
    power.forEach((value, m) => expect(value).toBeCloseTo(m === 3 || m === 13 ? 16 : 0, 12));
    k.forEach((value, m) => expect(value).toBeCloseTo((2 * Math.PI * m) / 16, 14));
    omega2?.forEach((value, m) =>
      expect(value).toBeCloseTo(0.6 + 4 * 1.7 * Math.sin((Math.PI * m) / 16) ** 2, 12),
    );
    expect(omega2).toHaveLength(16);
  });
  it('torus: waves are pairs [row, column], and ω² = J + 4K(sin² k_r/2 + sin² k_c/2)', () => {
    const { k, omega2 } = seen({
      system: { kind: 'torus-shared', rows: 4, columns: 6 },
      data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    });
    const at = (wave: number) => k[wave] as readonly [number, number];
    expect(at(0)).toEqual([0, 0]);
    expect(at(7)).toEqual([Math.PI / 2, Math.PI / 3]);
    omega2?.forEach((value, wave) => {
      const [row, column] = at(wave);
      expect(value).toBeCloseTo(0.6 + 6.8 * (Math.sin(row / 2) ** 2 + Math.sin(column / 2) ** 2), 12);
    });
    expect(omega2).toHaveLength(24);
  });
  it('redshift: ω² is that of the stiffness of this moment', () => {
    const run = simulate({
      system: { kind: 'scalar-field-1d', N: 8, K: 4, J: 0.5, redshift: 'physical' },
      dynamics: { kind: 'second-order', dt: 0.125 },
      expansion: { kind: 'de-sitter', gamma: 0.3 },
    });
    run.advance(16);
    // d = 1: a = e^{γt}, t = 2.
    const { omega2 } = spectrum.compute(run.instant());
    expect(omega2?.[4]).toBeCloseTo(0.5 + 16 * Math.exp(-2 * 0.3 * 2), 12);
  });
  it('several sheets say where they begin; couplings that are not uniform have no ω²', () => {
    const layers = seen({ system: { kind: 'ring-two-layer', N: 7 } });
    expect(layers.sheets).toEqual([
      { name: 'W¹', rows: 1, columns: 14, from: 0 },
      { name: 'W²', rows: 1, columns: 14, from: 14 },
    ]);
    expect(layers).not.toHaveProperty('omega2');
    const { sheets } = layers.run.tracks[0].system.layout;
    expect([...layers.power.subarray(14)]).toEqual([...sheetPower(sheets[1], layers.run.tracks[0].weights)]);
    expect(seen({ system: { kind: 'ring-shared', N: 8 }, data: { kind: 'step' } })).not.toHaveProperty(
      'omega2',
    );
  });
});
