import type { TrackRole } from '../../scenario/types.ts';

/** What the chart needs of the traces (engine/traces.ts). */
export interface TraceSource {
  readonly trackCount: number;
  readonly length: number;
  at(row: number, column: number): number;
  column(track: number, quantity: 'cost' | 'kinetic'): number;
}

export interface ChartTrack {
  readonly id: string;
  readonly role: TrackRole;
  readonly firstOrder: boolean;
}

/** One line of the chart. */
export interface ChartLine {
  readonly track: string;
  readonly role: TrackRole;
  /** Energy is T + C; first-order runs have none. */
  readonly quantity: 'cost' | 'energy';
  readonly time: Float64Array;
  /** NaN where the value cannot stand on a logarithmic axis. */
  readonly value: Float64Array;
}

/** Points a line may have: more than pixels under it would only cost time. */
export const MOST_POINTS = 1000;

/**
 * Rows that are drawn: first and last, and every k-th between, k a power of two, so that a point once
 * drawn stays where it is while the run grows.
 */
export function drawnRows(length: number, most = MOST_POINTS): Int32Array {
  let every = 1;
  while (Math.ceil(length / every) + 1 > most) every *= 2;
  const rows: number[] = [];
  for (let row = 0; row < length; row += every) rows.push(row);
  if (length > 0 && rows[rows.length - 1] !== length - 1) rows.push(length - 1);
  return Int32Array.from(rows);
}

/** Lines of cost and energy of the tracks that are drawn. @param timeColumn  column of t in the traces */
export function chartLines(
  traces: TraceSource,
  tracks: readonly ChartTrack[],
  hidden: readonly string[],
  timeColumn: number,
): readonly ChartLine[] {
  const rows = drawnRows(traces.length);
  const time = Float64Array.from(rows, (row) => traces.at(row, timeColumn));
  const lines: ChartLine[] = [];
  tracks.slice(0, traces.trackCount).forEach((track, index) => {
    if (hidden.includes(track.id)) return;
    const cost = traces.column(index, 'cost');
    const kinetic = traces.column(index, 'kinetic');
    const line = (quantity: ChartLine['quantity'], read: (row: number) => number): void => {
      const value = Float64Array.from(rows, (row) => {
        const at = read(row);
        return at > 0 && Number.isFinite(at) ? at : NaN;
      });
      lines.push({ track: track.id, role: track.role, quantity, time, value });
    };
    if (!track.firstOrder) line('energy', (row) => traces.at(row, cost) + traces.at(row, kinetic));
    line('cost', (row) => traces.at(row, cost));
  });
  return lines;
}
