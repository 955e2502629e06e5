import { formatShort } from '../../messages/format.ts';
import { decadeLabel, decadeTicks, roundTicks, type Span } from './axes.ts';
import type { ChartStyle } from './style.ts';
import { escaped, px, words } from './svgWords.ts';

/** Parts of pictures that are drawn as one SVG by a pure function, for the screen and for files. */

/** A plot: its place in pixels and what it spans. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: Span;
  /** Powers of ten where it is logarithmic. */
  readonly y: Span;
  readonly logarithmic?: boolean;
  /** Whole numbers along x. */
  readonly whole?: boolean;
}

export const toX = ({ left, width, x }: Plot, value: number): number =>
  left + (width * (value - x.min)) / (x.max - x.min);
export const toY = ({ top, height, y }: Plot, value: number): number =>
  top + (height * (y.max - value)) / (y.max - y.min);
/** What stands at a place. */
export const fromX = ({ left, width, x }: Plot, at: number): number =>
  x.min + ((at - left) / width) * (x.max - x.min);
/** Data in one pixel, upward. */
export const perPixel = ({ height, y }: Plot): number => (y.max - y.min) / height;

export function line(plot: Plot, x: ArrayLike<number>, y: ArrayLike<number>, attributes: string): string {
  const points = Array.from(x, (value, i) => `${px(toX(plot, value))},${px(toY(plot, y[i]))}`);
  return `<polyline fill="none" pointer-events="none" points="${points.join(' ')}" ${attributes}/>`;
}

/** Axes with as many numbers as there is room for, and what the lower one counts at its right end. */
export function frame(plot: Plot, name: string | null, style: ChartStyle): string {
  const { left, top, width, height, logarithmic = false } = plot;
  const base = top + height;
  const { axisText, line: grid, size } = style;
  const count = height > 5 * size ? 3 : 1;
  const ys = logarithmic ? decadeTicks(plot.y, count + 1) : roundTicks(plot.y, count);
  const taken = name === null ? 0 : 4.6 * size;
  const xs = roundTicks(plot.x, Math.max(1, Math.min(6, Math.floor(width / (4 * size)))), plot.whole).filter(
    (value) => toX(plot, value) < left + width - taken,
  );
  const right = left + width;
  const rows = ys.map((value) => {
    const y = px(toY(plot, value));
    return `<path d="M${px(left)} ${y}H${px(right)}" stroke="${grid}"/>${words(logarithmic ? decadeLabel(value) : formatShort(value, 2), left - 0.4 * size, toY(plot, value) + 0.35 * size, axisText, 'text-anchor="end"')}`;
  });
  const columns = xs.map((value) =>
    words(formatShort(value), toX(plot, value), base + 1.25 * size, axisText, 'text-anchor="middle"'),
  );
  const named = name === null ? '' : words(name, right, base + 1.25 * size, axisText, 'text-anchor="end"');
  return rows.join('') + columns.join('') + named;
}

/** Parts as one drawing in the page's type. */
export function drawing(
  parts: readonly string[],
  width: number,
  height: number,
  { font, size }: ChartStyle,
): string {
  const family = escaped(font).replaceAll('"', "'");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}" font-size="${size}">${parts.join('')}</svg>`;
}
