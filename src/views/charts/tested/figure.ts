import type { CostUnit } from '../../../engine/protocol.ts';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { decades, extent } from '../axes.ts';
import type { Dots, EndLabel, Figure, Line, Shown, Table } from '../figure.ts';
import { drawnRows, type Recorded } from '../rows.ts';
import { trackLabel, type ChartTrack } from '../tracks.ts';
import { unitWords } from '../words.ts';

/** Numbers of samples: sums of more samples are larger, so costs are told per sample. */
export interface Counts {
  readonly sampleCount: number;
  readonly testCount: number;
}

/** Costs per sample of one track, at the rows that are drawn, and where the test cost was least of all rows. */
export interface TestedLine {
  readonly track: ChartTrack;
  readonly time: Float64Array;
  readonly training: Float64Array;
  readonly test: Float64Array;
  /** Of every row up to now, drawn or not. */
  readonly least: { readonly time: number; readonly value: number };
}

/** A run beside the main one may have samples of its own. */
function countsOf({ samples }: ChartTrack, main: Counts): Counts {
  return samples === undefined ? main : { sampleCount: samples.training, testCount: samples.test };
}

/** Tracks that are tested: a run without test samples has no test cost. */
function testedTracks(tracks: readonly ChartTrack[], main: Counts): readonly ChartTrack[] {
  return tracks.filter((track) => countsOf(track, main).testCount > 0);
}

/** C/L of training and of test samples. **exact** at traced rows; between them the least may be lower. */
export function testedLines(
  course: Recorded,
  tracks: readonly ChartTrack[],
  counts: Counts,
): readonly TestedLine[] {
  const rows = drawnRows(course.length);
  return testedTracks(tracks, counts).map((track) => {
    const { sampleCount, testCount } = countsOf(track, counts);
    const test = (row: number): number => course.value(row, track.index, 'testCost') / testCount;
    let least = 0;
    for (let row = 1; row < course.length; row++) if (test(row) < test(least)) least = row;
    return {
      track,
      time: Float64Array.from(rows, (row) => course.time(row)),
      training: Float64Array.from(rows, (row) => course.value(row, track.index, 'cost') / sampleCount),
      test: Float64Array.from(rows, test),
      least: { time: course.time(least), value: test(least) },
    };
  });
}

/** Room for the labels, in type sizes: of one run, and of several that are named. */
const ROOM = 11;
const NAMED_ROOM = 12.5;

function leastWords(time: number): string {
  return text('chart.tested.leastAt', { time: formatShort(time) });
}

function last(values: Float64Array): number {
  return values[values.length - 1];
}

/** Training and test cost per sample against time, on a logarithmic axis; a ring where the test cost was least. */
export function testedFigure(
  course: Recorded,
  tracks: readonly ChartTrack[],
  unit: CostUnit,
  counts: Counts,
): Shown {
  if (testedTracks(tracks, counts).length === 0 && tracks.length > 0)
    return { empty: text('chart.tested.none') };
  if (course.length < 2 || tracks.length === 0) return { empty: text('chart.tested.empty') };
  const lines = testedLines(course, tracks, counts);
  const span = decades(lines.flatMap(({ training, test }) => [training, test]));
  const times = extent([lines[0].time]);
  if (span === null || times === null) return { empty: text('chart.cost.noneAbove') };
  const onAxis = (values: Float64Array): Float64Array => values.map((value) => (value > 0 ? value : NaN));
  const marks = lines.flatMap(({ track, time, training, test, least }): (Line | Dots)[] => [
    { kind: 'line', x: time, y: onAxis(training), ink: track.role, thick: track.index === 0 },
    { kind: 'line', x: time, y: onAxis(test), ink: track.role, thick: track.index === 0, dash: 'dash' },
    { kind: 'dots', x: [least.time], y: [least.value], ink: track.role, shape: 'open', size: 9 },
  ]);
  const names = lines.length > 1;
  const labels = lines.flatMap(({ track, training, test, least }): EndLabel[] => {
    const label = (key: string, at: number, words: string): EndLabel => ({
      key: `${track.id}.${key}`,
      panel: 0,
      at: at > 0 ? at : 10 ** span.min,
      words:
        names && key !== 'least' ? text('chart.tested.named', { track: trackLabel(track), words }) : words,
      ink: track.role,
      strong: track.index === 0 && key !== 'least',
    });
    return [
      label('training', last(training), text('chart.tested.training')),
      label('test', last(test), text('chart.tested.test')),
      ...(track.index > 0 ? [] : [{ ...label('least', least.value, leastWords(least.time)), faint: true }]),
    ];
  });
  const figure: Figure = {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [
      {
        y: { name: text('chart.tested.axis', { unit: unitWords(unit, tracks) }), scale: 'log', span },
        share: 1,
        marks,
      },
    ],
    labels,
    labelRoom: names ? NAMED_ROOM : ROOM,
    summary: text('chart.tested.summary', {
      time: formatNumber(times.max),
      said: lines
        .map((line) =>
          text('chart.tested.said', {
            track: trackLabel(line.track),
            training: formatNumber(last(line.training)),
            test: formatNumber(last(line.test)),
            least: formatNumber(line.least.value),
            at: formatNumber(line.least.time),
          }),
        )
        .join('; '),
    }),
  };
  return figure;
}

/** Every row of the course up to now. */
export function testedTable(
  course: Recorded,
  tracks: readonly ChartTrack[],
  unit: CostUnit,
  counts: Counts,
): Table {
  const tested = testedTracks(tracks, counts);
  return {
    columns: [
      'step',
      'time t [1]',
      ...tested.flatMap(({ id, unit: own = unit }) => [
        `${id}: training cost per sample [${own}]`,
        `${id}: test cost per sample [${own}]`,
      ]),
    ],
    rows: Array.from({ length: course.length }, (_, row) => [
      course.step(row),
      course.time(row),
      ...tested.flatMap((track) => {
        const { sampleCount, testCount } = countsOf(track, counts);
        return [
          course.value(row, track.index, 'cost') / sampleCount,
          course.value(row, track.index, 'testCost') / testCount,
        ];
      }),
    ]),
  };
}
