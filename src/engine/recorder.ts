import type { Simulation } from './simulation.ts';
import { traceColumns } from './protocol.ts';

/** Steps that are traced one by one; afterwards the spacing doubles with every octave of steps. */
const DENSE_STEPS = 2048;

/** Spacing of trace rows at a step: 1 up to 2048, 2 up to 4096, and so on. A function of the step alone. */
export function traceSpacing(step: number): number {
  let spacing = 1;
  while (step >= DENSE_STEPS * spacing) spacing *= 2;
  return spacing;
}

/** First traced step after `step`. */
export function nextTrace(step: number): number {
  const spacing = traceSpacing(step);
  return (Math.floor(step / spacing) + 1) * spacing;
}

/** Gathers trace rows until they are sent. */
export class Recorder {
  private rows: Float64Array;
  private used = 0;
  private readonly columns: number;

  constructor(trackCount: number) {
    this.columns = traceColumns(trackCount);
    this.rows = new Float64Array(256 * this.columns);
  }

  /** Writes the row of the present step; order of columns as in TRACE. */
  record(simulation: Simulation): void {
    if (this.used + this.columns > this.rows.length) {
      const grown = new Float64Array(2 * this.rows.length);
      grown.set(this.rows);
      this.rows = grown;
    }
    const { rows } = this;
    rows[this.used++] = simulation.step;
    rows[this.used++] = simulation.time;
    rows[this.used++] = simulation.gamma();
    rows[this.used++] = simulation.logScaleFactor();
    for (const track of simulation.tracks) {
      const cost = track.cost();
      rows[this.used++] = cost;
      rows[this.used++] = track.batchAtWork === null ? cost : track.batchCost();
      rows[this.used++] = track.kinetic();
      rows[this.used++] = track.dissipatedEnergy;
      rows[this.used++] = track.injectedEnergy;
      rows[this.used++] = track.system.testCost(track.weights);
    }
  }

  /** Takes the rows gathered so far, as a buffer of their own; null when there are none. */
  take(): Float64Array<ArrayBuffer> | null {
    if (this.used === 0) return null;
    const rows = this.rows.slice(0, this.used);
    this.used = 0;
    return rows;
  }

  clear(): void {
    this.used = 0;
  }
}
