/** From this share of the bound on, the step is warned of. */
export const WARN_FROM = 0.8;

export type StepWarning = 'near' | 'past';

/** A time step and the largest stable one, as the engine tells them. */
export interface Stability {
  readonly now: number;
  /** `now` must stay below it. */
  readonly bound: number;
}

/** Whether a step is near its bound, or past it. */
export function warningOf({ now, bound }: Stability): StepWarning | null {
  if (now >= bound) return 'past';
  return now >= WARN_FROM * bound ? 'near' : null;
}

/** Share of the meter that is safe; the rest is the hatched side. */
export const SAFE_SHARE = 0.62;

/** Where the present value stands on the meter, 0 to 1; far beyond the bound it stays at the end. */
export function meterPosition({ now, bound }: Stability): number {
  if (!Number.isFinite(now) || bound <= 0) return 0.97;
  return Math.min(0.97, (SAFE_SHARE * now) / bound);
}
