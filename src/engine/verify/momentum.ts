import type { Kernels } from '../../kernels/types.ts';
import { heavyBallAt, type HeavyBall } from '../../physics/observables/momentum.ts';
import type { Expansion } from '../../physics/types.ts';
import { worstRelative } from './errors.ts';
import { autoStep, expansionParts, integratorParts, simulationOf, systemParts, type Setup } from './runs.ts';
import { bounded, type Check, type Trial } from './types.ts';

const STEPS = 100;

/** The momentum SGD that a step obeys, as `heavyBallAt`. */
type MomentumAt = (expansion: Expansion, t: number, h: number) => HeavyBall;

/**
 * Trains by momentum SGD beside the field, from the field's first step on, and tells how far their weights are apart
 * after 100 steps, in parts of the largest.
 *    W₊ = W + μ (W − W₋) − η ∂C/∂W,  μ = E(t − h/2, t + h/2),  η = h c(t − h/2, t + h/2). **exact**
 *  Source: physics.md 4.1.
 */
export function momentumError(setup: Setup, kernels: Kernels, momentumAt: MomentumAt = heavyBallAt): number {
  const dt = autoStep(setup, kernels);
  const { integrator = integratorParts[0] } = setup;
  const whole = 'substeps' in integrator.parameters ? { dt, substeps: 1 } : { dt };
  const simulation = simulationOf({ ...setup, dynamics: whole }, kernels);
  const [track] = simulation.tracks;
  let before = Float64Array.from(track.weights);
  simulation.advance(1);
  let weights = Float64Array.from(track.weights);
  const gradient = new Float64Array(weights.length);
  for (let step = 1; step < STEPS; step++) {
    const { mu, eta } = momentumAt(track.expansion, simulation.time, dt);
    track.system.force.gradient(weights, null, 1, gradient);
    const next = weights.map((w, n) => w + mu * (w - before[n]) - eta * gradient[n]);
    [before, weights] = [weights, next];
    simulation.advance(1);
  }
  return worstRelative(weights, track.weights);
}

const trial = (subject: string, setup: Setup, kernels: Kernels): Trial => ({
  subject,
  measure: () => bounded(subject, momentumError(setup, kernels), 1e-11),
});

export const momentum: Check = {
  id: 'momentum',
  label: 'Momentum SGD',
  help: 'After its first step, which begins with half a kick, the field is momentum SGD with μ = e^(−γh) and η = h(1 − μ)/γ; where γ changes, μ and η are those of each step’s own kicks: 100 steps of both; relative to the largest weight. Every system, every history.',
  trials: ({ kernels }) => [
    ...systemParts.map((system) => trial(system.kind, { system }, kernels)),
    ...expansionParts.map((expansion) => trial(expansion.kind, { expansion }, kernels)),
  ],
};
