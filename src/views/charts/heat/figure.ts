import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Temperatures } from '../../../store/index.ts';
import type { Span } from '../axes.ts';
import type { Dots, EndLabel, Ink, Line, Mark, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { trackLabel } from '../tracks.ts';
import { factsOf, known, spreadOf, type Hot, type Readings } from './facts.ts';

/** Points on the line of what BAOAB's kinetic thermometers read. */
const LINE_POINTS = 65;
/** Room for the name of the axis. */
const LABEL_ROOM = 5;
/** Air above the readings, as a part of how far they are from T. */
const AIR = 1.15;

/** Where thermometers stand: at the frequency √λ of their mode, else at the number of their weight. */
function placesOf({ lambda }: Temperatures, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, k) =>
    lambda === null ? k : Math.sqrt(Math.max(0, lambda[k])),
  );
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
  if (expected === null || temperature === 0) return [flat];
  const last = expected.length - 1;
  const slope = lambda === null ? 0 : (temperature - expected[last]) / lambda[last];
  // Of single weights it is the same for all.
  const reach = lambda === null ? last : Math.sqrt(lambda[last]);
  const x = Array.from({ length: LINE_POINTS }, (_, i) => (reach * i) / (LINE_POINTS - 1));
  const y = x.map((w) => (lambda === null ? expected[0] : temperature - slope * w * w));
  return [flat, { kind: 'line', x, y, ink: 'heat', dash: 'dash' }];
}

/** 1, 2 or 5 times a power of ten, at least so much. */
function roundUp(value: number): number {
  if (!(value > 0)) return Infinity;
  const decade = 10 ** Math.floor(Math.log10(value));
  return decade * ([1, 2, 5].find((part) => part * decade >= value) ?? 10);
}

/** What the readings of all runs reach, errors among them; null where none is known. */
function reachOf(all: readonly Hot[]): Span | null {
  let [min, max] = [Infinity, -Infinity];
  for (const { read } of all) {
    for (const readings of [read.kinetic, read.configurational]) {
      if (readings === null) continue;
      for (const k of known(readings)) {
        min = Math.min(min, readings.mean[k] - readings.error[k]);
        max = Math.max(max, readings.mean[k] + readings.error[k]);
      }
    }
  }
  return max < min ? null : { min, max };
}

/** Heights: about T as closely as the readings stand to it by now; from 0 where they differ as much, or there is no T. */
function heightsOf(all: readonly Hot[], hold: Hold): Span {
  const reach = reachOf(all) ?? { min: 0, max: 0 };
  const temperatures = all.map(({ read }) => read.temperature ?? 0);
  const T = Math.max(...temperatures);
  if (Math.min(...temperatures) > 0) {
    const off = roundUp(AIR * Math.max(T - reach.min, reach.max - T));
    if (off < T) return { min: T - off, max: T + off };
  }
  return { ...hold('heat', { min: 0, max: Math.max(1.25 * T, reach.max) }), min: 0 };
}

/** How many thermometers of a run, or averages of them, have an error to tell. */
function told({ kinetic, configurational, meanKinetic, meanConfigurational }: Temperatures): number {
  const single = [kinetic, configurational].reduce(
    (sum, one) => sum + (one === null ? 0 : known(one).length),
    0,
  );
  return single + [meanKinetic, meanConfigurational].filter((one) => Number.isFinite(one?.error)).length;
}

/** When the first thermometer of some runs shows. */
function earlyWords(all: readonly Hot[]): string {
  const ready = Math.min(...all.map(({ read }) => read.ready));
  return ready < Infinity
    ? text('chart.heat.early', { ready: formatNumber(ready) })
    : text('chart.heat.never');
}

/**
 * Thermometers of every run that noise shakes: dots read motion, rings position, each with a bar of one standard error;
 * beside them their averages and what these are exactly. Source: physics.md 4.2.
 */
export function heatFigure(all: readonly Hot[], hold: Hold): Shown {
  if (all.length === 0) return { empty: text('chart.heat.none') };
  if (all.every(({ read }) => told(read) === 0)) return { empty: earlyWords(all) };
  const marks: Mark[] = [];
  let end = 0;
  for (const { track, read } of all) {
    const { kinetic, configurational } = read;
    const x = placesOf(read, kinetic?.mean.length ?? configurational?.mean.length ?? 0);
    end = Math.max(end, ...x);
    if (configurational !== null) marks.push(...marksOf(x, configurational, track.role, 'open'));
    if (kinetic !== null) marks.push(...marksOf(x, kinetic, track.role, 'solid'));
  }
  const [{ read }] = all;
  const bath = all.find(({ read }) => read.temperature !== null)?.read;
  const modes = all.some(({ read }) => read.lambda !== null);
  const wide = end > 0 ? 1.04 * end : 1;
  const labels: EndLabel[] = [];
  if (bath !== undefined) {
    marks.push(...expectedMarks(bath, wide));
    const at = bath.temperature ?? 0;
    labels.push({ key: 'T', panel: 0, at, words: text('chart.heat.labelT'), ink: 'heat', strong: true });
  }
  const facts = factsOf(all);
  return {
    x: {
      name: text(modes ? 'chart.heat.frequency' : 'chart.heat.weight'),
      scale: 'linear',
      span: { min: 0, max: wide },
      whole: !modes,
    },
    panels: [
      {
        y: { name: text('chart.heat.axis'), scale: 'linear', span: heightsOf(all, hold) },
        share: 1,
        marks,
      },
    ],
    labels,
    labelRoom: LABEL_ROOM,
    facts,
    summary: [
      text('chart.heat.summary', {
        temperature: bath === undefined ? text('chart.heat.noBath') : formatNumber(bath.temperature),
        since: formatNumber(read.since),
      }),
      ...facts.rows.map(({ name, values: [measured, exact] }) =>
        text('chart.heat.row', { name, measured, exact }),
      ),
      ...all
        .filter(({ read }) => read.temperature === null && !read.bath)
        .map(({ track, read }) =>
          text('chart.heat.noTemperature', { track: trackLabel(track), spread: spreadOf(read) }),
        ),
    ].join(' '),
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
