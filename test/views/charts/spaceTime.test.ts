import { describe, expect, it } from 'vitest';
import type { FieldPast } from '../../../src/engine/observations/index.ts';
import { isEmpty, type Figure, type Raster } from '../../../src/views/charts/figure.ts';
import { pastRaster } from '../../../src/views/charts/pastRaster.ts';
import { paintRaster } from '../../../src/views/charts/raster.ts';
import { coneLines, steadyCourse, stretchedCourse } from '../../../src/views/charts/spaceTime/cone.ts';
import { spaceTimeFigure, spaceTimeTable, type Look } from '../../../src/views/charts/spaceTime/figure.ts';
import { rowOf } from '../../../src/views/charts/spaceTime/source.ts';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { drawnRow } from '../../../src/views/lattice.ts';
import { rowOf as universeRow } from '../../../src/views/universe/row.ts';
import { runInfoOf } from '../runInfo.ts';

const rasterOf = (past: FieldPast, limit: number): Raster =>
  pastRaster({ ...past, width: 2 }, limit, { times: past.times });

/** The past of two sites, w = t and −t, at some steps of which every second one is wanted. */
function pastOf(steps: readonly number[], complete = true): FieldPast {
  return {
    weights: [0, 1],
    spacing: 2,
    complete,
    steps: Float64Array.from(steps),
    times: Float64Array.from(steps, (step) => step / 2),
    values: Float64Array.from(steps.flatMap((step) => [step / 2, -step / 2])),
  };
}

describe('space-time raster', () => {
  it('each cell is the field at its time and site, linear between rows, divided by the limit', () => {
    const { columns, rows, values } = rasterOf(pastOf([0, 2, 4, 6, 7]), 3.5);
    expect([columns, rows]).toEqual([10, 2]);
    for (let column = 0; column < columns; column++) {
      const time = (3.5 * (column + 0.5)) / columns;
      expect(values[column]).toBeCloseTo(time / 3.5, 6);
      expect(values[columns + column]).toBeCloseTo(-time / 3.5, 6);
    }
  });

  it('a gap is left empty, never held as if it were measured', () => {
    const { columns, values } = rasterOf(pastOf([0, 2, 8, 10], false), 5);
    for (let column = 0; column < columns; column++) {
      const time = (5 * (column + 0.5)) / columns;
      if (time > 1 && time < 4) expect(values[column]).toBeNaN();
      else expect(values[column]).toBeCloseTo(time / 5, 6);
    }
  });

  it('many rows: at most 1024 cells in time', () => {
    const steps = Array.from({ length: 3000 }, (_, i) => 2 * i);
    expect(rasterOf(pastOf(steps), 1).columns).toBe(1024);
  });
});

describe('space-time figure', () => {
  const chain = rowOf(runInfoOf('ring-shared', { N: 12 }), null);
  const look: Look = { peak: 4, magnified: 1, chosen: null, coarse: false, cone: 'none' };
  const figureOf = (past: FieldPast | null, more: Partial<Look> = {}): Figure => {
    const shown = spaceTimeFigure(chain, past, { ...look, ...more });
    if (isEmpty(shown)) throw new Error(shown.empty);
    return shown;
  };
  const words = (figure: Figure): string[] => figure.labels.map((label) => label.words);

  it('light cone: fronts leave a site at ±√K and close round the ring; where there is none it says so', () => {
    const [up, down] = coneLines(4, 12, steadyCourse(2, 1, 8));
    // Up: over the seam at 11.5 when 7.5 sites are done, t = 4.75; down at −0.5 after 4.5, t = 3.25.
    expect(Array.from(up.x)).toEqual([1, 4.75, NaN, 4.75, 8]);
    expect(Array.from(up.y)).toEqual([4, 11.5, NaN, -0.5, 6]);
    expect(Array.from(down.x)).toEqual([1, 3.25, NaN, 3.25, 8]);
    expect(Array.from(down.y)).toEqual([4, -0.5, NaN, 11.5, 2]);
    expect(coneLines(4, 12, steadyCourse(2, 1, 1))).toEqual([]);
    const drawn = figureOf(pastOf([0, 2, 4, 6, 7]), { cone: 2 });
    expect(words(drawn)).toContain('front √*K* = 2');
    expect(drawn.panels[0].marks).toHaveLength(2);
    expect(drawn.summary).toContain('beyond them what left it dies away fast');
    const varies = figureOf(pastOf([0, 2, 4, 6, 7]), { cone: 'varies' });
    expect(words(varies)).toContain('no light cone: *K* varies');
    expect(varies.panels[0].marks).toHaveLength(0);
  });

  it('light cone under redshift: fronts slow down as √K/a; de Sitter’s reach √K/H and no further, a power law’s its own', () => {
    const speed = 2;
    const ds = deSitter.create({ gamma: 0.6 }, 3);
    const course = stretchedCourse(speed, ds, 0, 20);
    if (course === null) throw new Error('de Sitter has a scale factor');
    for (const [n, t] of Array.from(course.times).entries()) {
      expect(course.distances[n]).toBeCloseTo((speed / 0.2) * -Math.expm1(-0.2 * t), 7);
    }
    expect(Math.max(...Array.from(course.distances))).toBeLessThan(speed / 0.2);
    // a = t^{2/3}: ∫ dt/a = 3 (t^{1/3} − t₀^{1/3}).
    const dust = stretchedCourse(1, powerLaw.create({ n: 2 }, 3), 1, 8);
    expect(dust?.distances[128]).toBeCloseTo(3, 6);
    const drawn = figureOf(pastOf([0, 2, 4, 6, 7]), { cone: course });
    expect(words(drawn)).toContain('front ∫√*K*/*a* *dt*');
    expect(drawn.panels[0].marks).toHaveLength(2);
    expect(drawn.summary).toContain('√K/a');
  });

  it('time from the start of the run to the present, on the scale of the run so far', () => {
    const figure = figureOf(pastOf([0, 2, 4, 5]));
    expect(figure.x.span).toEqual({ min: 0, max: 2.5 });
    expect(words(figure)).toEqual(['*w* to ±4']);
    expect(figure.summary).toContain('from time 0.00 to 2.50');
  });

  it('magnified, coarse or with gaps it says so, in the picture and in words', () => {
    const figure = figureOf(pastOf([0, 2, 8, 10], false), { magnified: 10, coarse: true });
    expect(words(figure)).toEqual(['*w* to ±0.4, ×10', 'gaps: being computed', 'drawn every 1']);
    expect(figure.summary).toContain('gaps are being computed');
    expect(figure.summary).toContain('every 1.00');
  });

  it('a field of nothing but zeros: said, for no scale shows it', () => {
    expect(words(figureOf(pastOf([0, 2]), { peak: 0 }))).toEqual(['*w* is 0 everywhere']);
  });

  it('nothing yet: one row is no picture, and says what will come', () => {
    expect(isEmpty(spaceTimeFigure(chain, null, look))).toBe(true);
    expect(isEmpty(spaceTimeFigure(chain, pastOf([0]), look))).toBe(true);
  });

  it('table: every row of the past with its step, in full precision', () => {
    const { columns, rows } = spaceTimeTable(pastOf([0, 2, 3]));
    expect(columns).toEqual(['step', 'time t [1]', 'w[0] [1]', 'w[1] [1]']);
    expect([...rows][2]).toEqual([3, 1.5, 1.5, -1.5]);
  });
});

