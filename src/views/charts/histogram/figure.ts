import { formatInteger, formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Temperatures } from '../../../store/index.ts';
import { roundSpan, type Span } from '../axes.ts';
import type { EndLabel, Line, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { trackLabel, type ChartTrack } from '../tracks.ts';
import { binCount, binEdges, countIn } from './bins.ts';

export interface TrackWeights {
  readonly track: ChartTrack;
  readonly weights: ArrayLike<number>;
}

/** The weights of the tracks that are drawn, and the scale that the pictures of the field have. */
export interface Weights {
  readonly all: readonly TrackWeights[];
  /** Largest |w| of the run so far. */
  readonly peak: number;
  readonly magnified: number;
  /** Of a bath: densities over time and of the Gibbs measure, and since when; null where there is no equilibrium. */
  readonly bath: Temperatures['histogram'];
}

/** Span of the bins: as far as the weights have been, over the factor by which a hand magnifies. */
function spanOf({ peak, magnified }: Weights): Span {
  // A hair wider, for frames hold 32-bit numbers; round to the eye.
  const end = peak > 0 ? roundSpan({ min: 0, max: (1.0001 * peak) / magnified }).max : 1 / magnified;
  return { min: -end, max: end };
}

/** Room between bars, as a part of a bin. */
const GAP = 0.12;

/** The outline of bars that stand apart. */
function bars(edges: Float64Array, counts: Float64Array): Pick<Line, 'x' | 'y'> {
  const x: number[] = [];
  const y: number[] = [];
  counts.forEach((count, bin) => {
    const gap = GAP * (edges[bin + 1] - edges[bin]);
    const [left, right] = [edges[bin] + gap / 2, edges[bin + 1] - gap / 2];
    x.push(left, left, right, right);
    y.push(0, count, count, 0);
  });
  return { x, y };
}

/** The outline of a histogram as one line of steps. */
function outline(edges: Float64Array, counts: Float64Array): Pick<Line, 'x' | 'y'> {
  return { x: [edges[0], ...edges], y: [0, ...counts, 0] };
}

/** Densities in the units of the bars: so many weights a bin are expected. */
function bathMarks(
  { edges, density, curve }: NonNullable<Weights['bath']>,
  span: Span,
  unit: number,
): { readonly marks: readonly Line[]; readonly labels: readonly EndLabel[]; readonly most: number } {
  const kept = Array.from(density.keys()).filter(
    (bin) => edges[bin] >= span.min && edges[bin + 1] <= span.max,
  );
  const average = kept.map((bin) => unit * density[bin]);
  const within = Array.from(curve.x.keys()).filter((n) => curve.x[n] >= span.min && curve.x[n] <= span.max);
  const exact = within.map((n) => unit * curve.y[n]);
  const [first = 0] = kept;
  const steps = {
    x: [edges[first], ...kept.map((bin) => edges[bin]), edges[first + kept.length]],
    y: [0, ...average, 0],
  };
  return {
    marks: [
      { kind: 'line', ...steps, ink: 'text-2', steps: true },
      {
        kind: 'line',
        x: within.map((n) => curve.x[n]),
        y: exact,
        ink: 'heat',
        thick: true,
      },
    ],
    labels: [
      {
        key: 'gibbs',
        panel: 0,
        at: Infinity,
        words: text('chart.histogram.gibbs'),
        ink: 'heat',
        strong: true,
      },
      {
        key: 'average',
        panel: 0,
        at: Infinity,
        words: text('chart.histogram.average'),
        ink: 'text-2',
      },
    ],
    most: Math.max(...exact, ...average),
  };
}

/** Histogram of the weights of every track: bars for the main one, lines for the others. */
export function histogramFigure(now: Weights, hold: Hold): Shown {
  const { all, magnified, bath } = now;
  const span = spanOf(now);
  if (all.length === 0) return { empty: text('chart.histogram.empty') };
  const edges = binEdges(span, binCount(all[0].weights.length));
  const marks: Line[] = [];
  const labels: EndLabel[] = [];
  let most = 1;
  let outside = 0;
  for (const { track, weights } of all) {
    const counts = countIn(edges, weights);
    const top = Math.max(...counts);
    most = Math.max(most, top);
    if (track.index === 0) {
      outside = weights.length - counts.reduce((sum, count) => sum + count, 0);
      marks.push({ kind: 'line', ...bars(edges, counts), ink: track.role, filled: true });
    } else {
      const dash = track.role === 'theory' ? 'dash' : track.role === 'descent' ? 'dot' : 'solid';
      marks.push({ kind: 'line', ...outline(edges, counts), ink: track.role, steps: true, dash });
    }
    const words = trackLabel(track);
    labels.push({ key: track.id, panel: 0, at: Infinity, words, ink: track.role, strong: track.index === 0 });
  }
  let tallest = most;
  if (bath !== null) {
    const drawn = bathMarks(bath, span, all[0].weights.length * (edges[1] - edges[0]));
    marks.push(...drawn.marks);
    labels.push(...drawn.labels);
    tallest = Math.max(tallest, drawn.most);
  }
  const high = hold(bath === null ? 'histogram' : 'histogram of a bath', { min: 0, max: tallest }).max;
  return {
    x: {
      name:
        magnified > 1
          ? text('chart.histogram.weightMagnified', { factor: formatInteger(magnified), outside })
          : text('chart.histogram.weight'),
      scale: 'linear',
      span,
    },
    panels: [
      {
        y: { name: text('chart.histogram.count'), scale: 'linear', span: { min: 0, max: high }, whole: true },
        share: 1,
        marks,
      },
    ],
    labels,
    summary: `${text('chart.histogram.summary', {
      bins: edges.length - 1,
      low: formatNumber(span.min),
      high: formatNumber(span.max),
      most,
    })}${bath === null ? '' : ` ${text('chart.histogram.bath', { since: formatNumber(bath.since) })}`}`,
  };
}

/** The bins: their edges, and how many weights of each track fall into them. */
export function histogramTable(now: Weights): Table {
  const { all } = now;
  const edges = binEdges(spanOf(now), binCount(all[0]?.weights.length ?? 1));
  const counts = all.map(({ weights }) => countIn(edges, weights));
  return {
    columns: [
      'bin from w [1]',
      'bin to w [1]',
      ...all.map(({ track }) => `${track.id}: number of weights [1]`),
    ],
    rows: Array.from({ length: edges.length - 1 }, (_, bin) => [
      edges[bin],
      edges[bin + 1],
      ...counts.map((count) => count[bin]),
    ]),
  };
}
