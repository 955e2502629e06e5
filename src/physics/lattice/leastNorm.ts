import type { Sources } from '../../kernels/typescript/sources.ts';
import { conjugateGradient, symmetricEigen } from '../math/linalg.ts';
import { createRandom } from '../math/random.ts';

/** Larger blocks are solved by iteration: a decomposition costs O(n³). */
const LARGEST_DENSE = 400;
/** Eigenvalues up to this part of a block's largest count as 0. */
const FLAT = 1e-12;
/** A probe whose part outside the range is larger than this is a flat direction of a large block. */
const PROBE = 1e-6;
const MOST_PROBES = 32;

export interface LeastNormShift {
  /** [P] */
  readonly shift: Float64Array;
  /** Number of flat directions. */
  readonly flatModes: number;
}

/**
 * Solves H W* = f by the pseudo-inverse, W* = H⁺ f, and counts the flat directions of H.
 * Sites that no coupling joins are independent, so every connected block is solved by itself: Example 1
 * falls into N blocks of two (physics.md 1.1). Blocks above 400 sites use conjugate gradients.
 * Where f has a part along a flat direction (a field pushed along one) W* is the least-squares solution.
 */
export function leastNormShift(sources: Sources): LeastNormShift {
  const shift = new Float64Array(sources.J.length);
  let flatModes = 0;
  for (const block of connectedBlocks(sources)) {
    const force = block.sites.map((site) => sources.force[site]);
    const solved =
      block.sites.length <= LARGEST_DENSE
        ? solveDense(sources, block, force)
        : solveLarge(sources, block, force);
    block.sites.forEach((site, n) => (shift[site] = solved.shift[n]));
    flatModes += solved.flatModes;
  }
  return { shift, flatModes };
}

interface Block {
  readonly sites: number[];
  /** Indices of the block's bonds. */
  readonly bonds: number[];
  /** Place of a site within its block. */
  readonly place: Int32Array;
}

/** Connected components of the bonds with K ≠ 0, by union with path halving. */
function connectedBlocks({ bonds, K, J }: Sources): Block[] {
  const parent = Int32Array.from(J, (_, n) => n);
  const root = (site: number): number => {
    while (parent[site] !== site) site = parent[site] = parent[parent[site]];
    return site;
  };
  for (let b = 0; b < K.length; b++) {
    if (K[b] !== 0) parent[root(bonds[2 * b])] = root(bonds[2 * b + 1]);
  }
  const place = new Int32Array(J.length);
  const blocks = new Map<number, Block>();
  for (let site = 0; site < J.length; site++) {
    const block = blocks.get(root(site)) ?? { sites: [], bonds: [], place };
    blocks.set(root(site), block);
    place[site] = block.sites.push(site) - 1;
  }
  for (let b = 0; b < K.length; b++) if (K[b] !== 0) blocks.get(root(bonds[2 * b]))?.bonds.push(b);
  return [...blocks.values()];
}

function solveDense({ bonds, K, J }: Sources, block: Block, force: number[]): LeastNormShift {
  const n = block.sites.length;
  const matrix = new Float64Array(n * n);
  block.sites.forEach((site, i) => (matrix[i * n + i] = J[site]));
  for (const b of block.bonds) {
    const i = block.place[bonds[2 * b]];
    const j = block.place[bonds[2 * b + 1]];
    matrix[i * n + i] += K[b];
    matrix[j * n + j] += K[b];
    matrix[i * n + j] -= K[b];
    matrix[j * n + i] -= K[b];
  }
  const { values, vectors } = symmetricEigen(matrix, n);
  const threshold = FLAT * Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
  const shift = new Float64Array(n);
  let flatModes = 0;
  for (let k = 0; k < n; k++) {
    // Fields may have unstable modes (λ < 0); these have a stationary point too.
    if (Math.abs(values[k]) <= threshold) {
      flatModes++;
      continue;
    }
    let projection = 0;
    for (let i = 0; i < n; i++) projection += vectors[k * n + i] * force[i];
    for (let i = 0; i < n; i++) shift[i] += (projection / values[k]) * vectors[k * n + i];
  }
  return { shift, flatModes };
}

function solveLarge(sources: Sources, block: Block, force: number[]): LeastNormShift {
  const { bonds, K, J } = sources;
  const n = block.sites.length;
  const multiply = (vector: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < n; i++) out[i] = J[block.sites[i]] * vector[i];
    for (const b of block.bonds) {
      const i = block.place[bonds[2 * b]];
      const j = block.place[bonds[2 * b + 1]];
      const pull = K[b] * (vector[i] - vector[j]);
      out[i] += pull;
      out[j] -= pull;
    }
  };
  const half = new Float64Array(n);
  const multiplyTwice = (vector: Float64Array, out: Float64Array): void => {
    multiply(vector, half);
    multiply(half, out);
  };
  const solve = (right: Float64Array): Float64Array => {
    const direct = conjugateGradient(multiply, right);
    if (direct.residual < 1e-10) return direct.solution;
    // Unstable modes, or a force along a flat direction: the normal equations H²w = Hf still have an answer.
    const projected = new Float64Array(n);
    multiply(right, projected);
    return conjugateGradient(multiplyTwice, projected).solution;
  };
  return {
    shift: solve(Float64Array.from(force)),
    flatModes: countFlat(n, multiply, solve) ?? countDense(n, multiply),
  };
}

/**
 * Counts flat directions by probes: z − H⁺Hz is the flat part of z. Probes are orthogonal to the
 * directions found before, so the first without a flat part ends the count.
 * @returns null when there are too many for this to pay
 */
function countFlat(
  n: number,
  multiply: (vector: Float64Array, out: Float64Array) => void,
  solve: (right: Float64Array) => Float64Array,
): number | null {
  const random = createRandom(1, 'data');
  const found: Float64Array[] = [];
  const image = new Float64Array(n);
  while (found.length <= MOST_PROBES) {
    const probe = Float64Array.from({ length: n }, () => random.normal());
    removeParts(probe, found);
    const size = norm(probe);
    multiply(probe, image);
    const reached = solve(image);
    for (let i = 0; i < n; i++) probe[i] -= reached[i];
    removeParts(probe, found);
    const rest = norm(probe);
    if (rest <= PROBE * size) return found.length;
    for (let i = 0; i < n; i++) probe[i] /= rest;
    found.push(probe);
  }
  return null;
}

function countDense(n: number, multiply: (vector: Float64Array, out: Float64Array) => void): number {
  const matrix = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    unit[i] = 1;
    multiply(unit, matrix.subarray(i * n, (i + 1) * n));
    unit[i] = 0;
  }
  const { values } = symmetricEigen(matrix, n);
  const threshold = FLAT * Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
  return values.filter((value) => Math.abs(value) <= threshold).length;
}

function removeParts(vector: Float64Array, directions: readonly Float64Array[]): void {
  for (const direction of directions) {
    let part = 0;
    for (let i = 0; i < vector.length; i++) part += direction[i] * vector[i];
    for (let i = 0; i < vector.length; i++) vector[i] -= part * direction[i];
  }
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
