import { superscript } from '../../messages/format.ts';
import type { ChartLine } from './lines.ts';

/** Decades shown at most: what lies deeper is below anything that can be read beside the start. */
const MOST_DECADES = 8;
/** Labels on the value axis at most. */
const MOST_TICKS = 5;

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Whole decades (as powers of ten) that hold every line; null when there is nothing to show. */
export function decades(lines: readonly ChartLine[]): Span | null {
  let low = Infinity;
  let high = -Infinity;
  for (const { value } of lines) {
    for (const at of value) {
      if (Number.isNaN(at)) continue;
      if (at < low) low = at;
      if (at > high) high = at;
    }
  }
  if (high === -Infinity) return null;
  const max = Math.ceil(Math.log10(high) - 1e-9);
  const min = Math.min(max - 1, Math.max(max - MOST_DECADES, Math.floor(Math.log10(low) + 1e-9)));
  return { min, max };
}

/** Powers of ten that get a label. */
export function decadeTicks({ min, max }: Span): readonly number[] {
  const every = Math.ceil((max - min) / (MOST_TICKS - 1));
  const ticks: number[] = [];
  for (let power = max; power >= min; power -= every) ticks.unshift(power);
  return ticks;
}

/** 10⁻³, but plain 1 and 10. */
export function decadeLabel(power: number): string {
  if (power === 0) return '1';
  return power === 1 ? '10' : `10${superscript(power)}`;
}

/** Round times for the axis, `count` or fewer between the ends. */
export function timeTicks({ min, max }: Span, count: number): readonly number[] {
  const rough = (max - min) / count;
  if (!(rough > 0)) return [min];
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = decade * ([1, 2, 5, 10].find((nice) => nice * decade >= rough) ?? 10);
  const ticks: number[] = [];
  // Adding 0 turns −0, which ceil gives just below zero, into 0.
  for (let n = Math.ceil(min / step - 1e-9); n * step <= max + 1e-9 * step; n++) ticks.push(n * step + 0);
  return ticks;
}

/** Moves label heights (px) apart so that none overlaps, each as near to its own as can be. */
export function spread(heights: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  let last = top - gap;
  for (const index of order) {
    placed[index] = Math.max(heights[index], last + gap);
    last = placed[index];
  }
  let next = bottom + gap;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index], next - gap);
    next = placed[index];
  }
  return placed;
}
