import { pointCount } from '../../engine/sweep/document.ts';
import { regimes } from '../../engine/regime.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import type { Point, Scalar } from './quantities.ts';

/** Which axes are drawn, and which value every other one has. */
export interface Slice {
  readonly x: number;
  /** null: there is one axis alone. */
  readonly y: number | null;
  /** Index of the value of every axis; of those that are drawn it is passed over. */
  readonly at: readonly number[];
}

/** What is drawn of a sweep, before there is a picture. */
export interface Diagram {
  readonly columns: number;
  readonly rows: number;
  /** The point of each cell, the lowest row first. */
  readonly points: readonly number[];
  readonly scale: Scale;
}

/** How values become colours: numbers from 0 to 1, words one after the other. */
export type Scale =
  | { readonly kind: 'numbers'; readonly min: number; readonly max: number; readonly log: boolean }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'nothing' };

/** The first two axes with more than one value, the others at their first. */
export function sliceOf({ axes }: Sweep): Slice {
  const long = axes.flatMap(({ values }, index) => (values.length > 1 ? [index] : []));
  const at = axes.map(() => 0);
  return { x: long[0] ?? 0, y: long[1] ?? null, at };
}

/** The number of the point where every axis takes a value. */
export function pointAt({ axes }: Pick<Sweep, 'axes'>, place: readonly number[]): number {
  return axes.reduce((point, { values }, index) => point * values.length + place[index], 0);
}

/** Most words that are told apart by colour. */
const MOST_WORDS = 9;
/** Positive numbers that spread this far are drawn by their logarithms. */
const LOG_FROM = 100;

/** Lays the points of a slice out. */
export function diagramOf(
  sweep: Sweep,
  slice: Slice,
  quantity: string,
  pointOf: (point: number) => Point | undefined,
): Diagram {
  const { axes } = sweep;
  const columns = axes[slice.x].values.length;
  const rows = slice.y === null ? 1 : axes[slice.y].values.length;
  const points = Array.from({ length: columns * rows }, (_, cell) => {
    const place = [...slice.at];
    place[slice.x] = cell % columns;
    if (slice.y !== null) place[slice.y] = Math.floor(cell / columns);
    return pointAt(sweep, place);
  });
  const values = (trusted: boolean): readonly Scalar[] =>
    points.flatMap((number) => {
      const point = pointOf(number);
      return trusted && point?.overBound === true ? [] : (valueOf(point, quantity) ?? []);
    });
  // A run whose step is over its bound may be anywhere: it makes no scale, unless there are no others.
  const trusted = values(true);
  const scale = scaleOf(trusted.length > 0 ? trusted : values(false));
  return { columns, rows, points, scale };
}

/** What a point has of a quantity; null where it has nothing, or did not come to its end. */
export function valueOf(point: Point | undefined, quantity: string): Scalar | null {
  return point?.state === 'done' ? (point.scalars[quantity] ?? null) : null;
}

function scaleOf(values: readonly Scalar[]): Scale {
  const words = [...new Set(values.filter((value) => typeof value === 'string'))];
  // Regimes by how much of the field swings, other words as a dictionary has them.
  const rank = (word: string): number => (regimes as readonly string[]).indexOf(word);
  words.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (words.length > 0) return { kind: 'words', words: words.slice(0, MOST_WORDS) };
  let [min, max] = [Infinity, -Infinity];
  for (const value of values as readonly number[]) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (min > max) return { kind: 'nothing' };
  return { kind: 'numbers', min, max, log: min > 0 && max / min > LOG_FROM };
}

/** Where a value stands on its scale, from 0 to 1, beyond its ends at them; null where it has no place. */
export function positionOf(scale: Scale, value: Scalar | null): number | null {
  if (value === null || scale.kind === 'nothing') return null;
  if (scale.kind === 'words') {
    const at = typeof value === 'string' ? scale.words.indexOf(value) : -1;
    return at < 0 ? null : (at + 0.5) / scale.words.length;
  }
  if (typeof value !== 'number') return null;
  const { min, max, log } = scale;
  if (min === max) return 0.5;
  const part = log ? Math.log(Math.max(value, min) / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.min(1, Math.max(0, part));
}

/** The value at a part of a scale of numbers. */
export function valueAt({ min, max, log }: Extract<Scale, { kind: 'numbers' }>, part: number): number {
  return log ? min * Math.pow(max / min, part) : min + (max - min) * part;
}

/** How the points of a whole sweep came out. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  readonly blown: number;
  readonly failed: number;
}
export function tallyOf(sweep: Sweep, points: Iterable<Point>): Tally {
  const counts = { done: 0, 'blow-up': 0, failed: 0 };
  for (const { state } of points) counts[state]++;
  return { total: pointCount(sweep), done: counts.done, blown: counts['blow-up'], failed: counts.failed };
}

/** What a cell may have in place of a colour, or over it. */
export type Mark = Point['state'] | 'missing' | 'over';
const marks: readonly Mark[] = ['blow-up', 'over', 'failed', 'done', 'missing'];

/** The marks that stand in a diagram, in the order of its key. */
export function marksIn(
  { points: numbers, scale }: Diagram,
  quantity: string,
  points: ReadonlyMap<number, Point>,
): readonly Mark[] {
  const seen = new Set<Mark>();
  for (const number of numbers) {
    const point = points.get(number);
    if (point === undefined) seen.add('missing');
    else if (point.state !== 'done') seen.add(point.state);
    else if (positionOf(scale, valueOf(point, quantity)) === null) seen.add('done');
    else if (point.overBound) seen.add('over');
  }
  return marks.filter((mark) => seen.has(mark));
}
