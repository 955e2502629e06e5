import { formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { ticksOf, type Axis } from './axes.ts';
import type { Dots, Figure, Line, Panel, Raster } from './figure.ts';
import type { Geometry } from './geometry.ts';
import { dashOf, dotEdge, dotFill, dotSize, lineColor, lineWidth, ticksAcross, ticksUp } from './looks.ts';
import { namesBeside } from './names.ts';
import type { Data, Layout } from './plotly.ts';
import { rampOf, type ChartStyle } from './style.ts';
import { plainWords, wordsOf } from './words.ts';

/** A figure as Plotly has it, for a hand that zooms and reads values: the same lines, dots and maps, in the same looks. */

/** Digits of a value that is read: more than a pixel tells apart, fewer than rounding spoils. */
const DIGITS = 9;
/** A map's values are 32-bit numbers. */
const MAP_DIGITS = 6;
/** Pixels from a point within which it is the one that is read. */
const REACH = 30;
const CLEAR = 'rgba(0,0,0,0)';
const NO_MARK: Line = { kind: 'line', x: [], y: [], ink: 'text' };
const TAGS = { symbol: 'i', sub: 'sub', sup: 'sup' } as const;

/** Marked words in Plotly's own marks. */
function marked(words: string): string {
  return wordsOf(words)
    .map(({ text: part, face }) => {
      const plain = part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return face === 'plain' ? plain : `<${TAGS[face]}>${plain}</${TAGS[face]}>`;
    })
    .join('');
}

function axisId(letter: 'x' | 'y', index: number): string {
  return index === 0 ? letter : `${letter}${index + 1}`;
}

/** Place of the last number of a row; −1: it has none. */
export function lastKnown(row: ArrayLike<number>): number {
  let at = row.length - 1;
  while (at >= 0 && !Number.isFinite(row[at])) at--;
  return at;
}

/** The name that stands beside the end of a line; '' where none surely is its own. */
export function nameOf({ panels, labels }: Figure, panel: number, mark: Line | Dots): string {
  if (mark.kind !== 'line') return '';
  const inks = labels.filter((label) => label.panel === panel && label.ink === mark.ink);
  const last = mark.y[lastKnown(mark.y)];
  const ending = inks.filter(({ at }) => at === last);
  if (ending.length === 1) return ending[0].words;
  const lines = panels[panel].marks.filter((other) => other.kind === 'line' && other.ink === mark.ink);
  return inks.length === 1 && lines.length === 1 ? inks[0].words : '';
}

/** What a trace is called, and what its values are of, in plain words. */
export interface Meaning {
  readonly name: string;
  readonly x: string;
  readonly y: string;
  readonly z?: string;
}

/** A trace with its meaning, which comes back with its events. */
type Named = Data & { readonly meta: Meaning };

/** A point that is read, as one sentence in full precision. */
export function sentenceOf(
  { name, x, y, z }: Meaning,
  point: { readonly x: number; readonly y: number; readonly z?: number | null },
): string {
  const said = (of: string, value: number, digits = DIGITS): string =>
    text('explore.value', { name: of, value: formatShort(value, digits) });
  return [
    ...(name === '' ? [] : [name]),
    said(x, point.x),
    said(y, point.y),
    ...(z === undefined || point.z === undefined || point.z === null ? [] : [said(z, point.z, MAP_DIGITS)]),
  ].join('; ');
}

/** What is written beside the pointer. */
function hoverOf(name: string, x: string, y: string, z?: string): string {
  return [
    ...(name === '' ? [] : [`<b>${marked(name)}</b>`]),
    `${marked(x)}: %{x:.${DIGITS}~g}`,
    `${marked(y)}: %{y:.${DIGITS}~g}`,
    ...(z === undefined ? [] : [`${marked(z)}: %{z:.${MAP_DIGITS}~g}`]),
  ]
    .join('<br>')
    .concat('<extra></extra>');
}

/** Lengths in pixels, which Plotly's declarations do not know. */
function dashes(lengths: string | null): 'solid' {
  return (lengths?.replaceAll(/\d+(?:\.\d+)?/g, '$&px') ?? 'solid') as 'solid';
}

function lineTrace(mark: Line, style: ChartStyle): Data {
  const color = lineColor(mark, style);
  const filled = mark.filled === true;
  return {
    type: 'scatter',
    mode: 'lines',
    x: Array.from(mark.x),
    y: Array.from(mark.y),
    opacity: mark.opacity ?? 1,
    fill: filled ? 'tozeroy' : 'none',
    fillcolor: color,
    line: {
      color,
      width: filled ? 0 : lineWidth(mark, style),
      dash: dashes(dashOf(mark, style)),
      // Rows are thinned already.
      simplify: false,
      shape: mark.steps === true ? 'hv' : 'linear',
    },
  };
}

function dotTrace(mark: Dots, height: number, style: ChartStyle): Data {
  const plain = mark.shade === undefined;
  return {
    type: 'scatter',
    mode: 'markers',
    x: Array.from(mark.x),
    y: Array.from(mark.y),
    cliponaxis: false,
    marker: {
      symbol: mark.shape === 'cross' ? 'x-thin' : 'circle',
      size: dotSize(mark, height),
      opacity: 1,
      color: plain ? dotFill(mark, 0, style) : Array.from(mark.x, (_, i) => dotFill(mark, i, style)),
      line: dotEdge(mark, style),
    },
  };
}

/** The middles of equal cells along an axis. */
function middles({ span }: Axis, count: number): number[] {
  return Array.from({ length: count }, (_, i) => span.min + ((span.max - span.min) * (i + 0.5)) / count);
}

/** Entries of a map of colours, as Plotly's scale from 0 to 1. */
function colorsOf(ramp: Uint8Array): [number, string][] {
  const last = ramp.length / 4 - 1;
  return Array.from({ length: last + 1 }, (_, i) => {
    const at = 4 * i;
    return [i / last, `rgb(${ramp[at]},${ramp[at + 1]},${ramp[at + 2]})`];
  });
}

/** A map in what it is of, so that its values can be read. Maps stand on linear axes. */
function mapTrace(raster: Raster, x: Axis, y: Axis, style: ChartStyle): Data {
  const { columns, rows, values, smooth } = raster;
  const { centre = 0, half = 1 } = raster.scale ?? {};
  return {
    type: 'heatmap',
    x: middles(x, columns),
    y: middles(y, rows),
    z: Array.from({ length: rows }, (_, row) =>
      Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => centre + half * value),
    ),
    zmin: centre - half,
    zmax: centre + half,
    zsmooth: smooth ? 'fast' : false,
    colorscale: colorsOf(rampOf(style, raster)),
    showscale: false,
  };
}

