import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { extent } from '../axes.ts';
import type { EndLabel, Line, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { dashOf, type ChartTrack } from '../tracks.ts';
import type { Past } from '../watched.ts';
import { plainWords } from '../words.ts';

/** One weight on one track. */
export interface WeightLine {
  readonly weight: number;
  readonly words: string;
  readonly track: ChartTrack;
  readonly past: Past;
}

/** Weights against time; the chosen one bold, those beside it fainter the further off they are. */
export function weightsFigure(
  lines: readonly WeightLine[],
  times: Float64Array,
  chosen: number,
  hold: Hold,
): Shown {
  const span = extent([times]);
  if (times.length < 2 || span === null || lines.length === 0) return { empty: text('chart.weights.empty') };
  const values = hold(
    `weights.${chosen}`,
    extent(lines.map(({ past }) => past.value)) ?? { min: -1, max: 1 },
  );
  const order = [...new Set(lines.map(({ weight }) => weight))];
  const marks = lines.map(({ weight, track, past }): Line => {
    const bold = weight === chosen;
    return {
      kind: 'line',
      x: times,
      y: past.value,
      ink: track.role,
      thick: bold && track.index === 0,
      dash: dashOf(track),
      opacity: bold ? 1 : 0.65 - 0.07 * order.indexOf(weight),
    };
  });
  const labels = lines
    .filter(({ weight, track }) => track.index === 0 || (weight === chosen && track.compared !== undefined))
    .map(({ weight, words, track, past }): EndLabel => ({
      key: track.index === 0 ? String(weight) : `${track.id}.${weight}`,
      panel: 0,
      at: past.value[past.value.length - 1],
      words: weight === chosen && track.compared !== undefined ? `${words}, ${track.compared}` : words,
      ink: track.role,
      strong: weight === chosen,
      faint: weight !== chosen,
    }));
  return {
    x: { name: text('chart.time'), scale: 'linear', span },
    panels: [
      // The chosen weight lies on top.
      {
        y: { name: text('chart.weights.axis'), scale: 'linear', span: values },
        share: 1,
        marks: marks.reverse(),
      },
    ],
    labels,
    summary: text('chart.weights.summary', {
      time: formatNumber(span.max),
      values: labels.map(({ words, at }) => `${plainWords(words)} ${formatNumber(at)}`).join('; '),
    }),
  };
}

/** A row for every step that is known, a column for every weight and track. */
export function weightsTable(lines: readonly WeightLine[], steps: Float64Array, times: Float64Array): Table {
  return {
    columns: ['step', 'time t [1]', ...lines.map(({ track, weight }) => `${track.id}: w[${weight}] [1]`)],
    rows: Array.from(steps, (step, row) => [step, times[row], ...lines.map(({ past }) => past.value[row])]),
  };
}
