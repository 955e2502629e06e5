import { largestPair, ROUND_OFF, type SymmetricEntries } from './entries.ts';

/** A symmetric matrix J₂ = H/2 and a vector J₁ in an order, at the resolution of a picture. */
export interface Tiles {
  readonly perCell: number;
  readonly cells: number;
  readonly second: Float32Array;
  readonly first: Float32Array;
  readonly largestSecond: number;
  readonly largestFirst: number;
}

/** Root mean square of what falls into a cell, with the sign of its largest entry: a mean would cancel bonds against masses. */
class Cells {
  private readonly squares: Float64Array;
  private readonly largest: Float64Array;

  constructor(count: number) {
    this.squares = new Float64Array(count);
    this.largest = new Float64Array(count);
  }

  /** @param value  in units of the largest, so that no square overflows */
  add(at: number, value: number): void {
    this.squares[at] += value * value;
    if (Math.abs(value) > Math.abs(this.largest[at])) this.largest[at] = value;
  }

  /** @param count  entries in a cell  @param unit  that of the values */
  read(count: (at: number) => number, unit: number): Float32Array {
    return Float32Array.from(this.squares, (sum, at) => {
      const size = unit * Math.sqrt(sum / count(at));
      return this.largest[at] < 0 ? -size : size;
    });
  }
}

/**
 * J₁ = ∂C and J₂ = ½ ∂²C in an order of the weights, block by block.
 *    with one weight a cell the entries themselves; else √⟨J²⟩ over the cell's entries (zeros count), signed as its largest
 *  @param order  [P] weight at each place
 *  @param most   rows of the picture at most
 *  Source: arXiv:2503.08827, Eqs. 11, 12; physics.md 7.
 */
export function tiled(
  { size, diagonal, row, column, value }: SymmetricEntries,
  gradient: Float64Array,
  order: Int32Array,
  most: number,
): Tiles {
  const perCell = Math.max(1, Math.ceil(size / most));
  const cells = Math.ceil(size / perCell);
  const cellOf = new Int32Array(size);
  order.forEach((weight, place) => (cellOf[weight] = Math.floor(place / perCell)));
  const largestOf = (values: Float64Array): number =>
    values.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  const largestSecond = Math.max(largestOf(diagonal), largestOf(value)) / 2;
  const largestFirst = largestOf(gradient);
  const second = new Cells(cells * cells);
  const first = new Cells(cells);
  const unit = largestSecond > 0 ? 2 * largestSecond : 1;
  diagonal.forEach((entry, i) => second.add(cellOf[i] * (cells + 1), entry / unit));
  for (let n = 0; n < value.length; n++) {
    const [a, b] = [cellOf[row[n]], cellOf[column[n]]];
    second.add(a * cells + b, value[n] / unit);
    second.add(b * cells + a, value[n] / unit);
  }
  gradient.forEach((entry, i) => first.add(cellOf[i], largestFirst > 0 ? entry / largestFirst : 0));
  const inCell = (at: number): number => Math.min(perCell, size - at * perCell);
  return {
    perCell,
    cells,
    second: second.read((at) => inCell(Math.floor(at / cells)) * inCell(at % cells), largestSecond),
    first: first.read(inCell, largestFirst),
    largestSecond,
    largestFirst,
  };
}

/** The most strongly coupled pairs, strongest first, with their J₂, and how many are coupled at all. */
export function strongestPairs(
  entries: SymmetricEntries,
  most: number,
): { readonly pairs: Int32Array; readonly strengths: Float32Array; readonly pairCount: number } {
  const { row, column, value } = entries;
  const least = ROUND_OFF * largestPair(entries);
  const coupled: number[] = [];
  for (let n = 0; n < value.length; n++) if (Math.abs(value[n]) > least) coupled.push(n);
  const pairCount = coupled.length;
  coupled.sort((a, b) => Math.abs(value[b]) - Math.abs(value[a]) || a - b);
  const kept = coupled.slice(0, most);
  return {
    pairs: Int32Array.from(kept.flatMap((n) => [row[n], column[n]])),
    strengths: Float32Array.from(kept, (n) => value[n] / 2),
    pairCount,
  };
}
