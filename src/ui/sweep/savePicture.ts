import { serializeSweep } from '../../engine/sweep/document.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Ground } from '../../store/index.ts';
import { pngOf } from '../export/raster.ts';
import { SOFTWARE } from '../export/run.ts';
import { layOf, type PictureWish } from '../export/size.ts';
import { colorAt } from '../parts/colors.ts';
import { marksIn, positionOf, valueAt } from './diagram.ts';
import { drawSample, drawScene, readInk, type Ink, type Scene } from './draw.ts';
import { headingOf, sceneOf, type Shown } from './picture.ts';
import { markWords, scalarWords } from './words.ts';

/** The tokens of a ground, whichever the page stands on. */
function inkOf(ground: Ground): Ink {
  const element = document.createElement('div');
  element.dataset.ground = ground;
  element.hidden = true;
  document.body.append(element);
  const ink = readInk(element);
  element.remove();
  return ink;
}

/** A part of the key: how wide it is, and how it is drawn from the top left of its line. */
interface KeyPart {
  readonly width: number;
  readonly draw: (x: number, top: number) => void;
}

/** The key: a ramp with its numbers, or a swatch for every word; then the marks that stand in the diagram. */
function keyParts(
  context: CanvasRenderingContext2D,
  ink: Ink,
  { diagram, quantity }: Scene,
  points: Shown['points'],
): readonly KeyPart[] {
  const { scale } = diagram;
  const { size } = ink;
  const named = (words: string, sign: KeyPart['draw']): KeyPart => ({
    width: 1.4 * size + context.measureText(words).width,
    draw(x, top) {
      sign(x, top);
      context.textAlign = 'left';
      context.fillStyle = ink.text;
      context.fillText(words, x + 1.4 * size, top + 0.85 * size);
    },
  });
  const parts: KeyPart[] = [];
  if (scale.kind === 'words') {
    for (const word of scale.words) {
      const color = colorAt(ink, positionOf(scale, word) ?? 0);
      parts.push(
        named(scalarWords(word), (x, top) => {
          context.fillStyle = color;
          context.fillRect(x, top, size, size);
        }),
      );
    }
  } else if (scale.kind === 'numbers') {
    const wide = 24 * size;
    parts.push({
      width: wide,
      draw(x, top) {
        for (let n = 0; n < wide; n++) {
          context.fillStyle = colorAt(ink, n / (wide - 1));
          context.fillRect(x + n, top, 1.5, 0.8 * size);
        }
        context.fillStyle = ink.text;
        context.textAlign = 'center';
        for (const part of scale.min === scale.max ? [0] : [0, 0.5, 1]) {
          context.fillText(formatNumber(valueAt(scale, part)), x + part * wide, top + 2.1 * size);
        }
      },
    });
  }
  for (const mark of marksIn(diagram, quantity, points)) {
    const sign: KeyPart['draw'] = (x, top) => drawSample(context, ink, mark, x, top - 0.1 * size, 1.2 * size);
    parts.push(named(markWords(mark), sign));
  }
  return parts;
}

/** Parts of a key in lines that are no longer than there is room. @param gap  between two of a line */
export function linesOf<P extends { readonly width: number }>(
  parts: readonly P[],
  room: number,
  gap: number,
): readonly (readonly P[])[] {
  const lines: P[][] = [];
  let left = -Infinity;
  for (const part of parts) {
    if (part.width > left) {
      lines.push([part]);
      left = room - part.width - gap;
    } else {
      lines.at(-1)?.push(part);
      left -= part.width + gap;
    }
  }
  return lines;
}

/**
 * The phase diagram as a PNG, with its heading and the key of its colours, and the sweep that it is of: scenario, seed, axes.
 *  @throws Error where the browser has no such canvas
 */
export async function pictureOf(shown: Shown, wish: PictureWish): Promise<Blob> {
  const { width, height, ratio, pixels } = layOf(wish);
  await document.fonts.ready;
  const ink = inkOf(wish.ground);
  const { size } = ink;
  const canvas = document.createElement('canvas');
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('png');
  const place = (x: number, y: number): void => {
    const [a, d] = [pixels.width / width, pixels.height / height];
    context.setTransform(a, 0, 0, d, a * x, d * y);
  };
  const scene = sceneOf(shown, null);
  const left = 6.4 * size;
  place(0, 0);
  context.font = `${size}px ${ink.font}`;
  const lines = linesOf(keyParts(context, ink, scene, shown.points), width - left - size, 1.6 * size);
  const [head, line] = [2.8 * size, 2.7 * size];
  const foot = (lines.length + 0.4) * line;
  place(0, head);
  drawScene(context, width, height - head - foot, ink, scene);
  place(0, 0);
  context.font = `${size}px ${ink.font}`;
  for (const [n, parts] of lines.entries()) {
    let x = left;
    for (const part of parts) {
      part.draw(x, height - foot + (n + 0.2) * line);
      x += part.width + 1.6 * size;
    }
  }
  context.textAlign = 'left';
  context.fillStyle = ink.text;
  context.font = `${1.2 * size}px ${ink.font}`;
  const { scale } = scene.diagram;
  const heading = headingOf(shown);
  const log = scale.kind === 'numbers' && scale.log;
  const title = log ? text('sweep.logKey', { name: heading }) : heading;
  context.fillText(title, 1.2 * size, 1.8 * size, width - 2.4 * size);
  if (!wish.clear) {
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = ink.ground;
    context.fillRect(0, 0, width, height);
  }
  return pngOf(canvas, ratio, { title: heading, software: SOFTWARE, text: serializeSweep(shown.sweep) });
}
