import { formatShort } from '../../../messages/format.ts';
import type { KernelMap, OutputCourse } from '../../../store/index.ts';
import { decades, extent } from '../axes.ts';
import { drawing, frame, line, toX, toY, type Plot } from '../plotSvg.ts';
import type { ChartStyle } from '../style.ts';
import { px, words } from '../svgWords.ts';

/** Words of the picture, symbols between asterisks. */
export interface KernelWords {
  readonly map: string;
  readonly values: string;
  readonly drift: string;
  readonly number: string;
  readonly time: string;
}

/** Pictures higher than this part of their width have the map above the plots. */
const UPRIGHT = 0.9;
/** Part of the width that the map takes at most beside the plots. */
const MAP_SHARE = 0.4;
/** Eigenvalues below this part of the largest are round-off. */
const ROUND_OFF = 1e-13;
/** Steps of the colour key. */
const KEY_STEPS = 24;

interface Boxes {
  readonly map: { readonly left: number; readonly top: number; readonly side: number };
  readonly values: Omit<Plot, 'x' | 'y'>;
  readonly drift: Omit<Plot, 'x' | 'y'>;
}

/** Where map and plots stand: beside each other, or the plots under the map. */
function boxesOf(width: number, height: number, size: number): Boxes {
  const [top, bottom, left, gap] = [1.7 * size, 1.6 * size, 3 * size, 1.6 * size];
  if (height > UPRIGHT * width) {
    const side = Math.min(width - 6 * size, 0.55 * height);
    const from = side + top + 1.2 * size + top;
    const wide = (width - 2 * left - gap - size) / 2;
    const plot = { top: from, width: wide, height: Math.max(10, height - from - bottom) };
    return {
      map: { left: 0.5 * size, top, side },
      values: { ...plot, left },
      drift: { ...plot, left: 2 * left + wide + gap },
    };
  }
  const side = Math.max(10, Math.min(height - top - 0.6 * size, MAP_SHARE * width));
  const from = 0.5 * size + side + 4.6 * size + left;
  const wide = Math.max(10, (width - from - left - gap - 1.2 * size) / 2);
  const plot = { top, width: wide, height: Math.max(10, height - top - bottom) };
  return {
    map: { left: 0.5 * size, top, side },
    values: { ...plot, left: from },
    drift: { ...plot, left: from + wide + gap + left },
  };
}

/** Colours from the largest value down to its negative, with numbers. */
function keyOf(map: Boxes['map'], largest: number, colours: readonly string[], style: ChartStyle): string {
  const { size, axisText } = style;
  const left = map.left + map.side + 0.5 * size;
  const step = map.side / colours.length;
  const bars = colours.map(
    (colour, n) =>
      `<rect x="${px(left)}" y="${px(map.top + n * step)}" width="${px(0.5 * size)}" height="${px(step + 0.5)}" fill="${colour}"/>`,
  );
  const number = (value: number, y: number): string =>
    words(formatShort(value, 2), left + 0.8 * size, y, axisText);
  return [
    ...bars,
    number(largest, map.top + 0.75 * size),
    number(0, map.top + map.side / 2 + 0.35 * size),
    number(-largest, map.top + map.side),
  ].join('');
}

/** The steps of the colour key from 1 to −1, by a map of −1 to 1. */
export const keyColours = (colour: (value: number) => string): readonly string[] =>
  Array.from({ length: KEY_STEPS }, (_, n) => colour(1 - (2 * n) / (KEY_STEPS - 1)));

/** The least of ascending eigenvalues; 0 where it is round-off, of either sign: Θ is positive. */
export function leastOf(values: Float64Array): number {
  const [least] = values;
  return Math.abs(least) > ROUND_OFF * (values.at(-1) ?? 0) ? least : 0;
}

/** log₁₀ of eigenvalues, the largest first; those of round-off are left out. */
function falling(values: Float64Array): Float64Array {
  const largest = values.at(-1) ?? 0;
  return values
    .filter((value) => value > ROUND_OFF * largest)
    .reverse()
    .map(Math.log10);
}

function dots(plot: Plot, y: Float64Array, attributes: string): string {
  const radius = Math.max(1.2, Math.min(3.2, plot.width / (3 * Math.max(1, y.length))));
  return Array.from(
    y,
    (value, n) =>
      `<circle cx="${px(toX(plot, n + 1))}" cy="${px(toY(plot, value))}" r="${px(radius)}" ${attributes}/>`,
  ).join('');
}

/** Θ as a map with its colours, its eigenvalues now and at the start, and its drift. Pure: the page shows it, files hold it. */
export function drawKernel(
  map: KernelMap,
  course: OutputCourse | null,
  image: string,
  colours: readonly string[],
  names: KernelWords,
  width: number,
  height: number,
  style: ChartStyle,
): string {
  const { size, axisText, ink, thick, line: grid, text } = style;
  const boxes = boxesOf(width, height, size);
  const { left, top, side } = boxes.map;
  const above = (of: string, at: number, y: number): string => words(of, at, y - 0.7 * size, axisText);
  const parts = [
    above(names.map, left, top),
    `<image class="kernel-map" x="${px(left)}" y="${px(top)}" width="${px(side)}" height="${px(side)}" preserveAspectRatio="none" href="${image}" style="image-rendering:pixelated"/>`,
    `<rect x="${px(left)}" y="${px(top)}" width="${px(side)}" height="${px(side)}" fill="none" stroke="${grid}"/>`,
    keyOf(boxes.map, map.largest, colours, style),
  ];
  const now = falling(map.values);
  const start = course === null ? new Float64Array(0) : falling(course.startValues);
  const y = decades([now, start].map((logs) => logs.map((log) => 10 ** log))) ?? { min: -1, max: 0 };
  const count = Math.max(now.length, start.length, 2);
  const values: Plot = {
    ...boxes.values,
    x: { min: 0.5, max: count + 0.5 },
    y,
    logarithmic: true,
    whole: true,
  };
  const inside = (logs: Float64Array): Float64Array => logs.filter((log) => log >= y.min);
  parts.push(
    above(names.values, values.left, values.top),
    frame(values, names.number, style),
    dots(values, inside(start), `fill="none" stroke="${text}" stroke-opacity="0.65"`),
    dots(values, inside(now), `fill="${ink.second}"`),
  );
  if (course !== null && course.times.length > 1) {
    const { times, norms } = course;
    const most = extent([norms.drift])?.max ?? 0;
    const drift: Plot = {
      ...boxes.drift,
      x: { min: times[0], max: times[times.length - 1] },
      y: { min: 0, max: most > 0 ? 1.1 * most : 1 },
    };
    parts.push(
      above(names.drift, drift.left, drift.top),
      frame(drift, names.time, style),
      line(
        drift,
        times,
        norms.drift,
        `class="drift" stroke="${ink.second}" stroke-width="${thick}" stroke-linejoin="round"`,
      ),
    );
  }
  return drawing(parts, width, height, style);
}
