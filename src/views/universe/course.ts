import type { Expansion } from '../../scenario/expansion.ts';

/** What is read of the traces. */
export interface Past {
  readonly length: number;
  at(row: number, column: number): number;
  rowsUpTo(step: number): number;
}

/** Where traces keep what is read here. */
export interface PastColumns {
  readonly time: number;
  readonly gamma: number;
  readonly logScaleFactor: number;
}

/** The moment on the screen. */
export interface Moment {
  readonly step: number;
  readonly time: number;
  readonly gamma: number;
  readonly logScaleFactor: number;
}

/**
 * The scale factor through time: the past as it was lived (edits and all), the future as the history has it,
 * shifted so that ln a is continuous. A history that a hand is drawing is past and future alike.
 */
export interface Course {
  readonly now: number;
  readonly start: number;
  /** ln a now. */
  readonly logNow: number;
  /** ln a from which e-folds count: that of the start, or 0 (a = 1) where the run began at a big bang. */
  readonly logBase: number;
  /** ln a(t); −Infinity at a big bang. */
  logAt(t: number): number;
  /** a(t)/a(now). */
  scaleAt(t: number): number;
  /** η(t) = 1/γ; Infinity without friction. */
  etaAt(t: number): number;
  /** Time at which ln a reached a value, within start..now; NaN where it did not. */
  timeOf(log: number): number;
}

/**
 * Interpolates ln a between two known moments: evenly in ln a, which is exact where H is constant; evenly in a
 * where one of them is the big bang.
 */
function between(low: number, high: number, part: number): number {
  if (part <= 0) return low;
  if (part >= 1) return high;
  if (low === -Infinity) return high + Math.log(part);
  return low + part * (high - low);
}

/** A course that is told of the present before each drawing; nothing is allocated by that. */
export interface LivedCourse extends Course {
  /** @param expansion  the history in force from now on */
  take(past: Past, moment: Moment, expansion: Expansion): void;
}

const NO_PAST: Past = { length: 0, at: () => NaN, rowsUpTo: () => 0 };
const NOW: Moment = { step: 0, time: 0, gamma: 0, logScaleFactor: 0 };

/** The course of a run that is lived. @param columns  of the traces */
export function createLivedCourse(columns: PastColumns): LivedCourse {
  let past = NO_PAST;
  let moment = NOW;
  let expansion: Expansion | null = null;
  let known = 0;
  /** Last row: the present, where it has no row of its own in the traces. */
  let last = 0;
  let shift = 0;
  const time = (row: number): number => (row < known ? past.at(row, columns.time) : moment.time);
  const log = (row: number): number =>
    row < known ? past.at(row, columns.logScaleFactor) : moment.logScaleFactor;
  const rate = (row: number): number => 1 / (row < known ? past.at(row, columns.gamma) : moment.gamma);
  /** Largest row whose value is at most what is looked for. */
  const search = (value: (row: number) => number, wanted: number): number => {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (value(middle) <= wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const partOf = (row: number, t: number): number => {
    const from = time(row);
    const to = time(row + 1);
    return to > from ? (t - from) / (to - from) : 1;
  };
  const course: LivedCourse = {
    get now() {
      return moment.time;
    },
    get start() {
      return time(0);
    },
    get logNow() {
      return moment.logScaleFactor;
    },
    get logBase() {
      const first = log(0);
      return Number.isFinite(first) ? first : 0;
    },
    take(nextPast, nextMoment, nextExpansion) {
      past = nextPast;
      moment = nextMoment;
      expansion = nextExpansion;
      known = past.rowsUpTo(moment.step);
      last = known > 0 && past.at(known - 1, columns.time) >= moment.time ? known - 1 : known;
      const own = expansion.logScaleFactor(moment.time);
      shift = Number.isFinite(own) ? moment.logScaleFactor - own : 0;
    },
    logAt(t) {
      if (t > moment.time && expansion !== null) return expansion.logScaleFactor(t) + shift;
      if (t >= moment.time) return moment.logScaleFactor;
      if (t <= time(0)) return log(0);
      const row = search(time, t);
      return between(log(row), log(row + 1), partOf(row, t));
    },
    scaleAt: (t) =>
      moment.logScaleFactor === -Infinity ? 1 : Math.exp(course.logAt(t) - moment.logScaleFactor),
    etaAt(t) {
      if (t >= moment.time && expansion !== null) return 1 / expansion.gamma(t);
      const row = search(time, t);
      const low = rate(row);
      return row >= last ? low : low + partOf(row, t) * (rate(row + 1) - low);
    },
    timeOf(wanted) {
      const first = log(0);
      if (!(wanted >= first && wanted <= moment.logScaleFactor)) return NaN;
      const row = search(log, wanted);
      if (row >= last) return moment.time;
      const low = log(row);
      const high = log(row + 1);
      const part =
        low === -Infinity ? Math.exp(wanted - high) : high > low ? (wanted - low) / (high - low) : 0;
      return time(row) + part * (time(row + 1) - time(row));
    },
  };
  return course;
}

const HALVINGS = 60;

/** The course of a history that a hand is drawing: as if it had always been so. */
export function drawnCourse(expansion: Expansion, start: number, now: number): Course {
  const logNow = expansion.logScaleFactor(now);
  const first = expansion.logScaleFactor(start);
  const logAt = (t: number): number => expansion.logScaleFactor(Math.max(start, t));
  return {
    now,
    start,
    logNow,
    logBase: Number.isFinite(first) ? first : 0,
    logAt,
    scaleAt: (t) => (logNow === -Infinity ? 1 : Math.exp(logAt(t) - logNow)),
    etaAt: (t) => 1 / expansion.gamma(t),
    timeOf(wanted) {
      if (!(wanted >= first && wanted <= logNow)) return NaN;
      let low = start;
      let high = now;
      for (let n = 0; n < HALVINGS; n++) {
        const middle = 0.5 * (low + high);
        if (logAt(middle) < wanted) low = middle;
        else high = middle;
      }
      return high;
    },
  };
}
