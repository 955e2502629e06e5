import type { System } from '../physics/types.ts';
import { amplitude } from '../scenario/amplitude.ts';

/**
 * K per bond of the layout and J per site of the batch at work, for frames: kept until the system or the
 * batch changes, because the full batch's never do and a sequence comes back to the same samples.
 */
export class SourceCache {
  private system: System | null = null;
  private readonly known = new Map<string, Sources | null>();

  /** Sources of a batch; null where the cost is not quadratic. */
  of(system: System, batch: Int32Array | null): Sources | null {
    if (system !== this.system) {
      this.system = system;
      this.known.clear();
    }
    const key = batch === null ? 'full' : batch.join(',');
    const found = this.known.get(key);
    if (found !== undefined) return found;
    // Mini-batches rarely come back: do not let them pile up.
    if (this.known.size >= MOST_KEPT) this.known.clear();
    const made = sourcesOf(system, batch);
    this.known.set(key, made);
    return made;
  }
}

export interface Sources {
  readonly K: Float32Array;
  readonly J: Float32Array;
  /** Largest |K| and |J|. */
  readonly largestK: number;
  readonly largestJ: number;
}

const MOST_KEPT = 64;

function sourcesOf(system: System, batch: Int32Array | null): Sources | null {
  const couplings = system.couplings(batch);
  if (couplings === null) return null;
  const J = Float32Array.from(couplings.J);
  const { bonds: drawn } = system.layout;
  if (couplings.bonds === undefined) return measured(Float32Array.from(couplings.K), J);
  // The cost couples other pairs than the drawn bonds: a drawn bond shows the K of its own pair.
  const byPair = new Map<string, number>();
  for (const [index, [i, j]] of couplings.bonds.entries()) {
    byPair.set(`${Math.min(i, j)},${Math.max(i, j)}`, couplings.K[index]);
  }
  const K = new Float32Array(drawn.length / 2);
  for (let b = 0; b < K.length; b++) {
    const i = drawn[2 * b];
    const j = drawn[2 * b + 1];
    K[b] = byPair.get(`${Math.min(i, j)},${Math.max(i, j)}`) ?? 0;
  }
  return measured(K, J);
}

function measured(K: Float32Array, J: Float32Array): Sources {
  return { K, J, largestK: amplitude(K), largestJ: amplitude(J) };
}
