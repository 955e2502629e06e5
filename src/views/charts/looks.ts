import type { Axis } from './axes.ts';
import type { Dots, Line } from './figure.ts';
import { mixed, rampColor, type ChartStyle } from './style.ts';

/** How marks look, whoever draws them: the page's own shapes, or Plotly where a chart is explored. */

/** Numbers along an axis, about. */
const MOST_TICKS = 8;
/** Smallest dot in pixels, and how many may stand one above the other. */
const LEAST_DOT = 4;
const DOTS_ACROSS = 22;
/** Dashes and dots are as long as a line of three pixels would have them, whatever is thinner. */
const LEAST_DASH = 3;

export function lineColor(mark: Line, { ink, ground }: ChartStyle): string {
  return mixed(ink[mark.ink], ground, mark.shade ?? 1);
}

export function lineWidth({ thick }: Line, style: ChartStyle): number {
  return thick === true ? style.thick : style.thin;
}

/** Lengths of dash and gap in pixels; null: a whole line. */
export function dashOf(mark: Line, style: ChartStyle): string | null {
  const { dash = 'solid' } = mark;
  if (dash === 'solid') return null;
  const dot = Math.max(lineWidth(mark, style), LEAST_DASH);
  const length = dash === 'dot' ? dot : 3 * dot;
  return `${length},${length}`;
}

/** Diameter in pixels, in a panel of some height: in a small plot many dots would cover what they stand on. */
export function dotSize({ size, around = 0 }: Dots, height: number): number {
  return Math.min(size, Math.max(LEAST_DOT, height / DOTS_ACROSS)) + around;
}

/** Dots on a map need an edge that stands out from every colour of it. */
export function dotEdge({ shape, shade, ink }: Dots, style: ChartStyle): { color: string; width: number } {
  if (shape === 'cross') return { color: style.ink[ink], width: style.thin };
  return shade === undefined
    ? { color: style.ink[ink], width: 1.5 * style.hair }
    : { color: style.text, width: 0.75 * style.hair };
}

export function dotFill({ shape, shade, ink }: Dots, index: number, style: ChartStyle): string {
  if (shade !== undefined) return rampColor(style.ramp, shade[index]);
  return shape === 'open' ? style.ground : style.ink[ink];
}

/** Numbers along a horizontal axis, about: powers of ten are short words. */
export function ticksAcross({ scale }: Axis, width: number, { size }: ChartStyle): number {
  return Math.min(MOST_TICKS, Math.max(1, Math.round(width / ((scale === 'log' ? 4 : 9) * size))));
}

/** Numbers along a vertical axis, about. */
export function ticksUp(height: number, { size }: ChartStyle): number {
  return Math.min(MOST_TICKS, Math.max(1, Math.round(height / (2.8 * size))));
}
