/** Where things stand along the timeline. Pure: steps in, pixels out. */
import type { Traces } from '../../engine/traces.ts';

/** The course of the scrubber in CSS pixels: step 0 at `inset`, step `end` at `width` − `inset`. */
export interface Axis {
  readonly width: number;
  readonly inset: number;
  readonly end: number;
}

/** Shortest axis: a run that has just begun does not race across it. */
const SHORTEST = 100;
/** Room after the last known step, so that the thumb has somewhere to go. */
const HEADROOM = 1.06;
const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;
/** An axis this many times too long is shortened again. */
const TOO_LONG = 4;

/** The next nice count of steps after the last known one: 100, 150, 200, 300, 400, 500, 600, 800, 1000, … */
export function niceEnd(lastStep: number): number {
  const wanted = Math.max(SHORTEST, HEADROOM * lastStep);
  const decade = 10 ** Math.floor(Math.log10(wanted));
  return decade * (NICE.find((nice) => nice * decade >= wanted) ?? NICE[NICE.length - 1]);
}

/** End of the axis for the last known step, coming from an end that is shown: it grows, and does not flicker back. */
export function axisEnd(lastStep: number, shown: number): number {
  const nice = niceEnd(lastStep);
  return shown >= nice && shown < TOO_LONG * nice ? shown : nice;
}

export function xOfStep({ width, inset, end }: Axis, step: number): number {
  return inset + (Math.max(0, width - 2 * inset) * Math.min(step, end)) / end;
}

/** Whole step under a place, inside the axis. */
export function stepOfX({ width, inset, end }: Axis, x: number): number {
  const along = (x - inset) / Math.max(1, width - 2 * inset);
  return Math.round(Math.min(1, Math.max(0, along)) * end);
}

/** Decades that the ridge shows at most, and at least: a flat cost stays flat. */
const MOST_DECADES = 12;
const FEWEST_DECADES = 0.5;

/** The ridge over the scrubber: one point per pixel column at most; memory is taken once per width. */
export class Ridge {
  /** x in pixels and height from 0 to 1, alternating. */
  points = new Float32Array(0);
  count = 0;

  /**
   * Reads the cost from the traces. Heights are logarithmic between the smallest and the largest cost; linear
   * where a cost is negative (fields). The largest value of a column is its point.
   *  @param column  of the cost in the traces
   *  Cost O(rows); allocates only when the axis has become wider.
   */
  read(traces: Traces, column: number, axis: Axis): void {
    const room = 2 * (Math.ceil(axis.width) + 2);
    if (this.points.length < room) this.points = new Float32Array(room);
    let least = Infinity;
    for (let row = 0; row < traces.length; row++) least = Math.min(least, traces.at(row, column));
    const linear = least < 0;
    let at = -1;
    let pixel = -Infinity;
    let low = Infinity;
    let high = -Infinity;
    for (let row = 0; row < traces.length; row++) {
      const cost = traces.at(row, column);
      const value = linear ? cost : Math.log10(cost);
      if (!Number.isFinite(value)) continue;
      const x = xOfStep(axis, traces.at(row, 0));
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (Math.floor(x) > pixel) {
        pixel = Math.floor(x);
        at++;
        this.points[2 * at] = x;
        this.points[2 * at + 1] = value;
      } else if (value > this.points[2 * at + 1]) {
        this.points[2 * at + 1] = value;
      }
    }
    this.count = at + 1;
    this.scale(linear, low, high);
  }

  private scale(linear: boolean, low: number, high: number): void {
    const floor = linear ? low : Math.max(low, high - MOST_DECADES);
    const span = Math.max(high - floor, linear ? Number.MIN_VALUE : FEWEST_DECADES);
    for (let at = 0; at < this.count; at++) {
      const height = (this.points[2 * at + 1] - floor) / span;
      this.points[2 * at + 1] = Math.max(0, height);
    }
  }
}
