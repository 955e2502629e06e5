/** Pixels that a height of one limit takes at least: seen from above a site would leap at every tremble. */
const LEAST_PIXELS = 40;

/** How a way of the pointer raises what it holds. */
export interface Lever {
  /** Rise in limits per pixel, to the right and down. */
  readonly right: number;
  readonly down: number;
}

/**
 * The lever of a site that is drawn at `low` with a height of 0 and at `high` with one of the limit, in pixels: along the
 * line between them one limit is one limit; seen almost from above, up is up.
 */
export function leverOf(low: ArrayLike<number>, high: ArrayLike<number>): Lever {
  const x = high[0] - low[0];
  const y = high[1] - low[1];
  const length = Math.hypot(x, y);
  if (!(length >= LEAST_PIXELS)) return { right: 0, down: -1 / LEAST_PIXELS };
  return { right: x / (length * length), down: y / (length * length) };
}
