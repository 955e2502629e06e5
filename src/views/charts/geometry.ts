import { placeOn, spread } from './axes.ts';
import type { Figure } from './figure.ts';
import { plainWords } from './words.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything of a figure stands, in pixels. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly panels: readonly Box[];
  /** Whether the name of the horizontal axis has room right of the plot; else it ends where the axis does. */
  readonly roomRight: boolean;
}

/** Room for the name of an axis beside a square plot, in type sizes. */
const NAME_ROOM = 5.5;
/** Width of a letter, in type sizes: about. */
const LETTER = 0.52;

/** Lays a figure out in a box. Room is measured in type sizes, so that it grows with the projector's type. */
export function layOut(figure: Figure, width: number, height: number, size: number): Geometry {
  const left = 4.7 * size;
  const top = 1.9 * size;
  const bottom = 1.9 * size;
  const square = figure.square === true;
  const labelled = square || figure.labels.length > 0;
  let right = (square ? NAME_ROOM : labelled ? (figure.labelRoom ?? 8.6) : 1.2) * size;
  const high = Math.max(1, height - top - bottom);
  let wide = Math.max(1, width - left - right);
  let low = 0;
  if (square) {
    const side = Math.min(wide, high);
    right += wide - side;
    low = high - side;
    wide = side;
  }
  const shares = figure.panels.reduce((sum, { share }) => sum + share, 0);
  // The name of each further axis stands in the gap above it.
  const gap = 1.7 * size;
  const room = high - low - gap * (figure.panels.length - 1);
  let at = top;
  const panels = figure.panels.map(({ share }) => {
    const box = { left, top: at, width: wide, height: (room * share) / shares };
    at += box.height + gap;
    return box;
  });
  const named = (LETTER * plainWords(figure.x.name).length + 0.6) * size;
  const roomRight = labelled && (square || named <= right);
  return { width, height, left, right, top, bottom: bottom + low, panels, roomRight };
}

/** Height of a label, in type sizes. */
const LABEL = 1.3;
/** Under this extent of a panel, in pixels, nothing can be read. */
const LEAST_PANEL = 8;

/** Whether every panel has an extent: a box that is only as large as its margins, or hidden, holds no plot. */
export function holdsPlot({ panels }: Geometry): boolean {
  return panels.every(({ width, height }) => width >= LEAST_PANEL && height >= LEAST_PANEL);
}

/** Whether panels that ask for a height of their own have it. */
function isReadable({ panels }: Figure, geometry: Geometry, size: number): boolean {
  return panels.every(({ least = 0 }, n) => geometry.panels[n].height >= least * size);
}

/** A figure in a box: all of it, or where that is too low for all panels, as many of the first as fit; null: none does. */
export function fitIn(
  figure: Figure,
  width: number,
  height: number,
  size: number,
): { readonly figure: Figure; readonly geometry: Geometry } | null {
  for (let count = figure.panels.length; count > 0; count--) {
    const one = count === figure.panels.length ? figure : firstPanels(figure, count);
    const geometry = layOut(one, width, height, size);
    if (!holdsPlot(geometry) || !isReadable(one, geometry, size)) continue;
    return { figure: withLabels(one, (height - geometry.top - geometry.bottom) / (LABEL * size)), geometry };
  }
  return null;
}

/** As many labels as fit, as far as some may be left out. */
function withLabels(figure: Figure, room: number): Figure {
  const spare = figure.labels.filter((label) => label.spare === true);
  const kept = Math.max(0, Math.floor(room) - (figure.labels.length - spare.length));
  if (spare.length <= kept) return figure;
  return { ...figure, labels: figure.labels.filter((label) => !spare.slice(kept).includes(label)) };
}

function firstPanels(figure: Figure, count: number): Figure {
  const { rasterBelow, ...above } = figure;
  return {
    ...above,
    panels: figure.panels.slice(0, count),
    labels: figure.labels.filter(({ panel }) => panel < count),
    ...(count > 1 && rasterBelow !== undefined ? { rasterBelow } : {}),
  };
}

/** Heights of the labels at the lines' ends, kept apart. */
export function labelTops(figure: Figure, geometry: Geometry, size: number): number[] {
  const heights = figure.labels.map(({ panel, at }) => {
    const box = geometry.panels[panel];
    return box.top + box.height * (1 - placeOn(figure.panels[panel].y, at));
  });
  // The name of the horizontal axis stands under the lowest label.
  const floor = geometry.height - geometry.bottom - 0.4 * size;
  return spread(heights, LABEL * size, 0.7 * size, floor);
}
