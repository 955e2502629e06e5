import '../../../messages/late.ts';
import { useEffect, useRef, useState, type JSX } from 'react';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type HessianMap } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { csvOf } from '../csv.ts';
import type { Facts, Table } from '../figure.ts';
import { FactsView } from '../FactsView.tsx';
import { readStyle } from '../style.ts';
import { plainWords } from '../words.ts';
import { Words } from '../Words.tsx';
import { drawScene, summaryOf, type Scene } from './draw.ts';
import { eased, placesOf } from './move.ts';
import { sitesOf } from './sites.ts';
import '../charts.css';
import './nonlocality.css';

const WATCH = 'chart.nonlocality';
const CELLS = 256;
/** More weights than this have their Hessian entry by entry only where the cost is quadratic (physics/locality/entries.ts). */
const MOST_WEIGHTS = 2000;
const ORDERS = ['lattice', 'shuffled', 'cuthill-mckee', 'spectral'] as const;
type Order = (typeof ORDERS)[number];

function mapNow(): HessianMap | null {
  return seenAs(useLab.getState().seen, WATCH, 'hessian-map');
}

/** Milliseconds that a re-indexing takes: the token of what explains, 0 where reduced motion is asked. */
function motionOf(element: Element): number {
  const token = getComputedStyle(element).getPropertyValue('--motion-explain').trim();
  const value = Number.parseFloat(token);
  return Number.isFinite(value) ? (token.endsWith('ms') ? value : 1000 * value) : 0;
}

/** Names of the sheets, where the matrix of the lattice's order has borders. */
function namesNow(map: HessianMap): readonly string[] {
  const sheets = useLab.getState().info?.layout.sheets ?? [];
  return map.borders.length > 0 ? sheets.map(({ name }) => name) : [];
}

/** Keeps the picture drawn: when something new is seen, on a new size or ground, and while weights move. */
function usePicture(canvas: React.RefObject<HTMLCanvasElement | null>): HessianMap | null {
  const map = useLab(({ seen }) => seenAs(seen, WATCH, 'hessian-map'));
  const layout = useLab(({ info }) => info?.layout ?? null);
  /** The order that is shown. */
  const shown = useRef<{ readonly order: string; readonly places: Int32Array } | null>(null);

  useEffect(() => {
    shown.current = null;
  }, [layout]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || map === null || layout === null) return;
    if (map.weights.length !== useLab.getState().info?.tracks[0].weightCount) return;
    let style = readStyle(element);
    const before = shown.current;
    const places = placesOf(map.weights);
    const moves = before !== null && before.order !== map.order;
    const from = before?.places ?? places;
    shown.current = { order: map.order, places };
    const picture: Omit<Scene, 'move'> = {
      map,
      sites: sitesOf(layout, map.weights.length),
      lattice: map.sites,
      names: namesNow(map),
    };
    let part = moves ? 0 : 1;
    const draw = (): void => {
      const ratio = window.devicePixelRatio || 1;
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const move = part < 1 ? { from, to: places, part: eased(part) } : null;
      drawScene(context, width, height, style, { ...picture, move });
      element.dataset.moving = String(part < 1);
    };
    let request = 0;
    const start = performance.now();
    const length = motionOf(element);
    const step = (now: number): void => {
      part = length > 0 ? Math.min(1, Math.max(0, (now - start) / length)) : 1;
      draw();
      if (part < 1) request = requestAnimationFrame(step);
    };
    if (moves) request = requestAnimationFrame(step);
    else draw();
    const resized = new ResizeObserver(draw);
    resized.observe(element);
    const grounded = new MutationObserver(() => {
      style = readStyle(element);
      draw();
    });
    grounded.observe(document.documentElement, { attributes: true, attributeFilter: ['data-ground'] });
    return () => {
      cancelAnimationFrame(request);
      resized.disconnect();
      grounded.disconnect();
    };
  }, [map, layout, canvas]);
  return map;
}

