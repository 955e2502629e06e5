import { placeOn, ticksOf } from './axes.ts';
import type { Axis } from './axes.ts';
import type { Dots, Figure, Line } from './figure.ts';
import type { Geometry } from './geometry.ts';
import type { Data, Layout } from './plotly.ts';
import { mixed, rampColor, type ChartStyle } from './style.ts';

/** Numbers along an axis, about. */
const MOST_TICKS = 8;
const NO_MARK: Line = { kind: 'line', x: [], y: [], ink: 'text' };
const CLEAR = 'rgba(0,0,0,0)';
/** Smallest dot in pixels, and how many may stand one above the other. */
const LEAST_DOT = 4;
const DOTS_ACROSS = 22;

function axisId(letter: 'x' | 'y', index: number): string {
  return index === 0 ? letter : `${letter}${index + 1}`;
}

function lineTrace(mark: Line, style: ChartStyle): Data {
  const color = mixed(style.ink[mark.ink], style.ground, mark.shade ?? 1);
  return {
    type: 'scatter',
    mode: 'lines',
    x: Array.from(mark.x),
    y: Array.from(mark.y),
    opacity: mark.opacity ?? 1,
    fill: mark.filled === true ? 'tozeroy' : 'none',
    fillcolor: color,
    line: {
      color,
      width: mark.filled === true ? 0 : mark.thick === true ? style.thick : style.thin,
      dash: mark.dash ?? 'solid',
      // Rows are thinned already; Plotly's own thinning would show in print.
      simplify: false,
      shape: mark.steps === true ? 'hv' : 'linear',
    },
  };
}

function dotTrace(mark: Dots, room: number, style: ChartStyle): Data {
  const { shade } = mark;
  const ink = style.ink[mark.ink];
  const color = shade === undefined ? ink : Array.from(shade, (value) => rampColor(style.ramp, value));
  const open = mark.shape === 'open';
  const cross = mark.shape === 'cross';
  return {
    type: 'scatter',
    mode: 'markers',
    x: Array.from(mark.x),
    y: Array.from(mark.y),
    cliponaxis: false,
    marker: {
      symbol: cross ? 'x-thin' : 'circle',
      // In a small plot many dots would cover what they stand on.
      size: Math.min(mark.size, Math.max(LEAST_DOT, room / DOTS_ACROSS)) + (mark.around ?? 0),
      opacity: 1,
      color: open && shade === undefined ? style.ground : color,
      // Dots on a map need an edge that stands out from every colour of it.
      line: cross
        ? { color: ink, width: style.thin }
        : {
            color: shade === undefined ? ink : style.text,
            width: style.hair * (shade === undefined ? 1.5 : 0.75),
          },
    },
  };
}

/** The traces of every panel. */
export function tracesOf(figure: Figure, geometry: Geometry, style: ChartStyle): Data[] {
  return figure.panels.flatMap(({ marks }, panel) =>
    // Plotly leaves out the axes of a panel without a trace.
    (marks.length === 0 ? [NO_MARK] : marks).map((mark) => ({
      ...(mark.kind === 'line'
        ? lineTrace(mark, style)
        : dotTrace(mark, geometry.panels[panel].height, style)),
      xaxis: axisId('x', panel) as 'x',
      yaxis: axisId('y', panel) as 'y',
      hoverinfo: 'skip',
    })),
  );
}

function rangeOf({ span }: Axis): [number, number] {
  return [span.min, span.max];
}

/** Plotly's layout: axes of hairlines, no frame, no furniture. */
export function layoutOf(figure: Figure, geometry: Geometry, style: ChartStyle): Partial<Layout> {
  const { width, height, left, right, top, bottom, panels } = geometry;
  const font = { family: style.font, size: style.size, color: style.axisText };
  const high = height - top - bottom;
  const wide = width - left - right;
  // Powers of ten are short words.
  const tickRoom = (figure.x.scale === 'log' ? 4 : 9) * style.size;
  const xTicks = ticksOf(figure.x, Math.min(MOST_TICKS, Math.max(1, Math.round(wide / tickRoom))));
  // Inside, the end of the axis belongs to its name.
  const nameRoom = geometry.roomRight ? 2 * style.size : 0.56 * style.size * (figure.x.name.length + 3);
  const kept = xTicks.values.filter((value) => placeOn(figure.x, value) <= 1 - nameRoom / wide).length;
  const mapped = (index: number): boolean => [figure.raster, figure.rasterBelow][index] !== undefined;
  const axes: Record<string, unknown> = {};
  panels.forEach((box, index) => {
    const { y } = figure.panels[index];
    const lowest = index === panels.length - 1;
    const yTicks = ticksOf(y, Math.min(MOST_TICKS, Math.max(1, Math.round(box.height / (2.8 * style.size)))));
    axes[index === 0 ? 'xaxis' : `xaxis${index + 1}`] = {
      type: figure.x.scale,
      range: rangeOf(figure.x),
      anchor: axisId('y', index),
      fixedrange: true,
      zeroline: false,
      showgrid: false,
      showline: lowest,
      linecolor: style.lineStrong,
      linewidth: style.hair,
      tickmode: 'array',
      tickvals: xTicks.values.slice(0, kept),
      ticktext: xTicks.words.slice(0, kept),
      tickfont: font,
      showticklabels: lowest,
    };
    axes[index === 0 ? 'yaxis' : `yaxis${index + 1}`] = {
      type: y.scale,
      range: rangeOf(y),
      anchor: axisId('x', index),
      domain: [1 - (box.top + box.height - top) / high, 1 - (box.top - top) / high].map((part) =>
        Math.min(1, Math.max(0, part)),
      ),
      fixedrange: true,
      zeroline: y.scale === 'linear' && !mapped(index),
      zerolinecolor: style.lineStrong,
      zerolinewidth: style.hair,
      showgrid: !mapped(index),
      gridcolor: style.line,
      gridwidth: style.hair,
      tickmode: 'array',
      tickvals: yTicks.values,
      ticktext: yTicks.words,
      tickfont: font,
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
    hovermode: false,
    dragmode: false,
    font,
    ...axes,
  };
}
