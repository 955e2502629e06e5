import { formatShort, superscript } from '../../messages/format.ts';

/** Decades shown at most: what lies deeper is below anything that can be read beside the start. */
const MOST_DECADES = 8;
/** Labels on the value axis at most. */
const MOST_TICKS = 5;
/** A step may be this much finer than asked for, so that short axes keep more than one number. */
const ENOUGH = 0.75;

export interface Span {
  readonly min: number;
  readonly max: number;
}

export interface Axis {
  /** Words and unit, symbols between asterisks: 'cost *C*, target²'. */
  readonly name: string;
  readonly scale: 'linear' | 'log';
  /** Powers of ten where the scale is logarithmic. */
  readonly span: Span;
  /** Whole numbers only: sites, counts. */
  readonly whole?: boolean;
}

/** Smallest and largest of some rows of numbers, NaN apart; null where there are none. */
export function extent(rows: readonly ArrayLike<number>[]): Span | null {
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (!Number.isFinite(value)) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return max === -Infinity ? null : { min, max };
}

/** Whole decades (as powers of ten) that hold every positive number; null when there is nothing to show. */
export function decades(rows: readonly ArrayLike<number>[]): Span | null {
  const all = extent(rows.map((row) => Array.from(row, (value) => (value > 0 ? value : NaN))));
  if (all === null) return null;
  // Adding 0 turns −0 into 0.
  const max = Math.ceil(Math.log10(all.max) - 1e-9) + 0;
  const min = Math.min(max - 1, Math.max(max - MOST_DECADES, Math.floor(Math.log10(all.min) + 1e-9)));
  return { min, max };
}

/** Powers of ten that get a label, `most` at most. */
export function decadeTicks({ min, max }: Span, most = MOST_TICKS): readonly number[] {
  const every = Math.max(1, Math.ceil((max - min) / Math.max(1, most - 1)));
  const ticks: number[] = [];
  for (let power = Math.floor(max + 1e-9) + 0; power >= min - 1e-9; power -= every) ticks.unshift(power);
  return ticks;
}

/** 10⁻³, but plain 1 and 10. */
export function decadeLabel(power: number): string {
  if (power === 0) return '1';
  return power === 1 ? '10' : `10${superscript(power)}`;
}

function roundStep(rough: number): number {
  const decade = 10 ** Math.floor(Math.log10(rough));
  return decade * ([1, 2, 5, 10].find((nice) => nice * decade >= ENOUGH * rough) ?? 10);
}

/** Round numbers within a span, about `count` of them. */
export function roundTicks({ min, max }: Span, count: number, whole = false): readonly number[] {
  const rough = (max - min) / Math.max(1, count);
  if (!(rough > 0)) return [min];
  const step = whole ? Math.max(1, roundStep(rough)) : roundStep(rough);
  const ticks: number[] = [];
  // Adding 0 turns −0, which ceil gives just below zero, into 0.
  for (let n = Math.ceil(min / step - 1e-9); n * step <= max + 1e-9 * step; n++) ticks.push(n * step + 0);
  return ticks;
}

/** A span with round ends that holds another one. A single value gets room on both sides. */
export function roundSpan({ min, max }: Span): Span {
  if (min === max) {
    const room = min === 0 ? 1 : Math.abs(min) / 2;
    return { min: min - room, max: max + room };
  }
  const step = roundStep((max - min) / 8);
  return { min: Math.floor(min / step + 1e-9) * step + 0, max: Math.ceil(max / step - 1e-9) * step + 0 };
}

/** The span of before while it holds the data; else a round one that holds both: it grows and never shrinks. */
export function grownSpan(before: Span | null, data: Span): Span {
  if (before === null) return roundSpan(data);
  if (before.min <= data.min && before.max >= data.max) return before;
  return roundSpan({ min: Math.min(before.min, data.min), max: Math.max(before.max, data.max) });
}

/** Symmetric about zero. */
export function aroundZero(data: Span): Span {
  const size = Math.max(Math.abs(data.min), Math.abs(data.max));
  return { min: -size, max: size };
}

/** Round numbers 1, 2 and 5 of every decade within a span of powers: for axes of two decades or less. */
function roundPowers({ min, max }: Span): number[] {
  const values: number[] = [];
  for (let power = Math.floor(min); power <= max; power++) {
    for (const digit of [1, 2, 5]) {
      const at = power + Math.log10(digit);
      if (at >= min - 1e-9 && at <= max + 1e-9) values.push(digit * 10 ** power);
    }
  }
  return values;
}

/** Where labels stand on an axis and what they say. */
export function ticksOf(axis: Axis, count: number): { values: number[]; words: string[] } {
  if (axis.scale === 'log') {
    if (axis.span.max - axis.span.min < 2) {
      const values = roundPowers(axis.span);
      const every = Math.max(1, Math.ceil(values.length / Math.max(1, count)));
      const kept = values.filter((_, index) => index % every === 0);
      return { values: kept, words: kept.map((value) => formatShort(value)) };
    }
    const powers = decadeTicks(axis.span, Math.min(MOST_TICKS, Math.max(2, count + 1)));
    return { values: powers.map((power) => 10 ** power), words: powers.map(decadeLabel) };
  }
  const values = [...roundTicks(axis.span, count, axis.whole)];
  return { values, words: values.map((value) => formatShort(value)) };
}

/** Part of the way from the axis's start to its end at which a value stands, 0 to 1. */
export function placeOn({ scale, span }: Axis, value: number): number {
  const at = scale === 'log' ? Math.log10(value) : value;
  const part = (at - span.min) / (span.max - span.min);
  return Number.isNaN(part) ? 0 : Math.min(1, Math.max(0, part));
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
