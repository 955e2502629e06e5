import { symmetricEigen } from '../../src/physics/math/symmetricEigen.ts';
import type { System } from '../../src/physics/types.ts';
import { hessianTimes } from './systems.ts';

/**
 * Eigenvalues of a lattice's Hessian for one Bloch phase, of a uniform state on a ring of cells.
 *    H(κ) = Σ_R H_{0R} e^{iκR}, R up to half the ring; Hermitian, so that [[Re, −Im], [Im, Re]] has each twice
 *  @param cells  weights of each cell, [N][fields]
 *  @param kappa  phase per cell
 *  @returns      [fields], ascending
 */
export function blochBands(
  system: System,
  weights: Float64Array,
  cells: readonly (readonly number[])[],
  kappa: number,
): number[] {
  const fields = cells[0].length;
  const size = 2 * fields;
  const matrix = new Float64Array(size * size);
  cells[0].forEach((weight, column) => {
    const unit = new Float64Array(system.weightCount);
    unit[weight] = 1;
    const response = hessianTimes(system, weights, unit);
    cells.forEach((cell, index) => {
      const distance = index > cells.length / 2 ? index - cells.length : index;
      const [re, im] = [Math.cos(kappa * distance), -Math.sin(kappa * distance)];
      cell.forEach((other, row) => {
        matrix[row * size + column] += re * response[other];
        matrix[(row + fields) * size + column + fields] += re * response[other];
        matrix[row * size + column + fields] -= im * response[other];
        matrix[(row + fields) * size + column] += im * response[other];
      });
    });
  });
  return [...symmetricEigen(matrix, size).values].filter((_, n) => n % 2 === 0);
}

/** Cells of weights that stand one field after the other, `points` each. */
export function fieldCells(points: number, fields: number): number[][] {
  return Array.from({ length: points }, (_, j) =>
    Array.from({ length: fields }, (_, field) => field * points + j),
  );
}

/** Cells of ring-two-layer: W1[2i], W1[2i+1], W2[2i], W2[2i+1]. */
export function twoLayerCells(N: number): number[][] {
  return Array.from({ length: N }, (_, i) => [2 * i, 2 * i + 1, 2 * N + 2 * i, 2 * N + 2 * i + 1]);
}
