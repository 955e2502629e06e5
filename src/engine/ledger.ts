import { simpsonDissipation } from '../physics/observables/energy.ts';
import type { Clock, Integrator } from '../physics/types.ts';

/** What is counted of a track's motion; energies in the units that the track is shown in. */
export interface Counted {
  /** Σ V² now. */
  readonly squares: number;
  /** Taken out by friction since t0. */
  readonly dissipated: number;
  /** Put in from outside since t0: other samples, edits, the stretching of space, the noise of a bath. */
  readonly injected: number;
  /** The part of it that is the noise of a bath. */
  readonly heat: number;
}

/** The running counts of one track, at its time. */
export class Ledger implements Counted {
  time = 0;
  squares = 0;
  dissipated = 0;
  injected = 0;
  heat = 0;

  set(counted: Counted, time: number): void {
    this.time = time;
    this.squares = counted.squares;
    this.dissipated = counted.dissipated;
    this.injected = counted.injected;
    this.heat = counted.heat;
  }

  /**
   * Books what a stretch of steps lost to friction, and got from a bath: that one's own numbers, else ∫γ V² dt by
   * Simpson's rule.
   *  @param from      first of them; those before are booked
   *  @param squares   [2·count] Σ V² in the middle and at the end of each step
   *  @param friction  rate at which energy leaves at a time
   *  @param scale     units that the track is shown in
   */
  follow(
    clock: Clock,
    from: number,
    count: number,
    squares: Float64Array,
    { bath }: Pick<Integrator, 'bath'>,
    friction: (t: number) => number,
    scale: number,
  ): void {
    const { origin, offset, dt } = clock;
    for (let k = from; k < count; k++) {
      const last = squares[2 * k + 1];
      if (bath === undefined) {
        const t = origin + (offset + k) * dt;
        const end = origin + (offset + k + 1) * dt;
        this.dissipated +=
          scale *
          simpsonDissipation(
            dt,
            friction(t),
            this.squares,
            friction(t + dt / 2),
            squares[2 * k],
            friction(end),
            last,
          );
      } else {
        const heat = scale * bath.heat(k);
        this.dissipated += scale * bath.dissipated(k);
        this.heat += heat;
        this.injected += heat;
      }
      this.squares = last;
    }
  }
}
