import type { ChartDrawing } from '../../store/pictures.ts';
import lab from './fonts/lab.ttf?inline';
import math from './fonts/math.ttf?inline';
import { CSS_DPI } from './limits.ts';
import { pngWith } from './png.ts';
import { RUN_KEYWORD } from './run.ts';
import { groundOf, under, type SvgNote } from './svg.ts';

/** A picture is no document of the page: it sees none of the page's fonts, and brings its own. */
const FONTS = `<style>@font-face{font-family:"Inter Variable";src:url(${lab})}@font-face{font-family:"KaTeX_Math";font-style:italic;src:url(${math})}</style>`;

/** A canvas as a PNG that says its size and its run. @param ratio  pixels of it for one of CSS */
export async function pngOf(canvas: HTMLCanvasElement, ratio: number, note: SvgNote): Promise<Blob> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('png');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const texts = { Title: note.title, Software: note.software, [RUN_KEYWORD]: note.text };
  return new Blob([pngWith(bytes, { dpi: CSS_DPI * ratio, texts })], { type: 'image/png' });
}

/** An SVG text as an image of its own size. */
export async function svgImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** A drawing on a canvas. @param ground  colour behind it; null: clear */
export async function rasterOf(
  { svg, width, height }: Pick<ChartDrawing, 'svg' | 'width' | 'height'>,
  ground: string | null,
  ratio: number,
): Promise<HTMLCanvasElement> {
  const image = await svgImage(under(svg, FONTS + groundOf({ width, height }, ground)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(ratio * width);
  canvas.height = Math.round(ratio * height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
