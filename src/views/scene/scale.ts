/**
 * Scales of pictures. A value at the limit has full colour and full height; the limit is the largest of the run so far,
 * which the engine tells with every frame, whatever was drawn: nothing is eased, and nothing depends on a clock.
 */

/** Height, in limits, at which what was magnified beyond the limit is cut off. */
export const CUT = 1.15;

/** The limit of a picture that is magnified. @param peak  largest of the run so far */
export function limitOf(peak: number, magnified: number): number {
  return Number.isFinite(peak) && peak > 0 ? peak / magnified : 0;
}

/** What values are divided by: a picture of nothing but zeros has a limit of 0. */
export function divisorOf(limit: number): number {
  return limit > 0 ? limit : 1;
}

/** Height of a value in limits, cut off beyond CUT; 0 where there is no number. */
export function heightIn(value: number, limit: number): number {
  if (!Number.isFinite(value) || !(limit > 0)) return 0;
  return Math.max(-CUT, Math.min(CUT, value / limit));
}
