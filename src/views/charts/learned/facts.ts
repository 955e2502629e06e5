import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Facts } from '../figure.ts';
import { trackLabel } from '../tracks.ts';
import type { Score, Task } from './data.ts';

function percent(part: number): string {
  return Number.isNaN(part) ? formatNumber(NaN) : `${formatShort(100 * part)} %`;
}

/** Costs and accuracies of every track, training and test. */
export function factsOf(task: Task, scores: readonly Score[], notes: readonly string[]): Facts {
  const row = (name: string, read: (score: Score) => string) => ({ name, values: scores.map(read) });
  const rows = [row(text('chart.learned.cost'), ({ cost }) => formatNumber(cost))];
  const tested = task.data.testCount > 0;
  if (tested) rows.push(row(text('chart.learned.testCost'), ({ testCost }) => formatNumber(testCost)));
  if (task.classes !== null) {
    rows.push(row(text('chart.learned.accuracy'), ({ accuracy }) => percent(accuracy)));
    if (tested) {
      rows.push(row(text('chart.learned.testAccuracy'), ({ testAccuracy }) => percent(testAccuracy)));
    }
  }
  return {
    columns: scores.map(({ track }) => ({ name: trackLabel(track), ink: track.role })),
    rows,
    notes,
  };
}

/** The same in a sentence. */
export function saidOf({ columns, rows }: Facts): string {
  return columns
    .map(
      ({ name }, column) => `${name}: ${rows.map((row) => `${row.name} ${row.values[column]}`).join(', ')}`,
    )
    .join('; ');
}
