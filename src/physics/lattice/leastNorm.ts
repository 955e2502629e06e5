import type { Sources } from '../../kernels/typescript/sources.ts';
import { conjugateGradient } from '../math/linalg.ts';
import { symmetricEigen } from '../math/symmetricEigen.ts';
import { createRandom } from '../math/random.ts';
import { bandOrder, blockOf, blockProduct, norm, solveBanded } from './bandedSolve.ts';
import type { CoupledBlock } from './bandedSolve.ts';

/** Blocks of up to this many sites are diagonalised, O(n³). */
const LARGEST_DENSE = 400;
/** Beyond this much work, or memory, the band is left for conjugate gradients: tori above about 200². */
const MOST_BAND_WORK = 1e10;
const MOST_BAND_ENTRIES = 3e7;
const MOST_ITERATIONS = 5000;
/** Eigenvalues, or pivots, up to this part of a block's largest count as 0. */
const FLAT = 1e-12;
/** A banded solution with a larger residual (unstable modes) is not trusted. */
const TRUSTED = 1e-8;

export interface LeastNormShift {
  /** [P] */
  readonly shift: Float64Array;
  /** Number of flat directions. */
  readonly flatModes: number;
}

/**
 * Solves H W* = f by the pseudo-inverse, W* = H⁺ f, and counts the flat directions of H.
 * Sites that no coupling joins are independent, so every connected block is solved by itself: Example 1
 * falls into N blocks of two (physics.md 1.1). Blocks of up to 400 sites are diagonalised; larger ones
 * are factorised within their band; the largest tori, and large blocks with unstable modes, are iterated
 * (**approximate** there: at most 5000 iterations, and a flat direction is seen to 1e-6).
 * Where f has a part along a flat direction (a field pushed along one) W* is the least-squares solution.
 */
export function leastNormShift(sources: Sources): LeastNormShift {
  const shift = new Float64Array(sources.J.length);
  let flatModes = 0;
  for (const { sites, block } of connectedBlocks(sources)) {
    const force = Float64Array.from(sites, (site) => sources.force[site]);
    const solved = sites.length <= LARGEST_DENSE ? solveDense(block, force) : solveLarge(block, force);
    sites.forEach((site, n) => (shift[site] = solved.shift[n]));
    flatModes += solved.flatModes;
  }
  return { shift, flatModes };
}

/** Connected components of the bonds with K ≠ 0, by union with path halving. */
function connectedBlocks(sources: Sources): { sites: number[]; block: CoupledBlock }[] {
  const { bonds, K, J } = sources;
  const parent = Int32Array.from(J, (_, n) => n);
  const root = (site: number): number => {
    while (parent[site] !== site) site = parent[site] = parent[parent[site]];
    return site;
  };
  for (let b = 0; b < K.length; b++) {
    if (K[b] !== 0) parent[root(bonds[2 * b])] = root(bonds[2 * b + 1]);
  }
  const place = new Int32Array(J.length);
  const members = new Map<number, { sites: number[]; bonds: number[] }>();
  for (let site = 0; site < J.length; site++) {
    const member = members.get(root(site)) ?? { sites: [], bonds: [] };
    members.set(root(site), member);
    place[site] = member.sites.push(site) - 1;
  }
  for (let b = 0; b < K.length; b++) {
    if (K[b] !== 0) members.get(root(bonds[2 * b]))?.bonds.push(b);
  }
  return Array.from(members.values(), (member) => ({
    sites: member.sites,
    block: blockOf(sources, member.sites, member.bonds, place),
  }));
}

function solveDense({ diagonal, bonds, K }: CoupledBlock, force: Float64Array): LeastNormShift {
  const n = diagonal.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = diagonal[i];
  for (let b = 0; b < K.length; b++) {
    matrix[bonds[2 * b] * n + bonds[2 * b + 1]] -= K[b];
    matrix[bonds[2 * b + 1] * n + bonds[2 * b]] -= K[b];
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

function solveLarge(block: CoupledBlock, force: Float64Array): LeastNormShift {
  const order = bandOrder(block);
  const n = force.length;
  const entries = n * (order.width + 1);
  if (entries <= MOST_BAND_ENTRIES && entries * order.width <= MOST_BAND_WORK) {
    const solved = solveBanded(block, order, force, FLAT);
    if (solved.residual < TRUSTED) return solved;
  }
  return iterate(block, force);
}

/** Conjugate gradients; through the normal equations H² w = H f where these stall on unstable modes. */
export function iterate(block: CoupledBlock, force: Float64Array): LeastNormShift {
  const n = force.length;
  const half = new Float64Array(n);
  const product = (vector: Float64Array, out: Float64Array): void => blockProduct(block, vector, out);
  const twice = (vector: Float64Array, out: Float64Array): void => {
    product(vector, half);
    product(half, out);
  };
  const solve = (right: Float64Array): Float64Array => {
    const direct = conjugateGradient(product, right, 1e-13, MOST_ITERATIONS);
    if (direct.residual < TRUSTED) return direct.solution;
    const image = new Float64Array(n);
    product(right, image);
    return conjugateGradient(twice, image, 1e-13, MOST_ITERATIONS).solution;
  };
  // One probe is enough: a connected block in which every output joins two weights has at most one flat
  // direction, since each output that vanishes fixes one weight by the other.
  const random = createRandom(1, 'data');
  const probe = Float64Array.from({ length: n }, () => random.normal());
  const image = new Float64Array(n);
  product(probe, image);
  const reached = solve(image);
  const rest = probe.map((value, i) => value - reached[i]);
  return { shift: solve(force), flatModes: norm(rest) > 1e-6 * norm(probe) ? 1 : 0 };
}
