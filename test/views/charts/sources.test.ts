import { describe, expect, it } from 'vitest';
import { isEmpty, type Figure, type Line } from '../../../src/views/charts/figure.ts';
import { noiseFigure, noiseTable } from '../../../src/views/charts/noise/figure.ts';
import { sourcesFigure, sourcesTable, type About } from '../../../src/views/charts/sources/figure.ts';
import { placesOf } from '../../../src/views/charts/sources/source.ts';
import { pastRaster } from '../../../src/views/charts/pastRaster.ts';
import type { ForceNoise, SourcePast } from '../../../src/store/index.ts';
import { runInfoOf } from '../runInfo.ts';

const past: SourcePast = {
  form: 'couplings',
  sites: [0, 1, 2],
  bonds: [0, 1],
  spacing: 2,
  complete: true,
  steps: Float64Array.of(0, 2, 6, 7),
  times: Float64Array.of(0, 1, 3, 3.5),
  J: Float64Array.of(1, 2, 3, -4, 5, 6, 7, 8, 9, 0.5, 0, -0.5),
  K: Float64Array.of(1, 1, 2, 2, 3, 3, 4, -4),
  samples: Int32Array.of(0, 3, 1, 4),
  drawn: 1,
  fullJ: Float64Array.of(10, 20, 30),
  fullK: Float64Array.of(6, 7),
};
const about: About = { mode: 'last', sampleCount: 5, every: 1, unbiased: false };
const asIs = (_name: string, data: { min: number; max: number }) => data;

function figureOf(changes: Partial<About> = {}, of: SourcePast = past): Figure {
  const shown = sourcesFigure(of, { ...about, ...changes }, asIs);
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
}

describe('sources in time', () => {
  it('raster: a column for every row of the grid, empty where one is missing, never one between two rows', () => {
    const rows = { steps: past.steps, spacing: 2, values: past.J, width: 3 };
    const { columns, values } = pastRaster(rows, 10, { ink: 'J' });
    expect(columns).toBe(4);
    const site = (n: number): number[] => [...values.subarray(n * 4, n * 4 + 4)];
    // Rows at 0, 2 and 6; the one at 4 is missing, that at 7 is none of the grid.
    expect(site(0)).toEqual([0.1, -0.4, NaN, 0.7].map(Math.fround));
    expect(site(2)).toEqual([0.3, 0.6, NaN, 0.9].map(Math.fround));
  });

  it('map: J above K, each in its own shades on its own scale, with who is at work and how it weighs', () => {
    const { raster, rasterBelow, facts, summary } = figureOf();
    expect(raster?.ink).toBe('J');
    expect(rasterBelow?.ink).toBe('K');
    const said = facts?.notes.join(' ') ?? '';
    expect(said).toContain('sample 5 of 5');
    expect(said).toContain('1/5');
    expect(said).toContain('*J* 9');
    expect(said).toContain('*K* 4');
    expect(said).not.toContain('curvature');
    expect(summary).toContain('from step 0 to step 7');
    expect(figureOf({ unbiased: true }).facts?.notes.join(' ')).toContain('mean force is the gradient');
  });

  it('now: bars of the last row, those of all samples dotted behind; of the full batch there is no behind', () => {
    const [first, second] = figureOf({ mode: 'now' }).panels;
    const [bar, ghost] = first.marks as Line[];
    expect(bar).toMatchObject({ ink: 'J', filled: true, steps: true });
    expect([...(bar.y as Float64Array)]).toEqual([0.5, 0, -0.5, -0.5]);
    expect(ghost).toMatchObject({ dash: 'dot' });
    expect([...(ghost.y as Float64Array)]).toEqual([10, 20, 30, 30]);
    // The axis holds the bars, what stands behind them, and 0.
    expect(first.y.span).toEqual({ min: -0.5, max: 30 });
    expect((second.marks as Line[])[0].ink).toBe('K');
    const whole = { ...past, samples: new Int32Array(0), drawn: 0 };
    const all = figureOf({ mode: 'now' }, whole);
    expect(all.panels[0].marks).toHaveLength(1);
    expect(all.facts?.notes.join(' ')).toContain('all 5 samples');
  });

  it('expansion: says that gradient and curvature take their place', () => {
    const { facts, panels } = figureOf({}, { ...past, form: 'expansion' });
    expect(facts?.notes.join(' ')).toContain('about the current weights');
    expect(panels[0].y.name).toContain('∂*c*/∂*w*');
  });

  it('table: a line for each row with its samples, J and K', () => {
    const { columns, rows } = sourcesTable(past);
    const lines = [...rows];
    expect(columns).toHaveLength(2 + 1 + 3 + 2);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toEqual([2, 1, 3, -4, 5, 6, 2, 2]);
  });

  it('places: the sites of the amber row and the bonds between them', () => {
    // A network too large for J₂ has J₁ alone; of others every k-th weight.
    const net = runInfoOf('dense', { sizes: [20, 100, 1] });
    const many = (sampleCount: number) => placesOf({ ...net, data: { ...net.data, sampleCount } }, null);
    expect(many(10).bonds.length).toBeGreaterThan(10);
    expect(many(10).bonds).toEqual(many(10).sites);
    expect(many(10_000).bonds).toEqual([]);
    const ring = placesOf(runInfoOf('ring-shared', { N: 8 }), null);
    expect(ring).toEqual({ sites: [0, 1, 2, 3, 4, 5, 6, 7], bonds: [0, 1, 2, 3, 4, 5, 6, 7], every: 1 });
    const torus = placesOf(runInfoOf('torus-shared', { rows: 3, columns: 4 }), 5);
    expect(torus.sites).toEqual([4, 5, 6, 7]);
    // The bonds to the right come after the 12 downwards.
    expect(torus.bonds).toEqual([16, 17, 18, 19]);
  });
});

