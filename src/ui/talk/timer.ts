/** The clock of a talk: how long it has run, and since when it runs. Pure, in milliseconds. */
export interface Timer {
  /** Run before it was started last. */
  readonly before: number;
  /** When it was started, by the clock on the wall; null while it stands. It outlives a reload. */
  readonly since: number | null;
}

export const STOPPED: Timer = { before: 0, since: null };

/** How long it has run; a clock on the wall that was set back counts as none. */
export function elapsed({ before, since }: Timer, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

export const running = (timer: Timer, now: number): Timer =>
  timer.since === null ? { before: timer.before, since: now } : timer;

/** Whether nobody has started it yet, or it was set back to zero. */
export const isUnused = ({ before, since }: Timer): boolean => before === 0 && since === null;

/** Starts it, or stops it where it is. */
export function toggled(timer: Timer, now: number): Timer {
  return timer.since === null ? running(timer, now) : { before: elapsed(timer, now), since: null };
}

/** As people read it: 4:07, from an hour on 1:04:07. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A timer as it was stored; a stopped one where that is none. */
export function timerOf(value: unknown): Timer {
  const { before, since } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof before !== 'number' || !(before >= 0) || !Number.isFinite(before)) return STOPPED;
  return { before, since: typeof since === 'number' && Number.isFinite(since) ? since : null };
}
