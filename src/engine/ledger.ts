/** What is counted of a track's motion; energies in the units that the track is shown in. */
export interface Counted {
  /** Σ V² now. */
  readonly squares: number;
  /** Taken out by friction since t0. */
  readonly dissipated: number;
  /** Put in from outside since t0: other samples, edits, the stretching of space. */
  readonly injected: number;
}

/** The running counts of one track, at its time. */
export class Ledger implements Counted {
  time = 0;
  squares = 0;
  dissipated = 0;
  injected = 0;

  set(counted: Counted, time: number): void {
    this.time = time;
    this.squares = counted.squares;
    this.dissipated = counted.dissipated;
    this.injected = counted.injected;
  }
}
