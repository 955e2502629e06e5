import { formatInteger, formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Dispersion } from '../../../store/index.ts';
import { extent, roundSpan } from '../axes.ts';
import type { Dots, EndLabel, Line, Mark, Shown, Table } from '../figure.ts';

/** What is drawn of one mode. */
interface Point {
  readonly x: number;
  readonly omega: number;
  readonly omegaError: number;
  readonly exact: number;
  readonly gamma: number;
  readonly gammaError: number;
  readonly power: number;
}

/** Measurements with a larger part of error than this say nothing that could be drawn. */
const MOST_ERROR = 0.3;
/** Under this part of the largest ω² a mode is flat: its frequency has no size to compare an error with. */
const FLAT = 1e-9;
/** Parts of the largest power above which dots are large, and middling. */
const LOUD = [1e-2, 1e-6] as const;
const SIZES = [9, 6.5, 4.5] as const;
const LABEL_ROOM = 10.5;

/** √ω², with growth drawn below 0, as phonon spectra do. */
export function signedRoot(omega2: number): number {
  return Math.sign(omega2) * Math.sqrt(Math.abs(omega2));
}

/** Modes that were measured well enough to be drawn. */
function pointsOf({ x, omega2, measured, power }: Dispersion): readonly Point[] {
  const scale = omega2.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const points: Point[] = [];
  for (let mode = 0; mode < x.length; mode++) {
    const found = measured.omega2[mode];
    const error = measured.omega2Error[mode];
    if (!Number.isFinite(found) || !(error <= MOST_ERROR * Math.abs(found) + FLAT * scale)) continue;
    const omega = signedRoot(found);
    // δω = δ(ω²)/2ω; of a flat mode the root of the error itself.
    const omegaError = Math.min(Math.sqrt(error), omega === 0 ? Infinity : error / (2 * Math.abs(omega)));
    points.push({
      x: x[mode],
      omega,
      omegaError,
      exact: signedRoot(omega2[mode]),
      gamma: measured.gamma[mode],
      gammaError: measured.gammaError[mode],
      power: power[mode],
    });
  }
  return points;
}

function bars(points: readonly Point[], of: (point: Point) => readonly [value: number, error: number]): Line {
  const ends = points.map(of);
  return {
    kind: 'line',
    x: points.flatMap(({ x }) => [x, x, NaN]),
    y: ends.flatMap(([value, error]) => [value - error, value + error, NaN]),
    ink: 'second',
  };
}

function dots(points: readonly Point[], value: (point: Point) => number): Dots[] {
  const most = points.reduce((largest, { power }) => Math.max(largest, power), 0);
  const classOf = ({ power }: Point): number => LOUD.filter((part) => !(power >= part * most)).length;
  return SIZES.map((size, index): Dots => {
    const shown = points.filter((point) => classOf(point) === index);
    return {
      kind: 'dots',
      x: shown.map(({ x }) => x),
      y: shown.map(value),
      ink: 'second',
      shape: 'solid',
      size,
    };
  }).reverse();
}

function axisName({ axis, cell }: Dispersion): string {
  if (axis === 'phase') return text(cell === 1 ? 'chart.bands.site' : 'chart.bands.cell');
  return text(axis === 'grid' ? 'chart.bands.grid' : 'chart.bands.number');
}

/** How far the worst of the points is from its band, in words; null where there is none to compare. */
function gapOf(points: readonly Point[]): { readonly part: string; readonly errors: string } | null {
  let worst: Point | null = null;
  const gap = ({ omega, exact }: Point): number => Math.abs(omega - exact);
  for (const point of points) {
    if (point.exact !== 0 && (worst === null || gap(point) > gap(worst))) worst = point;
  }
  if (worst === null) return null;
  const errors = gap(worst) / worst.omegaError;
  return {
    part: formatShort((100 * gap(worst)) / Math.abs(worst.exact), 2),
    errors: formatShort(errors, 2),
  };
}

/** What is said at the edge of the plot beside the names: how far the measurement reached, and what it holds for. */
function notesOf({ until, bent, complete, steady, hot }: Dispersion): string[] {
  return [
    ...(hot ? [text('chart.bands.hot')] : []),
    ...(complete ? [] : [text('chart.bands.behind', { until: formatShort(until) })]),
    ...(bent > 0 ? [text('chart.bands.bent', { until: formatShort(until) })] : []),
    ...(steady ? [] : [text('chart.bands.moves')]),
  ];
}

