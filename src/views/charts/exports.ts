import type { ChartDrawing } from '../../store/pictures.ts';
import { drawRaster } from './raster.ts';
import type { Figure, Raster } from './figure.ts';
import { figureShapes, sharp } from './figureShapes.ts';
import { layOut, type Box, type Geometry } from './geometry.ts';
import { namesBeside, type Placed } from './names.ts';
import { drawing } from './plotSvg.ts';
import { writeShape, type Shape } from './shapes.ts';
import { rampOf, type ChartStyle } from './style.ts';
import { words } from './svgWords.ts';
import { plainWords } from './words.ts';

/** Smallest picture that is saved, in pixels: a chart in its drawer is lower than print wants. */
const LEAST_WIDTH = 800;
const LEAST_HEIGHT = 450;

/** The same words as in the page, at a place. */
function written({ words: of, color, left, top, align }: Placed, size: number): string {
  return words(of, left, top + 0.35 * size, color, `text-anchor="${align}" font-size="${size}"`);
}

/** Letters that stand beside a figure in one line. */
const LINE_LETTERS = 36;

/** A sentence in lines that fit beside a figure; marked symbols hold no spaces. */
function wrapped(sentence: string): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE_LETTERS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Numbers beside the figure, a line each, under the title's right end. */
function factsBeside(figure: Figure, geometry: Geometry, style: ChartStyle, left: number): string[] {
  const { facts } = figure;
  if (facts === undefined) return [];
  const { size } = style;
  const lines = facts.columns.flatMap(({ name, ink }, column) => [
    { line: name, color: style.ink[ink] },
    ...facts.rows.map((row) => ({ line: `${row.name}: ${row.values[column]}`, color: style.text })),
  ]);
  const notes = facts.notes.flatMap(wrapped).map((line) => ({ line, color: style.axisText }));
  return [...lines, ...notes].map(({ line, color }, index) => {
    const top = geometry.panels[0].top + 1.5 * size * index;
    return written({ words: line, color, left, top, align: 'start' }, size);
  });
}

/** A map as a picture under its panel, enlarged so that viewers that smooth pictures keep its cells. */
function mapShape(raster: Raster, { left: x, top: y, width, height }: Box, style: ChartStyle): Shape {
  const cells = document.createElement('canvas');
  drawRaster(cells, raster, rampOf(style, raster));
  const canvas = document.createElement('canvas');
  const factor = Math.max(1, Math.round(720 / Math.max(raster.columns, raster.rows)));
  canvas.width = raster.columns * factor;
  canvas.height = raster.rows * factor;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.imageSmoothingEnabled = raster.smooth;
    context.drawImage(cells, 0, 0, canvas.width, canvas.height);
  }
  const href = canvas.toDataURL();
  return { tag: 'image', attributes: { href, x, y, width, height, preserveAspectRatio: 'none' } };
}

/** Pixels of CSS in both directions. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** As large as it stands, and at least as print wants it. */
export const savedSize = ({ width, height }: Size): Size => ({
  width: Math.max(LEAST_WIDTH, width),
  height: Math.max(LEAST_HEIGHT, height),
});

/** Width of a letter, and what stands before a name, in type sizes: about. */
const LETTER = 0.56;
const BEFORE_NAME = 1.2;

/** The figure with room for the longest name of its lines: in a file nothing is cut. */
export function roomy(figure: Figure): Figure {
  const longest = figure.labels.reduce((most, { words: of }) => Math.max(most, plainWords(of).length), 0);
  const needed = LETTER * longest + BEFORE_NAME;
  return needed <= (figure.labelRoom ?? 0) ? figure : { ...figure, labelRoom: Math.max(8.6, needed) };
}

/** A figure as one drawing for a file, with its title, axes and labels. */
export function drawingOf(
  shown: Figure,
  title: string,
  { width, height }: Size,
  style: ChartStyle,
): ChartDrawing {
  const figure = roomy(shown);
  const { size } = style;
  const head = 2.2 * size;
  const beside = figure.facts === undefined ? 0 : 20 * size;
  const plot = layOut(figure, width - beside, height - head, size);
  const geometry: Geometry = {
    ...plot,
    width,
    height,
    top: plot.top + head,
    right: plot.right + beside,
    panels: plot.panels.map((box) => ({ ...box, top: box.top + head })),
  };
  // Right of the plot, and of the names of its lines.
  const namesRoom = figure.square !== true && figure.labels.length > 0 ? plot.right : 2 * size;
  const factsLeft = geometry.panels[0].left + geometry.panels[0].width + namesRoom;
  const heading = { words: title, color: style.text, left: geometry.left, top: 1.6 * size } as const;
  const maps = [figure.raster, figure.rasterBelow].flatMap((raster, panel) =>
    raster === undefined ? [] : [mapShape(raster, sharp(geometry, geometry.panels[panel]), style)],
  );
  const parts = [
    ...[...maps, ...figureShapes(figure, geometry, style)].map(writeShape),
    written({ ...heading, align: 'start' }, 1.2 * size),
    ...namesBeside(figure, geometry, style).map((placed) => written(placed, size)),
    ...factsBeside(figure, geometry, style, factsLeft),
  ];
  return { svg: drawing(parts, width, height, style), width, height, ground: style.ground };
}
