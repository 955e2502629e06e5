import { drawnCouplings } from '../physics/observables/sources.ts';
import type { System } from '../physics/types.ts';
import { amplitude } from '../scenario/amplitude.ts';

/**
 * K per bond of the layout and J per site of the batch at work, for frames: kept until the system or the
 * batch changes, because the full batch's never do and a sequence comes back to the same samples.
 */
export class SourceCache {
  private system: System | null = null;
  private readonly known = new Map<string, Sources | null>();
  private all: Sources | null = null;
  private made = 0;

  /**
   * Sources of a batch; null where the cost is not quadratic.
   * @param scale  factor on them: always the same for batches of one run
   */
  of(system: System, batch: Int32Array | null, scale: number): Sources | null {
    if (system !== this.system) {
      this.system = system;
      this.known.clear();
      this.all = this.make(system, null, 1);
    }
    if (batch === null || this.all === null) return this.all;
    const key = batch.join(',');
    const found = this.known.get(key);
    if (found !== undefined) return found;
    // Mini-batches rarely come back: do not let them pile up.
    if (this.known.size >= MOST_KEPT) this.known.clear();
    const made = this.make(system, batch, scale);
    this.known.set(key, made);
    return made;
  }

  private make(system: System, batch: Int32Array | null, scale: number): Sources | null {
    const found = drawnCouplings(system, batch);
    if (found === null) return null;
    const J = Float32Array.from(found.J, (value) => scale * value);
    const K = Float32Array.from(found.K, (value) => scale * value);
    return { id: ++this.made, K, J, largestK: amplitude(K), largestJ: amplitude(J) };
  }
}

export interface Sources {
  /** A number of its own among those of the cache, from 1. */
  readonly id: number;
  readonly K: Float32Array;
  readonly J: Float32Array;
  /** Largest |K| and |J|. */
  readonly largestK: number;
  readonly largestJ: number;
}

const MOST_KEPT = 64;
