import { wrap } from '../lattice/ring.ts';
import { cubicWeights } from './interpolation.ts';
import type { Partner } from './partner.ts';

/**
 * Starts the smooth fields w1(x), w2(x) of Example 2 from its lattice, and reads the lattice from them.
 *    W1[k], W2[k] stand at x = 2ak, cell i at (4i + 1)a: w(x_i) = (W[2i] + W[2i+1])/2, errs by O(a²)
 *  **approximate**: left and right legs are different fields (erratum E6), which this start averages away.
 *  @param weights   [4N] W1 then W2; the same for velocity
 *  @param cells     N
 *  Source: physics.md 2.1.
 */
export function twoFieldPartner(
  weights: ArrayLike<number>,
  velocity: ArrayLike<number>,
  cells: number,
): Partner {
  const means = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: 2 * cells }, (_, n) => 0.5 * (values[2 * n] + values[2 * n + 1]));
  const width = 4;
  const index = new Int32Array(4 * cells * width);
  const value = new Float64Array(4 * cells * width);
  for (let k = 0; k < 4 * cells; k++) {
    const field = k < 2 * cells ? 0 : cells;
    // A quarter of a cell before or after the middle of cell i.
    const place = Math.floor(k / 2) - field + (k % 2 === 0 ? -0.25 : 0.25);
    const i = Math.floor(place);
    cubicWeights(place - i).forEach((weight, n) => {
      index[k * width + n] = field + wrap(i - 1 + n, cells);
      value[k * width + n] = weight;
    });
  }
  // Each smooth field stands for two legs of every cell.
  const sampling = { width, index, value };
  return { weights: means(weights), velocity: means(velocity), sampling, energyScale: 2 };
}

/**
 * The four fields of Example 2, A = W2[2i], B = W2[2i+1], P = W1[2i−1], Q = W1[2i]: its lattice under other names.
 * **exact**
 *  Source: physics.md 2.5.
 */
export function fourFieldPartner(
  weights: ArrayLike<number>,
  velocity: ArrayLike<number>,
  cells: number,
): Partner {
  /** Place of W1[k], then of W2[k], among A, B, P, Q. */
  const index = new Int32Array(4 * cells);
  for (let i = 0; i < cells; i++) {
    index[2 * i] = 3 * cells + i;
    index[wrap(2 * i - 1, 2 * cells)] = 2 * cells + i;
    index[2 * cells + 2 * i] = i;
    index[2 * cells + 2 * i + 1] = cells + i;
  }
  const renamed = (values: ArrayLike<number>): Float64Array => {
    const out = new Float64Array(4 * cells);
    index.forEach((place, k) => (out[place] = values[k]));
    return out;
  };
  const sampling = { width: 1, index, value: new Float64Array(4 * cells).fill(1) };
  return { weights: renamed(weights), velocity: renamed(velocity), sampling, energyScale: 1 };
}
