import '../../messages/late.ts';
import { useEffect, useRef, useState, type JSX, type ReactNode, type RefObject } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Later } from '../../store/later.ts';
import { createCadence } from './cadence.ts';
import { FactsColumn } from './FactsColumn.tsx';
import { FactsView } from './FactsView.tsx';
import { drawingOf, savedSize } from './exports.ts';
import type { ChartProps } from '../../store/pictures.ts';
import { isEmpty, type ChartSource, type Figure, type Raster } from './figure.ts';
import { figureShapes } from './figureShapes.ts';
import { fitIn, labelTops, type Box, type Geometry } from './geometry.ts';
import { drawRaster } from './raster.ts';
import { createPlot } from './shapes.ts';
import { rampOf, readStyle, STYLED_BY } from './style.ts';
import { Words } from './Words.tsx';
import { plainWords } from './words.ts';
import './charts.css';

/** Type sizes that a plot, the names at its right and numbers beside it take together. */
const NARROW = 34;

interface Props extends ChartProps {
  readonly source: ChartSource;
  /** Name of the chart. */
  readonly title: string;
  /** Controls of the chart's own, beside the figure. */
  readonly children?: ReactNode;
  /** What a hand touches, over the plot. */
  readonly over?: (figure: Figure, geometry: Geometry) => ReactNode;
  /** What makes a figure where there is none yet, under the sentence that says so. */
  readonly action?: ReactNode;
}

/** What React writes around the plot. */
interface Beside {
  readonly figure: Figure | null;
  readonly geometry: Geometry | null;
  readonly tops: readonly number[];
  readonly size: number;
  /** Too narrow for numbers beside the plot. */
  readonly narrow: boolean;
  readonly empty: string;
}

const NOTHING: Beside = { figure: null, geometry: null, tops: [], size: 12, narrow: false, empty: '' };

const nobody = (): void => undefined;

/** Plotly, with what draws a figure by it. */
const explorer = new Later(() => import('./explore.ts'));

function sameEntries(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, index) => Object.is(entry, b[index]));
}