/**
 * The traces of every panel.
 *  @param figure  unzoomed: a map fills its own axes
 */
export function tracesOf(figure: Figure, geometry: Geometry, style: ChartStyle): Named[] {
  const { x } = figure;
  const placed = (trace: Data, { y }: Panel, index: number, name: string, z?: string): Named => ({
    ...trace,
    xaxis: axisId('x', index),
    yaxis: axisId('y', index),
    name: plainWords(name),
    hovertemplate: hoverOf(name, x.name, y.name, z),
    meta: {
      name: plainWords(name),
      x: plainWords(x.name),
      y: plainWords(y.name),
      ...(z === undefined ? {} : { z: plainWords(z) }),
    },
  });
  return figure.panels.flatMap((panel, index) => {
    const raster = [figure.raster, figure.rasterBelow][index];
    // Plotly leaves out the axes of a panel without a trace.
    const marks = panel.marks.length === 0 && raster === undefined ? [NO_MARK] : panel.marks;
    return [
      ...(raster === undefined
        ? []
        : [placed(mapTrace(raster, x, panel.y, style), panel, index, '', raster.scale?.name)]),
      ...marks.map((mark) => {
        const { height } = geometry.panels[index];
        const trace = mark.kind === 'line' ? lineTrace(mark, style) : dotTrace(mark, height, style);
        return placed(trace, panel, index, nameOf(figure, index, mark));
      }),
    ];
  });
}

