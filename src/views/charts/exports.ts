import { drawRaster } from './raster.ts';
import type { Figure, Raster } from './figure.ts';
import { figureShapes, sharp } from './figureShapes.ts';
import { labelTops, layOut, type Box, type Geometry } from './geometry.ts';
import { drawing } from './plotSvg.ts';
import { writeShape, type Shape } from './shapes.ts';
import { rampOf, type ChartStyle } from './style.ts';
import { pictureOf } from './svgImage.ts';
import { words } from './svgWords.ts';

/** Smallest picture that is saved, in pixels: a chart in its drawer is lower than print wants. */
const LEAST_WIDTH = 800;
const LEAST_HEIGHT = 450;
interface Place {
  readonly left: number;
  /** The middle of the line. */
  readonly top: number;
  readonly align: 'start' | 'end';
}

/** The same words as in the page, at a place. */
function written(of: string, color: string, size: number, { left, top, align }: Place): string {
  return words(of, left, top + 0.35 * size, color, `text-anchor="${align}" font-size="${size}"`);
}

/** Everything that the page writes in HTML beside the plot. */
function wordsBeside(figure: Figure, geometry: Geometry, style: ChartStyle): string[] {
  const { size } = style;
  const right = geometry.width - geometry.right;
  const base = geometry.height - geometry.bottom;
  const tops = labelTops(figure, geometry, size);
  const beside = { left: right + 0.6 * size, align: 'start' } as const;
  const names = figure.labels.map((label, index) =>
    written(label.words, style.ink[label.ink], size, { ...beside, top: tops[index] }),
  );
  figure.panels.forEach(({ y }, index) => {
    const { top } = geometry.panels[index];
    const place = { left: geometry.left + 0.5 * size, top: top - 0.8 * size, align: 'start' } as const;
    names.push(written(y.name, style.axisText, size, place));
  });
  const end = geometry.roomRight
    ? ({ ...beside, top: base + 0.9 * size } as const)
    : ({ left: right, align: 'end', top: base + 0.9 * size } as const);
  names.push(written(figure.x.name, style.axisText, size, end));
  return names;
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
    const place = { left, top: geometry.panels[0].top + 1.5 * size * index, align: 'start' } as const;
    return written(line, color, size, place);
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

/** A figure as a picture file with its title, axes, labels and ground. */
export async function imageOf(
  figure: Figure,
  title: string,
  shown: { readonly width: number; readonly height: number },
  style: ChartStyle,
  format: 'png' | 'svg',
): Promise<Blob> {
  const width = Math.max(LEAST_WIDTH, shown.width);
  const height = Math.max(LEAST_HEIGHT, shown.height);
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
  const heading = { left: geometry.left, top: 1.6 * size, align: 'start' } as const;
  const maps = [figure.raster, figure.rasterBelow].flatMap((raster, panel) =>
    raster === undefined ? [] : [mapShape(raster, sharp(geometry, geometry.panels[panel]), style)],
  );
  const parts = [
    ...[...maps, ...figureShapes(figure, geometry, style)].map(writeShape),
    written(title, style.text, 1.2 * size, heading),
    ...wordsBeside(figure, geometry, style),
    ...factsBeside(figure, geometry, style, factsLeft),
  ];
  return pictureOf(drawing(parts, width, height, style), width, height, style.ground, format);
}
