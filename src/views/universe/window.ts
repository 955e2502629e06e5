import type { Expansion } from '../../scenario/expansion.ts';
import { partOf, valuesOf } from '../../scenario/sections.ts';
import type { Section } from '../../scenario/types.ts';
import type { Course } from './course.ts';

/** The stretch of time that is drawn; written in place. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** e-folds behind the present at which the horn is a thin thread: a has fallen to 1/20. */
const THIN = 3;
/** Part of the horn that may be such a thread; then the window slides. */
const MOST_THIN = 0.25;
/** Future beyond the mouth, as a part of the past that is shown. */
export const AHEAD = 0.12;
/** Time that is shown at the start where the history names none. */
const USUAL_SPAN = 24;
const LEAST_SPAN = 2;
/** All points of a table are in the window where that is no more than so many times as long as it would be. */
const MOST_STRETCHED = 12;

/**
 * Start of the window for a present: the run's start, or later where more than a quarter of the horn would be
 * thinner than e^{−3} of its mouth. Power laws keep their shape, so they keep their big bang for ever.
 *    from = max(start, t₃ − (now − t₃)/3),  ln a(t₃) = ln a(now) − 3
 */
export function windowStart(course: Course): number {
  const thin = course.timeOf(course.logNow - THIN);
  if (Number.isNaN(thin)) return course.start;
  return Math.max(course.start, thin - ((course.now - thin) * MOST_THIN) / (1 - MOST_THIN));
}

const HALVINGS = 40;

/**
 * End of the window before anything has happened: that of the schedule, else a usual span; never beyond where the
 * window would slide, so that it moves on smoothly from there, but for the points of a table.
 */
export function plannedEnd(section: Section, expansion: Expansion, start: number): number {
  const part = partOf('expansion', section.kind);
  const own = part.plannedEnd?.(valuesOf(section), start) ?? NaN;
  const wanted = Number.isFinite(own) && own > start ? own : start + USUAL_SPAN;
  const slides = (now: number): boolean => {
    const log = expansion.logScaleFactor(now);
    const thin = now - (now - start) * (1 - MOST_THIN);
    return log - expansion.logScaleFactor(thin) > THIN;
  };
  if (!slides(wanted)) return wanted;
  let low = start;
  let high = wanted;
  for (let n = 0; n < HALVINGS; n++) {
    const middle = 0.5 * (low + high);
    if (slides(middle)) high = middle;
    else low = middle;
  }
  const usual = Math.min(wanted, Math.max(start + LEAST_SPAN, high + AHEAD * (high - start)));
  // A hand wants to reach the points that it has made.
  const reached = part.points !== undefined && wanted - start <= MOST_STRETCHED * (usual - start);
  return reached ? wanted : usual;
}

/** Part of the window by which it moves on before another past is asked for. */
const RENEWED = 0.5;

/**
 * Time from which the past is to be asked for: as it was, until the window has moved on by half of itself or back
 * beyond it. −Infinity is all of the past.
 *  @param asked  time that was asked for last
 */
export function renewedFrom(asked: number, from: number, { start, now }: Course): number {
  if (from <= start) return -Infinity;
  return from >= asked && from - asked < RENEWED * (now - from) ? asked : from;
}

/** Writes the window of a present. @param planned  see plannedEnd */
export function windowOf(course: Course, planned: number, out: TimeWindow): void {
  out.from = windowStart(course);
  const reach = course.now + AHEAD * (course.now - out.from);
  out.to = Math.max(planned, reach, out.from + 1e-6);
}
