/** Longest stretch of stepping before messages are let in: what is told comes into force well within a frame. */
export const SLICE_MS = 8;
/** Pause between slices: a display's frame less a slice. */
export const REST_MS = 6;
/** Where a step cannot be stayed in, heavy ones go so many at once, or for so long: each time evaluates one gradient more and holds a state to go back to. */
const FEW_STEPS = 8;
const LONGEST_SLICE_MS = 40;
/** A frame is followed by at least so many times the work that it was, of other work: a tenth of the time at most. */
const FRAME_REST = 9;
/** Time from one frame to the next, at least: a display shows no more. A little less than its frames, for slices are no multiples of them. */
const FRAME_MS = 12;

/**
 * Steps before messages are let in.
 *  @param pace   milliseconds of one; 0 where it is not known
 *  @param stays  whether the run can stay inside a step
 */
export function stepsOfSlice(pace: number, stays: boolean): number {
  const slice = stays ? SLICE_MS : Math.max(SLICE_MS, Math.min(FEW_STEPS * pace, LONGEST_SLICE_MS));
  return Math.max(1, Math.floor(slice / pace));
}

/** Wall time before which a run that goes on shows no other frame. @param start, end  of the work of one */
export function nextFrameAt(start: number, end: number): number {
  return Math.max(start + FRAME_MS, end + FRAME_REST * (end - start));
}
