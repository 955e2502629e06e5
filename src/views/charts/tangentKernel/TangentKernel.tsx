import '../../../messages/late.ts';
import { useEffect, useRef, type JSX } from 'react';
import { formatInteger, formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type KernelMap } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Table } from '../figure.ts';
import { courseSeen, watchCourse } from '../outputDynamics/source.ts';
import { rampColor, rampIndex, type ChartStyle } from '../style.ts';
import { useDrawing } from '../svgHost.ts';
import { drawKernel, keyColours, leastOf, type KernelWords } from './picture.ts';
import '../charts.css';
import './tangentKernel.css';

const WATCH = 'chart.kernel-map';

const mapNow = (): KernelMap | null => seenAs(useLab.getState().seen, WATCH, 'kernel-map');

/** The kernel as pixels, row 0 above. */
function imageOf({ rows, kernel, largest }: KernelMap, { ramp }: ChartStyle): string {
  const canvas = document.createElement('canvas');
  canvas.width = rows;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  const pixels = context.createImageData(rows, rows);
  for (let n = 0; n < kernel.length; n++) {
    const at = rampIndex(largest === 0 ? 0 : kernel[n] / largest);
    for (let part = 0; part < 3; part++) pixels.data[4 * n + part] = ramp[at + part];
    pixels.data[4 * n + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

function namesOf({ rows, samples }: KernelMap): KernelWords {
  const course = courseSeen();
  const since = formatShort(course?.since ?? 0);
  return {
    map:
      samples === null
        ? text('chart.kernel.map', { rows: formatInteger(rows) })
        : text('chart.kernel.some', { samples: formatInteger(samples.length) }),
    values: text('chart.kernel.values', { since }),
    drift: text('chart.kernel.drift', { drift: formatNumber(course?.norms.drift.at(-1) ?? null) }),
    number: text('chart.kernel.number'),
    time: text('chart.time'),
  };
}

function draw(width: number, height: number, style: ChartStyle): string | null {
  const map = mapNow();
  if (map === null) return null;
  const colours = keyColours((value) => rampColor(style.ramp, value));
  return drawKernel(map, courseSeen(), imageOf(map, style), colours, namesOf(map), width, height, style);
}

/** Rows of the kernel, each with one of its eigenvalues. */
function tableOf(map: KernelMap | null): Table {
  if (map === null) return { columns: [], rows: [] };
  const { rows, kernel, values } = map;
  return {
    columns: ['row', 'eigenvalue', ...Array.from({ length: rows }, (_, n) => `Theta with row ${n}`)],
    rows: Array.from({ length: rows }, (_, row) => [
      row,
      values[row],
      ...kernel.subarray(row * rows, (row + 1) * rows),
    ]),
  };
}

/** The tangent kernel of the samples now: a map, its eigenvalues, and how far it has drifted. */
export default function TangentKernel({ register }: ChartProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const map = useLab(({ seen }) => seenAs(seen, WATCH, 'kernel-map'));

  useEffect(() => {
    useLab.getState().watch(WATCH, { id: 'kernel-map', query: {} });
    const unwatch = watchCourse();
    return () => {
      unwatch();
      useLab.getState().watch(WATCH, null);
    };
  }, []);
  useDrawing(host, { draw, table: () => tableOf(mapNow()), empty: text('drawer.nothing') }, register);

  const drift = useLab(() => courseSeen()?.norms.drift.at(-1) ?? null);
  const title = text('chart.kernel.title');
  const summary =
    map === null
      ? text('chart.kernel.empty')
      : text('chart.kernel.summary', {
          rows: map.rows,
          largest: formatNumber(map.largest),
          low: formatNumber(leastOf(map.values)),
          high: formatNumber(map.values[map.rows - 1]),
          drift: formatNumber(drift),
          since: formatShort(courseSeen()?.since ?? 0),
        });
  return (
    <figure className="chart tangent-kernel" data-rows={map?.rows}>
      <div className="chart-area">
        <div ref={host} className="kernel-plot" aria-hidden="true" />
        {map === null ? (
          <div className="chart-empty">
            <p>{summary}</p>
          </div>
        ) : null}
      </div>
      <figcaption className="vh" aria-live="off">
        {title}. {summary}
      </figcaption>
    </figure>
  );
}
