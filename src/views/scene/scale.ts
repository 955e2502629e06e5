/** Limits of maps and heights: up at once, down slowly, so that nothing ever leaves the picture or jumps. */

/** Time in which a limit falls by 1/e towards what it has to hold, in seconds. */
const FALL_SECONDS = 2.5;
/** A limit stays where it is while at least this part of it is used. */
const ENOUGH = 0.7;

/**
 * The limit a moment later.
 *    limit ← amplitude                                  where amplitude > limit
 *    limit ← amplitude/ENOUGH + (limit − …) e^{−dt/τ}   where less than ENOUGH of it is used
 *  @param limit      0 before the first frame
 *  @param amplitude  largest |value| to show; values that are not finite change nothing
 *  @param dt         seconds since the last drawing
 */
export function easeLimit(limit: number, amplitude: number, dt: number): number {
  if (!Number.isFinite(amplitude)) return limit;
  if (amplitude >= limit) return amplitude;
  const goal = amplitude / ENOUGH;
  if (goal >= limit) return limit;
  return goal + (limit - goal) * Math.exp(-dt / FALL_SECONDS);
}

/** Largest |value| that is finite. */
export function amplitudeOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}
