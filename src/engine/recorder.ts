import { traceColumns, TRACE } from './protocol.ts';
import { EXTREMES, FIRST_EXTREME, measurePositions, measureVelocities, QUANTITY } from './quantities.ts';
import type { Simulation } from './simulation.ts';

const WIDTH = 2 * EXTREMES.length;

/**
 * Measures a run at the steps that are looked at and gathers trace rows until they are sent. What a row says of the
 * steps since the row before is a function of the run: a state that an edit of its step replaced is not in it.
 */
export class Recorder {
  /** Row of the state that was looked at last, its extremes those since the last row. */
  readonly latest: Float64Array;
  /** Step of `latest`; −1 where nothing was looked at. */
  private step = -1;
  /** [tracks × WIDTH] extremes since the last row without the latest look. */
  private readonly open: Float64Array;
  private readonly ahead: Float64Array;
  /** Whether the latest look is a row, so that the next one begins an interval. */
  private closed = false;
  private rows: Float64Array;
  private used = 0;
  private readonly columns: number;

  constructor(trackCount: number) {
    this.columns = traceColumns(trackCount);
    this.latest = new Float64Array(this.columns);
    this.open = new Float64Array(trackCount * WIDTH);
    this.ahead = new Float64Array(trackCount * WIDTH);
    this.rows = new Float64Array(256 * this.columns);
  }

  /** Looks at the present step; again after an edit of that step. */
  look(simulation: Simulation): void {
    this.positions(simulation);
    this.velocities(simulation);
  }

  /** The half of a look that weights say: `velocities` makes it whole. */
  positions(simulation: Simulation): void {
    const { step } = simulation;
    if (step !== this.step) {
      this.before(this.open);
      this.closed = false;
      this.step = step;
    }
    placed(simulation, this.latest);
  }

  velocities(simulation: Simulation): void {
    moved(simulation, this.open, this.latest);
  }

  /** Looks at a present that may be none of the steps looked at, without a trace: for frames. @param out [columns] */
  peekPositions(simulation: Simulation, out: Float64Array): void {
    if (simulation.step !== this.step) placed(simulation, out);
  }

  /** The other half of it; of a step that is looked at its own look comes first. */
  peekVelocities(simulation: Simulation, out: Float64Array): void {
    if (simulation.step === this.step) {
      out.set(this.latest);
      return;
    }
    this.before(this.ahead);
    moved(simulation, this.ahead, out);
  }

  /** Makes a row of what was looked at last. */
  record(): void {
    if (this.used + this.columns > this.rows.length) {
      const grown = new Float64Array(2 * this.rows.length);
      grown.set(this.rows);
      this.rows = grown;
    }
    this.rows.set(this.latest, this.used);
    this.used += this.columns;
    this.closed = true;
  }

  /** Extremes since the last row before the present step: what is to be kept with a snapshot of it. */
  save({ step }: Simulation): Float64Array {
    if (step === this.step) return this.open.slice();
    this.before(this.ahead);
    return this.ahead.slice();
  }

  /**
   * Goes on from a state that was gone back to.
   *  @param open   what was kept with it
   *  @param known  whether its row is known
   */
  resume(simulation: Simulation, open: Float64Array, known: boolean): void {
    this.open.set(open);
    this.step = simulation.step;
    this.look(simulation);
    this.closed = known;
  }

  /** Takes the rows gathered so far, as a buffer of their own; null when there are none. */
  take(): Float64Array<ArrayBuffer> | null {
    if (this.used === 0) return null;
    const rows = this.rows.slice(0, this.used);
    this.used = 0;
    return rows;
  }

  /** Extremes since the last row of a step after the latest look. @param out  [tracks × WIDTH] */
  private before(out: Float64Array): void {
    if (this.step < 0 || this.closed) {
      for (let slot = 0; slot < out.length; slot++) out[slot] = slot % 2 === 0 ? Infinity : -Infinity;
      return;
    }
    for (let track = 0; track * WIDTH < out.length; track++) {
      const from = TRACE.track + TRACE.perTrack * track + FIRST_EXTREME;
      out.set(this.latest.subarray(from, from + WIDTH), track * WIDTH);
    }
  }
}

/** Writes what the present weights say into a row. */
function placed(simulation: Simulation, out: Float64Array): void {
  out[TRACE.step] = simulation.step;
  out[TRACE.time] = simulation.time;
  out[TRACE.gamma] = simulation.gamma();
  out[TRACE.logScaleFactor] = simulation.logScaleFactor();
  for (const [index, track] of simulation.tracks.entries()) {
    measurePositions(track, out, TRACE.track + TRACE.perTrack * index);
  }
}

/** Writes what the present motion says into a row. @param before  extremes that its own join */
function moved(simulation: Simulation, before: Float64Array, out: Float64Array): void {
  for (const [index, track] of simulation.tracks.entries()) {
    const from = TRACE.track + TRACE.perTrack * index;
    measureVelocities(track, out, from);
    for (let n = 0; n < EXTREMES.length; n++) {
      const name = EXTREMES[n];
      const value =
        name === 'energy'
          ? out[from + QUANTITY.cost] + out[from + QUANTITY.kinetic]
          : out[from + QUANTITY[name]];
      const slot = index * WIDTH + 2 * n;
      const at = from + FIRST_EXTREME + 2 * n;
      out[at] = Math.min(value, before[slot]);
      out[at + 1] = Math.max(value, before[slot + 1]);
    }
  }
}