describe('noise of drawn samples', () => {
  const seen: ForceNoise = {
    drawn: true,
    size: 1,
    scale: 1,
    samples: 4,
    mean: Float64Array.of(3, 0, 4),
    deviation: Float64Array.of(6, 0, 8),
    atWork: Float64Array.of(-1, 0, 2),
    directions: 1.5,
  };
  const shown = (of: ForceNoise | null): Figure => {
    const figure = noiseFigure(of, [0, 1, 2], 1, asIs);
    if (isEmpty(figure)) throw new Error(figure.empty);
    return figure;
  };

  it('force: points down the gradient, with one deviation to both sides; sizes are those of vectors', () => {
    const { panels, facts, summary } = shown(seen);
    const lines = panels[0].marks as Line[];
    expect(lines.map(({ y }) => [...(y as Float64Array)])).toEqual([
      [3, 0, 4],
      [-9, -0, -12],
      [-3, -0, -4],
      [1, -0, -2],
    ]);
    expect(facts?.rows.map(({ values }) => values[0])).toEqual(['5.00', '10.0', '2']);
    expect(facts?.notes.join(' ')).toContain('1.5 of 3');
    expect(facts?.notes.join(' ')).toContain('No temperature');
    expect(summary).toContain('ratio 2');
  });

  it('full batch: says that nothing is drawn; without a mean force the ratio has no number; without data a sentence', () => {
    const { facts, panels } = shown({ ...seen, drawn: false, mean: new Float64Array(3), directions: null });
    expect(facts?.notes.join(' ')).toContain('what one sample a step would do');
    expect(panels[0].marks).toHaveLength(3);
    expect(facts?.rows[2].values).toEqual(['∞']);
    expect(isEmpty(noiseFigure(null, [], 1, asIs))).toBe(true);
  });

  it('table: every weight with its force, its deviation and what is at work', () => {
    expect([...noiseTable(seen).rows]).toEqual([
      [0, -3, 6, 1],
      [1, -0, 0, -0],
      [2, -4, 8, -2],
    ]);
  });
});
