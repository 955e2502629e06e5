import type { WalkedStep } from './pathWalk.ts';

/** Most numbers that the kept steps of a path may hold: 24 MB, three vectors a step. */
const MOST_NUMBERS = 1 << 20;
/** Most steps kept. */
const MOST_STEPS = 8192;

/** The last steps of a run's path, since a hand last set its state, as many as may be kept. */
export class PathRecord {
  private kept: readonly WalkedStep[] = [];
  private added: WalkedStep[] = [];
  private readonly most: number;

  constructor(weightCount: number) {
    this.most = Math.max(16, Math.min(MOST_STEPS, Math.floor(MOST_NUMBERS / weightCount)));
  }

  /** Those that end at or before a step. */
  upTo(step: number): readonly WalkedStep[] {
    const { kept, added } = this;
    const all = kept.length === 0 ? added : [...kept, ...added];
    const end = all.findIndex((walked) => walked.step >= step);
    const before = end < 0 ? all : all.slice(0, end);
    let from = before.length - 1;
    while (from > 0 && !before[from].set) from--;
    return before.slice(Math.max(from, 0));
  }

  /** First step that is kept; Infinity where none is. */
  get first(): number {
    return (this.kept[0] ?? this.added[0])?.step ?? Infinity;
  }

  add(step: WalkedStep): void {
    this.added.push(step);
    if (this.added.length < this.most) return;
    this.kept = this.added;
    this.added = [];
  }

  clear(): void {
    this.kept = [];
    this.added = [];
  }

  /** Where a path up to a step has to begin to be kept as long as may be. */
  reach(step: number): number {
    return Math.max(0, step - this.most);
  }
}
