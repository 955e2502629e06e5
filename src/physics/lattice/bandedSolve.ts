import type { Sources } from '../../kernels/typescript/sources.ts';

/** A symmetric block of couplings: its sites, and its bonds as pairs of places within it. */
export interface CoupledBlock {
  /** [n] diagonal of H. */
  readonly diagonal: Float64Array;
  /** [2B] pairs of places 0..n−1. */
  readonly bonds: Int32Array;
  /** [B] */
  readonly K: Float64Array;
}

/** Picks a block out of the sources. `place` gives each site's place in the block. */
export function blockOf(
  { bonds, K, J }: Sources,
  sites: readonly number[],
  bondIndices: readonly number[],
  place: Int32Array,
): CoupledBlock {
  const diagonal = Float64Array.from(sites, (site) => J[site]);
  const pairs = new Int32Array(2 * bondIndices.length);
  bondIndices.forEach((b, n) => {
    for (let end = 0; end < 2; end++) {
      pairs[2 * n + end] = place[bonds[2 * b + end]];
      diagonal[pairs[2 * n + end]] += K[b];
    }
  });
  return { diagonal, bonds: pairs, K: Float64Array.from(bondIndices, (b) => K[b]) };
}

/** H v of a block. */
export function blockProduct(
  { diagonal, bonds, K }: CoupledBlock,
  vector: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < diagonal.length; i++) out[i] = diagonal[i] * vector[i];
  for (let b = 0; b < K.length; b++) {
    const i = bonds[2 * b];
    const j = bonds[2 * b + 1];
    out[i] -= K[b] * vector[j];
    out[j] -= K[b] * vector[i];
  }
}

export interface BandOrder {
  /** [n] position of each place in the elimination. */
  readonly position: Int32Array;
  /** Half bandwidth: |position difference| of two coupled places is at most this. */
  readonly width: number;
}

/**
 * Orders a block by breadth-first search, which keeps coupled places together: half bandwidth 2 on a
 * ring, about two rows on a torus.
 * Source: Cuthill and McKee (1969).
 */
export function bandOrder({ diagonal, bonds, K }: CoupledBlock): BandOrder {
  const n = diagonal.length;
  const start = new Int32Array(n + 1);
  for (const end of bonds) start[end + 1]++;
  for (let i = 0; i < n; i++) start[i + 1] += start[i];
  const fill = start.slice(0, n);
  const neighbour = new Int32Array(2 * K.length);
  for (let b = 0; b < K.length; b++) {
    neighbour[fill[bonds[2 * b]]++] = bonds[2 * b + 1];
    neighbour[fill[bonds[2 * b + 1]]++] = bonds[2 * b];
  }
  const position = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  let reached = 0;
  position[0] = reached++;
  for (let head = 0; head < reached; head++) {
    for (let k = start[queue[head]]; k < start[queue[head] + 1]; k++) {
      if (position[neighbour[k]] >= 0) continue;
      queue[reached] = neighbour[k];
      position[neighbour[k]] = reached++;
    }
  }
  let width = 0;
  for (let b = 0; b < K.length; b++) {
    width = Math.max(width, Math.abs(position[bonds[2 * b]] - position[bonds[2 * b + 1]]));
  }
  return { position, width };
}

/**
 * Solves H w = f of one connected block by L D Lᵀ within its band, w = H⁺ f.
 * A pivot of at most `flat` times the largest diagonal entry is a flat direction: these directions are
 * taken out of f and of w, so that w has least norm. One step of refinement.
 * Meant for positive semidefinite H; without pivoting, unstable modes may cost accuracy: read `residual`.
 * @param force  [n]
 * @returns shift [n], the number of flat directions, and |f − H w| / |f| (f without its flat part)
 * O(n·width²).
 */
