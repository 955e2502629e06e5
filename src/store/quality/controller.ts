/** Frame intervals in milliseconds: above the first pictures are drawn less finely, below the second they may be finer. */
const SLOW_MS = 28;
const QUICK_MS = 19;
/** Longer ones are no drawing that took so long: the page was hidden, or the machine asleep. */
const LONGEST_MS = 1000;
/** Intervals that a step down, and a step up, is decided by. */
const BEFORE_DOWN = 24;
const BEFORE_UP = 240;
/** A level that proved too slow is tried again after twice as many each time, up to this. */
const MOST_PATIENCE = 16 * BEFORE_UP;
/** Intervals after a change that are its own work: canvases and meshes are made anew. */
const SETTLING = 6;

/**
 * Finds the level at which a device keeps up, from the times that display frames with a drawing took. It goes down a level
 * where the median of 24 is above 28 ms, and up one where that of 240 is below 19 ms; between the two nothing changes, and
 * a level that it had to leave is tried again later and later, so that it does not swing. A function of the intervals alone.
 */
export class QualityController {
  /** 0 is the best. */
  level = 0;
  private readonly floor: number;
  private readonly intervals: number[] = [];
  private settling = SETTLING;
  private patience = BEFORE_UP;

  /** @param floor  the last level */
  constructor(floor: number) {
    this.floor = floor;
  }

  /** Takes the time of one display frame in which pictures were drawn. @returns whether the level changed */
  took(interval: number): boolean {
    if (!(interval > 0 && interval < LONGEST_MS)) return false;
    if (this.settling > 0) {
      this.settling--;
      return false;
    }
    const { intervals } = this;
    intervals.push(interval);
    if (intervals.length > this.patience) intervals.shift();
    if (this.level < this.floor && isBeyond(intervals, BEFORE_DOWN, (value) => value > SLOW_MS)) {
      // What was come up to and is too slow is not come up to so soon again.
      if (this.risen) this.patience = Math.min(MOST_PATIENCE, 2 * this.patience);
      this.risen = false;
      this.change(this.level + 1);
      return true;
    }
    if (this.level > 0 && isBeyond(intervals, this.patience, (value) => value < QUICK_MS)) {
      this.risen = true;
      this.change(this.level - 1);
      return true;
    }
    return false;
  }

  private risen = false;

  private change(level: number): void {
    this.level = level;
    this.intervals.length = 0;
    this.settling = SETTLING;
  }
}

/** Whether more than half of the last `count` are. */
function isBeyond(values: readonly number[], count: number, is: (value: number) => boolean): boolean {
  if (values.length < count) return false;
  let found = 0;
  for (let n = values.length - count; n < values.length; n++) if (is(values[n])) found++;
  return 2 * found > count;
}
