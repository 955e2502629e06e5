import type { LayerPast } from '../../../store/index.ts';
import { sumsAt } from './bulk.ts';

/** Mean and standard deviation of what was seen. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

export function momentsOf(count: number, value: (row: number) => number): Moments {
  let mean = 0;
  for (let row = 0; row < count; row++) mean += value(row) / count;
  let variance = 0;
  for (let row = 0; row < count; row++) variance += (value(row) - mean) ** 2 / count;
  return { mean, deviation: Math.sqrt(variance) };
}

/** L_bulk and L_boundary over a past, and how they go together: the coefficient of correlation, 0 where one rests. */
export function sumsOver(past: LayerPast): {
  readonly bulk: Moments;
  readonly boundary: Moments;
  readonly correlation: number;
} {
  const sums = Array.from(past.steps, (_, row) => sumsAt(past, row, false));
  const { length } = sums;
  const bulk = momentsOf(length, (row) => sums[row].bulk);
  const boundary = momentsOf(length, (row) => sums[row].boundary);
  let together = 0;
  for (const sum of sums) together += ((sum.bulk - bulk.mean) * (sum.boundary - boundary.mean)) / length;
  const scale = bulk.deviation * boundary.deviation;
  return { bulk, boundary, correlation: scale > 0 ? together / scale : 0 };
}
