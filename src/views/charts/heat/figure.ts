import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Temperatures } from '../../../store/index.ts';
import type { Dots, EndLabel, Ink, Line, Mark, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { trackLabel, type ChartTrack } from '../tracks.ts';

/** A run with noise, and what thermometers on it read. */
export interface Hot {
  readonly track: ChartTrack;
  readonly read: Temperatures;
}

type Readings = NonNullable<Temperatures['kinetic']>;

/** Points on the line of what BAOAB's kinetic thermometers read. */
const LINE_POINTS = 65;
const LABEL_ROOM = 15.5;

/** Where thermometers stand: at the frequency √λ of their mode, else at the number of their weight. */
function placesOf({ lambda }: Temperatures, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, k) =>
    lambda === null ? k : Math.sqrt(Math.max(0, lambda[k])),
  );
}

/** Readings whose errors are known. */
function known({ error }: Readings): readonly number[] {
  return Array.from(error.keys()).filter((k) => Number.isFinite(error[k]));
}

function marksOf(x: Float64Array, readings: Readings, ink: Ink, shape: Dots['shape']): Mark[] {
  const { mean, error } = readings;
  const shown = known(readings);
  const at = shown.flatMap((k) => [x[k], x[k], NaN]);
  const bars: Line = {
    kind: 'line',
    x: at,
    y: shown.flatMap((k) => [mean[k] - error[k], mean[k] + error[k], NaN]),
    ink,
    opacity: 0.7,
  };
  return [
    bars,
    { kind: 'dots', x: shown.map((k) => x[k]), y: shown.map((k) => mean[k]), ink, shape, size: 6 },
  ];
}

/** T across the plot, and what kinetic thermometers read at this step: T(1 − h²λ/4), a parabola in √λ. */
function expectedMarks({ temperature, expected, lambda }: Temperatures, end: number): Mark[] {
  if (temperature === null) return [];
  const flat: Line = { kind: 'line', x: [0, end], y: [temperature, temperature], ink: 'heat' };
  if (expected === null || lambda === null || temperature === 0) return [flat];
  const last = lambda.length - 1;
  const slope = (temperature - expected[last]) / lambda[last];
  const x = Array.from({ length: LINE_POINTS }, (_, i) => (Math.sqrt(lambda[last]) * i) / (LINE_POINTS - 1));
  const bent: Line = {
    kind: 'line',
    x,
    y: x.map((w) => temperature - slope * w * w),
    ink: 'heat',
    dash: 'dash',
  };
  return [flat, bent];
}

/** A mean to the digits that its error leaves it: '0.492 ± 0.012'. */
function written(reading: Temperatures['meanKinetic']): string {
  if (reading === null) return formatNumber(null);
  const { mean, error } = reading;
  if (!(error > 0)) return text('chart.heat.measuring');
  const digits = Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(error))));
  return text('chart.heat.reading', { mean: mean.toFixed(digits), error: error.toFixed(digits) });
}

/** The mean cost above its least beside the exact one, where there is a bath. */
function excessWords({ excess }: Temperatures): string {
  if (excess === null || excess.expected === null || !(excess.error > 0)) return '';
  return text('chart.heat.excess', { read: written(excess), expected: formatNumber(excess.expected) });
}

/** How many thermometers of a run have an error to tell. */
function told({ kinetic, configurational }: Temperatures): number {
  return [kinetic, configurational].reduce((sum, one) => sum + (one === null ? 0 : known(one).length), 0);
}

/**
 * Thermometers of every run that noise shakes: dots read motion, rings position, each with a bar of one standard error.
 *  Source: physics.md 4.2.
 */