describe('row', () => {
  it('is the amber one: of the chosen weight, else the middle of the largest sheet, in every picture', () => {
    const torus = runInfoOf('torus-shared', { rows: 4, columns: 6 });
    expect(rowOf(torus, null).weights).toEqual([12, 13, 14, 15, 16, 17]);
    expect(rowOf(torus, 7).weights).toEqual([6, 7, 8, 9, 10, 11]);
    expect(rowOf(torus, 99).weights).toEqual([12, 13, 14, 15, 16, 17]);
    for (const chosen of [null, 0, 7, 23]) {
      expect(universeRow(torus.layout, 24, chosen)?.weights).toEqual(rowOf(torus, chosen).weights);
    }
    const dense = runInfoOf('dense', { sizes: [2, 5, 3, 1] });
    const { sheet, row } = drawnRow(dense.layout, dense.tracks[0].weightCount, null);
    expect(dense.layout.sheets.map(({ weight }) => weight.length)).toEqual([15, 18, 4]);
    expect([sheet, row]).toEqual([1, 1]);
  });

  it('several sheets: the row of the chosen weight on its own', () => {
    // Weight 3 (4 m + i) + k of a deep ring: component k, layer m, site i.
    const deep = runInfoOf('deep-ring', { N: 4, depth: 3, reach: 1 });
    expect(rowOf(deep, 3 * 6 + 2).weights).toEqual([14, 17, 20, 23]);
    const second = runInfoOf('ring-two-layer', { N: 3 });
    expect(rowOf(second, 8).weights).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('a long one is thinned evenly, and its axis counts its own sites', () => {
    const long = rowOf(runInfoOf('ring-shared', { N: 1000 }), null);
    expect(long.every).toBe(4);
    expect(long.weights).toHaveLength(250);
    expect(long.weights[3]).toBe(12);
    const shown = spaceTimeFigure(
      long,
      { ...pastOf([0, 2]), weights: long.weights, values: new Float64Array(500) },
      { peak: 1, magnified: 1, chosen: { site: 40, words: '*w*_{40}' }, coarse: false, cone: 'none' },
    );
    if (isEmpty(shown)) throw new Error(shown.empty);
    expect(shown.panels[0].y.span).toEqual({ min: -2, max: 998 });
    expect(shown.panels[0].y.name).toContain('every 4th site');
    expect(shown.panels[0].marks[0].y[0]).toBe(40);
  });
});

describe('raster', () => {
  it('colours: −1 is the first of the map, 1 the last, the lowest row is drawn last, NaN is clear', () => {
    const ramp = new Uint8Array(1024);
    ramp.set([1, 2, 3, 255]);
    ramp.set([4, 5, 6, 255], 1020);
    const out = new Uint8ClampedArray(12);
    paintRaster({ columns: 1, rows: 3, values: Float32Array.of(-1, 1, NaN), smooth: false }, ramp, out);
    expect([...out]).toEqual([0, 0, 0, 0, 4, 5, 6, 255, 1, 2, 3, 255]);
  });
});
