import { formatNumber, formatShort } from '../../messages/format.ts';
import { colorAt, readTokens, type Rgb } from '../parts/colors.ts';
import { positionOf, valueAt, valueOf, type Diagram, type Mark, type Scale } from './diagram.ts';
import type { Point } from './quantities.ts';

/** Tokens of the page that the picture uses. */
export interface Ink {
  readonly font: string;
  readonly size: number;
  readonly ground: string;
  readonly text: string;
  readonly dim: string;
  readonly line: string;
  readonly well: string;
  /** The sequential map, from low to high. */
  readonly stops: readonly Rgb[];
}

/** Reads them, for the ground at work. */
export function readInk(element: Element): Ink {
  const { token, map } = readTokens(element);
  return {
    font: token('--font'),
    size: Number.parseFloat(token('--type-1')),
    ground: token('--ground'),
    text: token('--text'),
    dim: token('--text-2'),
    line: token('--line-strong'),
    well: token('--well'),
    stops: map('seq'),
  };
}

/** An axis of the picture. */
export interface DrawnAxis {
  /** Symbol, or path, with its unit. */
  readonly name: string;
  readonly values: readonly unknown[];
  readonly value: (value: unknown) => string;
}

/** Where the cells stand on a canvas. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function frameOf(width: number, height: number, size: number): Frame {
  const left = 6.4 * size;
  const top = 0.6 * size;
  return {
    left,
    top,
    width: Math.max(20, width - left - 1.2 * size),
    height: Math.max(20, height - 3.7 * size - top),
  };
}

/** Height of the cells of one axis alone, in sizes of small type: above them a dot stands for each value. */
const STRIP = 1.8;

/** The cell at a place of the canvas; null beside them. */
export function cellAt(frame: Frame, { columns, rows }: Diagram, x: number, y: number): number | null {
  const column = Math.floor(((x - frame.left) / frame.width) * columns);
  const row = Math.floor(((frame.top + frame.height - y) / frame.height) * rows);
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : null;
}

export interface Scene {
  readonly diagram: Diagram;
  readonly quantity: string;
  readonly pointOf: (point: number) => Point | undefined;
  readonly x: DrawnAxis;
  readonly y: DrawnAxis | null;
  /** Point under the cursor. */
  readonly cursor: number | null;
  /** How a word of the scale is written. */
  readonly wordOf: (word: string) => string;
}

/** Draws the cells, the marks of what has no value, the axes and the cursor. */
export function drawScene(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ink: Ink,
  scene: Scene,
): void {
  const { diagram, quantity, pointOf, x, y, cursor, wordOf } = scene;
  const { columns, rows, points, scale } = diagram;
  const frame = frameOf(width, height, ink.size);
  const strip = frame.top + frame.height - STRIP * ink.size;
  context.clearRect(0, 0, width, height);
  const edge = (index: number, count: number, from: number, length: number): number =>
    Math.round(from + (length * index) / count);
  points.forEach((number, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const left = edge(column, columns, frame.left, frame.width);
    const right = edge(column + 1, columns, frame.left, frame.width);
    const top = y === null ? strip : edge(rows - row - 1, rows, frame.top, frame.height);
    const bottom = edge(rows - row, rows, frame.top, frame.height);
    const point = pointOf(number);
    const part = positionOf(scale, valueOf(point, quantity));
    if (part === null) {
      context.fillStyle = ink.well;
      if (point !== undefined) context.fillRect(left, top, right - left, bottom - top);
      if (point !== undefined) drawMark(context, ink, point.state, left, top, right - left, bottom - top);
    } else {
      context.fillStyle = colorAt(ink, part);
      context.fillRect(left, top, right - left, bottom - top);
      if (point?.overBound === true) drawSlash(context, left, top, right - left, bottom - top);
      if (y === null)
        drawDot(context, ink, (left + right) / 2, heightOf(frame, strip, ink, part), right - left);
    }
  });
  context.strokeStyle = ink.line;
  context.lineWidth = 1;
  context.strokeRect(frame.left - 0.5, frame.top - 0.5, frame.width + 1, frame.height + 1);
  const at = points.indexOf(cursor ?? -1);
  if (at >= 0) {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const left = edge(column, columns, frame.left, frame.width);
    const top = edge(rows - row - 1, rows, frame.top, frame.height);
    const wide = edge(column + 1, columns, frame.left, frame.width) - left;
    const high = edge(rows - row, rows, frame.top, frame.height) - top;
    drawCursor(context, left, top, wide, high);
  }
  drawAxes(context, ink, frame, x, y);
  if (y === null) drawHeights(context, ink, frame, strip, scale, wordOf);
}

/** Where a value of one axis alone stands, by its part of the scale. */
function heightOf({ top }: Frame, strip: number, { size }: Ink, part: number): number {
  return strip - size - part * (strip - 2 * size - top);
}

/** A dot, and no line to the next: between two runs nothing is known. */
function drawDot(context: CanvasRenderingContext2D, ink: Ink, x: number, y: number, room: number): void {
  context.fillStyle = ink.text;
  context.beginPath();
  context.arc(x, y, Math.max(1.5, Math.min(4, room / 4)), 0, 2 * Math.PI);
  context.fill();
}

