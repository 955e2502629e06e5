import type { Layout } from 'plotly.js/lib/core';
import type { TrackRole } from '../../scenario/types.ts';
import { decadeLabel, decadeTicks, timeTicks, type Span } from './axes.ts';

/** The tokens that the chart uses, read from the page for the ground at work. */
export interface ChartStyle {
  readonly font: string;
  readonly size: number;
  readonly text: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly thick: number;
  readonly thin: number;
  readonly hair: number;
  readonly role: Readonly<Record<TrackRole, string>>;
}

/** Reads the tokens of the page. */
export function readStyle(element: Element): ChartStyle {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const pixels = (name: string): number => Number.parseFloat(token(name));
  return {
    font: token('--font'),
    size: pixels('--type-1'),
    text: token('--text-3'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    thick: pixels('--line-track'),
    thin: pixels('--line-ghost'),
    hair: pixels('--line-hair'),
    role: {
      second: token('--second'),
      ghost: token('--ghost'),
      descent: token('--ghost'),
      theory: token('--theory'),
      other: token('--text-2'),
    },
  };
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room around the plot, in type sizes, so that it grows with the projector's type. */
export function marginsOf(size: number): Margins {
  return { left: 4.7 * size, right: 8.6 * size, top: 0.7 * size, bottom: 1.9 * size };
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly time: Span;
  readonly decades: Span;
}

/** Plotly's layout for a frame: axes of hairlines, no frame, no furniture. */
export function plotLayout(frame: Frame, style: ChartStyle): Partial<Layout> {
  const { width, height, time, decades } = frame;
  const margins = marginsOf(style.size);
  const powers = decadeTicks(decades);
  // The end of the axis belongs to its name.
  const lastTick = time.max - 0.035 * (time.max - time.min);
  const times = timeTicks(time, Math.max(2, Math.round(width / 160))).filter((t) => t <= lastTick);
  const font = { family: style.font, size: style.size, color: style.text };
  return {
    width,
    height,
    margin: { l: margins.left, r: margins.right, t: margins.top, b: margins.bottom, pad: 0 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    showlegend: false,
    hovermode: false,
    dragmode: false,
    font,
    xaxis: {
      range: [time.min, time.max],
      fixedrange: true,
      zeroline: false,
      showgrid: false,
      showline: true,
      linecolor: style.lineStrong,
      linewidth: style.hair,
      tickmode: 'array',
      tickvals: [...times],
      tickfont: font,
    },
    yaxis: {
      type: 'log',
      range: [decades.min, decades.max],
      fixedrange: true,
      zeroline: false,
      gridcolor: style.line,
      gridwidth: style.hair,
      tickmode: 'array',
      tickvals: powers.map((power) => 10 ** power),
      ticktext: powers.map(decadeLabel),
      tickfont: font,
      ticksuffix: ' ',
    },
  };
}
