/** What was counted over the last stretch of wall time, of the run and of the page. */
export interface Pace {
  /** Steps of the run a second; 0 where it rests. */
  readonly steps: number;
  /** Drawings of the pictures a second, and script time of one in milliseconds; NaN where none was made. */
  readonly drawings: number;
  readonly drawing: number;
}

/**
 * Counts steps and drawings between two readings.
 *  @param now  wall time in milliseconds
 */
export class PaceMeter {
  private readonly now: () => number;
  private since: number;
  private run = NaN;
  private first = NaN;
  private last = NaN;
  private count = 0;
  private spent = 0;
  private begun = NaN;

  constructor(now: () => number) {
    this.now = now;
    this.since = now();
  }

  /** A frame of a run came. Steps of another run, or of a past gone back to, are not those of this stretch. */
  frame(run: number, step: number): void {
    if (run !== this.run || step < this.last) this.first = step;
    this.run = run;
    this.last = step;
  }

  /** A display frame in which pictures are drawn begins, and ends. */
  begin(): void {
    this.begun = this.now();
  }

  end(): void {
    if (!Number.isFinite(this.begun)) return;
    this.spent += this.now() - this.begun;
    this.count++;
    this.begun = NaN;
  }

  /** What was counted since the last reading, which ends that stretch. */
  read(): Pace {
    const now = this.now();
    const seconds = Math.max(1e-3, (now - this.since) / 1000);
    const { count } = this;
    const steps = Number.isFinite(this.last) ? (this.last - this.first) / seconds : 0;
    const drawing = count === 0 ? NaN : this.spent / count;
    this.since = now;
    this.first = this.last;
    this.count = 0;
    this.spent = 0;
    return { steps, drawings: count / seconds, drawing };
  }
}