export function heatFigure(all: readonly Hot[], hold: Hold): Shown {
  if (all.length === 0) return { empty: text('chart.heat.none') };
  if (all.every(({ read }) => told(read) === 0)) return { empty: text('chart.heat.early') };
  const marks: Mark[] = [];
  const labels: EndLabel[] = [];
  let end = 0;
  let most = 0;
  for (const { track, read } of all) {
    const { temperature, kinetic, configurational } = read;
    const x = placesOf(read, kinetic?.mean.length ?? configurational?.mean.length ?? 0);
    end = Math.max(end, ...x);
    most = Math.max(most, 1.25 * (temperature ?? 0));
    for (const [readings, shape] of [
      [configurational, 'open'],
      [kinetic, 'solid'],
    ] as const) {
      if (readings === null) continue;
      marks.push(...marksOf(x, readings, track.role, shape));
      const shown = known(readings);
      if (shown.length === 0) continue;
      most = Math.max(most, ...shown.map((k) => readings.mean[k] + readings.error[k]));
      if (temperature === null) continue;
      const at = readings.mean[shown[shown.length - 1]];
      const name = text(shape === 'open' ? 'chart.heat.position' : 'chart.heat.motion');
      const average = shape === 'open' ? read.meanConfigurational : read.meanKinetic;
      const words = `${shape === 'open' ? '○' : '●'} ${name} ${written(average)}`;
      labels.push({ key: `${track.id}.${shape}`, panel: 0, at, words, ink: track.role });
    }
    if (temperature !== null) continue;
    const words = text('chart.heat.noTemperature', { track: track.index === 0 ? '' : trackLabel(track) });
    labels.push({ key: track.id, panel: 0, at: most, words, ink: track.role });
  }
  const [{ read }] = all;
  const bath = all.find(({ read }) => read.temperature !== null)?.read;
  const modes = all.some(({ read }) => read.lambda !== null);
  const wide = 1.04 * end;
  if (bath !== undefined) {
    marks.push(...expectedMarks(bath, wide));
    const value = formatNumber(bath.temperature);
    const words = text('chart.heat.labelT', { value });
    labels.unshift({ key: 'T', panel: 0, at: bath.temperature ?? 0, words, ink: 'heat', strong: true });
  }
  return {
    x: {
      name: text(modes ? 'chart.heat.frequency' : 'chart.heat.weight'),
      scale: 'linear',
      span: { min: 0, max: wide > 0 ? wide : 1 },
      whole: !modes,
    },
    panels: [
      {
        y: {
          name: `${text('chart.heat.axis')}${excessWords(read)}`,
          scale: 'linear',
          span: { ...hold('heat', { min: 0, max: most }), min: 0 },
        },
        share: 1,
        marks,
      },
    ],
    labels,
    labelRoom: LABEL_ROOM,
    summary: text('chart.heat.summary', {
      temperature: bath === undefined ? text('chart.heat.noBath') : formatNumber(bath.temperature),
      since: formatNumber(read.since),
      kinetic: written(read.meanKinetic),
      configurational: written(read.meanConfigurational),
      excess: written(read.excess),
      expected: formatNumber(read.excess?.expected ?? null),
      samples: all.filter((hot) => hot.read.temperature === null).length,
    }),
  };
}

/** A row for every mode or weight: its curvature, and what each thermometer reads with its error. */
export function heatTable(all: readonly Hot[]): Table {
  const readingsOf = ({ read }: Hot): readonly (readonly [string, Readings | null])[] => [
    ['kinetic', read.kinetic],
    ['configurational', read.configurational],
  ];
  const columns = all.flatMap((hot) =>
    readingsOf(hot).flatMap(([name, readings]) =>
      readings === null ? [] : [{ name: `${hot.track.id}: ${name}`, readings }],
    ),
  );
  const first = all[0]?.read;
  const size = Math.max(0, ...columns.map(({ readings }) => readings.mean.length));
  return {
    columns: [
      'mode or weight',
      'lambda [1/t^2]',
      'expected kinetic [cost]',
      ...columns.flatMap(({ name }) => [`${name} [cost]`, `${name}, standard error [cost]`]),
    ],
    rows: Array.from({ length: size }, (_, k) => [
      k,
      first?.lambda?.[k] ?? NaN,
      first?.expected?.[k] ?? NaN,
      ...columns.flatMap(({ readings }) => [readings.mean[k] ?? NaN, readings.error[k] ?? NaN]),
    ]),
  };
}
