import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import type { StudyId, StudyObstacle } from '../../../scenario/studies.ts';
import type { StudyReport, StudySeries } from '../../../store/index.ts';
import { extent, type Span } from '../axes.ts';
import type { Dots, EndLabel, Facts, Figure, Ink, Line, Mark, Shown, Table } from '../figure.ts';
import { plainWords } from '../words.ts';

/** How a study is drawn and worded; everything else is the same for all of them. */
export interface StudyLook {
  readonly id: StudyId;
  readonly title: MessageId;
  /** What will appear, and how to get it. */
  readonly empty: MessageId;
  readonly x: MessageId;
  readonly y: MessageId;
  /** What the slopes are powers of, marked: '*η*'. */
  readonly symbol: string;
  /** Names of the columns in files: 'learning rate eta [t]'. */
  readonly columns: { readonly x: string; readonly y: string };
  readonly series: Readonly<Record<string, SeriesLook>>;
  /** No power law is looked for: points are joined. */
  readonly plain?: boolean;
  /** Slopes of scattered points, with their standard error. */
  readonly scattered?: boolean;
  /** The run itself among the points: left out where it is none of them. */
  readonly here?: {
    /** What has to be watched for it while the picture is shown. @returns what ends it */
    readonly watch: () => () => void;
    /** Compared entry by entry: the picture is drawn again when one differs. */
    state(): readonly unknown[];
    now(): Here | null;
  };
  /** Sentences beside the picture. */
  notes(fact: (name: string) => string): readonly string[];
  summary(fact: (name: string) => string, values: Readonly<Record<'low' | 'high' | 'said', string>>): string;
}

