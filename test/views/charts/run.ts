import { TRACE_QUANTITIES } from '../../../src/engine/quantities.ts';
import { courseOf, type Recorded, type Present } from '../../../src/views/charts/rows.ts';
import type { TraceQuantity, Traces } from '../../../src/views/charts/types.ts';
import type { ChartTrack } from '../../../src/views/charts/tracks.ts';

export const tracks: readonly ChartTrack[] = [
  { index: 0, id: 'main', role: 'second', firstOrder: false },
  { index: 1, id: 'ghost', role: 'ghost', firstOrder: true },
];

const WIDTH = TRACE_QUANTITIES.length;
const COLUMN = { step: 0, time: 1, gamma: 2 } as const;

/**
 * What each quantity is at a step: cost 10⁻ⁿ on the first track and 0 on the second, kinetic 1, and so on; lowest and
 * highest are those of the step alone.
 */
export function valueAt(step: number, track: number, quantity: TraceQuantity): number {
  const plain = quantity.replace(/Low$|High$/, '');
  const cost = track === 0 ? 10 ** -step : 0;
  const values = {
    cost,
    batchCost: cost,
    kinetic: 1,
    dissipated: step,
    injected: 0.5 * step,
    testCost: 2 * cost,
    energy: 1 + cost,
  };
  return values[plain as keyof typeof values];
}

/** A run of two tracks whose time is n/10, traced every `every` steps, that stands at `step`. */
export function courseAt(step: number, rows = step + 1, every = 1): Recorded {
  const traces: Traces = {
    length: rows,
    version: 1,
    cuts: 0,
    at(row, column) {
      const n = row * every;
      if (column < 3) return [n, n / 10, 0.5][column];
      return valueAt(n, Math.floor((column - 3) / WIDTH), TRACE_QUANTITIES[(column - 3) % WIDTH]);
    },
    rowsUpTo: (upTo) => Math.min(rows, Math.floor(upTo / every) + 1),
    column: (track, quantity) => 3 + WIDTH * track + TRACE_QUANTITIES.indexOf(quantity),
  };
  const present: Present = {
    step,
    time: step / 10,
    gamma: 0.5,
    value: (track, quantity) => valueAt(step, track, quantity),
  };
  return courseOf(traces, present, COLUMN);
}
