import { symmetricEigen } from '../math/symmetricEigen.ts';
import { createRandom } from '../math/random.ts';
import { cos, sin } from '../math/elementary.ts';
import type { Layout, Reals, System } from '../types.ts';

/** A ring of equal cells: a state moved on by one cell has the same motion, moved on by one cell. */
export interface Cells {
  /** M. */
  readonly count: number;
  /** Weights of one cell, c. */
  readonly size: number;
  /** [M·c] weight at each place, cell after cell. */
  readonly weights: Int32Array;
}

/** Largest cell whose bands are looked for: its Bloch matrix is diagonalised at every wave number. */
const LARGEST_CELL = 16;
/** Part of |H v| that counts as round-off. */
const SAME = 1e-9;

/** Cells of `count` along a layout's sheets; null where its sheets are not closed, or hold no whole number of them. */
function cut({ sheets }: Layout, weightCount: number, count: number): Cells | null {
  const places: number[][] = Array.from({ length: count }, () => []);
  for (const { rows, columns, periodicColumns, weight } of sheets) {
    if (!periodicColumns || columns % count !== 0) return null;
    const width = columns / count;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const index = weight[row * columns + column];
        if (index < 0) return null;
        places[Math.floor(column / width)].push(index);
      }
    }
  }
  const size = weightCount / count;
  return places[0].length === size ? { count, size, weights: Int32Array.from(places.flat()) } : null;
}

/** The state nearest to one that is the same in every cell: its mean over cells. */
export function cellMean({ count, size, weights: places }: Cells, weights: Reals): Float64Array {
  const mean = new Float64Array(size);
  places.forEach((weight, place) => (mean[place % size] += weights[weight] / count));
  const out = new Float64Array(weights.length);
  places.forEach((weight, place) => (out[weight] = mean[place % size]));
  return out;
}

/** Whether H commutes with the step by one cell: tried on two random vectors, so that chance has no part. */
function repeats(system: System, state: Reals, cells: Cells): boolean {
  const { count, size, weights: places } = cells;
  const P = system.weightCount;
  const random = createRandom(0, 'noise');
  const moved = (from: Float64Array): Float64Array => {
    const out = new Float64Array(P);
    places.forEach((weight, place) => (out[places[(place + size) % (count * size)]] = from[weight]));
    return out;
  };
  const times = (vector: Float64Array): Float64Array => {
    const out = new Float64Array(P);
    system.hessianVector(state, vector, 1, out);
    return out;
  };
  for (let trial = 0; trial < 2; trial++) {
    const vector = Float64Array.from({ length: P }, () => random.normal());
    const one = moved(times(vector));
    const other = times(moved(vector));
    const scale = one.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!one.every((value, i) => Math.abs(value - other[i]) <= SAME * scale)) return false;
  }
  return true;
}

/**
 * The smallest cells of which a system repeats itself along its ring, about a state that does.
 *  @param weights  the state; its mean over cells is what is looked at
 *  @returns null where there are none of at most 16 weights, or fewer than three
 *  Cost: two products with H for every divisor of the sheets' columns. **exact** to round-off
 */
export function findCells(system: System, weights: Reals): Cells | null {
  const columns = system.layout.sheets.reduce((least, sheet) => Math.min(least, sheet.columns), Infinity);
  if (columns === Infinity) return null;
  for (let count = columns; count >= 3 && system.weightCount / count <= LARGEST_CELL; count--) {
    if (columns % count !== 0) continue;
    const cells = cut(system.layout, system.weightCount, count);
    if (cells !== null && repeats(system, cellMean(cells, weights), cells)) return cells;
  }
  return null;
}

/** A mode of one Bloch phase: w = Re[u e^{iκn}] in cell n. */
export interface Band {
  readonly omega2: number;
  /** u [c], of unit length. */
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * The bands of a ring of cells, by Bloch's theorem.
 *    B(κ) = Σ_d H_{d,0} e^{−iκd}, d the distance in cells, the shorter way round;  B u = ω² u
 *  **exact** at κ = 2πm/M; between, of the endless ring where couplings reach less than half way round
 *  @param state  the same in every cell
 *  @returns      for a phase κ per cell, c bands, ascending
 *  Cost: c products with H once, then O(c³) a phase. Source: physics.md 2.4.
 */
export function blochBands(system: System, state: Reals, cells: Cells): (kappa: number) => readonly Band[] {
  const { count, size, weights: places } = cells;
  const columns = Array.from({ length: size }, (_, place) => {
    const unit = new Float64Array(system.weightCount);
    unit[places[place]] = 1;
    const out = new Float64Array(system.weightCount);
    system.hessianVector(state, unit, 1, out);
    return Float64Array.from(places, (weight) => out[weight]);
  });
  return (kappa) => {
    const order = 2 * size;
    const matrix = new Float64Array(order * order);
    columns.forEach((response, column) => {
      for (let cell = 0; cell < count; cell++) {
        // Half way round it is as near on both sides.
        const sides = 2 * cell === count ? [cell, -cell] : [2 * cell > count ? cell - count : cell];
        for (const distance of sides) {
          const re = cos(kappa * distance) / sides.length;
          const im = -sin(kappa * distance) / sides.length;
          for (let row = 0; row < size; row++) {
            const h = response[cell * size + row];
            matrix[row * order + column] += re * h;
            matrix[(row + size) * order + column + size] += re * h;
            matrix[row * order + column + size] -= im * h;
            matrix[(row + size) * order + column] += im * h;
          }
        }
      }
    });
    return complexEigen(matrix, size);
  };
}

/** Least part of a vector that has to be left beside those already taken: of 2d copies one has 1/√d ≥ 1/4. */
const APART = 0.2;

/** Eigenvectors of a Hermitian matrix from [[Re, −Im], [Im, Re]], which has each of them twice. */
function complexEigen(matrix: Float64Array, size: number): readonly Band[] {
  const { values, vectors } = symmetricEigen(matrix, 2 * size);
  const taken: Band[] = [];
  for (let pass = 0; taken.length < size && pass < size; pass++) {
    for (let k = 0; k < 2 * size && taken.length < size; k++) {
      const from = 2 * size * k;
      const re = vectors.slice(from, from + size);
      const im = vectors.slice(from + size, from + 2 * size);
      for (const other of taken) {
        let x = 0;
        let y = 0;
        for (let i = 0; i < size; i++) {
          x += other.re[i] * re[i] + other.im[i] * im[i];
          y += other.re[i] * im[i] - other.im[i] * re[i];
        }
        for (let i = 0; i < size; i++) {
          re[i] -= x * other.re[i] - y * other.im[i];
          im[i] -= x * other.im[i] + y * other.re[i];
        }
      }
      const length = Math.sqrt(re.reduce((sum, value, i) => sum + value * value + im[i] * im[i], 0));
      if (length < APART) continue;
      const unit = (value: number): number => value / length;
      taken.push({ omega2: values[k], re: re.map(unit), im: im.map(unit) });
    }
  }
  return taken.sort((a, b) => a.omega2 - b.omega2);
}
