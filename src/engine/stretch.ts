import type { Clock } from '../physics/types.ts';
import type { Track } from './track.ts';

/** Most steps that tracks take in one stretch. A failed one is taken back to its start and lived again. */
export const LONGEST_STRETCH = 128;

/**
 * What looks at a run while it is in a stretch. A look has two halves: weights stand at a step's end half a step before
 * velocities do, and nothing has to be computed twice when each is read where it stands.
 */
export interface Watch {
  /** First step after `step` that is looked at. */
  next(step: number): number;
  /** The weights are those of the step that is looked at. */
  positions(): void;
  /** Velocities and energies are. */
  velocities(): void;
}

/**
 * A stretch of steps of all tracks on one clock. Between two calls it may stay inside a step, so that messages are let in
 * without a step being closed and opened again: that would be a second gradient, and a state to go back to. Bits do not
 * depend on where it stays.
 */
export class Stretch {
  /** Step of its start. */
  readonly from: number;
  /** Most steps of it. */
  readonly longest: number;
  /** Steps done. */
  done = 0;
  /** Whether it stays in the step that follows. */
  inside = false;
  /** Whether all of its tracks can. */
  readonly canStay: boolean;
  private readonly tracks: readonly Track[];
  private readonly clock: Clock;

  constructor(tracks: readonly Track[], clock: Clock, from: number, longest: number) {
    this.tracks = tracks;
    this.clock = clock;
    this.from = from;
    this.longest = longest;
    this.canStay = tracks.every((track) => track.canStay(clock.dt));
  }

  /**
   * Goes on until `count` of its steps are done.
   *  @param stays  whether to stay in the one after them; only where all tracks can
   *  @returns index of a track that could not; all of them then stand where the last good step ended. −1: none
   */
  go(count: number, stays: boolean): number {
    const { tracks, clock, done } = this;
    const from = this.inside ? done : null;
    let taken = count;
    let failed = -1;
    for (const [index, track] of tracks.entries()) {
      // A track behind a failed one that is already where it stands may have opened a step.
      if (failed >= 0 && taken === done) track.takeBack(clock, taken);
      else {
        const got = track.advance(clock, taken, from, stays && failed < 0);
        if (got < taken) {
          taken = got;
          failed = index;
        }
      }
    }
    // Tracks before the failed one went too far: bring them to the last step that every track has.
    for (const track of tracks.slice(0, Math.max(failed, 0))) track.takeBack(clock, taken);
    this.done = taken;
    this.inside = stays && failed < 0;
    return failed;
  }

  /**
   * The same, and lets a watch look at steps that are passed; where it comes to rest is none of them.
   *  @param at  tells the run which step its weights stand at
   */
  goWatched(count: number, stays: boolean, watch: Watch, at: (step: number) => void): number {
    const { from } = this;
    for (;;) {
      const look = watch.next(from + this.done) - from;
      if (look > count || (look === count && !stays)) {
        if (this.done === count && this.inside === stays) return -1;
        return this.go(count, stays);
      }
      const isThere = this.inside && look === this.done + 1;
      const failed = isThere ? -1 : this.go(look - 1, true);
      if (failed >= 0) return failed;
      at(from + look);
      watch.positions();
      const fails = this.go(look, true);
      if (fails >= 0) return fails;
      watch.velocities();
    }
  }
}