/** What the heights of dots mean. */
function drawHeights(
  context: CanvasRenderingContext2D,
  ink: Ink,
  frame: Frame,
  strip: number,
  scale: Scale,
  wordOf: Scene['wordOf'],
): void {
  context.textAlign = 'right';
  context.fillStyle = ink.dim;
  const write = (words: string, part: number): void =>
    context.fillText(
      words,
      frame.left - 0.5 * ink.size,
      heightOf(frame, strip, ink, part) + 0.35 * ink.size,
      frame.left - ink.size,
    );
  if (scale.kind === 'numbers') {
    const parts = scale.min === scale.max ? [0.5] : [0, 0.5, 1];
    for (const part of parts) write(formatNumber(valueAt(scale, part)), part);
  } else if (scale.kind === 'words') {
    for (const word of scale.words) write(wordOf(word), positionOf(scale, word) ?? 0);
  }
}

/** A cross where a run blew up, a dash where a point failed, a dot where a run has no such value. */
function drawMark(
  context: CanvasRenderingContext2D,
  ink: Pick<Ink, 'text' | 'dim'>,
  state: Point['state'],
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const [x, y] = [left + width / 2, top + height / 2];
  const arm = Math.max(1.5, Math.min(width, height, 14) * 0.3);
  context.strokeStyle = ink.text;
  context.fillStyle = ink.dim;
  context.lineWidth = Math.max(1, arm / 3);
  context.beginPath();
  if (state === 'blow-up') {
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
    context.stroke();
  } else if (state === 'failed') {
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.stroke();
  } else {
    context.arc(x, y, arm / 2, 0, 2 * Math.PI);
    context.fill();
  }
}

/** A slash over a run whose step is over its bound: light over dark, seen on every colour of the map. */
function drawSlash(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const [x, y] = [left + width / 2, top + height / 2];
  const arm = Math.max(2, Math.min(width, height, 14) * 0.3);
  for (const [color, line] of [
    ['rgb(0 0 0)', arm / 2 + 1.5],
    ['rgb(255 255 255)', Math.max(1, arm / 3)],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = line;
    context.beginPath();
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
    context.stroke();
  }
}

/** A mark in a square, as the key has it. */
export function drawSample(
  context: CanvasRenderingContext2D,
  ink: Pick<Ink, 'text' | 'dim'>,
  mark: Mark,
  left: number,
  top: number,
  size: number,
): void {
  if (mark === 'over') drawSlash(context, left, top, size, size);
  else if (mark !== 'missing') drawMark(context, ink, mark, left, top, size, size);
}

function drawCursor(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  // Light and dark, one within the other: seen on every colour of the map.
  const [wide, high] = [Math.max(width, 8), Math.max(height, 8)];
  const [x, y] = [left + (width - wide) / 2, top + (height - high) / 2];
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(0 0 0)';
  context.strokeRect(x - 1, y - 1, wide + 2, high + 2);
  context.lineWidth = 2;
  context.strokeStyle = 'rgb(255 255 255)';
  context.strokeRect(x - 1, y - 1, wide + 2, high + 2);
}

/** A value of an axis, as it is written beside it. */
export function axisValue(value: unknown): string {
  if (typeof value === 'number') return formatShort(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 12 ? `${text.slice(0, 11)}…` : text;
}

function drawAxes(
  context: CanvasRenderingContext2D,
  ink: Ink,
  frame: Frame,
  x: DrawnAxis,
  y: DrawnAxis | null,
): void {
  const { size } = ink;
  context.font = `${size}px ${ink.font}`;
  context.fillStyle = ink.dim;
  context.textBaseline = 'alphabetic';
  const base = frame.top + frame.height + 1.3 * size;
  context.textAlign = 'center';
  let free = -Infinity;
  const count = x.values.length;
  for (const [index, value] of x.values.entries()) {
    const words = x.value(value);
    const middle = frame.left + (frame.width * (index + 0.5)) / count;
    const half = context.measureText(words).width / 2;
    if (middle - half < free || middle + half > frame.left + frame.width + size) continue;
    context.fillText(words, middle, base);
    free = middle + half + 1.2 * size;
  }
  context.fillStyle = ink.text;
  context.fillText(x.name, frame.left + frame.width / 2, base + 1.6 * size);
  if (y === null) return;
  context.textAlign = 'right';
  context.fillStyle = ink.dim;
  let above = Infinity;
  for (const [index, value] of y.values.entries()) {
    const middle = frame.top + frame.height - (frame.height * (index + 0.5)) / y.values.length;
    if (middle + 0.35 * size > above || middle - 0.4 * size < frame.top - 0.2 * size) continue;
    context.fillText(y.value(value), frame.left - 0.5 * size, middle + 0.35 * size, 4 * size);
    above = middle - 1.1 * size;
  }
  context.save();
  context.translate(1.3 * size, frame.top + frame.height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillStyle = ink.text;
  context.fillText(y.name, 0, 0);
  context.restore();
}
