import type { Kernels } from '../../kernels/types.ts';
import type { IntegratorPart } from '../../physics/types.ts';
import type { EnergyBudget } from '../../physics/observables/types.ts';
import { autoStep, expansionParts, integratorParts, simulationOf, type Setup } from './runs.ts';
import { smoothVariants } from './systems.ts';
import { bounded, type Check, type Trial } from './types.ts';

/** Steps of "auto" that a run takes; an eighth and a sixteenth of it are taken. */
const STEPS = 32;

function budgetAt(setup: Setup, dt: number, steps: number, kernels: Kernels): EnergyBudget {
  // Its own steps, not more: sub-steps would hide how the residual depends on the step.
  const simulation = simulationOf({ ...setup, dynamics: { dt } }, kernels);
  const { done, blowUp } = simulation.advance(steps);
  const budget = simulation.tracks[0].budget();
  return done === steps && blowUp === null ? budget : { ...budget, residual: NaN };
}

/**
 * What dE/dt = −γ W′² + ∂C/∂t leaves unexplained, in parts of the largest energy in the budget: E − E₀ + dissipated −
 * injected of two runs whose errors are of second order in h, extrapolated to h → 0:  (4 r(h/2) − r(h))/3.
 */
export function energyLeft(setup: Setup, kernels: Kernels): number {
  const h = autoStep(setup, kernels) / 8;
  const start = simulationOf({ ...setup, dynamics: { dt: h } }, kernels).tracks[0].budget();
  const coarse = budgetAt(setup, h, 8 * STEPS, kernels);
  const fine = budgetAt(setup, h / 2, 16 * STEPS, kernels);
  const { kinetic, potential, dissipated, injected } = fine;
  const energies = [start.kinetic, start.potential, kinetic, potential, dissipated, injected];
  return (
    Math.abs((4 * fine.residual - coarse.residual) / 3) /
    energies.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  );
}

/** Integrators that follow a motion: a jump down the gradient has no velocity, and no budget in between. */
function flowing(kernels: Kernels): readonly IntegratorPart[] {
  return integratorParts.filter(
    (integrator) => simulationOf({ integrator }, kernels).tracks[0].integrator.jump === undefined,
  );
}

const trial = (subject: string, setup: Setup, kernels: Kernels): Trial => ({
  subject,
  measure: () => bounded(subject, energyLeft(setup, kernels), 1e-5),
});

export const energy: Check = {
  id: 'energy',
  label: 'Energy law',
  help: 'dE/dt = −γ W′² + ∂C/∂t (E = T + C; E = C without inertia): what is left of the budget, extrapolated to a step of 0, in parts of its largest energy. Every system, every history, every integrator that flows.',
  trials: ({ kernels }) => [
    ...smoothVariants().map(({ part, title, settings }) => trial(title, { system: part, settings }, kernels)),
    ...expansionParts.map((expansion) => trial(expansion.kind, { expansion }, kernels)),
    ...flowing(kernels).map((integrator) => trial(integrator.kind, { integrator }, kernels)),
  ],
};
