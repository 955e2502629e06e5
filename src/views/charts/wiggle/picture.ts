import type { Wiggle } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import { drawing, frame, line, toX, toY, type Plot } from '../plotSvg.ts';
import type { ChartStyle } from '../style.ts';
import { px, words } from '../svgWords.ts';

/** Words of the picture, symbols between asterisks. */
export interface WiggleWords {
  readonly path: string;
  readonly time: string;
  readonly action: string;
  readonly epsilon: string;
}

export interface WigglePicture {
  readonly svg: string;
  readonly path: Plot;
  readonly action: Plot;
}

/** Pictures higher than this part of their width have their plots one above the other. */
const UPRIGHT = 0.9;
/** Part of the width that the path takes beside its action. */
const PATH_SHARE = 0.62;

function plotsOf(wiggle: Wiggle, width: number, height: number, size: number): readonly [Plot, Plot] {
  const { times, path, epsilon, action } = wiggle;
  const reach = epsilon[epsilon.length - 1];
  const range = extent([path]) ?? { min: -1, max: 1 };
  const y = { min: range.min - 1.1 * reach, max: range.max + 1.1 * reach };
  const x = { min: times[0], max: times[times.length - 1] };
  const largest = action.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const across = { min: -reach, max: reach };
  const up = { min: -1.15 * largest, max: 1.15 * largest };
  const [left, top, bottom, gap] = [2.8 * size, 1.7 * size, 1.6 * size, 3.8 * size];
  if (height > UPRIGHT * width) {
    const high = (height - 2 * (top + bottom)) / 2;
    const wide = width - left - size;
    return [
      { left, top, width: wide, height: high, x, y },
      { left, top: high + 2 * top + bottom, width: wide, height: high, x: across, y: up },
    ];
  }
  const wide = width - left - gap - 1.2 * size;
  const high = height - top - bottom;
  const first = PATH_SHARE * wide;
  return [
    { left, top, width: first, height: high, x, y },
    { left: left + first + gap, top, width: wide - first, height: high, x: across, y: up },
  ];
}

/** Value of a line at a place between its points. */
function at(x: Float64Array, y: Float64Array, place: number): number {
  const next = x.findIndex((value) => value >= place);
  if (next <= 0) return y[Math.max(next, 0)];
  const share = (place - x[next - 1]) / (x[next] - x[next - 1]);
  return y[next - 1] + share * (y[next] - y[next - 1]);
}

/** The path with its wiggle, and the action over ε, as one drawing. Pure: the page shows it, files hold it. */
export function drawWiggle(
  wiggle: Wiggle,
  epsilon: number,
  names: WiggleWords,
  width: number,
  height: number,
  style: ChartStyle,
): WigglePicture {
  const { size, text, line: grid, lineStrong, axisText, ink, thick, thin } = style;
  const [path, action] = plotsOf(wiggle, width, height, size);
  const { times, reach, conjugate } = wiggle;
  const bent = wiggle.path.map((value, i) => value + epsilon * wiggle.bump[i]);
  const base = path.top + path.height;
  const parts: string[] = [
    frame(path, names.time, style),
    frame(action, null, style),
    words(names.path, path.left, path.top - 0.7 * size, style.axisText),
    words(names.action, action.left, action.top - 0.7 * size, axisText),
    words(names.epsilon, action.left + action.width + 0.3 * size, toY(action, 0) - 0.3 * size, axisText),
  ];
  // Conjugate times: from each on there is one more direction in which the action falls.
  conjugate.forEach((time, k) => {
    const x = toX(path, time);
    parts.push(
      `<path class="conjugate" d="M${px(x)} ${px(path.top)}V${px(base)}" stroke="${lineStrong}" stroke-dasharray="2 3"/>`,
    );
    const room = conjugate.length * 1.6 * size < path.width || k === conjugate.length - 1;
    if (room) parts.push(words(String(k + 1), x + 0.25 * size, path.top + 0.9 * size, axisText));
  });
  // What the bump adds.
  const there = Array.from(times, (time, i) => `${px(toX(path, time))},${px(toY(path, wiggle.path[i]))}`);
  const back = Array.from(times, (time, i) => `${px(toX(path, time))},${px(toY(path, bent[i]))}`).reverse();
  parts.push(
    `<polygon pointer-events="none" points="${[...there, ...back].join(' ')}" fill="${text}" fill-opacity="0.1"/>`,
    line(path, times, wiggle.path, `stroke="${ink.second}" stroke-width="${thick}" stroke-linejoin="round"`),
    line(path, times, bent, `class="bent" stroke="${text}" stroke-width="${thin}" stroke-linejoin="round"`),
  );
  const zero = toY(action, 0);
  const now = at(wiggle.epsilon, wiggle.action, epsilon);
  parts.push(
    `<path d="M${px(action.left)} ${px(zero)}H${px(action.left + action.width)}" stroke="${lineStrong}"/>`,
    `<path d="M${px(toX(action, 0))} ${px(action.top)}V${px(action.top + action.height)}" stroke="${grid}"/>`,
    line(
      action,
      wiggle.epsilon,
      wiggle.action,
      `class="curve" stroke="${text}" stroke-width="${thick}"${wiggle.exact ? '' : ' stroke-dasharray="4 3"'}`,
    ),
    `<circle class="ball" cx="${px(toX(action, epsilon))}" cy="${px(toY(action, now))}" r="${px(0.5 * size)}" fill="${ink.second}"/>`,
  );
  // Over the lines, so that a hand finds them.
  for (const [side, end] of [
    ['from', reach[0]],
    ['to', reach[1]],
  ] as const) {
    const x = px(toX(path, end));
    const y = px(toY(path, at(times, wiggle.path, end)));
    parts.push(
      `<circle class="handle" data-side="${side}" cx="${x}" cy="${y}" r="${px(0.42 * size)}" fill="${style.ground}" stroke="${text}" stroke-width="1.5"/><circle class="handle" data-side="${side}" cx="${x}" cy="${y}" r="${px(1.1 * size)}" fill="transparent"/>`,
    );
  }
  const svg = drawing(parts, width, height, style);
  return { svg, path, action };
}
