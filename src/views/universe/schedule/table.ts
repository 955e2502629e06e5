import { partOf, valuesOf } from '../../../scenario/sections.ts';
import type { Section } from '../../../scenario/types.ts';

/** A schedule as points of η(t), joined by straight lines. */
export interface EtaTable {
  readonly t: readonly number[];
  readonly eta: readonly number[];
}

/** Points that a hand can still tell apart. */
export const MOST_POINTS = 24;
/** A rate is never 0: friction would be infinite. The least that a hand gives, as a part of the axis. */
export const LEAST_PART = 1 / 200;
/** Times of neighbours differ by at least this part of the table's span. */
export const LEAST_GAP = 1e-3;
/** Times are rounded to a power of ten that is at most this part of the span: neighbours stay apart. */
const ROUNDED = 5e-4;

/** The table of an expansion section; null for histories that no hand can draw. */
export function tableIn(section: Section): EtaTable | null {
  return partOf('expansion', section.kind).points?.(valuesOf(section)) ?? null;
}

/** A copy with one entry replaced, put in, or taken out. */
function replaced(list: readonly number[], index: number, value: number): number[] {
  return list.map((entry, at) => (at === index ? value : entry));
}
function inserted(list: readonly number[], index: number, value: number): number[] {
  return [...list.slice(0, index), value, ...list.slice(index)];
}
function without(list: readonly number[], index: number): number[] {
  return list.filter((_, at) => at !== index);
}

/** Rounds a rate to four digits, so that files stay readable. */
export function tidy(value: number): number {
  return Number(value.toPrecision(4));
}

/** Rounds a time as its table's span asks for, however late the table begins. */
export function roundTime(t: number, span: number): number {
  const power = Math.floor(Math.log10(ROUNDED * span));
  return power > 0 ? Math.round(t / 10 ** power) * 10 ** power : Number(t.toFixed(Math.min(100, -power)));
}

function spanOf({ t }: EtaTable): number {
  return t[t.length - 1] - t[0] || 1;
}

/**
 * Moves a point; its time stays between those of its neighbours, its rate at `least` or above, unless it was below.
 * What does not move keeps all its digits.
 */
export function movePoint(table: EtaTable, index: number, t: number, eta: number, least: number): EtaTable {
  const gap = LEAST_GAP * spanOf(table);
  const low = index > 0 ? table.t[index - 1] + gap : -Infinity;
  const high = index + 1 < table.t.length ? table.t[index + 1] - gap : Infinity;
  const rounded = roundTime(t, spanOf(table));
  const time = rounded > low && rounded < high ? rounded : Math.min(high, Math.max(low, t));
  const [oldTime, oldRate] = [table.t[index], table.eta[index]];
  return {
    t: replaced(table.t, index, t === oldTime ? oldTime : time),
    eta: replaced(
      table.eta,
      index,
      eta === oldRate ? oldRate : Math.max(Math.min(least, oldRate), tidy(eta)),
    ),
  };
}

/** η(t) of a table: linear, clamped. */
export function etaOf({ t, eta }: EtaTable, time: number): number {
  const next = t.findIndex((other) => other > time);
  if (next < 0) return eta[eta.length - 1];
  if (next === 0) return eta[0];
  const part = (time - t[next - 1]) / (t[next] - t[next - 1]);
  return eta[next - 1] + part * (eta[next] - eta[next - 1]);
}

/** ∫ dt/η of a table: d times the growth of ln a. **exact** */
export function volumeOf({ t, eta }: EtaTable, from: number, to: number): number {
  const last = t.length - 1;
  let sum = Math.max(0, Math.min(to, t[0]) - from) / eta[0];
  for (let k = 0; k < last; k++) {
    const start = Math.max(from, t[k]);
    const end = Math.min(to, t[k + 1]);
    if (end <= start) continue;
    const slope = (eta[k + 1] - eta[k]) / (t[k + 1] - t[k]);
    const first = eta[k] + slope * (start - t[k]);
    const growth = (slope * (end - start)) / first;
    sum += Math.abs(growth) < 1e-9 ? (end - start) / first : Math.log1p(growth) / slope;
  }
  return sum + Math.max(0, to - Math.max(from, t[last])) / eta[last];
}

/**
 * Adds a point at a time, on the line as it is, or at a rate.
 *  @returns the table and the point's index; null where there is no room for one
 */
export function addPoint(
  table: EtaTable,
  time: number,
  rate?: number,
  least = 0,
): { readonly table: EtaTable; readonly index: number } | null {
  if (table.t.length >= MOST_POINTS) return null;
  const t = roundTime(time, spanOf(table));
  const gap = LEAST_GAP * spanOf(table);
  if (table.t.some((other) => Math.abs(other - t) < gap)) return null;
  const before = table.t.findIndex((other) => other > t);
  const index = before < 0 ? table.t.length : before;
  const eta = rate === undefined ? tidy(etaOf(table, t)) : Math.max(least, tidy(rate));
  if (!(eta > 0)) return null;
  return {
    index,
    table: { t: inserted(table.t, index, t), eta: inserted(table.eta, index, eta) },
  };
}

/** The middle of the widest gap within a window: where a button adds a point. */
export function widestGap({ t }: EtaTable, from: number, to: number): number {
  const times = [...new Set([from, ...t.filter((time) => time > from && time < to), to])];
  let at = 0;
  for (let i = 1; i + 1 < times.length; i++) if (times[i + 1] - times[i] > times[at + 1] - times[at]) at = i;
  return 0.5 * (times[at] + times[at + 1]);
}

/** Takes a point away; the last one stays. */
export function removePoint(table: EtaTable, index: number): EtaTable {
  if (table.t.length <= 1) return table;
  return { t: without(table.t, index), eta: without(table.eta, index) };
}

/** Whether a change of points leaves everything before a time as it was. */
export function sameBefore(before: EtaTable, after: EtaTable, time: number): boolean {
  if (before.t.length !== after.t.length) return false;
  return before.t.every((_, i) => {
    const touched = before.t[i] !== after.t[i] || before.eta[i] !== after.eta[i];
    // A point governs the lines to both of its neighbours; the first one, all before it.
    return !touched || (i > 0 && Math.min(before.t[i - 1], after.t[i - 1]) >= time);
  });
}
