import { describe, expect, it } from 'vitest';
import type { Temperatures } from '../../../src/store/index.ts';
import { isEmpty, type Figure } from '../../../src/views/charts/figure.ts';
import { heatFigure, heatTable, type Hot } from '../../../src/views/charts/heat/figure.ts';
import { histogramFigure } from '../../../src/views/charts/histogram/figure.ts';
import '../../../src/messages/late.ts';

const lambda = Float64Array.of(1, 4, 16);
const [T, h] = [0.5, 0.25];
const readings = (mean: number[], error: number[]) => ({
  mean: Float64Array.from(mean),
  error: Float64Array.from(error),
});
const hot: Temperatures = {
  temperature: T,
  shaken: false,
  since: 2,
  blocks: 400,
  blockTime: 0.25,
  lambda,
  kinetic: readings([0.49, 0.48, 0.37], [0.01, 0.02, NaN]),
  expected: lambda.map((value) => T * (1 - (h * h * value) / 4)),
  configurational: readings([0.51, 0.52, 0.5], [0.01, 0.02, 0.03]),
  meanKinetic: { mean: 0.4467, error: 0.0123 },
  meanConfigurational: { mean: 0.51, error: NaN },
  excess: { mean: 0.76, error: 0.021, expected: 0.75 },
  histogram: null,
  heat: 12,
};
const bath: Hot = { track: { index: 0, id: 'main', role: 'second', firstOrder: false }, read: hot };
const samples: Hot = {
  track: { index: 1, id: 'samples', role: 'other', firstOrder: false },
  read: {
    ...hot,
    temperature: null,
    shaken: true,
    expected: null,
    kinetic: readings([3, 0.1, 0.7], [0.1, 0.01, 0.1]),
  },
};
const drawn = (all: readonly Hot[]): Figure => {
  const shown = heatFigure(all, (_, data) => data);
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
};

describe('chart of the thermometers', () => {
  it('what has no error yet is not drawn; bars reach one error to both sides; places are √λ', () => {
    const { panels, x } = drawn([bath]);
    const [rings, dots] = panels[0].marks.filter(({ kind }) => kind === 'dots');
    expect(Array.from(rings.x)).toEqual([1, 2, 4]);
    expect(Array.from(dots.x)).toEqual([1, 2]);
    expect(Array.from(panels[0].marks[2].y).slice(0, 2)).toEqual([0.48, 0.5]);
    expect(x.span.max).toBeGreaterThan(4);
  });

  it('red: T across, and dashed T(1 − h²λ/4), which passes through the exact reading of every mode', () => {
    const [flat, bent] = drawn([bath]).panels[0].marks.filter(({ ink }) => ink === 'heat');
    expect(Array.from(flat.y)).toEqual([T, T]);
    const at = (w: number): number => {
      const i = Array.from(bent.x).findIndex((x) => Math.abs(x - w) < 1e-9);
      return bent.y[i];
    };
    for (const k of [0, 1, 2]) expect(at(Math.sqrt(lambda[k]))).toBeCloseTo(hot.expected?.[k] ?? NaN, 12);
  });

  it('numbers have the digits that their errors leave them; what is not known says so', () => {
    const words = drawn([bath]).labels.map((label) => label.words);
    expect(words).toContain('● motion 0.447 ± 0.012');
    expect(words).toContain('○ position measuring');
    expect(drawn([bath]).panels[0].y.name).toContain('0.760 ± 0.021, exact (*T*/2) rank *H* = 0.750');
  });

  it('noise of samples is called no temperature, in words and in the summary, and has no red line', () => {
    const figure = drawn([bath, samples]);
    expect(figure.labels.at(-1)?.words).toBe('●○ samples no temperature');
    expect(figure.summary).toContain('no temperature');
    expect(drawn([bath]).summary).not.toContain('no temperature');
    expect(drawn([samples]).panels[0].marks.some(({ ink }) => ink === 'heat')).toBe(false);
    expect(figure.panels[0].y.span.max).toBeGreaterThanOrEqual(3.1);
  });

  it('nothing hot, and too early: a sentence', () => {
    const none = heatFigure([], (_, data) => data);
    const early = readings([0.4, 0.4, 0.4], [NaN, NaN, NaN]);
    const young = { ...bath, read: { ...hot, kinetic: early, configurational: early } };
    expect('empty' in none && none.empty).toContain('Langevin');
    expect('empty' in heatFigure([young], (_, data) => data)).toBe(true);
  });

  it('its table has a row for every mode with both readings and errors', () => {
    const { columns, rows } = heatTable([bath]);
    expect(columns.length).toBe(7);
    expect([...rows][1].slice(0, 5)).toEqual([1, 4, 0.46875, 0.48, 0.02]);
  });
});

it('histogram in a bath: the Gibbs curve counts what a bin of the bars would hold on average', () => {
  const edges = Float64Array.from({ length: 41 }, (_, k) => -1 + k / 20);
  const gibbs = edges
    .slice(1)
    .map((edge) => Math.exp(-((edge - 0.025) ** 2) / 0.02) / Math.sqrt(0.02 * Math.PI));
  const weights = Array.from({ length: 40 }, (_, k) => k / 80 - 0.25);
  const shown = histogramFigure(
    {
      all: [{ track: bath.track, weights }],
      peak: 1,
      magnified: 1,
      bath: { since: 3, edges, density: gibbs, gibbs },
    },
    (_, data) => data,
  );
  if (isEmpty(shown)) throw new Error(shown.empty);
  const curve = shown.panels[0].marks.find(({ ink }) => ink === 'heat');
  const bars = shown.panels[0].marks[0];
  const width = bars.x[4] - bars.x[0];
  const sum = Array.from(curve?.y ?? []).reduce((total, y) => total + (y * 0.05) / width, 0);
  expect(sum).toBeCloseTo(40, 1);
  expect(shown.labels.map(({ words }) => words)).toContain('Gibbs');
});