/** Frequencies as measured from the run over the exact bands, and below them the friction that each mode feels. */
export function bandsFigure(seen: Dispersion | null): Shown {
  if (seen === null) return { empty: text('chart.bands.none') };
  if (seen.obstacle !== null) return { empty: text(`chart.bands.${seen.obstacle}`) };
  const { lines, gamma, swinging, steady, everywhere } = seen;
  if (lines.x.length === 0) return { empty: text('chart.bands.none') };
  const points = pointsOf(seen);
  const drags = points.filter(({ gammaError }) => gammaError <= MOST_ERROR * Math.max(gamma, 1e-3));
  const bands = lines.omega2.map((values) => values.map(signedRoot));
  const half = swinging / 2;
  const drawn = [...bands, Float64Array.of(half), Float64Array.from(points, ({ omega }) => omega)];
  const all = extent(drawn) ?? { min: 0, max: 1 };
  const y = roundSpan({ min: Math.min(0, all.min), max: Math.max(all.max, 1e-6) });
  const ends = { min: lines.x[0], max: lines.x[lines.x.length - 1] };
  const room = 0.02 * (ends.max - ends.min);
  const x = { min: ends.min - room, max: ends.max + room };
  const across = [x.min, x.max];
  const frictionEnd = extent([
    Float64Array.of(gamma * 1.25),
    Float64Array.from(drags, (point) => point.gamma * 1.1),
  ]);
  const marks: Mark[] = [
    ...bands.map((values): Line => ({ kind: 'line', x: lines.x, y: values, ink: 'theory', thick: true })),
    ...(half > 0
      ? [{ kind: 'line', x: across, y: [half, half], ink: 'expansion', dash: 'dash' } as const satisfies Line]
      : []),
    bars(points, ({ omega, omegaError }) => [omega, omegaError]),
    ...dots(points, ({ omega }) => omega),
  ];
  const last = bands[bands.length - 1];
  const labels: EndLabel[] = [
    {
      key: 'exact',
      panel: 0,
      at: last[last.length - 1],
      words: text(everywhere ? 'chart.bands.exact' : 'chart.bands.linear'),
      ink: 'theory',
      strong: true,
    },
    ...(points.length === 0
      ? []
      : [
          {
            key: 'measured',
            panel: 0,
            at: points[points.length - 1].omega,
            words: text('chart.bands.measured', {
              count: formatInteger(points.length),
              modes: formatInteger(seen.x.length),
            }),
            ink: 'second' as const,
          },
        ]),
    ...(half > 0
      ? [
          {
            key: 'half',
            panel: 0,
            at: half,
            words: text(steady ? 'chart.bands.half' : 'chart.bands.moving'),
            ink: 'expansion' as const,
          },
        ]
      : []),
    ...notesOf(seen).map((words): EndLabel => ({ key: words, panel: 0, at: y.min, words, ink: 'text-2' })),
    { key: 'set', panel: 1, at: gamma, words: text('chart.bands.set'), ink: 'expansion' },
  ];
  const gap = gapOf(points);
  const growing = all.min < 0;
  const drag = extent([Float64Array.from(drags, (point) => point.gamma)]);
  return {
    x: { name: axisName(seen), scale: 'linear', span: x, whole: seen.axis === 'number' },
    panels: [
      {
        y: {
          name: text(growing ? 'chart.bands.omegaGrowing' : 'chart.bands.omega'),
          scale: 'linear',
          span: y,
        },
        share: 0.72,
        marks,
      },
      {
        y: {
          name: text('chart.bands.gamma'),
          scale: 'linear',
          span: { min: 0, max: Math.max(frictionEnd?.max ?? 1, 1e-3) },
        },
        share: 0.28,
        marks: [
          { kind: 'line', x: across, y: [gamma, gamma], ink: 'expansion' },
          bars(drags, (point) => [point.gamma, point.gammaError]),
          ...dots(drags, (point) => point.gamma),
        ],
      },
    ],
    labels,
    labelRoom: LABEL_ROOM,
    summary: text('chart.bands.summary', {
      count: points.length,
      modes: seen.x.length,
      from: formatNumber(seen.from),
      until: formatNumber(seen.until),
      low: formatNumber(signedRoot(extent([seen.omega2])?.min ?? 0)),
      high: formatNumber(signedRoot(extent([seen.omega2])?.max ?? 0)),
      growing: growing ? 'yes' : 'no',
      gap: gap?.part ?? 'none',
      errors: gap?.errors ?? '',
      drag: drag === null ? formatNumber(null) : `${formatNumber(drag.min)} – ${formatNumber(drag.max)}`,
      gamma: formatNumber(gamma),
      half: formatNumber(half),
      hot: seen.hot ? 'yes' : 'no',
      boundary: steady ? 'exact' : 'moves',
    }),
  };
}

/** A row for every mode. */
export function bandsTable(seen: Dispersion | null): Table {
  if (seen === null || seen.obstacle !== null) return { columns: [], rows: [] };
  const { axis, x, band, omega2, measured, power } = seen;
  const name =
    axis === 'phase' ? 'phase per cell [rad]' : axis === 'grid' ? 'lattice wave number [1]' : 'mode';
  return {
    columns: [
      name,
      'band',
      'omega^2 exact [1/t^2]',
      'omega^2 measured [1/t^2]',
      'its error [1/t^2]',
      'gamma measured [1/t]',
      'its error [1/t]',
      'power |w|^2 now [1]',
    ],
    rows: Array.from(x, (at, mode) => [
      at,
      band[mode],
      omega2[mode],
      measured.omega2[mode],
      measured.omega2Error[mode],
      measured.gamma[mode],
      measured.gammaError[mode],
      power[mode],
    ]),
  };
}
