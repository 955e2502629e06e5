/**
 * Whether all that was told is done, as the engine says: it is asked again until nothing was told meanwhile. One question
 * at a time, so that a drag costs no message more than it had answers.
 */
export class Settling {
  private readonly ask: (id: number) => void;
  private readonly changed: (settled: boolean) => void;
  private settled = true;
  private asks = 0;
  /** The question on its way; null: none. */
  private asking: number | null = null;
  private toldSince = false;

  constructor(ask: (id: number) => void, changed: (settled: boolean) => void) {
    this.ask = ask;
    this.changed = changed;
  }

  /** Something was told: the engine is asked when it is done. */
  told(): void {
    this.toldSince = this.asking !== null;
    if (this.asking === null) {
      this.asking = ++this.asks;
      this.ask(this.asking);
    }
    if (!this.settled) return;
    this.settled = false;
    this.changed(false);
  }

  answered(id: number): void {
    if (id !== this.asking) return;
    this.asking = null;
    if (this.toldSince) this.told();
    else this.settle();
  }

  /** The answer will not come. */
  lost(): void {
    this.asking = null;
  }

  settle(): void {
    this.settled = true;
    this.changed(true);
  }
}
