import type { Snapshot } from './simulation.ts';

/** Most bytes that the snapshots of a run may take. */
const MEMORY_CAP_BYTES = 64 * 1024 * 1024;
/** Most snapshots kept, so that thinning and searching stay cheap. */
const COUNT_CAP = 512;

/**
 * Snapshots of a run, evenly spaced in steps. When they grow beyond the memory cap every second one is
 * dropped and the spacing doubles; the first one always stays. Any step can be reached again exactly:
 * restore the nearest snapshot before it and step on.
 */
export class History {
  private snapshots: Snapshot[] = [];
  private spacing: number;
  private bytes = 0;

  /** @param least  steps between two of them, at least: a power of two */
  constructor(least = 1) {
    this.spacing = least;
  }

  /** Whether a snapshot is due at this step. */
  due(step: number): boolean {
    const last = this.snapshots.at(-1);
    return last === undefined || (step > last.step && step % this.spacing === 0);
  }

  /** First step after `step` that one is due at. */
  next(step: number): number {
    return (Math.floor(step / this.spacing) + 1) * this.spacing;
  }

  add(snapshot: Snapshot): void {
    this.snapshots.push(snapshot);
    this.bytes += snapshot.bytes;
    while (
      (this.bytes > MEMORY_CAP_BYTES || this.snapshots.length > COUNT_CAP) &&
      this.snapshots.length > 2
    ) {
      this.spacing *= 2;
      this.snapshots = this.snapshots.filter(({ step }, index) => index === 0 || step % this.spacing === 0);
      this.bytes = this.snapshots.reduce((sum, { bytes }) => sum + bytes, 0);
    }
  }

  /** The snapshot of a step. */
  at(step: number): Snapshot | undefined {
    const found = this.before(step);
    return found?.step === step ? found : undefined;
  }

  /** Newest snapshot at or before a step. */
  before(step: number): Snapshot | undefined {
    const { snapshots } = this;
    let low = 0;
    let high = snapshots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (snapshots[middle].step <= step) low = middle + 1;
      else high = middle;
    }
    return snapshots[low - 1];
  }

  /** Newest snapshot whose largest energy is below a bound. */
  newestBelow(energy: number): Snapshot | undefined {
    for (let index = this.snapshots.length - 1; index >= 0; index--) {
      if (this.snapshots[index].energy <= energy) return this.snapshots[index];
    }
    return undefined;
  }

  /** All snapshots, oldest first. */
  get all(): readonly Snapshot[] {
    return this.snapshots;
  }

  get first(): Snapshot | undefined {
    return this.snapshots[0];
  }

  /**
   * Forgets everything after a step (the future changed), and every state that more edits had shaped than those
   * that stayed as they were.
   */
  truncate(step: number, edits: number): void {
    this.snapshots = this.snapshots.filter(
      (snapshot) => snapshot.step <= step && snapshot.editCursor <= edits,
    );
    this.bytes = this.snapshots.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get count(): number {
    return this.snapshots.length;
  }

  get memory(): number {
    return this.bytes;
  }
}
