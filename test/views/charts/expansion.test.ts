import { describe, expect, it } from 'vitest';
import { expansionFigure, fluidRows, type History } from '../../../src/views/charts/expansion/series.ts';
import { historyOf as historyRows } from '../../../src/views/charts/expansion/source.ts';
import { isEmpty } from '../../../src/views/charts/figure.ts';
import { horizonFigure } from '../../../src/views/charts/horizon/figure.ts';
import {
  crossings,
  drawnModes,
  frequencyOf,
  swinging,
  waveSources,
} from '../../../src/views/charts/horizon/modes.ts';
import { HEADER } from '../../../src/engine/frame.ts';
import { firstRow, wavesOf } from '../../../src/views/charts/horizon/waves.ts';
import { documentOf } from '../../helpers/run.ts';
import { frameOf, runInfoOf } from '../runInfo.ts';
import { historyOf, momentOf, tracesOf } from '../../helpers/histories.ts';

function run(section: Record<string, unknown>, steps: number, d = 1, dt = 0.1) {
  const { expansion } = historyOf(section, d);
  const traces = tracesOf(expansion, 0, dt, steps);
  const history: History = historyRows(traces, momentOf(expansion, 0, dt, steps), d);
  return { expansion, history };
}

describe('expansion chart', () => {
  it('de Sitter: η and H constant, ln a = Ht, w = −1', () => {
    const { history, expansion } = run({ kind: 'de-sitter', gamma: 0.6 }, 100, 2);
    const figure = expansionFigure(history, expansion);
    if (isEmpty(figure)) throw new Error(figure.empty);
    const [rates, pure] = figure.panels.map(({ marks }) => marks.map(({ y }) => y[y.length - 1]));
    expect(rates[0]).toBeCloseTo(0.3, 12);
    expect(rates[1]).toBeCloseTo(1 / 0.6, 12);
    expect(pure[0]).toBeCloseTo(3, 9);
    expect(pure[1]).toBe(-1);
    expect(figure.summary).toContain('w −1.00');
  });

  it('big bang: rows where γ is infinite are gaps, not numbers', () => {
    const { history, expansion } = run({ kind: 'matter' }, 20, 3);
    const figure = expansionFigure(history, expansion);
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.panels[0].marks[0].y[0]).toBeNaN();
    expect(figure.panels[1].marks[0].y[0]).toBeNaN();
    expect(figure.panels[1].marks[1].y[5]).toBeCloseTo(0, 9);
  });

  it('after edits w comes from differences: of a fluid of w = 1/2 to 1e-9, and jumps are gaps', () => {
    const { history } = run({ kind: 'fluid', w: 0.5 }, 50, 3);
    const rows = Int32Array.from({ length: 50 }, (_, i) => i + 1);
    expect(fluidRows(history, rows, null)[20]).toBeCloseTo(0.5, 9);
    const jumped: History = { ...history, gamma: (row) => (row < 25 ? 0.5 : 2) };
    const w = fluidRows(jumped, rows, null);
    expect(w[10]).toBe(-1);
    expect(w.some((value) => Number.isNaN(value))).toBe(true);
    expect(w.every((value) => Number.isNaN(value) || value === -1)).toBe(true);
  });

  it('flat space says that nothing expands', () => {
    const { history, expansion } = run({ kind: 'flat' }, 20);
    expect(expansionFigure(history, expansion)).toHaveProperty('empty');
  });
});

