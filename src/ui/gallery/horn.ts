import { FULL, type Ink } from './ink.ts';
import type { Thumbnail } from './thumbnail.ts';

type Horn = Extract<Thumbnail, { readonly draw: 'horn' }>;

/** How far the near wall stands to the right, as in the large picture. */
const OBLIQUE = 0.36;
/** e-folds between two rings. */
const RING = 0.5;

/** Draws space up to a moment: time runs right, the radius is a(t); the near wall hides the far one. */
export function drawHorn(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { frames, columns, values, radius }: Horn,
  frame: number,
  ink: Ink,
): void {
  const most = 0.42 * height;
  const [left, right, middle] = [0.07 * width, width - 0.07 * width - OBLIQUE * most, height / 2];
  const last = Math.max(1, Math.round(frame));
  // What has not come yet has no place: the mouth stands at the present moment.
  const x = (row: number): number => left + ((right - left) * row) / (frames - 1);
  const r = (row: number): number => Math.max(0.01, radius[row] / FULL) * most;
  const put = (row: number, part: number, swell = 1): void => {
    const angle = 2 * Math.PI * part + Math.PI / 2;
    context.lineTo(
      x(row) + OBLIQUE * r(row) * swell * Math.sin(angle),
      middle - r(row) * swell * Math.cos(angle),
    );
  };
  const depthOf = (column: number): number =>
    (1 + Math.sin(2 * Math.PI * ((column + 0.5) / columns) + Math.PI / 2)) / 2;
  const order = Array.from({ length: columns }, (_, n) => n).sort((a, b) => depthOf(a) - depthOf(b));
  context.lineWidth = 0.6;
  for (const column of order) {
    const depth = depthOf(column);
    for (let row = 0; row < last; row++) {
      const value = (values[row * columns + column] + values[(row + 1) * columns + column]) / 2;
      context.fillStyle = ink.field(value, 0.45 + 0.55 * depth);
      context.beginPath();
      put(row, column / columns);
      put(row, (column + 1) / columns);
      put(row + 1, (column + 1) / columns);
      put(row + 1, column / columns);
      context.closePath();
      context.fill();
      context.strokeStyle = context.fillStyle;
      context.stroke();
    }
  }
  const arc = (row: number, from: number, to: number): void => {
    context.beginPath();
    for (let n = 0; n <= 32; n++) put(row, from + ((to - from) * n) / 32);
    context.stroke();
  };
  context.strokeStyle = ink.role('expansion');
  context.lineWidth = 1.25 * ink.line;
  let next = RING;
  for (let row = last - 1; row > 0; row--) {
    if (Math.log(radius[last] / Math.max(1, radius[row])) < next) continue;
    arc(row, -0.25, 0.25);
    next += RING;
  }
  // The field at the mouth, by its height over the rim.
  context.strokeStyle = ink.role('second');
  context.lineWidth = 1.75 * ink.line;
  context.beginPath();
  for (let column = 0; column <= columns; column++) {
    put(last, column / columns, 1 + 0.12 * (values[last * columns + (column % columns)] / FULL));
  }
  context.stroke();
}