export function solveBanded(
  block: CoupledBlock,
  { position, width }: BandOrder,
  force: Float64Array,
  flat: number,
): { shift: Float64Array; flatModes: number; residual: number } {
  const n = block.diagonal.length;
  const row = width + 1;
  // band[i·row + d] is entry (i, i − d) of L, and D on d = 0.
  const band = new Float64Array(n * row);
  for (let i = 0; i < n; i++) band[position[i] * row] = block.diagonal[i];
  for (let b = 0; b < block.K.length; b++) {
    const i = position[block.bonds[2 * b]];
    const j = position[block.bonds[2 * b + 1]];
    band[Math.max(i, j) * row + Math.abs(i - j)] -= block.K[b];
  }
  const flatPositions = factorise(band, n, row, flat);
  const directions = flatPositions.map((at) => {
    const direction = new Float64Array(n);
    direction[at] = 1;
    solveUpper(band, n, row, direction);
    return direction;
  });
  orthonormalise(directions);

  const inOrder = (vector: Float64Array): Float64Array => {
    const ordered = new Float64Array(n);
    for (let i = 0; i < n; i++) ordered[position[i]] = vector[i];
    removeParts(ordered, directions);
    return ordered;
  };
  const shift = new Float64Array(n);
  const product = new Float64Array(n);
  let rest = inOrder(force);
  const size = norm(rest);
  for (let pass = 0; pass < 2; pass++) {
    solveFactorised(band, n, row, rest);
    removeParts(rest, directions);
    for (let i = 0; i < n; i++) shift[i] += rest[position[i]];
    blockProduct(block, shift, product);
    for (let i = 0; i < n; i++) product[i] = force[i] - product[i];
    rest = inOrder(product);
  }
  return { shift, flatModes: directions.length, residual: size === 0 ? 0 : norm(rest) / size };
}

/** Factorises in place; pivots that vanish become 0, and their positions are returned. */
function factorise(band: Float64Array, n: number, row: number, flat: number): number[] {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(band[i * row]));
  const flatPositions: number[] = [];
  for (let i = 0; i < n; i++) {
    const reach = Math.min(row - 1, i);
    let pivot = band[i * row];
    // Entries (i, j) hold L·D until their own column is done with.
    for (let d = reach; d >= 1; d--) {
      const j = i - d;
      let entry = band[i * row + d];
      for (let k = Math.max(0, i - row + 1, j - row + 1); k < j; k++) {
        entry -= band[i * row + (i - k)] * band[k * row] * band[j * row + (j - k)];
      }
      const divisor = band[j * row];
      const factor = divisor === 0 ? 0 : entry / divisor;
      band[i * row + d] = factor;
      pivot -= factor * factor * divisor;
    }
    if (Math.abs(pivot) <= flat * largest) {
      flatPositions.push(i);
      pivot = 0;
    }
    band[i * row] = pivot;
  }
  return flatPositions;
}

/** w ← (L D Lᵀ)⁻¹ w, with 0 on flat pivots. */
function solveFactorised(band: Float64Array, n: number, row: number, w: Float64Array): void {
  for (let i = 0; i < n; i++) {
    for (let d = Math.min(row - 1, i); d >= 1; d--) w[i] -= band[i * row + d] * w[i - d];
  }
  for (let i = 0; i < n; i++) w[i] = band[i * row] === 0 ? 0 : w[i] / band[i * row];
  solveUpper(band, n, row, w);
}

/** w ← L⁻ᵀ w. */
function solveUpper(band: Float64Array, n: number, row: number, w: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    for (let d = Math.min(row - 1, i); d >= 1; d--) w[i - d] -= band[i * row + d] * w[i];
  }
}

function orthonormalise(directions: readonly Float64Array[]): void {
  directions.forEach((direction, k) => {
    // Twice, because one pass loses digits when directions are nearly parallel.
    for (let pass = 0; pass < 2; pass++) removeParts(direction, directions.slice(0, k));
    const size = norm(direction);
    for (let i = 0; i < direction.length; i++) direction[i] /= size;
  });
}

/** Takes the parts along orthonormal directions out of a vector. */
export function removeParts(vector: Float64Array, directions: readonly Float64Array[]): void {
  for (const direction of directions) {
    let part = 0;
    for (let i = 0; i < vector.length; i++) part += direction[i] * vector[i];
    for (let i = 0; i < vector.length; i++) vector[i] -= part * direction[i];
  }
}

export function norm(vector: Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
