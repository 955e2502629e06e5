import { text } from '../../messages/index.ts';
import { formatNumber } from '../../messages/format.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import type { CostUnit } from '../../engine/protocol.ts';
import { fileName } from '../files/save.ts';
import { diagramOf, marksIn, positionOf, valueAt, type Slice } from './diagram.ts';
import { colorAt } from '../parts/colors.ts';
import { drawSample, drawScene, readInk, type Ink, type Scene } from './draw.ts';
import type { Point } from './quantities.ts';
import { axisNames, markWords, quantityWords, scalarWords } from './words.ts';

/** What the panel draws of a sweep. */
export interface Shown {
  readonly sweep: Sweep;
  readonly slice: Slice;
  readonly quantity: string;
  readonly points: ReadonlyMap<number, Point>;
  readonly unit: CostUnit | null;
}

/** The scene of what is shown. @param cursor  the point under it; null: none */
export function sceneOf({ sweep, slice, quantity, points }: Shown, cursor: number | null): Scene {
  const names = axisNames(sweep);
  const axis = (index: number) => ({
    name: names[index].long,
    value: names[index].value,
    values: sweep.axes[index].values,
  });
  return {
    diagram: diagramOf(sweep, slice, quantity, (point) => points.get(point)),
    quantity,
    pointOf: (point) => points.get(point),
    x: axis(slice.x),
    y: slice.y === null ? null : axis(slice.y),
    cursor,
    wordOf: scalarWords,
  };
}

/** Of which run, which quantity, and at which values of the axes that are not drawn. */
export function headingOf({ sweep, slice, quantity, unit }: Shown): string {
  const names = axisNames(sweep);
  const fixed = sweep.axes.flatMap(({ values }, axis) =>
    axis === slice.x || axis === slice.y || values.length < 2
      ? []
      : [`${names[axis].short} = ${names[axis].value(values[slice.at[axis]])}`],
  );
  const scene = [sweep.title, ...fixed].filter((part) => part !== '').join(', ');
  const chart = quantityWords(quantity, unit);
  return scene === '' ? chart : text('chart.fileTitle', { chart, scene });
}

const WIDTH = 900;
const HEIGHT = 640;
/** Pixels of the file per unit. */
const SCALE = 2;
const HEAD = 34;
const FOOT = 44;

/** The key: a ramp with its numbers, or a swatch for every word; then the marks that stand in it. */
function drawKey(
  context: CanvasRenderingContext2D,
  ink: Ink,
  { diagram, quantity }: Scene,
  points: Shown['points'],
  top: number,
): void {
  const { scale } = diagram;
  const { size } = ink;
  let x = 6.4 * size;
  context.textAlign = 'left';
  const name = (words: string): void => {
    context.fillStyle = ink.text;
    context.fillText(words, x + 1.4 * size, top + 0.85 * size);
    x += 3 * size + context.measureText(words).width;
  };
  if (scale.kind === 'words') {
    for (const word of scale.words) {
      context.fillStyle = colorAt(ink, positionOf(scale, word) ?? 0);
      context.fillRect(x, top, size, size);
      name(scalarWords(word));
    }
  } else if (scale.kind === 'numbers') {
    const wide = 24 * size;
    for (let n = 0; n < wide; n++) {
      context.fillStyle = colorAt(ink, n / (wide - 1));
      context.fillRect(x + n, top, 1.5, 0.8 * size);
    }
    context.fillStyle = ink.text;
    context.textAlign = 'center';
    for (const part of scale.min === scale.max ? [0] : [0, 0.5, 1]) {
      context.fillText(formatNumber(valueAt(scale, part)), x + part * wide, top + 2.1 * size);
    }
    context.textAlign = 'left';
    x += wide + 3 * size;
  }
  for (const mark of marksIn(diagram, quantity, points)) {
    drawSample(context, ink, mark, x, top - 0.1 * size, 1.2 * size);
    name(markWords(mark));
  }
}

/** The phase diagram as a picture with its heading and the key of its colours. @param host  whose tokens are its ink */
export async function pictureOf(shown: Shown, host: Element): Promise<Blob> {
  const ink = readInk(host);
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * WIDTH;
  canvas.height = SCALE * HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('png');
  const scene = sceneOf(shown, null);
  context.setTransform(SCALE, 0, 0, SCALE, 0, SCALE * HEAD);
  drawScene(context, WIDTH, HEIGHT - HEAD - FOOT, ink, scene);
  context.setTransform(SCALE, 0, 0, SCALE, 0, 0);
  context.font = `${ink.size}px ${ink.font}`;
  drawKey(context, ink, scene, shown.points, HEIGHT - FOOT + 0.4 * ink.size);
  context.textAlign = 'left';
  context.fillStyle = ink.text;
  context.font = `${1.2 * ink.size}px ${ink.font}`;
  const { scale } = scene.diagram;
  const heading = headingOf(shown);
  const log = scale.kind === 'numbers' && scale.log;
  const title = log ? text('sweep.logKey', { name: heading }) : heading;
  context.fillText(title, 1.2 * ink.size, 1.8 * ink.size, WIDTH - 2.4 * ink.size);
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob === null ? failed(new Error('png')) : done(blob)), 'image/png');
  });
}

/** Its name says the run and what is drawn of it. */
export const pictureName = (shown: Shown): string => fileName(headingOf(shown)).replace(/\.json$/, '.png');
