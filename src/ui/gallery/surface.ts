/** A lattice of rows and columns seen from above and aside, as a plain canvas shows it. */
export interface SurfaceFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Yaw of 17 degrees, as in the large pictures; a pitch of 36, for a small one is broad. */
const YAW = (17 * Math.PI) / 180;
const [COS, SIN] = [Math.cos(YAW), Math.sin(YAW)];
const FLAT = Math.sin((36 * Math.PI) / 180);
/** Height of a full value, as a part of the picture's. */
const RISE = 0.24;

/** Where points of a sheet stand in a frame: u and v from 0 to 1 (v away from the viewer), height −1 to 1. */
export function projector(
  { x, y, width, height }: SurfaceFrame,
  aspect: number,
): (u: number, v: number, h: number, out: [number, number]) => void {
  // Half extents of the turned rectangle of sides aspect and 1.
  const across = (aspect * COS + SIN) / 2;
  const deep = ((aspect * SIN + COS) / 2) * FLAT;
  const scale = Math.min(width / 2 / across, (0.5 * height - RISE * 0.5 * height) / deep);
  const rise = RISE * height;
  return (u, v, h, out) => {
    const [a, b] = [(u - 0.5) * aspect, v - 0.5];
    out[0] = x + width / 2 + scale * (a * COS + b * SIN);
    out[1] = y + height / 2 - scale * FLAT * (b * COS - a * SIN) - 0.6 * rise * h;
  };
}

/**
 * Draws a height field, far quads first.
 *  @param value  its value at row and column, −1 to 1
 *  @param color  of a quad by its mean value and how near it is
 */
export function drawSurface(
  context: CanvasRenderingContext2D,
  frame: SurfaceFrame,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  value: (row: number, column: number) => number,
  color: (mean: number, depth: number) => string,
): void {
  // One row alone is drawn as a strip of its own breadth.
  const [down, across] = [Math.max(2, rows), Math.max(2, columns)];
  const place = projector(frame, Math.min(2.2, Math.max(0.45, across / down)));
  const read = (row: number, column: number): number =>
    value(Math.min(rows - 1, row), Math.min(columns - 1, column));
  const corners: [number, number][] = [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  context.lineWidth = 0.7;
  context.lineJoin = 'round';
  for (let row = down - 2; row >= 0; row--) {
    for (let column = 0; column < across - 1; column++) {
      let mean = 0;
      corners.forEach((corner, n) => {
        const [r, c] = [row + (n >> 1), column + (n === 1 || n === 2 ? 1 : 0)];
        const h = read(r, c);
        mean += h / 4;
        place(c / (across - 1), r / (down - 1), h, corner);
      });
      context.fillStyle = color(mean, 1 - (row / (down - 1)) * 0.35);
      context.beginPath();
      for (const [px, py] of corners) context.lineTo(px, py);
      context.closePath();
      context.fill();
      // Seams between quads would shine through.
      context.strokeStyle = context.fillStyle;
      context.stroke();
    }
  }
}
