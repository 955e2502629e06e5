import { easeLimit } from '../scene/scale.ts';

/**
 * A limit of a^{d/2} w that is eased as other limits are, and kept as its logarithm: no expansion overflows it.
 */
export interface UndampedLimit {
  /** ln of the limit; −Infinity before the first value. */
  readonly log: number;
  /**
   * The limit a moment later, relative to a reference: amplitude · e^{offset} is what it has to hold.
   *  @param offset  ln of the reference
   */
  ease(amplitude: number, offset: number, dt: number): number;
  forget(): void;
}

export function createUndampedLimit(): UndampedLimit {
  let log = -Infinity;
  return {
    get log() {
      return log;
    },
    ease(amplitude, offset, dt) {
      const base = Number.isFinite(offset) ? offset : 0;
      const before = log === -Infinity ? 0 : Math.exp(log - base);
      const next = easeLimit(Number.isFinite(before) ? before : 0, amplitude, dt);
      log = next > 0 ? Math.log(next) + base : -Infinity;
      return next > 0 ? next : 1;
    },
    forget() {
      log = -Infinity;
    },
  };
}

/** The largest factor that a shader can hold with room to spare. */
const MOST_GAIN = 1e30;

/** What makes the largest value 1; finite, so that a field of zeros stays the middle of the colours. */
export function gainOf(largest: number): number {
  return largest > 1 / MOST_GAIN ? 1 / largest : 0;
}
