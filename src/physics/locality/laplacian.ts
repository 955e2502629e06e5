import { dot } from '../math/linalg.ts';

/** |b − L x| that is left, as a part of |b|. */
const TOLERANCE = 1e-12;

/**
 * Solves L x = b − mean(b) for the Laplacian of a connected graph by conjugate gradients, preconditioned by its diagonal;
 * x has mean 0. Best effort: at most 4 n + 100 products.
 *  @param multiply  writes L v into out [n]
 *  @param diagonal  [n] positive
 *  @param stretch   products between two yields
 *  Source: Hestenes and Stiefel (1952).
 */
export function* solveLaplacian(
  multiply: (vector: Float64Array, out: Float64Array) => void,
  diagonal: readonly number[],
  right: Float64Array,
  stretch: number,
): Generator<void, Float64Array> {
  const n = right.length;
  const rest = centred(right.slice());
  const x = new Float64Array(n);
  const image = new Float64Array(n);
  const scaled = (): Float64Array => centred(rest.map((value, i) => value / diagonal[i]));
  let z = scaled();
  const direction = z.slice();
  let square = dot(rest, z);
  const goal = TOLERANCE * Math.sqrt(dot(rest, rest));
  for (let count = 1; count <= 4 * n + 100 && Math.sqrt(dot(rest, rest)) > goal; count++) {
    multiply(direction, image);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const length = square / curvature;
    for (let i = 0; i < n; i++) {
      x[i] += length * direction[i];
      rest[i] -= length * image[i];
    }
    centred(rest);
    z = scaled();
    const next = dot(rest, z);
    for (let i = 0; i < n; i++) direction[i] = z[i] + (next / square) * direction[i];
    square = next;
    if (count % stretch === 0) yield;
  }
  return centred(x);
}

function centred(vector: Float64Array): Float64Array {
  let mean = 0;
  for (let i = 0; i < vector.length; i++) mean += vector[i] / vector.length;
  for (let i = 0; i < vector.length; i++) vector[i] -= mean;
  return vector;
}
