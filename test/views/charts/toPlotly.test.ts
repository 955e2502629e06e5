import { describe, expect, it } from 'vitest';
import type { Figure, Line } from '../../../src/views/charts/figure.ts';
import { layOut } from '../../../src/views/charts/geometry.ts';
import { layoutOf, nameOf, sentenceOf, tracesOf, type Meaning } from '../../../src/views/charts/toPlotly.ts';
import { chartStyle as style } from './style.ts';
import { UNZOOMED, zoomAfter, zoomBy, zoomedFigure } from '../../../src/views/charts/zoom.ts';

const line = (more: Partial<Line> = {}): Line => ({
  kind: 'line',
  x: [0, 1, 2],
  y: [100, 10, 1],
  ink: 'second',
  ...more,
});
const figure = (more: Partial<Figure> = {}): Figure => ({
  x: { name: 'time *t*', scale: 'linear', span: { min: 0, max: 2 } },
  panels: [
    {
      y: { name: 'cost *C*, target²', scale: 'log', span: { min: 0, max: 2 } },
      share: 2,
      marks: [line(), line({ ink: 'ghost', dash: 'dot' })],
    },
    {
      y: { name: 'weight *w*_{1}', scale: 'linear', span: { min: -1, max: 1 } },
      share: 1,
      marks: [{ kind: 'dots', x: [1], y: [0.5], ink: 'second', shape: 'open', size: 5 }],
    },
  ],
  labels: [{ key: 'a', panel: 0, at: 1, words: 'run *C*', ink: 'second' }],
  summary: '',
  ...more,
});
const geometryOf = (one: Figure) => layOut(one, 800, 500, style.size);
/** What Plotly is given, whatever its declarations call it. */
interface Given extends Record<string, unknown> {
  readonly meta: Meaning;
  readonly line: Readonly<Record<string, unknown>>;
  readonly marker: unknown;
}
interface Axes extends Record<string, unknown> {
  readonly xaxis2: { readonly matches: string };
  readonly yaxis: { readonly domain: readonly number[]; readonly ticktext: readonly string[] };
  readonly yaxis2: { readonly domain: readonly number[] };
  readonly annotations: readonly { readonly text: string }[];
}
const tracesFor = (one: Figure) => tracesOf(one, geometryOf(one), style) as unknown as Given[];
const layoutFor = (one: Figure) => layoutOf(one, geometryOf(one), style, 'zoom') as unknown as Axes;

