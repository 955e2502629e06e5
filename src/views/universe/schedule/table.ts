import type { Expansion } from '../../../scenario/expansion.ts';

/** A schedule as points of η(t), joined by straight lines. */
export interface EtaTable {
  readonly t: readonly number[];
  readonly eta: readonly number[];
}

/** Points that a hand can still tell apart. */
export const MOST_POINTS = 24;
/** A rate is never 0: friction would be infinite. */
export const LEAST_ETA = 1e-3;
/** Times of neighbours differ by at least this part of the table's span. */
const LEAST_GAP = 1e-3;

/** The table of an expansion section; null for other kinds. */
export function tableIn({ kind, t, eta }: Readonly<Record<string, unknown>>): EtaTable | null {
  const isVector = (value: unknown): value is number[] =>
    Array.isArray(value) && value.every((entry) => typeof entry === 'number');
  return kind === 'table' && isVector(t) && isVector(eta) && t.length === eta.length && t.length > 0
    ? { t, eta }
    : null;
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

/** Rounds to four digits, so that files stay readable. */
function tidy(value: number): number {
  return Number(value.toPrecision(4));
}

function spanOf({ t }: EtaTable): number {
  return Math.max(t[t.length - 1] - t[0], Math.abs(t[0]), 1);
}

/** Moves a point; its time stays between those of its neighbours, its rate above 0. */
export function movePoint(table: EtaTable, index: number, t: number, eta: number): EtaTable {
  const gap = LEAST_GAP * spanOf(table);
  const low = index > 0 ? table.t[index - 1] + gap : -Infinity;
  const high = index + 1 < table.t.length ? table.t[index + 1] - gap : Infinity;
  const rounded = tidy(t);
  const time = rounded > low && rounded < high ? rounded : Math.min(high, Math.max(low, t));
  return {
    t: replaced(table.t, index, time),
    eta: replaced(table.eta, index, Math.max(LEAST_ETA, tidy(eta))),
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

/**
 * Adds a point at a time, on the line as it is, or at a rate.
 *  @returns the table and the point's index; null where there is no room for one
 */
export function addPoint(
  table: EtaTable,
  time: number,
  rate?: number,
): { readonly table: EtaTable; readonly index: number } | null {
  if (table.t.length >= MOST_POINTS) return null;
  const t = tidy(time);
  const gap = LEAST_GAP * spanOf(table);
  if (table.t.some((other) => Math.abs(other - t) < gap)) return null;
  const before = table.t.findIndex((other) => other > t);
  const index = before < 0 ? table.t.length : before;
  const eta = Math.max(LEAST_ETA, tidy(rate ?? etaOf(table, t)));
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

const SAMPLES = 512;
const TOLERANCE = 0.008;
const POINTS_WANTED = 12;

/**
 * Samples a history as a table: the fewest points (12 at most) whose lines stay near its η(t).
 *    |η − line| < 0.008 max η where 12 points are enough; **approximate**
 *  @returns null where η is infinite: without friction there is no schedule
 */
export function sampledTable(expansion: Expansion, from: number, to: number): EtaTable | null {
  const times = Array.from({ length: SAMPLES + 1 }, (_, i) => from + ((to - from) * i) / SAMPLES);
  const rates = times.map((t) => 1 / expansion.gamma(t));
  if (rates.some((eta) => !Number.isFinite(eta))) return null;
  const most = Math.max(...rates);
  if (most === 0) return null;
  const kept = [0, SAMPLES];
  for (;;) {
    let worst = TOLERANCE * most;
    let at = -1;
    for (let k = 0; k + 1 < kept.length; k++) {
      const [a, b] = [kept[k], kept[k + 1]];
      for (let i = a + 1; i < b; i++) {
        const line = rates[a] + ((i - a) / (b - a)) * (rates[b] - rates[a]);
        const off = Math.abs(rates[i] - line);
        if (off > worst) {
          worst = off;
          at = i;
        }
      }
    }
    if (at < 0 || kept.length >= POINTS_WANTED) break;
    kept.push(at);
    kept.sort((a, b) => a - b);
  }
  return {
    t: kept.map((i) => tidy(times[i])),
    eta: kept.map((i) => Math.max(LEAST_ETA, LEAST_ETA * most, tidy(rates[i]))),
  };
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
