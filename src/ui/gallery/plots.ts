import { FULL, type Ink } from './ink.ts';
import type { Thumbnail } from './thumbnail.ts';

type Kind<D extends Thumbnail['draw']> = Extract<Thumbnail, { readonly draw: D }>;
type Read = (values: Int8Array, stride: number, index: number) => number;

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Draws what a network gives over the plane of its inputs, and its samples: filled above zero, open below. */
export function drawMap(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { size, values, points }: Kind<'map'>,
  read: Read,
  ink: Ink,
): void {
  const side = 0.88 * height;
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  // Four cells for each of the grid, linear between its points.
  const cells = 3 * (size - 1);
  const cell = side / cells;
  for (let row = 0; row < cells; row++) {
    const v = ((row + 0.5) / cells) * (size - 1);
    for (let column = 0; column < cells; column++) {
      const u = ((column + 0.5) / cells) * (size - 1);
      const [i, j] = [Math.min(size - 2, Math.floor(u)), Math.min(size - 2, Math.floor(v))];
      const at = (di: number, dj: number): number => read(values, size * size, (j + dj) * size + i + di);
      const low = at(0, 0) + (at(1, 0) - at(0, 0)) * (u - i);
      const high = at(0, 1) + (at(1, 1) - at(0, 1)) * (u - i);
      context.fillStyle = ink.field(low + (high - low) * (v - j));
      context.fillRect(left + column * cell, top + side - (row + 1) * cell, cell + 0.5, cell + 0.5);
    }
  }
  const radius = Math.max(1.5, side / 64);
  for (let n = 0; 3 * n < points.length; n++) {
    const x = left + (side * (points[3 * n] / FULL + 1)) / 2;
    const y = top + side - (side * (points[3 * n + 1] / FULL + 1)) / 2;
    dot(context, x, y, radius);
    const filled = points[3 * n + 2] > 0;
    context.fillStyle = ink.role(filled ? 'text' : 'ground');
    context.strokeStyle = ink.role(filled ? 'ground' : 'text');
    context.lineWidth = 0.75 * ink.line;
    context.fill();
    context.stroke();
  }
}

/** Draws what networks give over their one input, and the samples. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { size, tracks, values, points }: Kind<'curve'>,
  read: Read,
  ink: Ink,
): void {
  const x = (part: number): number => width / 2 + 0.43 * width * part;
  const y = (value: number): number => height / 2 - 0.42 * height * (value / FULL);
  context.strokeStyle = ink.role('text-3', 0.3);
  context.lineWidth = ink.line;
  context.beginPath();
  context.moveTo(x(-1), y(0));
  context.lineTo(x(1), y(0));
  context.stroke();
  for (let n = 0; 2 * n < points.length; n++) {
    dot(context, x(points[2 * n] / FULL), y(points[2 * n + 1]), 2 * ink.line);
    context.fillStyle = ink.role('text-3');
    context.fill();
  }
  context.lineJoin = 'round';
  for (let track = tracks.length - 1; track >= 0; track--) {
    context.strokeStyle = ink.role(ink.run(tracks[track]));
    context.lineWidth = ink.line * (track === 0 ? 2.25 : 1.5);
    context.beginPath();
    for (let n = 0; n < size; n++) {
      context.lineTo(x((2 * n) / (size - 1) - 1), y(read(values, tracks.length * size, track * size + n)));
    }
    context.stroke();
  }
}
