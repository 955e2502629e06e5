import { drawing, frame, line, toX, toY, type Plot } from '../plotSvg.ts';
import type { ChartStyle } from '../style.ts';
import { px, words } from '../svgWords.ts';

/** The two profiles of one sample. */
export const sides = ['X', 'Y'] as const;
export type Side = (typeof sides)[number];

/** Points that are drawn one by one at most. */
const MOST_DOTS = 160;

/** Where the two profiles stand: beside each other, or one above the other in a narrow chart. */
export function plotsOf(
  rows: Readonly<Record<Side, readonly number[]>>,
  scale: number,
  width: number,
  height: number,
  size: number,
): Readonly<Record<Side, Plot>> {
  const [left, top, bottom, gap] = [2.8 * size, 1.7 * size, 1.6 * size, 3.4 * size];
  const upright = height > 0.9 * width;
  const wide = upright ? width - left - size : (width - left - gap - size) / 2;
  const high = upright ? (height - 2 * (top + bottom)) / 2 : height - top - bottom;
  const plot = (side: Side, at: number): Plot => ({
    left: upright ? left : left + at * (wide + gap),
    top: upright ? top + at * (high + top + bottom) : top,
    width: wide,
    height: high,
    x: { min: -0.5, max: rows[side].length - 0.5 },
    y: { min: -scale, max: scale },
    whole: true,
  });
  return { X: plot('X', 0), Y: plot('Y', 1) };
}

/** Half the height of both plots: a little more than the largest of both, at least 1. */
export function scaleOf({ X, Y }: Readonly<Record<Side, readonly number[]>>): number {
  return 1.2 * [...X, ...Y].reduce((most, value) => Math.max(most, Math.abs(value)), 1);
}

/** Inputs and targets of one sample along their lattice, as one drawing. Pure. */
export function drawSample(
  rows: Readonly<Record<Side, readonly number[]>>,
  plots: Readonly<Record<Side, Plot>>,
  names: Readonly<Record<Side | 'site', string>>,
  marked: number,
  width: number,
  height: number,
  style: ChartStyle,
): string {
  const parts = sides.flatMap((side) => {
    const plot = plots[side];
    const row = rows[side];
    const sites = row.map((_, site) => site);
    const zero = px(toY(plot, 0));
    const dot = (site: number, radius: number, fill: string): string =>
      `<circle cx="${px(toX(plot, site))}" cy="${px(toY(plot, row[site]))}" r="${px(radius)}" fill="${fill}" stroke="${style.text}" pointer-events="none"/>`;
    const small = Math.min(2.4, (0.3 * plot.width) / row.length);
    return [
      frame(plot, names.site, style),
      words(names[side], plot.left, plot.top - 0.7 * style.size, style.axisText),
      `<path d="M${px(plot.left)} ${zero}H${px(plot.left + plot.width)}" stroke="${style.lineStrong}"/>`,
      line(plot, sites, row, `stroke="${style.text}" stroke-width="${style.thin}"`),
      ...(row.length <= MOST_DOTS ? sites.map((site) => dot(site, small, style.text)) : []),
      ...(marked < row.length ? [dot(marked, 5, style.ground)] : []),
    ];
  });
  return drawing(parts, width, height, style);
}