/**
 * Numbers on an axis: Plotly's own, which follow a hand that drags it; on logarithmic ones powers of ten, or round
 * numbers, as on the page, while there are two of them.
 */
function numbersOf(axis: Axis, count: number): Record<string, unknown> {
  if (axis.scale === 'log') {
    const { values, words } = ticksOf(axis, count);
    if (values.length > 1) return { tickmode: 'array', tickvals: values, ticktext: words };
  }
  // Sites and steps have no halves.
  return { nticks: count + 1, ...(axis.whole === true ? { tickformat: ',d' } : {}) };
}

/**
 * Plotly's layout: axes of hairlines, names as on the page.
 *  @param figure  zoomed
 */
export function layoutOf(
  figure: Figure,
  geometry: Geometry,
  style: ChartStyle,
  dragmode: 'zoom' | 'pan',
): Partial<Layout> {
  const { width, height, left, right, top, bottom, panels } = geometry;
  const font = { family: style.font, size: style.size, color: style.axisText };
  const high = height - top - bottom;
  const wide = width - left - right;
  const common = ({ scale, span }: Axis) => ({
    type: scale,
    range: [span.min, span.max],
    zeroline: false,
    showgrid: false,
    exponentformat: 'power',
    ticks: '',
    tickfont: font,
  });
  const axes: Record<string, unknown> = {};
  panels.forEach((box, index) => {
    const { y } = figure.panels[index];
    const mapped = [figure.raster, figure.rasterBelow][index] !== undefined;
    const lowest = index === panels.length - 1;
    const line = { linecolor: style.lineStrong, linewidth: style.hair };
    const grid = { gridcolor: style.line, gridwidth: style.hair };
    const zero = { zerolinecolor: style.lineStrong, zerolinewidth: style.hair };
    axes[index === 0 ? 'xaxis' : `xaxis${index + 1}`] = {
      ...common(figure.x),
      ...line,
      anchor: axisId('y', index),
      ...(index === 0 ? {} : { matches: 'x' }),
      showline: lowest,
      showticklabels: lowest,
      ...numbersOf(figure.x, ticksAcross(figure.x, wide, style)),
    };
    axes[index === 0 ? 'yaxis' : `yaxis${index + 1}`] = {
      ...common(y),
      ...grid,
      ...zero,
      anchor: axisId('x', index),
      domain: [1 - (box.top + box.height - top) / high, 1 - (box.top - top) / high].map((part) =>
        Math.min(1, Math.max(0, part)),
      ),
      zeroline: y.scale === 'linear' && !mapped,
      showgrid: !mapped,
      ...numbersOf(y, ticksUp(box.height, style)),
      ticksuffix: ' ',
    };
  });
  return {
    width,
    height,
    margin: { l: left, r: right, t: top, b: bottom, pad: 0 },
    paper_bgcolor: CLEAR,
    plot_bgcolor: CLEAR,
    showlegend: false,
    hovermode: 'closest',
    hoverdistance: REACH,
    hoverlabel: {
      bgcolor: style.ground,
      bordercolor: style.lineStrong,
      align: 'left',
      font: { ...font, color: style.text },
    },
    dragmode,
    font,
    annotations: namesBeside(figure, geometry, style).map((name) => ({
      text: marked(name.words),
      xref: 'paper',
      yref: 'paper',
      x: (name.left - left) / wide,
      y: 1 - (name.top - top) / high,
      xanchor: name.align === 'start' ? 'left' : 'right',
      yanchor: 'middle',
      align: 'left',
      showarrow: false,
      font: { ...font, color: name.color },
    })),
    ...axes,
  };
}
