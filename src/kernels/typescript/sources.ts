import type { SparseRows } from './sparseRows.ts';

/**
 * A quadratic cost, up to its constant:
 *   C = Σ_b K_b/2 (W_i − W_j)² + Σ_n (J_n W_n²/2 − f_n W_n) + const
 */
export interface Sources {
  /** [2B] pairs of weights. */
  readonly bonds: Int32Array;
  /** [B] */
  readonly K: Float64Array;
  /** [P] */
  readonly J: Float64Array;
  /** [P] */
  readonly force: Float64Array;
}

/**
 * Wires of a network in which every output joins two weights, and so is a bond of their lattice:
 *   Z_o = p (s X_i W_a + s' X_j W_b) + q
 */
export interface BondWires {
  /** N, inputs per sample. */
  readonly inputCount: number;
  /** P. */
  readonly weightCount: number;
  /** [2O] a, b of each output. */
  readonly weight: Int32Array;
  /** [2O] i, j of each output. */
  readonly input: Int32Array;
  /** [2O] s, s' of each output. */
  readonly sign: Int8Array;
  /** [O] the bond that each output is. */
  readonly bond: Int32Array;
  /** [2B] pairs of weights of every bond, also of those that no output is. */
  readonly bonds: Int32Array;
}

/**
 * Sums the sources that a batch makes. **exact**
 *   K_b = −2p² s s' Σ_l X_i X_j,  J_a = 2p² Σ_l X_i (X_i + s s' X_j),  f_a = 2p s Σ_l X_i (Y_o − q)
 * J is the row sum of the Hessian (physics.md 1.1), added up term by term so that nothing cancels twice.
 * @param batch  samples, with repetition; null is all
 * O(samples·outputs).
 */
export function bondSources(
  p: number,
  q: number,
  wires: BondWires,
  inputs: Float64Array,
  targets: Float64Array,
  batch: Int32Array | null,
): Sources {
  const outputCount = wires.bond.length;
  const sampleCount = targets.length / outputCount;
  const K = new Float64Array(wires.bonds.length / 2);
  const J = new Float64Array(wires.weightCount);
  const force = new Float64Array(wires.weightCount);
  const twoP2 = 2 * p * p;
  const count = batch === null ? sampleCount : batch.length;
  for (let n = 0; n < count; n++) {
    const l = batch === null ? n : batch[n];
    for (let o = 0; o < outputCount; o++) {
      const x = wires.sign[2 * o] * inputs[l * wires.inputCount + wires.input[2 * o]];
      const y = wires.sign[2 * o + 1] * inputs[l * wires.inputCount + wires.input[2 * o + 1]];
      const a = wires.weight[2 * o];
      const b = wires.weight[2 * o + 1];
      const target = 2 * p * (targets[l * outputCount + o] - q);
      K[wires.bond[o]] -= twoP2 * x * y;
      J[a] += twoP2 * x * (x + y);
      J[b] += twoP2 * y * (y + x);
      force[a] += x * target;
      force[b] += y * target;
    }
  }
  return { bonds: wires.bonds, K, J, force };
}

/**
 * Sums the sources that a batch makes for one linear neuron Z = p Σ W_i X_i + q. **exact**
 *   K_ij = −2p² Σ_l X_i X_j,  J_i = 2p² Σ_l X_i Σ_j X_j,  f_i = 2p Σ_l X_i (Y − q)
 * @returns bonds: all pairs i < j with K ≠ 0, in lexicographic order
 * O(P² + Σ_l nonzeros²).
 */
export function neuronSources(
  p: number,
  q: number,
  rows: SparseRows,
  targets: Float64Array,
  batch: Int32Array | null,
): Sources {
  const size = rows.columnCount;
  const pairs = new Float64Array((size * (size - 1)) / 2);
  const J = new Float64Array(size);
  const force = new Float64Array(size);
  const twoP2 = 2 * p * p;
  const count = batch === null ? targets.length : batch.length;
  for (let n = 0; n < count; n++) {
    const l = batch === null ? n : batch[n];
    const end = rows.start[l + 1];
    let sum = 0;
    for (let k = rows.start[l]; k < end; k++) sum += rows.value[k];
    const target = 2 * p * (targets[l] - q);
    for (let k = rows.start[l]; k < end; k++) {
      const j = rows.column[k];
      const x = rows.value[k];
      J[j] += twoP2 * x * sum;
      force[j] += x * target;
      // Columns rise within a row, so that every earlier one is the smaller of the pair.
      for (let m = rows.start[l]; m < k; m++) {
        pairs[pairIndex(rows.column[m], j, size)] -= twoP2 * x * rows.value[m];
      }
    }
  }
  const bonds: number[] = [];
  const K: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const coupling = pairs[pairIndex(i, j, size)];
      if (coupling === 0) continue;
      bonds.push(i, j);
      K.push(coupling);
    }
  }
  return { bonds: Int32Array.from(bonds), K: Float64Array.from(K), J, force };
}

const pairIndex = (i: number, j: number, size: number): number => i * size - (i * (i + 1)) / 2 + (j - i - 1);
