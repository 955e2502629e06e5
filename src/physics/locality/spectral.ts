import { dot } from '../math/linalg.ts';
import { symmetricEigen } from '../math/symmetricEigen.ts';
import { createRandom } from '../math/random.ts';
import { componentsOf, type CoupledGraph } from './graph.ts';
import { solveLaplacian } from './laplacian.ts';

/** Entries that are gone through between two yields: a fraction of a millisecond. */
const STRETCH = 200_000;
/** Vectors that are followed at once: two are wanted, the others make them converge faster. */
const BLOCK = 4;
/** Rounds of inverse iteration at most. */
const ROUNDS = 40;
/** A vector has converged when its residual is this part of its eigenvalue. */
const CONVERGED = 1e-8;

/** The smoothest ways in which a component can vary: eigenvectors 2 and 3 of its Laplacian, from below. */
export interface SmoothVectors {
  readonly values: readonly [number, number];
  /** [n] each, of unit length; the third is zero where the component has two weights. */
  readonly second: Float64Array;
  readonly third: Float64Array;
}

/**
 * Second and third eigenvector of the weighted Laplacian  L = diag(Σ_j A_ij) − A  of a connected graph, by inverse
 * iteration of a block with Rayleigh-Ritz; each inverse by conjugate gradients. To a residual of 1e-8 of the eigenvalue.
 *  @param members  the component
 *  Source: M. Fiedler, Czech. Math. J. 23 (1973) 298.
 */
export function* smoothVectors(
  graph: CoupledGraph,
  members: readonly number[],
): Generator<void, SmoothVectors> {
  const n = members.length;
  const place = new Int32Array(graph.size);
  members.forEach((weight, at) => (place[weight] = at));
  const multiply = (vector: Float64Array, out: Float64Array): void => {
    for (let at = 0; at < n; at++) {
      let sum = 0;
      for (let e = graph.start[members[at]]; e < graph.start[members[at] + 1]; e++) {
        sum += graph.strength[e] * (vector[at] - vector[place[graph.neighbour[e]]]);
      }
      out[at] = sum;
    }
  };
  const degree = members.map((weight) => {
    let sum = 0;
    for (let e = graph.start[weight]; e < graph.start[weight + 1]; e++) sum += graph.strength[e];
    return sum;
  });
  const size = Math.min(BLOCK, n - 1);
  const stretch = Math.max(1, Math.floor(STRETCH / graph.neighbour.length));
  const random = createRandom(0, 'noise');
  let block: Float64Array[] = Array.from({ length: size }, () =>
    Float64Array.from({ length: n }, () => random.normal()),
  );
  let values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const solved: Float64Array[] = [];
    for (const vector of block) solved.push(yield* solveLaplacian(multiply, degree, vector, stretch));
    orthonormalise(solved);
    const images = solved.map((vector) => {
      const out = new Float64Array(n);
      multiply(vector, out);
      return out;
    });
    const small = new Float64Array(size * size);
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        small[a * size + b] = (dot(solved[a], images[b]) + dot(solved[b], images[a])) / 2;
    const ritz = symmetricEigen(small, size);
    const mix = (vectors: readonly Float64Array[], k: number): Float64Array =>
      Float64Array.from({ length: n }, (_, i) =>
        vectors.reduce((sum, vector, a) => sum + ritz.vectors[k * size + a] * vector[i], 0),
      );
    block = solved.map((_, k) => mix(solved, k));
    values = [...ritz.values];
    let worst = 0;
    for (let k = 0; k < Math.min(2, size); k++) {
      const image = mix(images, k);
      let left = 0;
      for (let i = 0; i < n; i++) {
        const off = image[i] - values[k] * block[k][i];
        left += off * off;
      }
      worst = Math.max(worst, Math.sqrt(left) / values[k]);
    }
    yield;
    if (worst < CONVERGED) break;
  }
  return {
    values: [values[0], values[1] ?? values[0]],
    second: block[0],
    third: block[1] ?? new Float64Array(n),
  };
}

/** Gram-Schmidt, twice, and against the constant. */
function orthonormalise(vectors: Float64Array[]): void {
  for (let a = 0; a < vectors.length; a++) {
    const vector = vectors[a];
    for (let pass = 0; pass < 2; pass++) {
      const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
      for (let i = 0; i < vector.length; i++) vector[i] -= mean;
      for (let b = 0; b < a; b++) {
        const part = dot(vector, vectors[b]);
        for (let i = 0; i < vector.length; i++) vector[i] -= part * vectors[b][i];
      }
      const length = Math.sqrt(dot(vector, vector));
      if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] /= length;
    }
  }
}

/** Grows with the angle of (x, y) as atan2 does, −2 to 2, without a function that rounds. */
function turnOf(x: number, y: number): number {
  const size = Math.abs(x) + Math.abs(y);
  const part = size === 0 ? 0 : y / size;
  if (x >= 0) return part;
  return y >= 0 ? 2 - part : -2 - part;
}

/** Two orders of the same weights: along a line, and round a ring that has to be cut somewhere. */
export interface SpectralOrders {
  /** By the Fiedler vector. [P] weight at each place */
  readonly line: Int32Array;
  /** By the angle of the second and third eigenvector. */
  readonly ring: Int32Array;
}

/**
 * Spectral seriation: what is strongly coupled comes near (relaxed 2-SUM, min Σ A_ij (π_i − π_j)²).
 *    line: by v₂;  ring: by atan2(v₃, v₂), which recovers a shuffled ring up to rotation and reflection. **exact** there,
 *    a heuristic elsewhere
 *  Components, which nothing couples, follow each other by their smallest weight.
 *  Source: physics.md 7; Atkins, Boman and Hendrickson, SIAM J. Comput. 28 (1998) 297.
 */
export function* spectralOrders(graph: CoupledGraph): Generator<void, SpectralOrders> {
  const line: number[] = [];
  const ring: number[] = [];
  for (const members of componentsOf(graph)) {
    if (members.length < 3) {
      append(line, members);
      append(ring, members);
      continue;
    }
    const { second, third } = yield* smoothVectors(graph, members);
    const by = (key: (at: number) => number): number[] =>
      members
        .map((weight, at) => ({ weight, key: key(at) }))
        .sort((a, b) => a.key - b.key || a.weight - b.weight)
        .map(({ weight }) => weight);
    append(
      line,
      by((at) => second[at]),
    );
    append(
      ring,
      by((at) => turnOf(second[at], third[at])),
    );
  }
  return { line: Int32Array.from(line), ring: Int32Array.from(ring) };
}

/** A list may be too long to be the arguments of one call. */
function append(to: number[], from: readonly number[]): void {
  for (const value of from) to.push(value);
}