describe('modes and horizon', () => {
  const uniform = { J: 0.3, K: 2, uniform: true };

  it('ω² = J + 4K a⁻² sin²(πm/N): ends and middle of the band', () => {
    expect(frequencyOf(uniform, 0, 64, 1)).toBeCloseTo(Math.sqrt(0.3), 12);
    expect(frequencyOf(uniform, 32, 64, 1)).toBeCloseTo(Math.sqrt(8.3), 12);
    expect(frequencyOf(uniform, 16, 64, 1)).toBeCloseTo(Math.sqrt(4.3), 12);
    expect(frequencyOf(uniform, 32, 64, 0.25)).toBeCloseTo(Math.sqrt(2.3), 12);
    expect(frequencyOf({ ...uniform, J: -1 }, 0, 64, 1)).toBe(0);
  });

  it('means of the sources, and whether they are the same everywhere', () => {
    const sources = waveSources([0.3, 0.3], [2, 2]);
    expect(sources?.uniform).toBe(true);
    expect(sources?.K).toBeCloseTo(2, 12);
    expect(waveSources([0.3, 0.5], [1, 1])?.uniform).toBe(false);
    expect(waveSources([0.3, 0.3], [1, 0])).toBeNull();
  });

  it('modes that swing: those above γ/2, counted on both sides of the band', () => {
    const half = frequencyOf(uniform, 10, 64, 1) + 1e-9;
    expect(swinging(uniform, 64, 1, half)).toBe(64 - 21);
    expect(swinging(uniform, 64, 1, 0)).toBe(64);
  });

  it('drawn modes: powers of two and the shortest wave, 0 where J holds it', () => {
    expect(drawnModes(64, true)).toEqual([0, 1, 2, 4, 8, 16, 32]);
    expect(drawnModes(48, false)).toEqual([1, 2, 4, 8, 16, 24]);
  });

  it('without redshift no mode crosses a constant γ/2; with it each crosses H at a = √K k/H', () => {
    const { history, expansion } = run({ kind: 'de-sitter', gamma: 0.6 }, 300, 3);
    const waves = { sources: { J: 0, K: 1, uniform: true }, sites: 32, rows: 1, first: 0 };
    const dots = (redshift: boolean) => {
      const figure = horizonFigure(history, { ...waves, redshift }, expansion);
      if (isEmpty(figure)) throw new Error(figure.empty);
      return figure.panels[0].marks.filter(({ kind }) => kind === 'dots').flatMap(({ x }) => Array.from(x));
    };
    expect(dots(false)).toEqual([]);
    const crossed = dots(true);
    // The true crossing is √K k/a = H = 0.2, not γ/2 = 0.3: modes above it at a = 1 are m = 2, 4, 8, 16.
    const expected = [2, 4, 8, 16].map((m) => Math.log((2 * Math.sin((Math.PI * m) / 32)) / 0.2) / 0.2);
    expect(crossed).toHaveLength(4);
    crossed.forEach((t, i) => expect(t).toBeCloseTo(expected[i], 2));
  });

  it('before an edit of J or K no frequencies are drawn, and the words say so', () => {
    const { history, expansion } = run({ kind: 'de-sitter', gamma: 0.6 }, 300, 3);
    const waves = { sources: uniform, sites: 32, rows: 1, redshift: false, first: 100 };
    const figure = horizonFigure(history, waves, expansion);
    if (isEmpty(figure)) throw new Error(figure.empty);
    const lines = figure.panels[0].marks.filter(({ ink }) => ink === 'second');
    expect(lines).toHaveLength(drawnModes(32, true).length);
    for (const { y } of lines) {
      const drawn = Array.from(y, (value) => !Number.isNaN(value));
      expect(drawn.indexOf(true)).toBe(100);
      expect(drawn.lastIndexOf(true)).toBe(300);
    }
    expect(figure.summary).toContain('from time 10.0 on');
    const whole = horizonFigure(history, { ...waves, first: 0 }, expansion);
    expect(whole).not.toHaveProperty('summary', expect.stringContaining('from time'));
  });

  it('the last edit of system or data begins the waves; other edits change neither J nor K', () => {
    const traces = tracesOf(historyOf({ kind: 'flat' }).expansion, 0, 0.1, 300);
    const edit = (step: number, path: string) => ({
      step,
      command: { kind: 'set', path, value: 1 } as const,
    });
    expect(firstRow([], traces, 301)).toBe(0);
    expect(
      firstRow([edit(20, 'data.K'), edit(40, 'system.J'), edit(60, 'expansion.gamma')], traces, 301),
    ).toBe(40);
    expect(firstRow([edit(0, 'data.K')], traces, 301)).toBe(0);
    expect(firstRow([edit(300, 'data.K')], traces, 301)).toBe(300);
  });

  it.each([0, 40, 60, 120])('redshift: after %i e-folds K at a = 1 is that of the scenario', (log) => {
    const system = { kind: 'scalar-field-1d', N: 16, K: 2, J: 0.5, spacing: 0.5, redshift: 'physical' };
    const document = documentOf({ system, expansion: { kind: 'de-sitter', gamma: 1 } });
    const info = { ...runInfoOf('scalar-field-1d', { N: 16 }), document, applied: 0 };
    const frame = frameOf(info, 0, []);
    frame.header[HEADER.sources] = 1;
    frame.header[HEADER.logScaleFactor] = log;
    frame.couplingK.fill(8 * Math.exp(-2 * log));
    frame.sourceJ.fill(0.5);
    expect(wavesOf(info, frame, 0)).toEqual({
      sources: { J: 0.5, K: 8, uniform: true },
      sites: 16,
      rows: 1,
      redshift: true,
      first: 0,
    });
  });

  it('crossings lie where straight lines meet', () => {
    expect(crossings([0, 2], [3, 1], [0, 4])).toEqual({ x: [1], y: [2] });
  });
});
