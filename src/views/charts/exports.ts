import { drawRaster } from './raster.ts';
import type { Figure, Raster } from './figure.ts';
import { labelTops, layOut, type Geometry } from './geometry.ts';
import { toImage, type Layout } from './plotly.ts';
import { rampOf, type ChartStyle } from './style.ts';
import { layoutOf, tracesOf } from './toPlotly.ts';
import { wordsOf } from './words.ts';

/** Smallest picture that is saved, in pixels: a chart in its drawer is lower than print wants. */
const LEAST_WIDTH = 800;
const LEAST_HEIGHT = 450;
/** Saved pictures have this many pixels per unit. */
const SCALE = 2;

const TAGS = { symbol: 'i', sub: 'sub', sup: 'sup' } as const;

type Annotation = NonNullable<Layout['annotations']>[number];

interface Place {
  readonly left: number;
  readonly top: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The same words as in the page, as one of Plotly's annotations at a place in pixels. */
function annotation(
  words: string,
  color: string,
  size: number,
  place: Place,
  geometry: Geometry,
): Annotation {
  const wide = geometry.width - geometry.left - geometry.right;
  const high = geometry.height - geometry.top - geometry.bottom;
  return {
    text: wordsOf(words)
      .map(({ text, face }) => (face === 'plain' ? text : `<${TAGS[face]}>${text}</${TAGS[face]}>`))
      .join(''),
    xref: 'paper',
    yref: 'paper',
    x: (place.left - geometry.left) / wide,
    y: 1 - (place.top - geometry.top) / high,
    xanchor: place.align,
    yanchor: 'middle',
    align: 'left',
    showarrow: false,
    font: { color, size },
  };
}

/** Everything that the page writes in HTML beside the plot. */
function wordsBeside(figure: Figure, geometry: Geometry, style: ChartStyle): Annotation[] {
  const { size } = style;
  const right = geometry.width - geometry.right;
  const base = geometry.height - geometry.bottom;
  const tops = labelTops(figure, geometry, size);
  const beside = { left: right + 0.6 * size, align: 'left' } as const;
  const words = figure.labels.map((label, index) =>
    annotation(label.words, style.ink[label.ink], size, { ...beside, top: tops[index] }, geometry),
  );
  figure.panels.forEach(({ y }, index) => {
    const { top } = geometry.panels[index];
    const place = { left: geometry.left + 0.5 * size, top: top - 0.8 * size, align: 'left' } as const;
    words.push(annotation(y.name, style.axisText, size, place, geometry));
  });
  const end = geometry.roomRight
    ? ({ ...beside, top: base + 0.9 * size } as const)
    : ({ left: right, align: 'right', top: base + 0.9 * size } as const);
  words.push(annotation(figure.x.name, style.axisText, size, end, geometry));
  return words;
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
function factsBeside(figure: Figure, geometry: Geometry, style: ChartStyle, left: number): Annotation[] {
  const { facts } = figure;
  if (facts === undefined) return [];
  const { size } = style;
  const lines = facts.columns.flatMap(({ name, ink }, column) => [
    { words: name, color: style.ink[ink] },
    ...facts.rows.map((row) => ({ words: `${row.name}: ${row.values[column]}`, color: style.text })),
  ]);
  const notes = facts.notes.flatMap(wrapped).map((words) => ({ words, color: style.axisText }));
  return [...lines, ...notes].map(({ words, color }, index) => {
    const place = { left, top: geometry.panels[0].top + 1.5 * size * index, align: 'left' } as const;
    return annotation(words, color, size, place, geometry);
  });
}

/** Bytes of a data address; the page's policy lets no request read one. */
function blobOf(address: string): Blob {
  const comma = address.indexOf(',');
  const [type, ...rest] = address.slice('data:'.length, comma).split(';');
  const body = address.slice(comma + 1);
  if (!rest.includes('base64')) return new Blob([decodeURIComponent(body)], { type });
  const text = atob(body);
  return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], { type });
}

/** The raster as a picture under the plot, enlarged so that viewers that smooth pictures keep its cells. */
function rasterImage(figure: Figure, style: ChartStyle): Partial<Layout> {
  const images = [figure.raster, figure.rasterBelow].flatMap((raster, panel) =>
    raster === undefined ? [] : [panelImage(figure, raster, panel, style)],
  );
  return images.length === 0 ? {} : { images };
}

function panelImage(
  { x, panels }: Figure,
  raster: Raster,
  panel: number,
  style: ChartStyle,
): NonNullable<Layout['images']>[number] {
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
  const y = panels[panel].y.span;
  return {
    source: canvas.toDataURL(),
    xref: panel === 0 ? 'x' : 'x2',
    yref: panel === 0 ? 'y' : 'y2',
    x: x.span.min,
    y: y.max,
    sizex: x.span.max - x.span.min,
    sizey: y.max - y.min,
    sizing: 'stretch',
    layer: 'below',
  };
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
  const heading = { left: geometry.left, top: 1.6 * size, align: 'left' } as const;
  const layout: Partial<Layout> = {
    ...layoutOf(figure, geometry, style),
    ...rasterImage(figure, style),
    paper_bgcolor: style.ground,
    annotations: [
      annotation(title, style.text, 1.2 * size, heading, geometry),
      ...wordsBeside(figure, geometry, style),
      ...factsBeside(figure, geometry, style, factsLeft),
    ],
  };
  const address = await toImage(
    { data: tracesOf(figure, geometry, style), layout, config: { staticPlot: true } },
    { format, width, height, scale: format === 'png' ? SCALE : 1 },
  );
  return blobOf(address);
}
