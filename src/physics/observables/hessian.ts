import { denseHessian } from '../denseHessian.ts';
import type { Observable } from './types.ts';

/** ∂²C/∂W² of the full batch, column by column from exact Hessian-vector products. **exact** */
export const hessian: Observable = {
  id: 'hessian',
  shape: '[P × P]',
  cost: 'O(P²·samples)',
  cadence: 'job',
  maxWeights: 2000,
  compute({ system, weights, stiffness }) {
    const size = system.weightCount;
    const matrix = denseHessian(system, weights, stiffness);
    return Array.from({ length: size }, (_, row) =>
      Array.from(matrix.subarray(row * size, (row + 1) * size)),
    );
  },
};
