import type { Explored, Exploring } from '../../store/pictures.ts';
import { createCadence } from './cadence.ts';
import { isEmpty, type ChartSource, type Figure } from './figure.ts';
import { fitIn } from './geometry.ts';
import { hover, purge, react, type PlotHoverEvent, type PlotlyHTMLElement } from './plotly.ts';
import { readStyle, STYLED_BY } from './style.ts';
import { lastKnown, layoutOf, sentenceOf, tracesOf, type Meaning } from './toPlotly.ts';
import { plainWords } from './words.ts';
import { UNZOOMED, zoomAfter, zoomBy, zoomedFigure } from './zoom.ts';

/** While a run plays it is drawn five times a second: values are read, not watched, and a drawing by Plotly costs more. */
const PLAYING_MS = 200;
/** Points that a key with Shift goes on by. */
const STRIDE = 10;
const NEARER = 1 / 1.5;

/** A line or dots, as keys read them. */
interface ReadTrace {
  readonly meta: Meaning;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly xaxis: string;
  readonly yaxis: string;
}

/**
 * Draws a chart for a hand that zooms and reads values, and follows the run while it plays.
 *  @param host  holds nothing else; takes the focus and the keys
 *  @param tell  told what the chart says, and which value is read, whenever that changes
 */
export function explore(host: HTMLElement, source: ChartSource, tell: (said: Explored) => void): Exploring {
  let style = readStyle(host);
  let figure: Figure | null = null;
  let zoom = UNZOOMED;
  let dragmode: 'zoom' | 'pan' = 'zoom';
  let said: Explored = { summary: '', value: '' };
  /** The point that keys have come to. */
  let at: { curve: number; point: number } | null = null;
  let traces: ReturnType<typeof tracesOf> = [];
  let [ended, held, bound] = [false, false, false];
  let drawn: readonly unknown[] | null = null;

  const say = (news: Partial<Explored>): void => {
    said = { ...said, ...news };
    tell(said);
  };
  const readPoint = ({ points: [point] }: PlotHoverEvent): void => {
    if (point === undefined) return;
    const { x, y, z, data } = point as unknown as {
      readonly x: number;
      readonly y: number;
      readonly z?: number | null;
      readonly data: { readonly meta: Meaning };
    };
    say({ value: sentenceOf(data.meta, { x, y, z }) });
  };
  const bind = (plot: PlotlyHTMLElement): void => {
    if (bound) return;
    bound = true;
    plot.on('plotly_hover', readPoint);
    // The zoom is kept here: Plotly's own `uirevision` gives it up as soon as an axis of the figure has grown.
    plot.on('plotly_relayout', (event) => {
      zoom = zoomAfter(zoom, event as Readonly<Record<string, unknown>>);
      again();
    });
    plot.on('plotly_doubleclick', () => {
      reset();
    });
  };
  /** Shows the value at which the keys stand, once it is drawn. */
  const showPoint = (): void => {
    if (at === null) return;
    const { meta, x, y, xaxis, yaxis } = traces[at.curve] as ReadTrace;
    hover(host, [{ curveNumber: at.curve, pointNumber: at.point }], `${xaxis}${yaxis}`);
    // Plotly tells of what a pointer finds alone.
    say({ value: sentenceOf(meta, { x: x[at.point], y: y[at.point] }) });
  };

  const draw = (): boolean => {
    const state = source.state();
    // A hand that drags holds what it drags on.
    if (
      held ||
      (drawn !== null && drawn.length === state.length && drawn.every((one, i) => one === state[i]))
    )
      return false;
    const shown = source.figure();
    drawn = state;
    if (isEmpty(shown)) {
      figure = null;
      bound = false;
      purge(host);
      say({ summary: plainWords(shown.empty), value: '' });
      return true;
    }
    const fitted = fitIn(shown, host.clientWidth, host.clientHeight, style.size);
    if (fitted === null) return false;
    figure = fitted.figure;
    traces = tracesOf(figure, fitted.geometry, style);
    const layout = layoutOf(zoomedFigure(figure, zoom), fitted.geometry, style, dragmode);
    const config = { displayModeBar: false, doubleClick: false, scrollZoom: true } as const;
    react(host, traces, layout, config).then(
      (plot) => {
        if (ended) return;
        bind(plot);
        showPoint();
      },
      (error: unknown) => {
        // Plotly ends a drawing one task later and then reads what an emptying has taken away.
        if (!ended && figure !== null) throw error;
      },
    );
    const summary = plainWords(figure.summary);
    if (summary !== said.summary) say({ summary });
    return true;
  };
  const cadence = createCadence(draw, PLAYING_MS);
  const again = (): void => {
    drawn = null;
    cadence.ask();
  };
  const reset = (): void => {
    zoom = UNZOOMED;
    again();
  };
  const zoomTo = (factor: number): void => {
    if (figure === null) return;
    zoom = zoomBy(figure, zoom, factor);
    again();
  };

  /** To another point of a line, or to another line, past what holds none. */
  const walk = (points: number, curves: number): void => {
    const counts = traces.map((trace) =>
      trace.type === 'scatter' ? ((trace.y as readonly number[] | undefined) ?? []) : [],
    );
    const known = (curve: number, point: number): boolean => Number.isFinite(counts[curve][point]);
    const lines = counts.flatMap((y, curve) => (y.some((value) => Number.isFinite(value)) ? [curve] : []));
    if (lines.length === 0) return;
    if (at === null || !lines.includes(at.curve)) {
      const [curve] = lines;
      at = { curve, point: lastKnown(counts[curve]) };
    } else {
      const curve = lines[(lines.indexOf(at.curve) + curves + lines.length) % lines.length];
      let point = Math.min(counts[curve].length - 1, Math.max(0, at.point + points));
      const way = points < 0 ? -1 : 1;
      while (point >= 0 && point < counts[curve].length && !known(curve, point)) point += way;
      if (!known(curve, point)) point = counts[curve].findIndex((_, i) => known(curve, i));
      at = { curve, point };
    }
    showPoint();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stride = event.shiftKey ? STRIDE : 1;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => walk(-stride, 0),
      ArrowRight: () => walk(stride, 0),
      ArrowUp: () => walk(0, -1),
      ArrowDown: () => walk(0, 1),
      '+': () => zoomTo(NEARER),
      '=': () => zoomTo(NEARER),
      '-': () => zoomTo(1 / NEARER),
      '0': reset,
    };
    const action = keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  const point = (): void => {
    at = null;
  };
  const take = (): void => {
    held = true;
  };
  const release = (): void => {
    held = false;
    cadence.ask();
  };

  const listening = new AbortController();
  const { signal } = listening;
  host.addEventListener('keydown', press, { signal });
  host.addEventListener('pointermove', point, { signal });
  host.addEventListener('pointerdown', take, { signal });
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', release, { signal });
  const resized = new ResizeObserver(again);
  resized.observe(host);
  const grounded = new MutationObserver(() => {
    style = readStyle(host);
    again();
  });
  grounded.observe(document.documentElement, { attributes: true, attributeFilter: STYLED_BY });
  draw();
  return {
    zoom: (way) => zoomTo(way === 'in' ? NEARER : 1 / NEARER),
    reset,
    drag(mode) {
      dragmode = mode;
      again();
    },
    end() {
      ended = true;
      cadence.end();
      listening.abort();
      resized.disconnect();
      grounded.disconnect();
      purge(host);
    },
  };
}
