import { easeLimit } from '../scene/scale.ts';

/** One limit of colour and height for pictures that are to be compared. */
export interface SharedLimit {
  /** The limit of this display frame: eased by the first picture that asks, the same for all. */
  ease(amplitude: number, dt: number, displayFrame: number): number;
}

export function createSharedLimit(): SharedLimit {
  let limit = 0;
  let at = NaN;
  return {
    ease(amplitude, dt, displayFrame) {
      if (displayFrame !== at) {
        at = displayFrame;
        limit = easeLimit(limit, amplitude, dt);
      }
      return limit;
    },
  };
}
