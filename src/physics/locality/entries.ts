import type { Reals, System } from '../types.ts';

/** A symmetric matrix by what of it is not zero: its diagonal, and every pair i < j once. */
export interface SymmetricEntries {
  readonly size: number;
  /** [size] */
  readonly diagonal: Float64Array;
  /** [pairs] each */
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** Largest system whose Hessian is taken column by column from H v. */
export const MOST_WEIGHTS = 2000;
/** Most pairs of a Hessian that its couplings give; more than a full one of the largest dense system. */
const MOST_PAIRS = 2_000_000;

/** Why the Hessian of a system cannot be had entry by entry; null where it can. */
export function entriesObstacle(system: System): string | null {
  if (system.weightCount <= MOST_WEIGHTS) return null;
  const found = system.couplings(null);
  if (found !== null && found.K.length <= MOST_PAIRS) return null;
  return `at most ${MOST_WEIGHTS} weights where the cost is not a sum over few bonds, this system has ${system.weightCount}`;
}

/**
 * ∂²C/∂W² of the full batch, from the couplings of a quadratic cost (H_ij = −K, whatever the size), else from exact
 * Hessian-vector products, a column between two yields. **exact**
 *  @param weights  [P], kept by the caller as long as it runs
 *  Cost O(B), or O(P² samples).
 */
export function* hessianEntries(
  system: System,
  weights: Reals,
  stiffness: number,
): Generator<number, SymmetricEntries> {
  const sparse = coupledEntries(system, stiffness);
  if (sparse !== null) return sparse;
  const size = system.weightCount;
  const unit = new Float64Array(size);
  const image = new Float64Array(size);
  const diagonal = new Float64Array(size);
  const pairs = growing();
  for (let j = 0; j < size; j++) {
    unit.fill(0);
    unit[j] = 1;
    system.hessianVector(weights, unit, stiffness, image);
    diagonal[j] = image[j];
    for (let i = 0; i < j; i++) if (image[i] !== 0) pairs.push(i, j, image[i]);
    yield (j + 1) / size;
  }
  return { size, diagonal, ...pairs.taken() };
}

function coupledEntries(system: System, stiffness: number): SymmetricEntries | null {
  const found = system.couplings(null, stiffness);
  if (found === null) return null;
  const { K, J, bonds } = found;
  const size = system.weightCount;
  const diagonal = J.slice();
  // Two rows or columns of a torus have two bonds between a pair: they are one entry.
  const place = new Map<number, number>();
  const pairs = growing();
  for (let b = 0; b < K.length; b++) {
    const [a, c] = bonds?.[b] ?? [system.layout.bonds[2 * b], system.layout.bonds[2 * b + 1]];
    diagonal[a] += K[b];
    diagonal[c] += K[b];
    if (K[b] === 0) continue;
    const [i, j] = [Math.min(a, c), Math.max(a, c)];
    const key = i * size + j;
    const at = place.get(key);
    if (at === undefined) place.set(key, pairs.push(i, j, -K[b]));
    else pairs.add(at, -K[b]);
  }
  return { size, diagonal, ...pairs.taken() };
}

/** Pairs whose number is not known beforehand, in arrays that double. */
function growing() {
  let row = new Int32Array(1024);
  let column = new Int32Array(1024);
  let value = new Float64Array(1024);
  let count = 0;
  return {
    push(i: number, j: number, entry: number): number {
      if (count === row.length) {
        const larger = 2 * count;
        const [r, c, v] = [new Int32Array(larger), new Int32Array(larger), new Float64Array(larger)];
        r.set(row);
        c.set(column);
        v.set(value);
        [row, column, value] = [r, c, v];
      }
      row[count] = i;
      column[count] = j;
      value[count] = entry;
      return count++;
    },
    add(at: number, entry: number): void {
      value[at] += entry;
    },
    taken: () => ({
      row: row.slice(0, count),
      column: column.slice(0, count),
      value: value.slice(0, count),
    }),
  };
}

/** Pairs count as coupled above this part of the largest: below is round-off of a zero. */
export const ROUND_OFF = 1e-12;

/** Largest |H_ij|, i ≠ j. */
export function largestPair({ value }: SymmetricEntries): number {
  let largest = 0;
  for (let n = 0; n < value.length; n++) largest = Math.max(largest, Math.abs(value[n]));
  return largest;
}
