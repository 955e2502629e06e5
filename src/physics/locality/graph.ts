import { largestPair, ROUND_OFF, type SymmetricEntries } from './entries.ts';

/** Who is coupled to whom, with A_ij = H_ij² in units of the largest, row by row. */
export interface CoupledGraph {
  readonly size: number;
  /** [size + 1] where the neighbours of a weight begin */
  readonly start: Int32Array;
  /** [2·pairs] ascending in each row */
  readonly neighbour: Int32Array;
  readonly strength: Float64Array;
}

/** The graph of |H_ij| > ε max |H|, i ≠ j. */
export function graphOf(entries: SymmetricEntries, epsilon = ROUND_OFF): CoupledGraph {
  const { size, row, column, value } = entries;
  const largest = largestPair(entries);
  const start = new Int32Array(size + 1);
  const isPair = (n: number): boolean => Math.abs(value[n]) > epsilon * largest;
  for (let n = 0; n < value.length; n++) {
    if (!isPair(n)) continue;
    start[row[n] + 1]++;
    start[column[n] + 1]++;
  }
  for (let i = 0; i < size; i++) start[i + 1] += start[i];
  const next = start.slice(0, size);
  const neighbour = new Int32Array(start[size]);
  const strength = new Float64Array(start[size]);
  const order = Array.from({ length: value.length }, (_, n) => n);
  // Of every row first the smaller neighbours, then the larger ones, each ascending.
  const put = (i: number, j: number, n: number): void => {
    const amount = value[n] / largest;
    strength[next[i]] = amount * amount;
    neighbour[next[i]++] = j;
  };
  order.sort((a, b) => row[a] - row[b] || column[a] - column[b]);
  for (const n of order) if (isPair(n)) put(column[n], row[n], n);
  for (const n of order) if (isPair(n)) put(row[n], column[n], n);
  return { size, start, neighbour, strength };
}

/** Weights that are coupled among each other, directly or through others: by their smallest weight, ascending each. */
export function componentsOf({ size, start, neighbour }: CoupledGraph): number[][] {
  const seen = new Uint8Array(size);
  const components: number[][] = [];
  for (let first = 0; first < size; first++) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    const found = [first];
    for (let at = 0; at < found.length; at++) {
      for (let n = start[found[at]]; n < start[found[at] + 1]; n++) {
        if (seen[neighbour[n]] === 1) continue;
        seen[neighbour[n]] = 1;
        found.push(neighbour[n]);
      }
    }
    components.push(found.sort((a, b) => a - b));
  }
  return components;
}
