import { formatNumber } from '../../messages/format.ts';
import type { Course } from './course.ts';

/** e-folds between rings. */
export const RING_SPACING = 0.5;
/** Rings at most: near a big bang they crowd without end. */
export const MOST_RINGS = 24;

/** Rings of the horn, newest first; written in place. */
export interface Rings {
  count: number;
  /** [MOST_RINGS] e-folds, and when they had passed. */
  readonly efolds: Float64Array;
  readonly times: Float64Array;
}

export function createRings(): Rings {
  return { count: 0, efolds: new Float64Array(MOST_RINGS), times: new Float64Array(MOST_RINGS) };
}

/** Finds the rings at exact half e-folds since the base of the course, from a time on. The run's start is none. */
export function findRings(course: Course, from: number, out: Rings): void {
  const { logBase, logNow, now } = course;
  out.count = 0;
  if (!Number.isFinite(logNow)) return;
  const bang = course.logAt(course.start) !== logBase;
  const last = Math.floor((logNow - logBase) / RING_SPACING + 1e-9);
  for (let n = last; n > last - MOST_RINGS && (bang || n > 0); n--) {
    const time = course.timeOf(Math.min(logNow, logBase + n * RING_SPACING));
    if (Number.isNaN(time) || time < from || time > now) break;
    out.efolds[out.count] = n * RING_SPACING;
    out.times[out.count] = time;
    out.count++;
  }
}

/** Rings nearly as large as the present have no name. */
export const BESIDE_NOW = 0.86;

/**
 * A ring of a whole sheet: the e-folds that had passed when the sheet was as large as what lies within it now, and that part.
 *    part = e^{efolds − now}
 *  @param now    e-folds passed since the base
 *  @param index  0 the newest that has a name
 *  @returns null before the first
 */
export function sheetRing(
  now: number,
  index: number,
): { readonly efolds: number; readonly part: number } | null {
  const newest = Math.floor((now + Math.log(BESIDE_NOW)) / RING_SPACING + 1e-9);
  const efolds = RING_SPACING * (newest - index);
  return efolds < 0 || !Number.isFinite(efolds) ? null : { efolds, part: Math.exp(efolds - now) };
}

/** The number of a ring, with no more digits than it needs. */
export function ringWords(efolds: number): string {
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(efolds) || 1)) + 1);
  return formatNumber(efolds, Math.abs(efolds) < 1 ? 1 : whole + 1);
}

/**
 * The Hubble length of waves that run at √K, √K/H, as a part of the way round the universe, which is N a(t) long.
 *    share = √K/H / (N a),  lengths in units of the spacing
 *  @param speed  √K at a = 1, in sites a unit of time
 *  @returns 0 where nothing expands (the length is infinite) or nothing runs, else the share, which may exceed 1
 *  Source: physics.md 3.4.
 */
export function hubbleShare(hubble: number, sites: number, speed: number, scaleFactor: number): number {
  if (!(hubble > 0)) return 0;
  const share = speed / (hubble * sites * scaleFactor);
  return Number.isFinite(share) ? share : 0;
}
