import type { Raster } from './figure.ts';
import { rampIndex } from './style.ts';

/** Colours of a raster, top row first as canvases have them; NaN stays clear. @param out [4·rows·columns] */
export function paintRaster(raster: Raster, ramp: Uint8Array, out: Uint8ClampedArray): void {
  const { columns, rows, values } = raster;
  for (let row = 0; row < rows; row++) {
    const from = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      const value = values[from + column];
      const at = 4 * (row * columns + column);
      if (Number.isNaN(value)) {
        out[at + 3] = 0;
        continue;
      }
      const color = rampIndex(value);
      out[at] = ramp[color];
      out[at + 1] = ramp[color + 1];
      out[at + 2] = ramp[color + 2];
      out[at + 3] = 255;
    }
  }
}

/** Draws a raster on a canvas of its own size; the page scales it. */
export function drawRaster(canvas: HTMLCanvasElement, raster: Raster, ramp: Uint8Array): void {
  const { columns, rows } = raster;
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(columns, rows);
  paintRaster(raster, ramp, image.data);
  context.putImageData(image, 0, 0);
}
