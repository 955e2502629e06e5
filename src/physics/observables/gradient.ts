import type { Observable } from './types.ts';

/** ∂C/∂W of the full batch. **exact** */
export const gradient: Observable = {
  id: 'gradient',
  shape: '[P]',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights, stiffness }) {
    const out = new Float64Array(system.weightCount);
    system.force.gradient(weights, null, stiffness, out);
    return Array.from(out);
  },
};