/** Where the run is in the picture of a study. */
export interface Here {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

export interface SeriesLook {
  readonly name: MessageId;
  readonly ink: Ink;
  readonly shape: Dots['shape'];
  readonly dash: NonNullable<Line['dash']>;
  readonly thick?: boolean;
}

/** Part of the width that is left free on both sides, in decades for each decade. */
const MARGIN = 0.06;
const LABEL_ROOM = 9.6;

const obstacleWords: Readonly<Record<StudyObstacle, MessageId>> = {
  'no-friction': 'study.obstacle.no-friction',
  'changing-friction': 'study.obstacle.changing-friction',
  'changing-samples': 'study.obstacle.changing-samples',
  'changing-couplings': 'study.obstacle.changing-couplings',
  'no-continuum': 'study.obstacle.no-continuum',
  'not-refinable': 'study.obstacle.not-refinable',
  'no-packet': 'study.obstacle.no-packet',
  'not-widened': 'study.obstacle.not-widened',
  'at-rest': 'study.obstacle.at-rest',
  'not-finite': 'study.obstacle.not-finite',
};

/** A measured slope as it is written: two digits after the point. */
function slopeWords(slope: number): string {
  return slope.toFixed(2).replace('-', '−');
}

/** What stands in a picture's place; null where there are points to show. */
function emptyOf(look: StudyLook, report: StudyReport | null, obstacle: StudyObstacle | null): string | null {
  const why = obstacle ?? report?.obstacle ?? null;
  if (why !== null) return text(obstacleWords[why]);
  if (report === null) return text(look.empty);
  if (report.series.some(({ points }) => points.length > 0)) return null;
  return text(report.state === 'cancelled' ? 'study.cancelled' : 'study.working');
}

/** Powers of ten from the smallest to the largest number, with some room on both sides. */
function powersOf(values: readonly number[], round: boolean): Span {
  const { min, max } = extent([values.filter((value) => value > 0).map(Math.log10)]) ?? { min: 0, max: 1 };
  if (round) return { min: Math.floor(min), max: Math.max(Math.ceil(max), Math.floor(min) + 1) };
  const room = MARGIN * Math.max(1, max - min);
  return { min: min - room, max: max + room };
}

function marksOf({ points, fit }: StudySeries, look: SeriesLook, x: Span, plain: boolean): Mark[] {
  const { ink, shape, dash, thick } = look;
  const shown = points.filter(({ y }) => y > 0);
  const dots: Dots = {
    kind: 'dots',
    x: shown.map((point) => point.x),
    y: shown.map((point) => point.y),
    ink,
    shape,
    size: 7,
  };
  if (plain) return [{ kind: 'line', x: dots.x, y: dots.y, ink, dash, thick: thick ?? false }, dots];
  if (fit === null) return [dots];
  const ends = [10 ** x.min, 10 ** x.max];
  const line: Line = {
    kind: 'line',
    x: ends,
    y: ends.map((end) => fit.factor * end ** fit.slope),
    ink,
    dash,
    thick: thick ?? false,
    opacity: 0.75,
  };
  return [line, dots];
}

function labelOf({ id, points, fit }: StudySeries, look: StudyLook, x: Span): EndLabel {
  const { name, ink, thick } = look.series[id];
  const measured = fit === null ? '' : ` ${look.symbol}^{${slopeWords(fit.slope)}}`;
  const end = look.plain === true ? points.length - 1 : 0;
  const at = fit === null ? (points[end]?.y ?? 1) : fit.factor * 10 ** (x.max * fit.slope);
  return { key: id, panel: 0, at, words: text(name) + measured, ink, strong: thick === true };
}

function slopeColumns(): Facts['columns'] {
  return [
    { name: text('study.measured'), ink: 'text' },
    { name: text('study.theory'), ink: 'text-2' },
  ];
}

function slopeRow({ id, fit, expected }: StudySeries, look: StudyLook): Facts['rows'][number] {
  const error = fit !== null && look.scattered === true ? ` ± ${slopeWords(fit.error)}` : '';
  const measured = fit === null ? formatNumber(null) : slopeWords(fit.slope) + error;
  return {
    name: text(look.series[id].name),
    values: [measured, expected === null ? formatNumber(null) : String(expected).replace('-', '−')],
  };
}

function saidOf({ id, points, fit, expected, source }: StudySeries, look: StudyLook): string {
  const name = text(look.series[id].name);
  if (look.plain === true)
    return `${name} ${points.map(({ x, y }) => `${x}: ${formatNumber(y)}`).join(', ')}`;
  if (fit === null) return `${name}: ${text('study.found', { count: points.length })}`;
  const measured = {
    name,
    symbol: plainWords(look.symbol),
    slope: slopeWords(fit.slope) + (look.scattered === true ? ` ± ${slopeWords(fit.error)}` : ''),
  };
  if (expected === null) return text('study.saidAlone', measured);
  return text('study.said', { ...measured, expected: String(expected), source });
}

/**
 * A study as a picture: points of every series, the power law through the asymptotic ones drawn across, its
 * slope at its end; measured and theoretical slopes side by side.
 *  @param obstacle  why it cannot be made of the scenario that is open
 */
export function studyFigure(
  look: StudyLook,
  report: StudyReport | null,
  obstacle: StudyObstacle | null,
): Shown {
  const now = look.here?.now() ?? null;
  const here = now !== null && now.x > 0 && now.y > 0 ? now : null;
  const empty = emptyOf(look, report, obstacle);
  if (empty !== null || report === null) return { empty: empty ?? '' };
  const series = report.series.filter(({ id, points }) => points.length > 0 && id in look.series);
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = series.flatMap(({ points }) => points.map(({ y }) => y));
  const x = powersOf(here === null ? xs : [...xs, here.x], false);
  const y = powersOf(here === null ? ys : [...ys, here.y], true);
  const fact = (name: string): string =>
    formatNumber(report.facts.find((entry) => entry.name === name)?.value ?? null);
  const notes = [
    ...(report.state === 'cancelled' ? [text('study.partial')] : []),
    ...look.notes(fact),
    ...(look.plain !== true && series.some(({ expected }) => expected === null)
      ? [text('study.noSlope')]
      : []),
  ];
  // Of a study without a power law x counts something.
  const endWords = look.plain === true ? formatShort : formatNumber;
  const figure: Figure = {
    x: { name: text(look.x), scale: 'log', span: x },
    panels: [
      {
        y: { name: text(look.y), scale: 'log', span: y },
        share: 1,
        marks: [
          ...[...series]
            .reverse()
            .flatMap((entry) => marksOf(entry, look.series[entry.id], x, look.plain === true)),
          ...(here === null
            ? []
            : [{ kind: 'dots', x: [here.x], y: [here.y], ink: 'text', shape: 'open', size: 11 } as const]),
        ],
      },
    ],
    labels: [
      ...series.map((entry) => labelOf(entry, look, x)),
      ...(here === null
        ? []
        : [{ key: 'here', panel: 0, at: here.y, words: here.words, ink: 'text' as const }]),
    ],
    labelRoom: LABEL_ROOM,
    facts:
      look.plain === true
        ? { columns: [], rows: [], notes }
        : { columns: slopeColumns(), rows: series.map((entry) => slopeRow(entry, look)), notes },
    summary: [
      look.summary(fact, {
        low: endWords(Math.min(...xs)),
        high: endWords(Math.max(...xs)),
        said: series.map((entry) => saidOf(entry, look)).join('; '),
      }),
      ...(here === null ? [] : [`${here.words}: ${formatNumber(here.y)}.`]),
    ].join(' '),
  };
  return figure;
}

/** A row for every x, a column for every series with its measured slope in its name; empty where it has no point. */
export function studyTable(look: StudyLook, report: StudyReport | null): Table {
  const series = report?.series ?? [];
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  return {
    columns: [
      look.columns.x,
      ...series.map(({ id, fit }) => `${id}: ${look.columns.y}${fit === null ? '' : `, slope ${fit.slope}`}`),
    ],
    rows: xs.map((x) => [x, ...series.map(({ points }) => points.find((p) => p.x === x)?.y ?? Number.NaN)]),
  };
}
