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
    const unit = new Float64Array(size);
    const column = new Float64Array(size);
    return Array.from({ length: size }, (_, index) => {
      unit.fill(0);
      unit[index] = 1;
      system.hessianVector(weights, unit, stiffness, column);
      return Array.from(column);
    });
  },
};
