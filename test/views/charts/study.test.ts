import { describe, expect, it } from 'vitest';
import type { StudyReport, StudySeries } from '../../../src/engine/observations/index.ts';
import { isEmpty, type Figure } from '../../../src/views/charts/figure.ts';
import { decadeTicks, ticksOf } from '../../../src/views/charts/axes.ts';
import { studyFigure, studyTable } from '../../../src/views/charts/study/figure.ts';
import { viscosityLook } from '../../../src/views/charts/viscosity/look.ts';

const etas = [0.08, 0.04, 0.02, 0.01];

/** y = 3 x^slope, measured 0.004 too large. */
function seriesOf(id: string, slope: number): StudySeries {
  return {
    id,
    points: etas.map((x) => ({ x, y: 3 * x ** slope })),
    fit: { slope: slope + 0.004, factor: 3, error: 0, from: 0.01, to: 0.08, count: 4 },
    expected: slope,
    source: 'Eq. 4',
  };
}

const report: StudyReport = {
  id: 'viscosity',
  state: 'done',
  done: 1,
  series: [seriesOf('rest', 2), seriesOf('kick', 1), seriesOf('unit', 1), seriesOf('corrected', 4)],
  facts: [{ name: 'tau', value: 1.875 }],
  obstacle: null,
};

function drawn(of: StudyReport): Figure {
  const shown = studyFigure(viscosityLook, of, null);
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
}

function emptyWords(of: StudyReport | null, obstacle: Parameters<typeof studyFigure>[2] = null): string {
  const shown = studyFigure(viscosityLook, of, obstacle);
  return isEmpty(shown) ? shown.empty : 'a figure';
}

describe('the run among the points of a study', () => {
  const at = (here: { x: number; y: number; words: string } | null) => {
    const look = {
      ...viscosityLook,
      here: { watch: () => () => undefined, state: () => [], now: () => here },
    };
    const shown = studyFigure(look, report, null);
    if (isEmpty(shown)) throw new Error(shown.empty);
    return shown;
  };
  const circles = ({ panels: [{ marks }] }: Figure) =>
    marks.filter((mark) => mark.kind === 'dots' && mark.size === 11);

  it('is a circle with its name, within the axes wherever it stands, and in the summary', () => {
    const figure = at({ x: 5, y: 1e-9, words: 'this run' });
    expect(circles(figure).map(({ x, y }) => [x[0], y[0]])).toEqual([[5, 1e-9]]);
    const {
      x,
      panels: [{ y }],
      labels,
      summary,
    } = figure;
    expect(x.span.max).toBeGreaterThan(Math.log10(5));
    expect(y.span.min).toBeLessThanOrEqual(-9);
    expect(labels.at(-1)).toMatchObject({ key: 'here', at: 1e-9, words: 'this run' });
    expect(summary).toContain('this run: 1.00×10⁻⁹');
  });

  it('is left out where it has no place on logarithmic axes', () => {
    expect(circles(at(null))).toHaveLength(0);
    expect(circles(at({ x: 8, y: 0, words: 'this run' }))).toHaveLength(0);
  });
});