describe('a figure for Plotly', () => {
  it('every mark is a trace on the axes of its panel, in its ink and its dashes', () => {
    const [first, second, dots] = tracesFor(figure());
    expect([first.xaxis, first.yaxis, dots.xaxis, dots.yaxis]).toEqual(['x', 'y', 'x2', 'y2']);
    expect(first.y).toEqual([100, 10, 1]);
    expect(first.line).toMatchObject({ color: style.ink.second, dash: 'solid', width: style.thin });
    expect(second.line.dash).toBe('3px,3px');
    expect(dots.marker).toMatchObject({ color: style.ground, size: 5, line: { color: style.ink.second } });
  });

  it('axes are those of the figure, powers of ten where they are logarithmic; panels share the horizontal one', () => {
    const layout = layoutFor(figure());
    expect(layout.yaxis).toMatchObject({ type: 'log', range: [0, 2], tickvals: [1, 10, 100] });
    expect(layout.yaxis.ticktext).toEqual(['1', '10', '10²']);
    expect(layout.yaxis2).toMatchObject({ type: 'linear', range: [-1, 1] });
    expect(layout.xaxis2.matches).toBe('x');
    const [low, high] = [layout.yaxis2.domain, layout.yaxis.domain];
    expect(low[0]).toBeCloseTo(0, 12);
    expect(high[1]).toBeCloseTo(1, 12);
    const { panels } = geometryOf(figure());
    expect((high[1] - high[0]) / (low[1] - low[0])).toBeCloseTo(panels[0].height / panels[1].height, 12);
    expect(layout.annotations.map(({ text }) => text)).toEqual([
      'run <i>C</i>',
      'cost <i>C</i>, target²',
      'weight <i>w</i><sub>1</sub>',
      'time <i>t</i>',
    ]);
  });

  it('a value is read with the names and units of its axes, in nine digits', () => {
    const [first] = tracesFor(figure());
    expect(first.hovertemplate).toBe(
      '<b>run <i>C</i></b><br>time <i>t</i>: %{x:.9~g}<br>cost <i>C</i>, target²: %{y:.9~g}<extra></extra>',
    );
    expect(sentenceOf(first.meta, { x: 0.5, y: 1.23456789e-7 })).toBe(
      'run C; time t = 0.5; cost C, target² = 1.23456789×10⁻⁷',
    );
  });

  it('a line has the name at its end, and none where that may be the name of another', () => {
    const of = (marks: Line[], at: number) => {
      const { panels, labels } = figure();
      const one = figure({ panels: [{ ...panels[0], marks }], labels: [{ ...labels[0], at }] });
      return marks.map((mark) => nameOf(one, 0, mark));
    };
    expect(of([line()], 1)).toEqual(['run *C*']);
    // The label was moved, yet there is one line of that ink.
    expect(of([line()], 7)).toEqual(['run *C*']);
    expect(of([line(), line({ y: [3, 3, 3] })], 1)).toEqual(['run *C*', '']);
    expect(of([line(), line({ y: [3, 3, 3] })], 7)).toEqual(['', '']);
    // NaN parts a line: its end is its last number.
    expect(of([line({ y: [1, 2, NaN] }), line()], 2)).toEqual(['run *C*', '']);
  });

  it('a map is in what it is of, cells in the middle of their places, gaps left out', () => {
    const raster = {
      columns: 2,
      rows: 2,
      values: Float32Array.of(-1, 0, NaN, 0.5),
      smooth: false,
      scale: { name: '*w*', centre: 1, half: 4 },
    };
    const [map] = tracesFor(figure({ raster }));
    expect(map).toMatchObject({ type: 'heatmap', x: [0.5, 1.5], y: [0.5, 1.5], zmin: -3, zmax: 5 });
    expect(map.z).toEqual([
      [-3, 1],
      [NaN, 3],
    ]);
    expect(map.hovertemplate).toContain('<i>w</i>: %{z:.6~g}');
    // Where colours alone have a meaning no number is made up.
    const { scale: _, ...plain } = raster;
    expect(tracesFor(figure({ raster: plain }))[0].hovertemplate).not.toContain('%{z');
  });
});

describe('the zoom of an explored chart', () => {
  it('is what a hand has dragged, panel by panel; what it has not touched follows the run', () => {
    const zoom = zoomAfter(UNZOOMED, {
      'xaxis.range[0]': 0.5,
      'xaxis.range[1]': 1,
      'yaxis2.range[0]': 0.4,
      'yaxis2.range[1]': -0.2,
    });
    expect(zoom).toEqual({ x: { min: 0.5, max: 1 }, y: { 1: { min: -0.2, max: 0.4 } } });
    const grown = figure({ x: { ...figure().x, span: { min: 0, max: 9 } } });
    const shown = zoomedFigure(grown, zoom);
    expect(shown.x.span).toEqual({ min: 0.5, max: 1 });
    expect(shown.panels.map(({ y }) => y.span)).toEqual([
      { min: 0, max: 2 },
      { min: -0.2, max: 0.4 },
    ]);
    expect(zoomAfter(zoom, { 'xaxis.autorange': true, width: 3 })).toBe(zoom);
    expect(zoomAfter(UNZOOMED, { 'xaxis.range[0]': 1, 'xaxis.range[1]': 1 })).toBe(UNZOOMED);
  });

  it('nearer and farther are about the middle, of powers where the axis is logarithmic, and undo each other', () => {
    const near = zoomBy(figure(), UNZOOMED, 0.5);
    expect(near).toEqual({
      x: { min: 0.5, max: 1.5 },
      y: { 0: { min: 0.5, max: 1.5 }, 1: { min: -0.5, max: 0.5 } },
    });
    expect(zoomBy(figure(), near, 2).y[0]).toEqual({ min: 0, max: 2 });
  });

  it('names of lines that end beyond it are left out', () => {
    const names = (min: number, max: number) =>
      zoomedFigure(figure(), { y: { 0: { min, max } } }).labels.map(({ key }) => key);
    // The line ends at 1 = 10⁰.
    expect(names(-1, 1)).toEqual(['a']);
    expect(names(0.5, 1)).toEqual([]);
  });
});
