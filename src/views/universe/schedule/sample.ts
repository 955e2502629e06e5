import { largest } from '../../../scenario/plain.ts';
import type { Expansion } from '../../../scenario/expansion.ts';
import { LEAST_GAP, MOST_POINTS, roundTime, tidy, volumeOf, type EtaTable } from './table.ts';

/** A history as a table, and what that changes. */
export interface SampledTable {
  readonly table: EtaTable;
  /** Largest change of ln a over the time that was sampled, as a part of all its growth there. Measured. */
  readonly change: number;
  /** Whether the history begins with a big bang, which the table has not; the change is that of the time after it. */
  readonly bang: boolean;
}

const SAMPLES = 512;
/** Corners beyond this many are left to the even samples. */
const MOST_CORNERS = 512;
/** Error of ∫dt/η, as a part of it, and of η, as a part of its largest, at which there are points enough. */
const VOLUME = 1e-3;
const RATE = 0.008;
/** A rate that begins at 0 begins at this part of its value one sample later: friction is finite in a table. */
const AFTER_BANG = 0.005;

/** Even samples of a stretch of time with the corners of its history; before each corner, one just before it. */
function samplesOf(from: number, to: number, corners: readonly number[]): number[] {
  const gap = LEAST_GAP * (to - from);
  const even = Array.from({ length: SAMPLES + 1 }, (_, i) => from + ((to - from) * i) / SAMPLES);
  const own = corners
    .filter((t) => t > from + gap && t <= to)
    .slice(0, MOST_CORNERS)
    .flatMap((t) => [t - gap, t]);
  if (own.length === 0) return even;
  const near = (t: number): boolean => own.some((corner) => corner !== t && Math.abs(corner - t) < gap);
  return [...even.filter((t, i) => i === 0 || i === SAMPLES || !near(t)), ...new Set(own)]
    .sort((a, b) => a - b)
    .filter((t, i, all) => i === 0 || t > all[i - 1]);
}

/**
 * Samples a history as a table: few points (24 at most) whose lines have its ∫dt/η = d ln a and its η(t).
 *    Σ |∫dt/line − ∫dt/η| < 10⁻³ ∫dt/η and |η − line| < 0.008 max η where 24 points are enough; **approximate**,
 *    and the change of ln a is measured.
 *  @param corners  times at which the history bends or jumps
 *  @returns null where η is infinite: without friction there is no schedule
 */
export function sampledTable(
  expansion: Expansion,
  from: number,
  to: number,
  corners: readonly number[] = [],
): SampledTable | null {
  const times = samplesOf(from, to, corners);
  const rates = times.map((t) => 1 / expansion.gamma(t));
  if (rates.some((eta) => !Number.isFinite(eta)) || !(rates[1] > 0)) return null;
  // A big bang has no place in a table: it begins after it.
  const first = rates[0] > 0 ? 0 : 1;
  if (first === 1) rates[0] = AFTER_BANG * rates[1];
  const volumes = times.map((t) => expansion.dimension * expansion.logScaleFactor(t));
  const last = times.length - 1;
  const total = volumes[last] - volumes[first];
  const most = largest(rates);

  /** Errors of the line from a to b: of the volume, and of the rate. */
  const errorOf = (a: number, b: number): { volume: number; rate: number } => {
    const slope = (rates[b] - rates[a]) / (times[b] - times[a]);
    let volume = 0;
    let rate = 0;
    for (let i = a; i < b; i++) {
      const line = rates[a] + slope * (times[i + 1] - times[a]);
      if (i + 1 < b) rate = Math.max(rate, Math.abs(line - rates[i + 1]));
      if (i < first) continue;
      const before = rates[a] + slope * (times[i] - times[a]);
      volume += Math.abs(elapsed(before, line, times[i + 1] - times[i]) - (volumes[i + 1] - volumes[i]));
    }
    return { volume, rate };
  };
  /** What it costs to go without a sample: 1 is all that is allowed. */
  const costOf = (a: number, i: number, b: number): number => {
    const joined = errorOf(a, b);
    const rate = joined.rate / (RATE * most);
    const added = joined.volume - errorOf(a, i).volume - errorOf(i, b).volume;
    return Math.max(0, added) / (VOLUME * total) + (rate > 1 ? rate / MOST_POINTS : 0);
  };
  // From all samples down: the one that is missed least goes, until the rest are few and would be missed.
  const kept = times.map((_, i) => i);
  const costs = kept.map((i) => (i === 0 || i === last ? Infinity : costOf(i - 1, i, i + 1)));
  let spent = 0;
  while (kept.length > 2) {
    let at = 1;
    for (let k = 2; k + 1 < kept.length; k++) if (costs[k] < costs[at]) at = k;
    if (kept.length <= MOST_POINTS) {
      const off = errorOf(kept[at - 1], kept[at + 1]).rate > RATE * most;
      if (off || spent + costs[at] > 1) break;
    }
    spent += costs[at];
    kept.splice(at, 1);
    costs.splice(at, 1);
    for (const k of [at - 1, at]) {
      if (k > 0 && k + 1 < kept.length) costs[k] = costOf(kept[k - 1], kept[k], kept[k + 1]);
    }
  }
  const table = {
    t: kept.map((i) =>
      i === 0 ? from : i === last ? lastTime(to, to - from) : roundTime(times[i], to - from),
    ),
    eta: kept.map((i) => tidy(rates[i])),
  };
  let change = 0;
  for (let i = first; i <= last; i++) {
    const off = volumeOf(table, times[first], times[i]) - (volumes[i] - volumes[first]);
    change = Math.max(change, Math.abs(off) / total);
  }
  return { table, change, bang: first === 1 };
}

/** The end of the time that is shown, rounded up: nothing that is seen lies behind the last point. */
function lastTime(to: number, span: number): number {
  const rounded = roundTime(to, span);
  return rounded >= to ? rounded : roundTime(to + LEAST_GAP * span, span);
}

/** ∫dt/η over a straight line. */
function elapsed(from: number, to: number, length: number): number {
  return Math.abs(to - from) < 1e-9 * from ? length / from : (length * Math.log(to / from)) / (to - from);
}
