import type { Axis, Span } from './axes.ts';
import type { Figure } from './figure.ts';

/** What a hand has zoomed to; left out: all of the figure, which follows the run. */
export interface Zoom {
  readonly x?: Span;
  readonly y: Readonly<Record<number, Span>>;
}

export const UNZOOMED: Zoom = { y: {} };

/** The figure with the axes that a hand has chosen; names of lines that end beyond them are left out. */
export function zoomedFigure(figure: Figure, zoom: Zoom): Figure {
  const to = (axis: Axis, span: Span | undefined): Axis => (span === undefined ? axis : { ...axis, span });
  return {
    ...figure,
    x: to(figure.x, zoom.x),
    panels: figure.panels.map((panel, index) => ({ ...panel, y: to(panel.y, zoom.y[index]) })),
    labels: figure.labels.filter(({ panel, at }) => {
      const span = zoom.y[panel];
      const place = figure.panels[panel].y.scale === 'log' ? Math.log10(at) : at;
      return span === undefined || (place >= span.min && place <= span.max);
    }),
  };
}

/** The zoom after one of Plotly's events: 'xaxis.range[0]' and the like; all panels share their horizontal axis. */
export function zoomAfter(before: Zoom, event: Readonly<Record<string, unknown>>): Zoom {
  let zoom = before;
  for (const [key, low] of Object.entries(event)) {
    const found = /^([xy])axis(\d*)\.range\[0\]$/.exec(key);
    if (found === null) continue;
    const [one, other] = [low, event[key.replace('[0]', '[1]')]].map(Number);
    const span = { min: Math.min(one, other), max: Math.max(one, other) };
    if (!(span.max > span.min && Number.isFinite(span.max - span.min))) continue;
    const index = found[2] === '' ? 0 : Number(found[2]) - 1;
    zoom = found[1] === 'x' ? { ...zoom, x: span } : { ...zoom, y: { ...zoom.y, [index]: span } };
  }
  return zoom;
}

/** Every axis so many times as long about its middle; under 1: nearer. */
export function zoomBy(figure: Figure, before: Zoom, factor: number): Zoom {
  const { x, panels } = zoomedFigure(figure, before);
  const scaled = ({ span }: Axis): Span => {
    const [middle, half] = [(span.min + span.max) / 2, (factor * (span.max - span.min)) / 2];
    return { min: middle - half, max: middle + half };
  };
  return { x: scaled(x), y: Object.fromEntries(panels.map(({ y }, index) => [index, scaled(y)])) };
}
