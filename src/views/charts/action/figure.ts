import { formatNumber, formatShort, superscript } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { ActionCourse } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { EndLabel, Ink, Mark, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';

/** Decades that a line may dip below its highest: where T or C pass through 0 their logarithm has no end. */
const DEPTH = 10;

/** log₁₀ of a weighted quantity; NaN where it is not above 0 or far below the line's highest. */
function decadesOf(values: Float64Array, logWeight: Float64Array | null): Float64Array {
  const logs = values.map((value, i) =>
    value > 0 ? Math.log10(value) + (logWeight?.[i] ?? 0) / Math.LN10 : NaN,
  );
  const most = extent([logs])?.max ?? 0;
  return logs.map((log) => (log < most - DEPTH ? NaN : log));
}

/** The newest that is a number. */
function lastOf(values: Float64Array): number | undefined {
  return values.filter((value) => !Number.isNaN(value)).at(-1);
}

/** Value · e^{log} as text, whatever its size. */
export function formatScaled(value: number, log: number): string {
  const decades = Math.log10(Math.abs(value)) + log / Math.LN10;
  if (!Number.isFinite(decades) || Math.abs(decades) < 300) return formatNumber(value * Math.exp(log));
  const power = Math.floor(decades);
  const digits = (10 ** (decades - power)).toFixed(2);
  return `${value < 0 ? '\u2212' : ''}${digits}×10${superscript(power)}`;
}

/** The two terms of the action over time, with the volume and without it. */
export function actionFigure(
  course: ActionCourse | null,
  quadratic: boolean,
  unit: string,
  hold: Hold,
): Shown {
  if (course === null || course.times.length < 2) return { empty: text('chart.action.empty') };
  const { times, logWeight, kinetic, cost, action } = course;
  const volume = logWeight.map((log) => log / Math.LN10);
  const lines = [
    { key: 'volume', y: volume, ink: 'expansion', words: 'chart.action.volume', bare: false },
    {
      key: 'kinetic',
      y: decadesOf(kinetic, logWeight),
      ink: 'second',
      words: 'chart.action.kinetic',
      bare: false,
    },
    {
      key: 'cost',
      y: decadesOf(cost, logWeight),
      ink: 'text',
      words: quadratic ? 'chart.action.cost' : 'chart.action.plainCost',
      bare: false,
    },
    {
      key: 'bare-kinetic',
      y: decadesOf(kinetic, null),
      ink: 'second',
      words: null,
      bare: true,
    },
    { key: 'bare-cost', y: decadesOf(cost, null), ink: 'text-2', words: null, bare: true },
  ] as const satisfies readonly { readonly ink: Ink; readonly [key: string]: unknown }[];
  const y = hold('action.y', extent(lines.map((line) => line.y)) ?? { min: -1, max: 1 });
  const last = times.length - 1;
  const marks: Mark[] = lines.map(({ y: values, ink, bare }) => ({
    kind: 'line',
    x: times,
    y: values,
    ink,
    thick: !bare,
    dash: bare ? 'dot' : 'solid',
    opacity: bare ? 0.8 : 1,
  }));
  const labels: EndLabel[] = lines.flatMap(({ key, y: values, ink, words }) =>
    words === null
      ? []
      : [{ key, panel: 0, at: lastOf(values) ?? y.min, words: text(words), ink, strong: true }],
  );
  const value = formatScaled(action.value, action.logScale);
  const residual = formatNumber(action.stationarity, 1);
  return {
    x: { name: text('chart.time'), scale: 'linear', span: { min: times[0], max: times[last] } },
    panels: [
      { y: { name: text('chart.action.axis', { unit, value }), scale: 'linear', span: y }, share: 1, marks },
    ],
    labels,
    labelRoom: 9.5,
    summary: text('chart.action.summary', {
      time: formatShort(times[last]),
      volume: formatShort(volume[last]),
      value,
      residual,
    }),
  };
}

export function actionTable(course: ActionCourse | null): Table {
  const { times, logWeight, kinetic, cost } = course ?? {
    times: new Float64Array(0),
    logWeight: [],
    kinetic: [],
    cost: [],
  };
  return {
    columns: ['time t [1]', 'ln of the volume [1]', 'kinetic T [cost]', 'cost C - C0 [cost]'],
    rows: Array.from(times, (time, row) => [time, logWeight[row], kinetic[row], cost[row]]),
  };
}
