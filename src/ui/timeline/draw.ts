import type { TrackRole } from '../../scenario/types.ts';
import type { Axis, Ridge } from './layout.ts';

const tokens: Readonly<Record<TrackRole, string>> = {
  second: '--second',
  ghost: '--ghost',
  descent: '--ghost',
  theory: '--theory',
  continuum: '--theory',
  other: '--text-2',
};

/** How the ridge is drawn on the ground at work. */
export interface RidgeStyle {
  readonly color: string;
  readonly line: number;
}

/** Reads the tokens of the page. */
export function ridgeStyle(element: Element, role: TrackRole): RidgeStyle {
  const style = getComputedStyle(element);
  const hair = Number.parseFloat(style.getPropertyValue('--line-hair'));
  return { color: style.getPropertyValue(tokens[role]).trim(), line: 1.25 * hair };
}

/** Where the ridge stands inside its canvas, in CSS pixels: highest place, and the line it rises from. */
const TOP = 2;
const FOOT = 3;

/** Fits a canvas to its place at the screen's resolution. @returns its context, cleared; null without one */
export function prepare(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const ratio = window.devicePixelRatio;
  const columns = Math.round(width * ratio);
  const rows = Math.round(height * ratio);
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

function trace(context: CanvasRenderingContext2D, ridge: Ridge, height: number): void {
  const { points, count } = ridge;
  const base = height - FOOT;
  for (let at = 0; at < count; at++) {
    context.lineTo(points[2 * at], base - (base - TOP) * points[2 * at + 1]);
  }
}

/** Draws the ridge: a light fill under a line. The played and the known part are the same picture. */
export function drawRidge(
  context: CanvasRenderingContext2D,
  ridge: Ridge,
  axis: Axis,
  height: number,
  style: RidgeStyle,
): void {
  const { points, count } = ridge;
  if (count < 2) return;
  context.beginPath();
  context.moveTo(axis.inset, height);
  trace(context, ridge, height);
  context.lineTo(points[2 * (count - 1)], height);
  context.closePath();
  context.fillStyle = style.color;
  context.globalAlpha = 0.2;
  context.fill();
  context.beginPath();
  trace(context, ridge, height);
  context.strokeStyle = style.color;
  context.lineWidth = style.line;
  context.globalAlpha = 0.75;
  context.stroke();
  context.globalAlpha = 1;
}
