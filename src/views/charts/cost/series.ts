import type { CostUnit } from '../../../engine/protocol.ts';
import { text } from '../../../messages/index.ts';
import { formatNumber } from '../../../messages/format.ts';
import { decades, extent } from '../axes.ts';
import type { EndLabel, Figure, Line, Shown, Table } from '../figure.ts';
import { drawnRows, type Course } from '../rows.ts';
import { dashOf, type ChartTrack } from '../tracks.ts';
import { plainWords, unitWords } from '../words.ts';

/** One line of the chart. */
export interface CostLine {
  readonly track: ChartTrack;
  /** Energy is T + C; first-order runs have none. */
  readonly quantity: 'cost' | 'energy';
  /** NaN where the value cannot stand on a logarithmic axis. */
  readonly values: Float64Array;
}

function costAt(course: Course, row: number, track: number): number {
  return course.value(row, track, 'cost');
}
function energyAt(course: Course, row: number, track: number): number {
  return course.value(row, track, 'cost') + course.value(row, track, 'kinetic');
}

/** Lines of cost and energy of the tracks, at some rows of the course. */
export function costLines(
  course: Course,
  tracks: readonly ChartTrack[],
  rows: Int32Array,
): readonly CostLine[] {
  return tracks.flatMap((track) => {
    const line = (quantity: CostLine['quantity'], read: typeof costAt): CostLine => {
      const values = Float64Array.from(rows, (row) => {
        const at = read(course, row, track.index);
        return at > 0 && Number.isFinite(at) ? at : NaN;
      });
      return { track, quantity, values };
    };
    const cost = line('cost', costAt);
    return track.firstOrder ? [cost] : [line('energy', energyAt), cost];
  });
}

function labelWords({ track, quantity }: CostLine, main: boolean): string {
  if (quantity === 'energy')
    return main ? text('chart.energy') : text('chart.otherEnergy', { track: track.id });
  if (main) return text('chart.cost');
  switch (track.role) {
    case 'ghost':
      return text('chart.ghost');
    case 'descent':
      return text('chart.descent');
    case 'theory':
      return text('chart.theory');
    default:
      return text('chart.other', { track: track.id });
  }
}

function lastValue(values: Float64Array): number {
  for (let at = values.length - 1; at >= 0; at--) if (!Number.isNaN(values[at])) return values[at];
  return NaN;
}

/** Cost and energies of every track against time, on a logarithmic axis. */
export function costFigure(course: Course, tracks: readonly ChartTrack[], unit: CostUnit): Shown {
  const rows = drawnRows(course.length);
  const time = Float64Array.from(rows, (row) => course.time(row));
  const lines = costLines(course, tracks, rows);
  const span = decades(lines.map(({ values }) => values));
  const times = extent([time]);
  if (course.length < 2 || span === null || times === null) return { empty: text('chart.empty') };
  const marks: Line[] = lines.map(({ track, quantity, values }) => ({
    kind: 'line',
    x: time,
    y: values,
    ink: track.role,
    thick: track.role === 'second' && quantity === 'cost',
    dash: dashOf(track),
    opacity: quantity === 'energy' ? 0.6 : 1,
  }));
  const labels = lines.map((line): EndLabel => {
    const { track, quantity, values } = line;
    return {
      key: `${track.id}.${quantity}`,
      panel: 0,
      at: lastValue(values),
      words: labelWords(line, track.index === 0),
      ink: track.role,
      strong: track.role === 'second' && quantity === 'cost',
    };
  });
  const figure: Figure = {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [
      {
        y: { name: text('chart.cost.axis', { unit: unitWords(unit) }), scale: 'log', span },
        share: 1,
        marks,
      },
    ],
    labels,
    summary: text('chart.summary', {
      time: formatNumber(times.max),
      values: labels.map(({ words, at }) => `${plainWords(words)} ${formatNumber(at)}`).join('; '),
    }),
  };
  return figure;
}

/** Every row of the course up to now: times, friction, and the costs and energies of all tracks. */
export function costTable(course: Course, tracks: readonly ChartTrack[], unit: CostUnit): Table {
  const columns = ['step', 'time t [1]', 'friction gamma [1/t]'];
  for (const { id, firstOrder } of tracks) {
    columns.push(`${id}: cost C [${unit}]`, `${id}: batch cost [${unit}]`, `${id}: test cost [${unit}]`);
    if (!firstOrder) columns.push(`${id}: kinetic energy T [${unit}]`, `${id}: energy T+C [${unit}]`);
  }
  return {
    columns,
    rows: Array.from({ length: course.length }, (_, row) => {
      const cells = [course.step(row), course.time(row), course.gamma(row)];
      for (const { index, firstOrder } of tracks) {
        for (const quantity of ['cost', 'batchCost', 'testCost'] as const) {
          cells.push(course.value(row, index, quantity));
        }
        if (!firstOrder) cells.push(course.value(row, index, 'kinetic'), energyAt(course, row, index));
      }
      return cells;
    }),
  };
}
