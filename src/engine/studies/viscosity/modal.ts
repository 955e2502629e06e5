import { dampedMode } from '../../../physics/exactModes.ts';
import { exp } from '../../../physics/math/elementary.ts';
import type { Modes } from '../../../physics/types.ts';
import type { Motions, Task } from './motions.ts';

/**
 * The motions of a quadratic cost, mode by mode:
 *    flow e^{−λτ};  corrected e^{−(λ + η²λ²)τ};  field: dampedMode at γ = 1/η, t = τ/η. **exact**
 *  @param modes  of the cost's Hessian
 *  @param start  W₀ [P]
 *  Cost O(P²) a motion.
 *  Source: physics.md 3.1, 3.2.
 */
export function modalMotions(modes: Modes, start: Float64Array): Motions {
  const { values, vectors, shift } = modes;
  const size = values.length;

  /** Parts of a vector along the modes. */
  const parts = (vector: Float64Array): Float64Array => {
    const found = new Float64Array(size);
    for (let k = 0; k < size; k++) {
      for (let i = 0; i < size; i++) found[k] += vectors[k * size + i] * vector[i];
    }
    return found;
  };
  const amplitude = parts(start.map((weight, i) => weight - shift[i]));

  const task = (prepare: () => (k: number) => number): Task => ({
    steps: 1,
    *run() {
      yield 0;
      const amplitudeOf = prepare();
      const weights = shift.slice();
      for (let k = 0; k < size; k++) {
        const part = amplitudeOf(k);
        for (let i = 0; i < size; i++) weights[i] += part * vectors[k * size + i];
      }
      return weights;
    },
  });

  return {
    // A hill counts as much as a valley.
    curvature: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    longest: 16,
    count: 7,
    flow: (tau) => task(() => (k) => amplitude[k] * exp(-values[k] * tau)),
    corrected: (eta, tau) =>
      task(() => (k) => {
        const rate = values[k] * (1 + eta * eta * values[k]);
        return amplitude[k] * exp(-rate * tau);
      }),
    field: (eta, tau, velocity) =>
      task(() => {
        const speed = parts(velocity);
        return (k) => dampedMode(values[k], 1 / eta, amplitude[k], speed[k], tau / eta).w;
      }),
  };
}