/** A chart that follows its source: drawn when that has changed, as often as its cost allows (cadence.ts). */
export function LiveChart({ source, title, register, children, over, action }: Props): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const asking = useRef(nobody);
  const [beside, setBeside] = useState<Beside>(NOTHING);

  useEffect(() => {
    const element = host.current;
    const cells = canvas.current;
    const lower = below.current;
    if (element === null || cells === null || lower === null) return;
    let style = readStyle(element);
    const plot = createPlot(element);
    let [width, height] = [element.clientWidth, element.clientHeight];
    const frame = element.closest('figure');
    let whole = frame?.clientWidth ?? width;
    let drawn: readonly unknown[] | null = null;

    const draw = (): boolean => {
      const state = source.state();
      if (drawn !== null && sameEntries(state, drawn)) return false;
      const shown = source.figure();
      drawn = state;
      if (isEmpty(shown)) {
        plot.clear();
        setBeside({ ...NOTHING, empty: shown.empty });
        return true;
      }
      const fitted = fitIn(shown, width, height, style.size);
      if (fitted === null) return false;
      const { figure: drawable, geometry } = fitted;
      plot.draw(figureShapes(drawable, geometry, style), geometry, style);
      for (const [raster, onto] of [
        [drawable.raster, cells],
        [drawable.rasterBelow, lower],
      ] as const) {
        if (raster !== undefined) drawRaster(onto, raster, rampOf(style, raster));
      }
      const tops = labelTops(drawable, geometry, style.size);
      const narrow = whole < NARROW * style.size;
      setBeside({ figure: drawable, geometry, tops, size: style.size, narrow, empty: '' });
      return true;
    };
    const cadence = createCadence(draw);
    const again = (): void => {
      drawn = null;
      cadence.ask();
    };
    asking.current = cadence.ask;
    // Sizes are read where they change: asked for between two drawings they make the page lay itself out at once.
    const resized = new ResizeObserver(() => {
      [width, height] = [element.clientWidth, element.clientHeight];
      whole = frame?.clientWidth ?? width;
      again();
    });
    resized.observe(element);
    if (frame !== null) resized.observe(frame);
    // Whoever changes the ground changes the attribute: tokens follow it, and so does the chart.
    const grounded = new MutationObserver(() => {
      style = readStyle(element);
      again();
    });
    grounded.observe(document.documentElement, { attributes: true, attributeFilter: STYLED_BY });
    const close = source.open?.();
    draw();
    register({
      table: () => source.table(),
      drawing(size = savedSize({ width, height })) {
        const shown = source.figure();
        if (isEmpty(shown)) throw new Error(shown.empty);
        const { title: scene } = useLab.getState().document?.scenario ?? { title: '' };
        return drawingOf(shown, text('chart.fileTitle', { chart: title, scene }), size, style);
      },
      explore: async (onto, tell) => (await explorer.ask()).explore(onto, source, tell),
    });
    return () => {
      register(null);
      cadence.end();
      asking.current = nobody;
      resized.disconnect();
      grounded.disconnect();
      close?.();
      plot.clear();
    };
  }, [source, title, register]);

  // A source may have choices of its own, which come as other controls.
  useEffect(() => asking.current());

  const { figure, geometry, tops, size, narrow, empty } = beside;
  const withFacts = figure?.facts !== undefined;
  return (
    <figure
      className={`chart${withFacts ? ' with-facts' : ''}${figure?.square === true ? ' square' : ''}${narrow ? ' narrow' : ''}`}
    >
      <div className="chart-area">
        <Cells onto={canvas} raster={figure?.raster} box={geometry?.panels[0]} name="chart-raster" />
        <Cells
          onto={below}
          raster={figure?.rasterBelow}
          box={geometry?.panels[1]}
          name="chart-raster-below"
        />
        <div ref={host} className="chart-plot" aria-hidden="true" />
        {figure === null || geometry === null ? null : (
          <>
            <Names figure={figure} geometry={geometry} tops={tops} size={size} />
            {over?.(figure, geometry)}
          </>
        )}
      </div>
      {figure === null ? (
        <div className="chart-empty">
          <p>
            <Words of={empty === '' ? text('chart.loading') : empty} />
          </p>
          {empty === '' ? null : action}
        </div>
      ) : null}
      {withFacts || (children !== undefined && figure !== null) ? (
        <FactsColumn scrolled={figure?.facts?.long === true ? title : undefined}>
          {children}
          {figure?.facts === undefined ? null : <FactsView facts={figure.facts} title={title} />}
        </FactsColumn>
      ) : null}
      <figcaption className="vh">
        {figure === null ? `${title}. ${plainWords(empty)}` : `${title}. ${plainWords(figure.summary)}`}
      </figcaption>
    </figure>
  );
}

interface CellsProps {
  readonly onto: RefObject<HTMLCanvasElement | null>;
  readonly raster: Raster | undefined;
  readonly box: Box | undefined;
  readonly name: string;
}

/** The cells of a panel's map, under its axes. */
function Cells({ onto, raster, box, name }: CellsProps): JSX.Element {
  return (
    <canvas
      ref={onto}
      className={raster?.smooth === true ? `${name} smooth` : name}
      hidden={raster === undefined}
      style={box}
      aria-hidden="true"
    />
  );
}

interface NamesProps {
  readonly figure: Figure;
  readonly geometry: Geometry;
  readonly tops: readonly number[];
  readonly size: number;
}

/** Names of the lines and of the axes. */
function Names({ figure, geometry, tops, size }: NamesProps): JSX.Element {
  const right = geometry.width - geometry.right;
  const base = geometry.height - geometry.bottom + 0.95 * size;
  return (
    <div aria-hidden="true">
      {figure.labels.map((label, index) => (
        <span
          key={label.key}
          className={`chart-label ink-${label.ink}${label.strong === true ? ' strong' : ''}${label.faint === true ? ' faint' : ''}`}
          style={{ left: right + 0.6 * size, top: tops[index] }}
        >
          <Words of={label.words} />
        </span>
      ))}
      {figure.panels.map(({ y }, index) => (
        <span
          key={y.name}
          className="chart-axis"
          style={{
            left: geometry.left + 0.5 * size,
            top: geometry.panels[index].top - 0.85 * size,
            // Right of the plot stand the names of its lines.
            maxWidth: Math.max(geometry.panels[index].width - 0.5 * size, 9 * size),
          }}
        >
          <Words of={y.name} />
        </span>
      ))}
      <span
        className={geometry.roomRight ? 'chart-axis' : 'chart-axis ending'}
        style={{ left: geometry.roomRight ? right + 0.6 * size : right, top: base }}
      >
        <Words of={figure.x.name} />
      </span>
    </div>
  );
}
