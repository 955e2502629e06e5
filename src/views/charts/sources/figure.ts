import { formatInteger, formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { SourcePast } from '../../../store/index.ts';
import { extent, type Span } from '../axes.ts';
import type { Facts, Figure, Line, Panel, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { columnsOf, pastRaster } from '../pastRaster.ts';

/** Bars of this moment, each of the last steps, or all of them from the start. */
export const modes = ['now', 'last', 'start'] as const;
export type Mode = (typeof modes)[number];

/** What is known of a run beside the past itself. */
export interface About {
  readonly mode: Mode;
  readonly sampleCount: number;
  /** Sites between two that are drawn. */
  readonly every: number;
  /** How the samples at work weigh. */
  readonly unbiased: boolean;
}

interface Half {
  readonly ink: 'J' | 'K';
  readonly symbol: string;
  readonly place: string;
  readonly values: Float64Array;
  readonly full: Float64Array;
  readonly width: number;
}

/** J and K, or what takes their place. */
function halves({ form, J, K, fullJ, fullK, sites, bonds }: SourcePast): readonly Half[] {
  const couples = form === 'couplings';
  const all: Half[] = [
    {
      ink: 'J',
      symbol: couples ? '*J*' : '*J*₁',
      place: text(couples ? 'chart.sources.site' : 'chart.sources.weightGradient'),
      values: J,
      full: fullJ,
      width: sites.length,
    },
    {
      ink: 'K',
      symbol: couples ? '*K*' : '*J*₂',
      place: text(couples ? 'chart.sources.bond' : 'chart.sources.weightCurvature'),
      values: K,
      full: fullK,
      width: bonds.length,
    },
  ];
  return all.filter(({ width }) => width > 0);
}

/** Samples at work in the last row, by their numbers from 1. */
export function samplesNow({ samples, drawn }: SourcePast): readonly number[] {
  return Array.from(samples.subarray(samples.length - drawn), (sample) => sample + 1);
}

/** Who makes what is drawn, and how it weighs. */
function wordsOf(past: SourcePast, about: About): readonly string[] {
  const { sampleCount } = about;
  const at = samplesNow(past);
  const most = 6;
  const list = at.slice(0, most).map(formatInteger).join(', ') + (at.length > most ? ', …' : '');
  return [
    at.length === 0
      ? text('chart.sources.fullBatch', { samples: sampleCount })
      : text('chart.sources.atWork', { list, count: at.length, samples: sampleCount }),
    ...(at.length > 0 && about.mode === 'now'
      ? [text('chart.sources.ghosts', { samples: sampleCount })]
      : []),
    ...(at.length === 0
      ? []
      : [
          text(about.unbiased ? 'chart.sources.unbiased' : 'chart.sources.sampleWeight', {
            part: `${at.length}/${sampleCount}`,
          }),
        ]),
    ...(past.form === 'couplings' ? [] : [text('chart.sources.expansion')]),
  ];
}

/** Bars from −½ to +½ round every site, as a line in steps. */
function bars(values: ArrayLike<number>, every: number): { x: Float64Array; y: Float64Array } {
  const count = values.length;
  const x = Float64Array.from({ length: count + 1 }, (_, n) => (n - 0.5) * every);
  const y = Float64Array.from({ length: count + 1 }, (_, n) => values[Math.min(n, count - 1)]);
  return { x, y };
}

const aroundZero = ({ min, max }: Span): Span => ({ min: Math.min(0, min), max: Math.max(0, max) });

function nowPanel(half: Half, past: SourcePast, every: number, hold: Hold): Panel {
  const { ink, symbol, place, values, full, width } = half;
  const now = values.subarray(values.length - width);
  const drawn = past.drawn > 0;
  const span = hold(
    `sources.now.${ink}`,
    aroundZero(extent([now, ...(drawn ? [full] : [])]) ?? { min: 0, max: 1 }),
  );
  const ghost: Line[] = drawn
    ? [{ kind: 'line', ...bars(full, every), ink: 'text-2', steps: true, dash: 'dot' }]
    : [];
  return {
    y: { name: `${symbol} ${place}`, scale: 'linear', span },
    share: 1,
    marks: [{ kind: 'line', ...bars(now, every), ink, steps: true, filled: true }, ...ghost],
  };
}

/** Largest |value| that has been, so that colours keep their meaning while the picture scrolls. */
function limitOf(half: Half, hold: Hold): number {
  let most = 0;
  for (const value of half.values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most === 0 ? 0 : hold(`sources.past.${half.ink}`, { min: 0, max: most }).max;
}

/** Sources along the lattice: as bars now, or as a map over the steps. */
export function sourcesFigure(past: SourcePast | null, about: About, hold: Hold): Shown {
  if (past === null || past.sites.length === 0) return { empty: text('chart.sources.empty') };
  const { every, mode } = about;
  const parts = halves(past);
  const words = wordsOf(past, about);
  const facts: Facts = { columns: [], rows: [], notes: words };
  const largest = parts.map(({ symbol, values, width }) => {
    const now = extent([values.subarray(values.length - width)]) ?? { min: 0, max: 0 };
    return `${symbol} ${formatNumber(now.min)} – ${formatNumber(now.max)}`;
  });
  const said = [...words, ...largest].join(' · ');
  if (mode === 'now') {
    const most = parts.reduce((size, { width }) => Math.max(size, width), 0);
    return {
      x: {
        name: text('chart.sources.place'),
        scale: 'linear',
        span: { min: -0.5 * every, max: (most - 0.5) * every },
        whole: true,
      },
      panels: parts.map((half) => nowPanel(half, past, every, hold)),
      labels: [],
      facts,
      summary: text('chart.sources.nowSummary', { said }),
    };
  }
  const { steps, spacing } = past;
  const columns = columnsOf(past);
  if (columns < 2) return { empty: text('chart.sources.empty') };
  const limits = parts.map((half) => limitOf(half, hold));
  const rasters = parts.map(({ symbol, values, width, ink }, index) =>
    pastRaster({ steps, spacing, values, width }, limits[index], { ink, name: symbol }),
  );
  const figure: Figure = {
    x: {
      name: text('chart.sources.step'),
      scale: 'linear',
      span: { min: steps[0] - 0.5 * spacing, max: steps[0] + (columns - 0.5) * spacing },
      whole: true,
    },
    panels: parts.map(({ symbol, place, width }) => ({
      y: {
        name: `${symbol} ${place}`,
        scale: 'linear',
        span: { min: -0.5 * every, max: (width - 0.5) * every },
        whole: true,
      },
      share: 1,
      marks: [],
    })),
    labels: [],
    raster: rasters[0],
    ...(rasters.length > 1 ? { rasterBelow: rasters[1] } : {}),
    facts: {
      ...facts,
      notes: [
        ...words,
        text('chart.sources.scale', {
          list: parts.map(({ symbol }, index) => `${symbol} ${formatShort(limits[index])}`).join(', '),
        }),
        ...(spacing > 1 ? [text('chart.sources.thinned', { spacing })] : []),
        ...(past.complete ? [] : [text('chart.spaceTime.gaps')]),
      ],
    },
    summary: text('chart.sources.pastSummary', {
      from: formatInteger(steps[0]),
      to: formatInteger(steps[steps.length - 1]),
      said,
    }),
  };
  return figure;
}

/** A line for every row of the past: its samples, then J and K. */
export function sourcesTable(past: SourcePast | null): Table {
  if (past === null) return { columns: [], rows: [] };
  const { steps, times, sites, bonds, J, K, samples, drawn, form } = past;
  const [first, second] = form === 'couplings' ? ['J', 'K'] : ['J1', 'J2'];
  return {
    columns: [
      'step',
      'time t [1]',
      ...Array.from({ length: drawn }, (_, b) => `sample ${b + 1} at work [index]`),
      ...sites.map((site) => `${first}[${site}] [1]`),
      ...bonds.map((bond) => `${second}[${bond}] [1]`),
    ],
    rows: Array.from(steps, (step, row) => [
      step,
      times[row],
      ...samples.subarray(row * drawn, (row + 1) * drawn),
      ...J.subarray(row * sites.length, (row + 1) * sites.length),
      ...K.subarray(row * bonds.length, (row + 1) * bonds.length),
    ]),
  };
}
