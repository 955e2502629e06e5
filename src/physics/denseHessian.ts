import type { Reals, System } from './types.ts';

/**
 * ∂²C/∂W² of the full batch, from exact Hessian-vector products with unit vectors; yields after every column. **exact**
 *  @param weights  [P]; not modified, and not to be modified before the end
 *  @returns        [P·P], row-major
 *  Cost O(P²·samples).
 */
export function* hessianInPieces(
  system: System,
  weights: Reals,
  stiffness: number,
): Generator<void, Float64Array> {
  const size = system.weightCount;
  const unit = new Float64Array(size);
  const column = new Float64Array(size);
  const matrix = new Float64Array(size * size);
  for (let index = 0; index < size; index++) {
    unit.fill(0);
    unit[index] = 1;
    system.hessianVector(weights, unit, stiffness, column);
    matrix.set(column, index * size);
    yield;
  }
  return matrix;
}

/** The same at once. */
export function denseHessian(system: System, weights: Reals, stiffness = 1): Float64Array {
  const work = hessianInPieces(system, weights, stiffness);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
