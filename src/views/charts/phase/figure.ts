import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { extent } from '../axes.ts';
import type { EndLabel, Mark, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { dashOf, trackLabel, type ChartTrack } from '../tracks.ts';
import type { Past } from '../watched.ts';

export interface TrackPast {
  readonly track: ChartTrack;
  readonly past: Past;
}

/** (w, w′) of one weight on every track: an open dot where it began, a solid one where it is. */
export function phaseFigure(all: readonly TrackPast[], weight: number, words: string, hold: Hold): Shown {
  const rows = all[0]?.past.value.length ?? 0;
  if (rows < 2) return { empty: text('chart.phase.empty') };
  const x = hold(`phase.${weight}.x`, extent(all.map(({ past }) => past.value)) ?? { min: -1, max: 1 });
  const y = hold(`phase.${weight}.y`, extent(all.map(({ past }) => past.rate)) ?? { min: -1, max: 1 });
  const marks: Mark[] = [];
  const labels: EndLabel[] = [];
  for (const { track, past } of [...all].reverse()) {
    const ink = track.role;
    const last = rows - 1;
    const thick = track.role === 'second';
    marks.push(
      { kind: 'line', x: past.value, y: past.rate, ink, thick, dash: dashOf(track) },
      { kind: 'dots', x: [past.value[0]], y: [past.rate[0]], ink, shape: 'open', size: 7 },
      { kind: 'dots', x: [past.value[last]], y: [past.rate[last]], ink, shape: 'solid', size: 8 },
    );
    labels.push({
      key: track.id,
      panel: 0,
      at: past.rate[last],
      words: trackLabel(track),
      ink,
      strong: thick,
    });
  }
  const said = all
    .map(({ track, past }) =>
      text('chart.phase.at', {
        track: trackLabel(track),
        value: formatNumber(past.value[rows - 1]),
        rate: formatNumber(past.rate[rows - 1]),
      }),
    )
    .join('; ');
  return {
    x: { name: text('chart.phase.weight', { weight: words }), scale: 'linear', span: x },
    panels: [
      { y: { name: text('chart.phase.rate', { weight: words }), scale: 'linear', span: y }, share: 1, marks },
    ],
    labels,
    summary: text('chart.phase.summary', { weight: words, said }),
  };
}

/** A row for every step that is known: w and its rate of change on every track. */
export function phaseTable(
  steps: Float64Array,
  times: Float64Array,
  all: readonly TrackPast[],
  weight: number,
): Table {
  return {
    columns: [
      'step',
      'time t [1]',
      ...all.flatMap(({ track }) => [`${track.id}: w[${weight}] [1]`, `${track.id}: dw/dt[${weight}] [1/t]`]),
    ],
    rows: Array.from(steps, (step, row) => [
      step,
      times[row],
      ...all.flatMap(({ past }) => [past.value[row], past.rate[row]]),
    ]),
  };
}
