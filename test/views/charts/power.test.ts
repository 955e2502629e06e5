import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../../src/views/charts/figure.ts';
import { modeTracksFigure } from '../../../src/views/charts/modeTracks/figure.ts';
import { powerFigure, powerTable, sheetPowers } from '../../../src/views/charts/power/figure.ts';
import type { Dispersion, WaveSpectrum } from '../../../src/engine/observations/index.ts';
import { Observers } from '../../../src/engine/observations/observers.ts';
import { History } from '../../../src/engine/history.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { simulate } from '../../helpers/run.ts';

const hold = (_name: string, data: { min: number; max: number }) => data;

function seen<Value>(sections: Readonly<Record<string, unknown>>, id: string, steps = 0): Value {
  const simulation = simulate(sections);
  const history = new History();
  history.add(simulation.snapshot());
  simulation.advance(steps);
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id });
  return observers.value(1) as Value;
}

const ring = {
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'mode', index: 3, amplitude: 2 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};

describe('power spectrum', () => {
  it('a plane wave: all power at its wave number, A²N/2, ±k as one', () => {
    const [{ k, power }] = sheetPowers(seen<WaveSpectrum>(ring, 'spectrum'));
    expect(k).toHaveLength(9);
    expect(power[3]).toBeCloseTo((4 * 16) / 2, 10);
    expect(power.filter((value) => value > 1e-20)).toHaveLength(1);
    expect(k[3]).toBeCloseTo((2 * Math.PI * 3) / 16, 12);
  });

  it('waves of every sheet add up to Σ w²; on a torus |k| runs to √2 π', () => {
    const random = { initial: { kind: 'random', scale: 1 } };
    for (const system of [
      { kind: 'ring-perceptron', N: 7 },
      { kind: 'torus-shared', rows: 4, columns: 6 },
      { kind: 'ring-two-layer', N: 5 },
    ]) {
      const data = system.kind === 'torus-shared' ? { data: { kind: 'uniform-bonds', K: 1, J: 1 } } : {};
      const sections = { system, ...data, ...random };
      const parts = sheetPowers(seen<WaveSpectrum>(sections, 'spectrum'));
      const total = parts.reduce((sum, { power }) => power.reduce((all, value) => all + value, sum), 0);
      const squares = Array.from(simulate(sections).tracks[0].weights).reduce(
        (sum, value) => sum + value * value,
        0,
      );
      expect(Math.abs(total / squares - 1), system.kind).toBeLessThan(1e-12);
      if (system.kind === 'torus-shared')
        expect(Math.max(...parts[0].k)).toBeCloseTo(Math.SQRT2 * Math.PI, 12);
    }
  });

  it('says where the strongest wave is, that an open lattice has no modes, and that nothing is there', () => {
    const spectrum = seen<WaveSpectrum>(ring, 'spectrum');
    const figure = powerFigure(spectrum, true, hold);
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.summary).toContain('strongest at k = 1.18 holds 100 %');
    const open = powerFigure(spectrum, false, hold);
    expect(isEmpty(open) ? '' : open.summary).toContain('no modes of it');
    expect([...powerTable(spectrum).rows]).toHaveLength(9);
    const none = { ...spectrum, power: new Float64Array(16) };
    expect(isEmpty(powerFigure(none, true, hold))).toBe(true);
    expect(isEmpty(powerFigure(null, true, hold))).toBe(true);
  });
});

describe('modes in time', () => {
  it('dots over the closed form, and how far they are apart in words; in a bath there is none, and it says so', () => {
    const cold = seen<Dispersion>({ ...ring, initial: { kind: 'random', scale: 1 } }, 'dispersion', 200);
    const figure = modeTracksFigure(cold);
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.panels).toHaveLength(3);
    expect(figure.panels[0].marks.map(({ kind, ink }) => `${kind} ${ink}`)).toEqual([
      'line text-2',
      'line theory',
      'dots second',
    ]);
    expect(figure.summary).toMatch(/\*k\* = 0: now .* never farther than 0\.\d+ % from its closed form/);
    const hot = {
      ...ring,
      initial: { kind: 'random', scale: 1 },
      dynamics: { kind: 'langevin', dt: 0.0625 },
      noise: { temperature: 0.1 },
    };
    const bath = modeTracksFigure(seen<Dispersion>(hot, 'dispersion', 50));
    if (isEmpty(bath)) throw new Error(bath.empty);
    expect(bath.panels[0].marks).toHaveLength(2);
    expect(bath.labels.map(({ words }) => words)).toContain('no closed form known');
    expect(isEmpty(modeTracksFigure(null))).toBe(true);
  });
});
