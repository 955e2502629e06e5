import { formatInteger, formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { LayerPast } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { Dots, Facts, Line, Raster, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { symmetricLog } from '../nonlocality/scale.ts';
import { columnsOf, pastRaster } from '../pastRaster.ts';
import { courseOf, stepEdges } from './past.ts';
import { momentsOf, sumsOver } from './moments.ts';

/** Each of the last steps; all of them from the start; how they scatter over a window. */
export const energyModes = ['last', 'start', 'scatter'] as const;
export type EnergyMode = (typeof energyModes)[number];

const FLOOR = 1e-18;

/** The map of a quantity of the layers over the steps: logarithmic over three decades of either sign. */
function mapOf(past: LayerPast, values: Float64Array, width: number, largest: number): Raster {
  const scaled = values.map((value) => symmetricLog(value, largest));
  const { steps, spacing } = past;
  return pastRaster({ steps, spacing, values: scaled, width }, 1, {});
}

const partOf = (values: Float64Array, width: number, row: number): Float64Array =>
  values.subarray(width * row, width * (row + 1));

/** Energy and currents of the layers in the last row, with the balance of each. */
function factsOf(past: LayerPast, notes: readonly string[]): Facts {
  const { depth, steps } = past;
  const row = steps.length - 1;
  const kinetic = partOf(past.kinetic, depth, row);
  const flux = partOf(past.flux, depth + 1, row);
  return {
    columns: [
      { name: '*Tₘ*', ink: 'second' },
      { name: '*Pₘ*', ink: 'text' },
    ],
    long: true,
    rows: Array.from(flux, (power, m) => ({
      name: m < depth ? text('layered.layer', { m }) : text('layered.outputs'),
      values: [m < depth ? formatNumber(kinetic[m]) : '', formatNumber(power)],
    })),
    notes: [text('layered.balance', { off: formatShort(past.continuity[row]) }), ...notes],
  };
}

/** Kinetic energy of the layers above the power that flows between them, against the steps; or how both scatter. */
export function energyFigure(past: LayerPast, mode: EnergyMode, _extra: boolean, hold: Hold): Shown {
  if (past.steps.length < 2) return { empty: text('layered.empty') };
  return mode === 'scatter' ? scatterFigure(past, hold) : mapFigure(past, mode, hold);
}

/** The power of ten above a number: a scale that changes seldom. */
const decadeAbove = (value: number): number => 10 ** Math.ceil(Math.log10(value) - 1e-9);

function mapFigure(past: LayerPast, mode: EnergyMode, hold: Hold): Shown {
  const { depth, steps, spacing } = past;
  if (columnsOf(past) < 2) return { empty: text('layered.empty') };
  const largest = (values: Float64Array, name: string): number => {
    const most = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
    if (most === 0) return 0;
    const known = hold(name, { min: 0, max: most }).max;
    // Of the last steps alone what is full follows them down: energies die out over many decades.
    return mode === 'last' ? Math.min(known, decadeAbove(most)) : known;
  };
  const [mostT, mostP] = [largest(past.kinetic, 'layered.T'), largest(past.flux, 'layered.P')];
  const off: Line = {
    kind: 'line',
    x: stepEdges(past).map((step) => step - 0.5 * spacing),
    y: courseOf(past, (row) => Math.max(FLOOR, past.continuity[row])),
    ink: 'text',
    steps: true,
  };
  const rows = (name: string, count: number, share: number) => ({
    y: { name, scale: 'linear' as const, span: { min: -0.5, max: count - 0.5 }, whole: true },
    share,
    marks: [],
  });
  const facts = factsOf(past, [
    text('layered.scale', { kinetic: formatShort(mostT), flux: formatShort(mostP) }),
    text('layered.sign'),
    ...(spacing > 1 ? [text('chart.sources.thinned', { spacing })] : []),
    ...(past.complete ? [] : [text('chart.spaceTime.gaps')]),
  ]);
  const last = steps.length - 1;
  return {
    x: {
      name: text('chart.sources.step'),
      scale: 'linear',
      span: { min: steps[0] - 0.5 * spacing, max: steps[0] + (columnsOf(past) - 0.5) * spacing },
      whole: true,
    },
    panels: [
      rows(text('layered.kinetic'), depth, depth),
      rows(text('layered.flux'), depth + 1, depth + 1),
      {
        y: {
          name: text('layered.off'),
          scale: 'log',
          span: hold('layered.continuity', { min: -18, max: -10 }),
        },
        share: 1.4,
        least: 2.5,
        marks: [off],
      },
    ],
    labels: [],
    raster: mapOf(past, past.kinetic, depth, mostT),
    rasterBelow: mapOf(past, past.flux, depth + 1, mostP),
    facts,
    summary: text('layered.summary', {
      step: formatInteger(steps[last]),
      kinetic: Array.from(partOf(past.kinetic, depth, last), (value) => formatNumber(value)).join(', '),
      flux: Array.from(partOf(past.flux, depth + 1, last), (value) => formatNumber(value)).join(', '),
      off: formatShort(past.continuity[last]),
    }),
  };
}

/** Means of T and P of every layer over the window, with their standard deviations about them. */
function scatterFigure(past: LayerPast, hold: Hold): Shown {
  const { depth, steps } = past;
  const series = (values: Float64Array, width: number) =>
    Array.from({ length: width }, (_, m) => momentsOf(steps.length, (row) => values[width * row + m]));
  const [kinetic, flux] = [series(past.kinetic, depth), series(past.flux, depth + 1)];
  /** A vertical bar of one standard deviation to either side of every mean. */
  const bars = (moments: ReturnType<typeof series>, ink: Line['ink']): readonly [Line, Dots] => [
    {
      kind: 'line',
      x: moments.flatMap((_, m) => [m, m, NaN]),
      y: moments.flatMap(({ mean, deviation }) => [mean - deviation, mean + deviation, NaN]),
      ink,
      thick: true,
    },
    {
      kind: 'dots',
      x: moments.map((_, m) => m),
      y: moments.map(({ mean }) => mean),
      ink,
      shape: 'solid',
      size: 9,
    },
  ];
  const [energy, power] = [bars(kinetic, 'second'), bars(flux, 'J')];
  const split = past.obstacle === null;
  const { bulk, boundary, correlation } = sumsOver(past);
  const row = (name: string, ...values: readonly number[]) => ({
    name,
    values: values.map((v) => formatNumber(v)),
  });
  return {
    x: {
      name: text('layered.place'),
      scale: 'linear',
      span: { min: -0.5, max: depth + 0.5 },
      whole: true,
    },
    panels: [
      {
        y: {
          name: text('layered.kineticScatter'),
          scale: 'linear',
          span: hold('layered.T.scatter', { min: 0, max: (extent([energy[0].y]) ?? { max: 1 }).max }),
        },
        share: 1,
        marks: energy,
      },
      {
        y: {
          name: text('layered.fluxScatter'),
          scale: 'linear',
          span: hold('layered.P.scatter', extent([power[0].y, [0]]) ?? { min: -1, max: 1 }),
        },
        share: 1,
        marks: power,
      },
    ],
    labels: [],
    facts: {
      columns: [
        { name: text('layered.mean'), ink: 'text' },
        { name: text('layered.deviation'), ink: 'text' },
      ],
      long: true,
      rows: [
        ...(split
          ? [
              row('*L*_{bulk}', bulk.mean, bulk.deviation),
              row('*L*_{boundary}', boundary.mean, boundary.deviation),
            ]
          : []),
        ...flux.map(({ mean, deviation }, m) => row(`*P*_{${m}}`, mean, deviation)),
      ],
      notes: [
        text('layered.open'),
        text('layered.window', { count: steps.length }),
        ...(split ? [text('layered.correlation', { value: formatShort(correlation) })] : []),
      ],
    },
    summary: text('layered.scatterSummary', {
      count: steps.length,
      flux: flux.map(({ deviation }) => formatNumber(deviation)).join(', '),
      bulk: split ? formatNumber(bulk.deviation) : '–',
    }),
  };
}

/** A line for every row: energy, current and rate of every layer. */
export function energyTable(past: LayerPast): Table {
  const { depth } = past;
  const layers = Array.from({ length: depth }, (_, m) => m);
  return {
    columns: [
      'step',
      'time t [1]',
      ...layers.map((m) => `T_${m} kinetic energy of layer ${m}`),
      ...[...layers, depth].map((m) => `P_${m} power into layer ${m}`),
      ...layers.map((m) => `dT_${m}/dt`),
      'residual of dT/dt = -2 gamma T + P_m - P_m+1, relative',
    ],
    rows: Array.from(past.steps, (step, row) => [
      step,
      past.times[row],
      ...partOf(past.kinetic, depth, row),
      ...partOf(past.flux, depth + 1, row),
      ...partOf(past.rate, depth, row),
      past.continuity[row],
    ]),
  };
}
