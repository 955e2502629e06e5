import { drawHorn } from './horn.ts';
import { FULL, type Ink } from './ink.ts';
import { drawCurve, drawMap } from './plots.ts';
import { drawRings } from './rings.ts';
import { drawSurface, projector } from './surface.ts';
import type { Thumbnail } from './thumbnail.ts';

type Kind<D extends Thumbnail['draw']> = Extract<Thumbnail, { readonly draw: D }>;

const rests = new WeakMap<Thumbnail, number>();

/**
 * The moment that a picture at rest shows: what was learned, where space has come to, and of a field the one that moves
 * most once it is under way (its mean square, weighed up to `under way`).
 */
export function restOf(picture: Thumbnail): number {
  const { draw, frames, values } = picture;
  if (draw !== 'rings' && draw !== 'sheets') return frames - 1;
  const known = rests.get(picture);
  if (known !== undefined) return known;
  const underWay = draw === 'rings' ? 0.3 : 0.15;
  const stride = values.length / frames;
  const weights = Array.from({ length: frames }, (_, frame) => {
    let sum = 0;
    for (let n = 0; n < stride; n++) sum += values[frame * stride + n] ** 2;
    return Math.sqrt(sum) * Math.min(1, frame / (underWay * (frames - 1)));
  });
  const rest = weights.indexOf(Math.max(...weights));
  rests.set(picture, rest);
  return rest;
}

/** A value at a moment between two that are held: straight between them. */
function reader(
  { frames }: Thumbnail,
  frame: number,
): (values: Int8Array, stride: number, index: number) => number {
  const from = Math.min(frames - 1, Math.max(0, Math.floor(frame)));
  const part = frame - from;
  return (values, stride, index) => {
    // What stands still is held once.
    const held = values.length / stride;
    const [a, b] = [Math.min(held - 1, from), Math.min(held - 1, from + 1)];
    const first = values[a * stride + index];
    return part === 0 ? first : first + (values[b * stride + index] - first) * part;
  };
}

/** Draws a small picture at a moment, 0 to frames − 1, on a cleared canvas. */
export function drawThumbnail(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  picture: Thumbnail,
  frame: number,
  ink: Ink,
): void {
  const read = reader(picture, frame);
  switch (picture.draw) {
    case 'rings':
      return drawRings(context, width, height, picture, read, ink);
    case 'sheets':
      return drawSheets(context, width, height, picture, read, ink);
    case 'map':
      return drawMap(context, width, height, picture, read, ink);
    case 'curve':
      return drawCurve(context, width, height, picture, read, ink);
    case 'horn':
      return drawHorn(context, width, height, picture, frame, ink);
    case 'paths':
      return drawPaths(context, width, height, picture, frame, ink);
  }
}

/** Sheets beside each other, in rows of at most three. */
function drawSheets(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { sheets, values }: Kind<'sheets'>,
  read: (values: Int8Array, stride: number, index: number) => number,
  ink: Ink,
): void {
  const across = Math.min(3, sheets.length);
  const down = Math.ceil(sheets.length / across);
  const sites = sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const [w, h] = [(0.94 * width) / across, (0.94 * height) / down];
  let first = 0;
  sheets.forEach((sheet, n) => {
    const offset = first;
    const frame = {
      x: 0.03 * width + w * (n % across),
      y: 0.03 * height + h * Math.floor(n / across),
      width: 0.96 * w,
      height: 0.98 * h,
    };
    drawSurface(
      context,
      frame,
      sheet,
      (row, column) => read(values, sites, offset + row * sheet.columns + column) / FULL,
      (mean, depth) => ink.field(FULL * mean, depth),
    );
    first += sheet.rows * sheet.columns;
  });
}

/** The cost over two weights, with the runs as balls on it and where they came from. */
function drawPaths(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { size, costs, tracks, values }: Kind<'paths'>,
  frame: number,
  ink: Ink,
): void {
  const place = { x: 0.03 * width, y: 0.03 * height, width: 0.94 * width, height: 0.94 * height };
  const costAt = (row: number, column: number): number => costs[row * size + column] / FULL;
  drawSurface(
    context,
    place,
    { rows: size, columns: size },
    (row, column) => 1.2 * costAt(row, column) - 0.6,
    (mean, depth) => ink.height((FULL * (mean + 0.6)) / 1.2, depth),
  );
  const project = projector(place, 1);
  const point: [number, number] = [0, 0];
  const last = Math.round(frame);
  tracks.forEach((role, track) => {
    context.strokeStyle = ink.role(ink.run(role));
    context.fillStyle = context.strokeStyle;
    context.lineWidth = 1.75 * ink.line;
    context.beginPath();
    for (let n = 0; n <= last; n++) {
      const at = 2 * (n * tracks.length + track);
      const [u, v] = [(values[at] / FULL + 1) / 2, (values[at + 1] / FULL + 1) / 2];
      const [x, y] = [u * (size - 1), v * (size - 1)];
      const [i, j] = [Math.min(size - 2, Math.floor(x)), Math.min(size - 2, Math.floor(y))];
      const low = costAt(j, i) + (costAt(j, i + 1) - costAt(j, i)) * (x - i);
      const high = costAt(j + 1, i) + (costAt(j + 1, i + 1) - costAt(j + 1, i)) * (x - i);
      project(u, v, 1.2 * (low + (high - low) * (y - j)) - 0.6, point);
      context.lineTo(point[0], point[1]);
    }
    context.stroke();
    context.beginPath();
    context.arc(point[0], point[1] - 3, 4 * ink.line, 0, 2 * Math.PI);
    context.fill();
  });
}
