import { symmetricEigen } from '../math/symmetricEigen.ts';
import type { Random } from '../math/random.ts';

/** An eigenvector at one end of a spectrum, as far as it was found. */
export interface ExtremeMode {
  readonly value: number;
  /** [n], of unit length, orthogonal to the locked ones. */
  readonly vector: Float64Array;
  /** |M v − λ v|: 0 for an eigenvector; by so much at most λ is off. */
  readonly residual: number;
}

/** Vectors of a Krylov space that are held at once. */
const SPACE = 48;
/** Restarts after which the best is given. */
const RESTARTS = 12;
/** Residual, over the largest |eigenvalue| met, at which a vector counts as found. */
const FOUND = 1e-9;

/**
 * An eigenvector of the largest or smallest eigenvalue of a symmetric matrix known by its products, by Lanczos'
 * iteration with full reorthogonalisation, begun anew from its best vector.
 *  @param multiply  writes M v into out [n]
 *  @param locked    orthonormal eigenvectors that are known: it is sought beside them, so that of a repeated eigenvalue
 *                   every vector can be found
 *  @param random    gives the start vector, so that what is found is reproducible
 *  @returns         null where nothing is left beside the locked ones, or M v is not finite
 *  Yields after every product. **approximate**: read `residual`; exact to round-off where it could converge.
 *  Source: Golub and Van Loan, Matrix Computations, 4th ed., ch. 10.
 */
export function* extremeMode(
  multiply: (vector: Float64Array, out: Float64Array) => void,
  n: number,
  end: 'largest' | 'smallest',
  locked: readonly Float64Array[],
  random: Random,
): Generator<undefined, ExtremeMode | null> {
  let start = Float64Array.from({ length: n }, () => random.normal());
  let best: ExtremeMode | null = null;
  for (let restart = 0; restart <= RESTARTS; restart++) {
    const basis: Float64Array[] = [];
    const diagonal: number[] = [];
    const beside: number[] = [];
    let next: Float64Array = start;
    let last = 0;
    const most = Math.min(SPACE, n - locked.length);
    while (basis.length < most) {
      clear(next, locked, basis);
      const length = norm(next);
      // The space is closed: what it holds is exact.
      if (!(length > 1e-13 * Math.max(1, basis.length === 0 ? 0 : largestOf(diagonal, beside)))) break;
      if (basis.length > 0) beside.push(last);
      const vector = next.map((x) => x / length);
      basis.push(vector);
      const image = new Float64Array(n);
      multiply(vector, image);
      yield;
      if (!image.every(Number.isFinite)) return null;
      diagonal.push(dot(vector, image));
      next = image;
      clear(next, locked, basis);
      last = norm(next);
    }
    const size = basis.length;
    if (size === 0) return best;
    const matrix = new Float64Array(size * size);
    diagonal.forEach((value, k) => (matrix[k * size + k] = value));
    beside.forEach((value, k) => {
      matrix[k * size + k + 1] = value;
      matrix[(k + 1) * size + k] = value;
    });
    const { values, vectors } = symmetricEigen(matrix, size);
    const row = end === 'largest' ? size - 1 : 0;
    const vector = new Float64Array(n);
    basis.forEach((held, k) => add(vector, held, vectors[row * size + k]));
    clear(vector, locked, []);
    normalise(vector);
    const image = new Float64Array(n);
    multiply(vector, image);
    yield;
    const value = dot(vector, image);
    add(image, vector, -value);
    clear(image, locked, []);
    best = { value, vector, residual: norm(image) };
    const scale = Math.max(Math.abs(values[0]), Math.abs(values[size - 1]));
    if (best.residual <= FOUND * scale || size === n - locked.length) return best;
    start = vector.slice();
  }
  return best;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

function norm(x: Float64Array): number {
  return Math.sqrt(dot(x, x));
}

function add(x: Float64Array, y: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] += factor * y[i];
}

function normalise(x: Float64Array): void {
  const length = norm(x);
  for (let i = 0; i < x.length; i++) x[i] /= length;
}

/** Takes its parts along orthonormal vectors out of x; twice, for the first pass leaves round-off behind. */
function clear(x: Float64Array, ...sets: readonly (readonly Float64Array[])[]): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const set of sets) for (const vector of set) add(x, vector, -dot(x, vector));
  }
}

function largestOf(diagonal: readonly number[], beside: readonly number[]): number {
  let largest = 0;
  for (const value of diagonal) largest = Math.max(largest, Math.abs(value));
  for (const value of beside) largest = Math.max(largest, Math.abs(value));
  return largest;
}
