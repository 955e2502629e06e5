import { formatShort } from '../../messages/format.ts';

const MINUS = '\u2212';
/** Digits after the point beyond which nothing is told apart on a screen. */
const MOST_DECIMALS = 9;

/** A number with so many decimals and a true minus sign; −0 is 0. */
export function formatFixed(value: number, decimals: number): string {
  const shown = value.toFixed(decimals);
  if (!shown.startsWith('-')) return shown;
  return Number(shown) === 0 ? shown.slice(1) : MINUS + shown.slice(1);
}

/** Without zeros at the end of a fraction: 0.50 is 0.5, 60 stays. */
export function trimmed(shown: string): string {
  return shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown;
}

/** Decimals that numbers so far apart need: 0 for 5, 2 for 0.05. */
export function decimalsOfStep(step: number): number {
  if (!(step > 0)) return 0;
  return Math.max(0, Math.min(MOST_DECIMALS, -Math.floor(Math.log10(step) + 1e-9)));
}

/** Labels of even ticks, all with the decimals of their step: 25.30, 25.35. */
export function tickLabels(ticks: readonly number[]): readonly string[] {
  const [first = 0, second] = ticks;
  if (second === undefined) return ticks.map((tick) => formatShort(tick, 6));
  const decimals = decimalsOfStep(second - first);
  return ticks.map((tick) => formatFixed(tick, decimals));
}

/** Part of a window that its times are told to. */
const PART = 1 / 200;

/** A time as a window of a span tells it, with no zeros at its end: 25.3, 25.312. */
export function timeWords(t: number, span: number): string {
  return trimmed(formatFixed(t, decimalsOfStep(span * PART)));
}
