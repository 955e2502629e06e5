import { fastestKernels } from '../../kernels/simd/index.ts';
import type { Force, Reals } from '../../kernels/types.ts';
import { createRandom } from '../../physics/math/random.ts';
import type { Expansion, Integrator, IntegratorContext, Schedule } from '../../physics/types.ts';

/** Componentwise C = Σ λ w²/2 + κ w⁴/4; a batch [s] multiplies the gradient by 1 + s. */
export function quarticForce(lambda: readonly number[], quartic = 0): Force & { calls: number } {
  return {
    size: lambda.length,
    calls: 0,
    gradient(weights, batch, stiffness, out) {
      this.calls++;
      let factor = stiffness;
      for (const sample of batch ?? []) factor += sample;
      for (let i = 0; i < lambda.length; i++) {
        const w = weights[i];
        out[i] = factor * (lambda[i] * w + quartic * w * w * w);
      }
    },
  };
}

const fullBatch: Schedule = { samples: null, size: 0 };

/** What an integrator is told where there is a force and a history, and nothing else. */
export function contextOf(force: Force, expansion: Expansion, curvature: number): IntegratorContext {
  return {
    kernels: fastestKernels,
    force,
    expansion,
    stiffness: () => 1,
    curvature,
    spectrum: () => ({ smallest: 0, largest: curvature }),
    modes: () => null,
    singlePrecision: false,
    temperature: 0,
    random: createRandom(1, 'noise'),
  };
}

/** Runs `count` steps from t0 and returns the end state. */
export function run(
  integrator: Integrator,
  start: { readonly weights: ArrayLike<number>; readonly velocity: ArrayLike<number> },
  origin: number,
  dt: number,
  count: number,
  schedule = fullBatch,
): { weights: Reals; velocity: Reals; squares: Float64Array; done: number } {
  const weights = Float64Array.from(start.weights);
  const velocity = Float64Array.from(start.velocity);
  const squares = new Float64Array(2 * count);
  const done = integrator.advance(weights, velocity, { origin, offset: 0, dt }, schedule, count, squares);
  return { weights, velocity, squares, done };
}
