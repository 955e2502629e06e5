import { denseHessian } from '../denseHessian.ts';
import { countModes, denseSpectrum, swingingFriction } from '../spectrum.ts';
import { observable } from './types.ts';

/** ∂C/∂W of the full batch. **exact** */
export const gradient = observable({
  id: 'gradient',
  shape: '[P]',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights, stiffness }) {
    const out = new Float64Array(system.weightCount);
    system.force.gradient(weights, null, stiffness, out);
    return out;
  },
});

/** ∂²C/∂W² of the full batch, column by column from exact Hessian-vector products. **exact** */
export const hessian = observable({
  id: 'hessian',
  shape: '[P × P]',
  cost: 'O(P²·samples)',
  cadence: 'request',
  maxWeights: 2000,
  compute({ system, weights, stiffness }) {
    const size = system.weightCount;
    const matrix = denseHessian(system, weights, stiffness);
    return Array.from({ length: size }, (_, row) => matrix.subarray(row * size, (row + 1) * size));
  },
});

/** Hessian eigenvalues where the weights are, and what the modes do at the friction of this moment; physics.md 3.1. **exact** */
export const modes = observable({
  id: 'modes',
  shape: '{ omega2: [P] ascending, index, flat, creeping, swinging }',
  cost: 'O(P² samples + P³)',
  cadence: 'request',
  maxWeights: 2000,
  compute({ system, weights, stiffness, expansion, time }) {
    const spectrum = denseSpectrum(system, weights, stiffness);
    const { growing, flat, creeping, swinging } = countModes(spectrum, 1, swingingFriction(expansion, time));
    // The index of the Hessian counts the directions that fall away.
    return { omega2: Float64Array.from(spectrum.kappa), index: growing, flat, creeping, swinging };
  },
});