describe('study figure', () => {
  it('series: points, and the measured law from one end of the axis to the other', () => {
    const { panels, x } = drawn(report);
    const lines = panels[0].marks.filter((mark) => mark.kind === 'line');
    const dots = panels[0].marks.filter((mark) => mark.kind === 'dots');
    expect([lines.length, dots.length]).toEqual([4, 4]);
    for (const { x: ends, y } of lines) {
      expect(Math.log10(ends[0])).toBeCloseTo(x.span.min, 12);
      expect(Math.log10(ends[1])).toBeCloseTo(x.span.max, 12);
      const slope = Math.log(y[1] / y[0]) / Math.log(ends[1] / ends[0]);
      expect([1.004, 2.004, 4.004].some((expected) => Math.abs(slope - expected) < 1e-9)).toBe(true);
    }
    for (const { x: at, y } of dots) {
      expect(Array.from(at)).toEqual(etas);
      for (const value of Array.from(y)) {
        expect(Math.log10(value)).toBeGreaterThanOrEqual(panels[0].y.span.min);
        expect(Math.log10(value)).toBeLessThanOrEqual(panels[0].y.span.max);
      }
    }
  });

  it('roles: inertia is amber, unit steps have the colour of descent; no two series have the same shape', () => {
    const { panels, labels } = drawn(report);
    expect(Object.fromEntries(labels.map(({ key, ink }) => [key, ink]))).toEqual({
      rest: 'second',
      kick: 'second',
      unit: 'descent',
      corrected: 'theory',
    });
    const shapes = panels[0].marks.flatMap((mark) =>
      mark.kind === 'dots' ? [`${mark.ink} ${mark.shape}`] : [],
    );
    expect(new Set(shapes).size).toBe(4);
  });

  it('words: slopes at the line ends, theory beside them, all of it in the summary', () => {
    const { labels, facts, summary } = drawn(report);
    expect(labels.find(({ key }) => key === 'rest')?.words).toBe('from rest *η*^{2.00}');
    expect(facts?.rows[0]).toEqual({ name: 'from rest', values: ['2.00', '2'] });
    expect(facts?.notes.join(' ')).toMatch(/\*ηt\* = 1\.88.*limit.*\*η\*².*kick \*η\*.*E14/);
    expect(summary).toContain('fixed time eta t = 1.88, for eta from 0.0100 to 0.0800');
    expect(summary).toContain('from rest falls as η to the power 2.00, theory 2 (Eq. 4)');
  });

  it('under way: points without a line, counted in the summary', () => {
    const partial = { ...seriesOf('rest', 2), fit: null, points: [{ x: 0.08, y: 0.02 }] };
    const { panels, labels, summary, facts } = drawn({ ...report, state: 'running', series: [partial] });
    expect(panels[0].marks.map(({ kind }) => kind)).toEqual(['dots']);
    expect(labels[0].words).toBe('from rest');
    expect(facts?.rows[0].values).toEqual(['–', '2']);
    expect(summary).toContain('from rest: 1 point so far');
  });

  it('empty: says what will appear, that runs are under way, or why it cannot be', () => {
    const none = { ...report, series: [] };
    expect(emptyWords(null)).toMatch(/slopes appear here/);
    expect(emptyWords({ ...none, state: 'running' })).toMatch(/under way/);
    expect(emptyWords({ ...none, state: 'cancelled' })).toMatch(/Cancelled/);
    expect(emptyWords({ ...none, state: 'refused', obstacle: 'at-rest' })).toMatch(/at rest already/);
    expect(emptyWords(null, 'no-friction')).toMatch(/without friction/);
    // What is known of another scenario's study is not shown for one that has none.
    expect(emptyWords(report, 'changing-samples')).toMatch(/full batch/);
  });

  it('table: a row for every η, ascending, in full precision; a gap where a series has no point', () => {
    const odd = { ...seriesOf('unit', 1), points: [{ x: 0.005, y: 0.015 }] };
    const { columns, rows } = studyTable(viscosityLook, { ...report, series: [report.series[0], odd] });
    expect(columns).toEqual([
      'learning rate eta [t]',
      'rest: error [relative], slope 2.004',
      'unit: error [relative], slope 1.004',
    ]);
    expect([...rows].map((row) => row.map((value) => (Number.isNaN(value) ? null : value)))).toEqual([
      [0.005, null, 0.015],
      ...[...etas].reverse().map((x) => [x, 3 * x ** 2, null]),
    ]);
  });
});

describe('logarithmic axis across', () => {
  it('decades: whole powers within a span that ends between them', () => {
    expect(decadeTicks({ min: -3.2, max: -0.7 })).toEqual([-3, -2, -1]);
    expect(ticksOf({ name: '', scale: 'log', span: { min: -3.2, max: -0.7 } }, 8).words).toEqual([
      '10⁻³',
      '10⁻²',
      '10⁻¹',
    ]);
  });
  it('less than two decades: 1, 2 and 5 of each', () => {
    const { values, words } = ticksOf({ name: '', scale: 'log', span: { min: -2.1, max: -0.6 } }, 8);
    expect(words).toEqual(['0.01', '0.02', '0.05', '0.1', '0.2']);
    expect(values[1]).toBeCloseTo(0.02, 12);
  });
});
