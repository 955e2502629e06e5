import '../../../messages/late.ts';
import { useEffect, useRef, useState, type JSX } from 'react';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type CostSeriesSeen, type HessianMap } from '../../../store/index.ts';
import type { ChartDrawing, ChartProps } from '../../../store/pictures.ts';
import type { Facts, Table } from '../figure.ts';
import { FactsColumn } from '../FactsColumn.tsx';
import { FactsView } from '../FactsView.tsx';
import { readStyle } from '../style.ts';
import { plainWords } from '../words.ts';
import { Words } from '../Words.tsx';
import { summaryOf } from './draw.ts';
import { mapNow, namesNow, showPicture, WATCH } from './picture.ts';
import '../charts.css';
import './nonlocality.css';

const SERIES = 'chart.nonlocality.series';
type ValueOfSeries = CostSeriesSeen | null;
const CELLS = 256;
/** More weights than this have their Hessian entry by entry only where the cost is quadratic (physics/locality/entries.ts). */
const MOST_WEIGHTS = 2000;
const ORDERS = ['lattice', 'shuffled', 'cuthill-mckee', 'spectral'] as const;
type Order = (typeof ORDERS)[number];

/** How far along the motion the quadratic part rules, and the series reaches. */
function seriesWords(found: ValueOfSeries): string | null {
  if (found === null) return null;
  const { third, fourth, radius } = found;
  if (third === Infinity && fourth === Infinity) return text('chart.nonlocality.quadratic');
  const reach = radius === Infinity ? 'chart.nonlocality.entire' : 'chart.nonlocality.radius';
  const said = { third: formatNumber(third), fourth: formatNumber(fourth) };
  return `${text('chart.nonlocality.orders34', said)} ${text(reach, { radius: formatNumber(radius) })}`;
}

function factsOf(map: HessianMap, found: ValueOfSeries): Facts {
  const { lattice, reordered, order, perCell } = map;
  const same = order === 'lattice';
  const said = seriesWords(found);
  const row = (name: string, a: string, b: string) => ({ name, values: same ? [a] : [a, b] });
  return {
    columns: [
      { name: text('chart.nonlocality.order.lattice'), ink: 'text' },
      ...(same ? [] : [{ name: text(`chart.nonlocality.order.${order as Order}`), ink: 'second' as const }]),
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
      ...(said === null ? [] : [said]),
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

/** The picture for a file: pixels as they stand, wrapped in a drawing. */
function drawingOf(canvas: HTMLCanvasElement, field: HTMLCanvasElement, ground: string): ChartDrawing {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (context === null) throw new Error(text('drawer.nothing'));
  context.drawImage(canvas, 0, 0);
  context.drawImage(field, 0, 0);
  const { clientWidth: width, clientHeight: height } = canvas;
  const size = `width="${width}" height="${height}"`;
  const picture = `<image ${size} href="${copy.toDataURL()}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">${picture}</svg>`;
  return { svg, width, height, ground };
}

/** Non-locality: J₁ and J₂ about the current point in lattice order, how far they reach, and the same re-indexed. */
export default function Nonlocality({ register }: ChartProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const field = useRef<HTMLCanvasElement>(null);
  const [order, setOrder] = useState<Order>('lattice');
  const map = useLab(({ seen }) => seenAs(seen, WATCH, 'hessian-map'));

  useEffect(
    () =>
      canvas.current === null || field.current === null
        ? undefined
        : showPicture(canvas.current, field.current),
    [],
  );

  const series = useLab(({ seen }) => seenAs(seen, SERIES, 'cost-series'));
  const tooLarge = useLab(
    ({ info }) => info !== null && !info.quadratic && info.tracks[0].weightCount > MOST_WEIGHTS,
  );

  useEffect(() => {
    useLab.getState().watch(WATCH, tooLarge ? null : { id: 'hessian-map', query: { cells: CELLS, order } });
  }, [order, tooLarge]);
  useEffect(() => {
    useLab.getState().watch(SERIES, { id: 'cost-series', query: {} });
    return () => {
      useLab.getState().watch(WATCH, null);
      useLab.getState().watch(SERIES, null);
    };
  }, []);

  useEffect(() => {
    register({
      table() {
        const seen = mapNow();
        return seen === null ? { columns: [], rows: [] } : tableOf(seen);
      },
      drawing() {
        const element = canvas.current;
        const over = field.current;
        if (element === null || over === null || mapNow() === null) throw new Error(text('drawer.nothing'));
        return drawingOf(element, over, readStyle(element).ground);
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
        <canvas ref={field} className="live" aria-hidden="true" hidden={map === null} />
        {map === null ? (
          <div className="chart-empty">
            <p>{waiting}</p>
          </div>
        ) : null}
      </div>
      <FactsColumn>
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
        {map === null ? null : <FactsView facts={factsOf(map, series)} title={title} />}
      </FactsColumn>
      <figcaption className="vh" aria-live="polite">
        {title}. {map === null ? waiting : plainWords(summaryOf(map, namesNow(map)))}
      </figcaption>
    </figure>
  );
}
