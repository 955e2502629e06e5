import { countModes, denseSpectrum, swingingFriction } from '../spectrum.ts';
import type { Observable } from './types.ts';

/** Hessian eigenvalues where the weights are, and what the modes do at the friction of this moment; physics.md 3.1. **exact** */
export const modes: Observable = {
  id: 'modes',
  shape: '{ omega2: [P] ascending, index, flat, creeping, swinging }',
  cost: 'O(P² samples + P³)',
  cadence: 'job',
  maxWeights: 2000,
  compute({ system, weights, stiffness, expansion, time }) {
    const spectrum = denseSpectrum(system, weights, stiffness);
    const { growing, flat, creeping, swinging } = countModes(spectrum, 1, swingingFriction(expansion, time));
    // The index of the Hessian counts the directions that fall away.
    return { omega2: Array.from(spectrum.kappa), index: growing, flat, creeping, swinging };
  },
};
