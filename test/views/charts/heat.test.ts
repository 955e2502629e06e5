import { describe, expect, it } from 'vitest';
import type { Temperatures } from '../../../src/store/index.ts';
import { isEmpty, type Figure } from '../../../src/views/charts/figure.ts';
import { written, type Hot } from '../../../src/views/charts/heat/facts.ts';
import { heatFigure, heatTable } from '../../../src/views/charts/heat/figure.ts';
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
  bath: true,
  shaken: false,
  without: null,
  since: 2,
  ready: 4,
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
    bath: false,
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

  it('averages stand beside what they are exactly: T(1 − h²λ/4) of motion, T of position, (T/2) rank H of the cost', () => {
    const { facts } = drawn([bath]);
    expect(facts?.rows.map(({ values }) => values)).toEqual([
      ['0.447 ± 0.012', '0.445'],
      ['measuring', '0.500'],
      ['0.760 ± 0.021', '0.750'],
    ]);
    expect(facts?.notes.join()).toContain('dashed');
  });

  it('numbers have the digits that their errors leave them, whatever the temperature', () => {
    expect(written({ mean: 0.4891, error: 0.0011 })).toBe('0.4891 ± 0.0011');
    expect(written({ mean: 511.3, error: 12.4 })).toBe('511 ± 12');
    expect(written({ mean: 1.0123e-12, error: 2.13e-14 })).toBe('(1.012 ± 0.021)×10⁻¹²');
    expect(written({ mean: 1.0123e6, error: 21_300 })).toBe('(1.012 ± 0.021)×10⁶');
    expect(written({ mean: 11.981, error: 0.061 })).toBe('11.98 ± 0.06');
    expect(written({ mean: 0, error: 0 })).toBe('0.00');
    expect(written({ mean: 1, error: NaN })).toBe('measuring');
  });

  it('heights close in on T as the errors shrink, so that the bias of motion is seen; else they begin at 0', () => {
    const close = { ...hot, kinetic: readings([0.498, 0.47, 0.44], [0.002, 0.002, 0.002]) };
    const { span } = drawn([{ ...bath, read: { ...close, configurational: null } }]).panels[0].y;
    expect(span).toEqual({ min: 0.4, max: 0.6 });
    const far = readings([0.498, 1.2, 0.44], [0.002, 0.02, 0.002]);
    expect(drawn([{ ...bath, read: { ...hot, kinetic: far } }]).panels[0].y.span.min).toBe(0);
    expect(drawn([bath, samples]).panels[0].y.span.min).toBe(0);
  });

  it('noise of samples is called no temperature, in words and in the summary, and has no red line', () => {
    const figure = drawn([bath, samples]);
    expect(figure.facts?.notes[0]).toContain('samples: no temperature');
    expect(figure.facts?.notes[0]).toContain('0.100 to 3.00');
    expect(figure.summary).toContain('samples: no temperature');
    expect(drawn([bath]).summary).not.toContain('no temperature');
    expect(drawn([samples]).panels[0].marks.some(({ ink }) => ink === 'heat')).toBe(false);
    expect(figure.panels[0].y.span.max).toBeGreaterThanOrEqual(3.1);
  });

  it('a bath without friction is not blamed on samples; drawn samples in a bath take the exact numbers away', () => {
    const idle = { ...hot, temperature: null, expected: null, excess: null };
    const still = drawn([{ ...bath, read: idle }]);
    expect(`${still.facts?.notes.join()} ${still.summary}`).not.toContain('samples');
    expect(still.facts?.notes.join()).toContain('Without friction');
    const excess = { mean: 3, error: 0.1, expected: null };
    const mixed = drawn([{ ...bath, read: { ...hot, shaken: true, expected: null, excess } }]);
    expect(mixed.facts?.rows.map(({ values }) => values[1])).toEqual(['–', '–', '–']);
    expect(mixed.facts?.notes.join()).toContain('samples shake it, too');
  });

  it('where position has no thermometer the picture says why', () => {
    for (const without of ['not-quadratic', 'redshift', 'modes'] as const) {
      const read = { ...hot, configurational: null, meanConfigurational: null, excess: null, without };
      expect(drawn([{ ...bath, read }]).facts?.notes[0]).toContain('No thermometer of position');
    }
  });

  it('motion reads T approximately where no bias is known, and only in a bath alone whose modes stay', () => {
    const told = (part: Partial<Temperatures>): string => {
      const read: Temperatures = { ...hot, expected: null, configurational: null, meanConfigurational: null };
      return drawn([{ ...bath, read: { ...read, excess: null, ...part } }]).facts?.notes.join(' ') ?? '';
    };
    const claim = 'Approximate: motion reads';
    expect(told({ without: 'not-quadratic' })).toContain(claim);
    expect(told({ without: 'modes' })).toContain(claim);
    expect(told({ without: 'redshift' })).not.toContain(claim);
    expect(told({ without: 'not-quadratic', shaken: true })).not.toContain(claim);
    expect(told({ without: 'not-quadratic', temperature: null })).not.toContain(claim);
    expect(told({ without: 'not-quadratic', temperature: null, bath: false })).not.toContain(claim);
  });

  it('so many weights that there are averages alone: they are told', () => {
    const none = readings([], []);
    const read = { ...hot, lambda: null, kinetic: none, configurational: none };
    expect(drawn([{ ...bath, read }]).facts?.rows.length).toBe(3);
  });

  it('nothing hot, and too early: a sentence', () => {
    const none = heatFigure([], (_, data) => data);
    const early = readings([0.4, 0.4, 0.4], [NaN, NaN, NaN]);
    const unknown = { mean: NaN, error: NaN };
    const averages = { meanKinetic: unknown, meanConfigurational: unknown };
    const young = { ...bath, read: { ...hot, ...averages, kinetic: early, configurational: early } };
    expect('empty' in none && none.empty).toContain('Langevin');
    const waiting = heatFigure([young], (_, data) => data);
    expect('empty' in waiting && waiting.empty).toContain('*t* = 4.00');
    const never = heatFigure([{ ...young, read: { ...young.read, ready: Infinity } }], (_, data) => data);
    expect('empty' in never && never.empty).toContain('no thermometer forgets');
  });

  it('its table has a row for every mode with both readings and errors', () => {
    const { columns, rows } = heatTable([bath]);
    expect(columns.length).toBe(7);
    expect([...rows][1].slice(0, 5)).toEqual([1, 4, 0.46875, 0.48, 0.02]);
  });
});

it('histogram in a bath: the Gibbs curve counts what a bin of the bars would hold on average', () => {
  const edges = Float64Array.from({ length: 41 }, (_, k) => -1 + k / 20);
  const gibbs = (x: number): number => Math.exp(-(x ** 2) / 0.02) / Math.sqrt(0.02 * Math.PI);
  const density = edges.slice(1).map((edge) => gibbs(edge - 0.025));
  const exact = { x: edges, y: edges.map(gibbs) };
  const weights = Array.from({ length: 40 }, (_, k) => k / 80 - 0.25);
  const shown = histogramFigure(
    {
      all: [{ track: bath.track, weights }],
      peak: 1,
      magnified: 1,
      bath: { since: 3, edges, density, curve: exact },
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