function factsOf(map: HessianMap): Facts {
  const { lattice, reordered, order, perCell } = map;
  const same = order === 'lattice';
  const row = (name: string, a: string, b: string) => ({ name, values: same ? [a] : [a, b] });
  return {
    columns: [
      { name: text('chart.nonlocality.order.lattice'), ink: 'text' },
      ...(same ? [] : [{ name: text(`chart.nonlocality.order.${order as Order}`), ink: 'text' as const }]),
    ],
    rows: [
      row(
        text('chart.nonlocality.mean'),
        formatNumber(lattice.meanDistance),
        formatNumber(reordered.meanDistance),
      ),
      row(text('chart.nonlocality.ratio'), formatNumber(lattice.ratio), formatNumber(reordered.ratio)),
      row(text('chart.nonlocality.band'), formatShort(lattice.bandwidth), formatShort(reordered.bandwidth)),
      row(
        text('chart.nonlocality.matrixBand'),
        formatShort(lattice.matrixBandwidth),
        formatShort(reordered.matrixBandwidth),
      ),
    ],
    notes: [
      text('chart.nonlocality.unchanged'),
      ...(perCell > 1 ? [text('chart.nonlocality.cells', { count: perCell })] : []),
    ],
  };
}

/** A line for every row of the map: its first weight, J₁, and J₂ with every column. */
function tableOf({ cells, perCell, weights, first, second }: HessianMap): Table {
  const name = (cell: number): string => `w[${weights[cell * perCell]}]`;
  return {
    columns: [
      'weight',
      'J1 [cost]',
      ...Array.from({ length: cells }, (_, cell) => `J2 with ${name(cell)} [cost]`),
    ],
    rows: Array.from({ length: cells }, (_, row) => [
      weights[row * perCell],
      first[row],
      ...second.subarray(row * cells, (row + 1) * cells),
    ]),
  };
}

/** The picture as a file: pixels as they stand, in an SVG wrapped. */
async function imageOf(canvas: HTMLCanvasElement, ground: string, format: 'png' | 'svg'): Promise<Blob> {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (context === null) throw new Error(text('drawer.nothing'));
  context.fillStyle = ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  if (format === 'svg') {
    const size = `width="${copy.width}" height="${copy.height}"`;
    const picture = `<image ${size} href="${copy.toDataURL()}"/>`;
    return new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${picture}</svg>`], {
      type: 'image/svg+xml',
    });
  }
  return new Promise((resolve, reject) => {
    copy.toBlob((blob) => (blob === null ? reject(new Error(text('drawer.nothing'))) : resolve(blob)));
  });
}

/** Non-locality: J₁ and J₂ about the current point in lattice order, how far they reach, and the same re-indexed. */
export default function Nonlocality({ register }: ChartProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [order, setOrder] = useState<Order>('lattice');
  const map = usePicture(canvas);
  const tooLarge = useLab(
    ({ info }) => info !== null && !info.quadratic && info.tracks[0].weightCount > MOST_WEIGHTS,
  );

  useEffect(() => {
    useLab.getState().watch(WATCH, tooLarge ? null : { id: 'hessian-map', query: { cells: CELLS, order } });
  }, [order, tooLarge]);
  useEffect(() => () => useLab.getState().watch(WATCH, null), []);

  useEffect(() => {
    register({
      csv: () => {
        const seen = mapNow();
        return seen === null ? '' : csvOf(tableOf(seen));
      },
      image: async (format) => {
        const element = canvas.current;
        if (element === null || mapNow() === null) throw new Error(text('drawer.nothing'));
        return imageOf(element, readStyle(element).ground, format);
      },
    });
    return () => register(null);
  }, [register]);

  const title = text('chart.nonlocality.title');
  const waiting = tooLarge
    ? text('chart.nonlocality.large', { most: MOST_WEIGHTS })
    : text('chart.nonlocality.working');
  return (
    <figure className="chart with-facts nonlocality" data-order={map?.order ?? ''}>
      <div className="chart-area">
        <canvas ref={canvas} aria-hidden="true" hidden={map === null} />
        {map === null ? (
          <div className="chart-empty">
            <p>{waiting}</p>
          </div>
        ) : null}
      </div>
      <div className="chart-facts">
        <fieldset className="orders">
          <legend className="vh">{text('chart.nonlocality.orders')}</legend>
          {ORDERS.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="nonlocality-order"
                checked={order === name}
                onChange={() => setOrder(name)}
              />
              <Words of={text(`chart.nonlocality.order.${name}`)} />
            </label>
          ))}
        </fieldset>
        {map === null ? null : <FactsView facts={factsOf(map)} title={title} />}
      </div>
      <figcaption className="vh" aria-live="polite">
        {title}. {map === null ? waiting : plainWords(summaryOf(map, namesNow(map)))}
      </figcaption>
    </figure>
  );
}
