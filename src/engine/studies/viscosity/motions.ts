import type { System } from '../../../physics/types.ts';

/** A run of its own, in steps of about equal work. */
export interface Task {
  readonly steps: number;
  /** Yields the steps done so far; returns the weights at its end, [P], which it owns. */
  run(): Generator<number, Float64Array>;
}

/**
 * Motions of one system from one start W₀, each read at τ = ηt = t/γ; the friction is γ = 1/η throughout.
 * Their errors are far below the differences that a study of them measures.
 */
export interface Motions {
  /** Largest curvature |λ|, at the start. */
  readonly curvature: number;
  /** Largest λτ that is worth its work. */
  readonly longest: number;
  /** Values of η, each half the one before. */
  readonly count: number;
  /** Gradient flow,  W_τ = −∂C/∂W: the limit η → 0. */
  flow(tau: number): Task;
  /** The flow with the next order of inertia,  W_τ = −(1 + η² H) ∂C/∂W. physics.md 3.2 */
  corrected(eta: number, tau: number): Task;
  /** The field,  η² W_ττ + W_τ + ∂C/∂W = 0  from V₀ = dW/dt = η W_τ [P], which is read when the run begins. */
  field(eta: number, tau: number, velocity: Float64Array): Task;
}

/** Gradient descent as in a textbook, `count` jumps of  W ← W − η ∂C/∂W  at unit steps: τ = count·η. physics.md 3.2 */
export function descent(system: System, start: Float64Array, eta: number, count: number): Task {
  const every = stepsPerYield(system);
  return {
    steps: count / 4,
    *run() {
      const weights = start.slice();
      const gradient = new Float64Array(weights.length);
      for (let n = 1; n <= count; n++) {
        system.force.gradient(weights, null, 1, gradient);
        for (let i = 0; i < weights.length; i++) weights[i] -= eta * gradient[i];
        if (n % every === 0) yield n / 4;
      }
      return weights;
    },
  };
}

/** Steps between two yields: some ten microseconds of work for small systems, one step of large ones. */
export function stepsPerYield({ weightCount, sampleCount }: System): number {
  return Math.min(64, Math.max(1, Math.floor(20_000 / (weightCount * Math.max(1, sampleCount)))));
}
