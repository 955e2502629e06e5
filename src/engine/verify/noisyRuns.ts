import type { Kernels } from '../../kernels/types.ts';
import { batches } from '../../physics/batch/index.ts';
import { isHeld, kineticBias } from '../../physics/observables/thermometers.ts';
import type { IntegratorPart } from '../../physics/types.ts';
import { largestStableStep } from '../clockLimits.ts';
import { Thermometer } from '../observations/temperature/thermometer.ts';
import type { Snapshot } from '../simulation.ts';
import { largestDifference } from './errors.ts';
import { integratorParts, simulationOf, systemParts, type Setup } from './runs.ts';
import { isQuadratic, valuesOf } from './systems.ts';
import { bounded, type Check } from './types.ts';

const T = 0.2;
/** Part of the longest stable step: long, so that the bias of motion is many errors, h²λ/4 = 0.36 of the fastest mode. */
const LONG = 0.6;
const STEPS = 24_000;
const baths = integratorParts.filter(({ noise }) => noise !== undefined);
const heated = { sections: { seed: 5, noise: { temperature: T } } };
/** A network of several samples whose cost is quadratic. */
const system = systemParts.find((part) => isQuadratic(part, {}) && part.shape(valuesOf(part)) !== null);

/** How far the averages of a run stand from what they are in a bath, in their own standard errors. */
export interface Pulls {
  /** The worst of all modes. */
  readonly motion: number;
  readonly position: number;
  readonly cost: number;
}

/**
 * Thermometers on every mode of a hot run against ⟨V²⟩ = T(1 − h²λ/4), λ⟨w²⟩ = T and ⟨C − C₀⟩ = (T/2) rank H. **exact**
 *  Source: physics.md 4.2.
 */
export function equipartition(integrator: IntegratorPart, kernels: Kernels, temperature = T): Pulls {
  const setup = { system, integrator, ...heated };
  const dt = LONG * (largestStableStep(simulationOf(setup, kernels), 0) ?? NaN);
  const simulation = simulationOf({ ...setup, dynamics: { dt } }, kernels);
  const thermometer = new Thermometer(simulation, 0);
  while (simulation.step < STEPS) {
    simulation.advance(thermometer.next() - simulation.step);
    thermometer.keep();
  }
  const { kinetic, configurational, excess } = thermometer.read(null);
  const { modes } = thermometer;
  if (kinetic === null || configurational === null || excess === null || modes === null) {
    return { motion: NaN, position: NaN, cost: NaN };
  }
  const held = modes.values.filter((lambda) => isHeld(lambda, modes.values[modes.values.length - 1]));
  // Flat modes are the lowest, and have no thermometer of position.
  const flat = modes.values.length - held.length;
  const worst = (found: typeof kinetic, of: (k: number) => number, from = 0): number =>
    found.mean.reduce(
      (most, mean, k) => (k < from ? most : Math.max(most, Math.abs(mean - of(k)) / found.error[k])),
      0,
    );
  return {
    motion: worst(kinetic, (k) => temperature * kineticBias(modes.values[k], dt)),
    position: worst(configurational, () => temperature, flat),
    cost: Math.abs(excess.mean - (temperature / 2) * held.length) / excess.error,
  };
}

export const heatRuns: Check = {
  id: 'equipartition',
  label: 'Equipartition',
  help: 'Thermometers on every mode of a hot run: motion T(1 − h²λ/4), position T, and ⟨C − C₀⟩ = (T/2) rank H; how far they are off in standard errors, which are the run’s own.',
  unit: 's.e.',
  trials: ({ kernels }) =>
    baths.map((part) => ({
      subject: part.kind,
      measure: () => {
        const { kind } = part;
        const { motion, position, cost } = equipartition(part, kernels);
        return [
          bounded(`${kind}: motion`, motion, 5),
          bounded(`${kind}: position`, position, 5),
          bounded(`${kind}: cost`, cost, 5),
        ];
      },
    })),
};

/**
 * Largest difference of a noisy run from itself, wound back to where it was and lived again in other slices.
 *  @param kept  what is kept of the state
 */
export function replayError(
  setup: Setup,
  kernels: Kernels,
  kept: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot,
): number {
  const simulation = simulationOf({ system, ...setup }, kernels);
  const [track] = simulation.tracks;
  simulation.advance(23);
  const before = kept(simulation.snapshot());
  simulation.advance(70);
  const end = [...track.weights, ...track.velocity];
  simulation.restore(before);
  for (const slice of [1, 2, 40, 27]) simulation.advance(slice);
  return largestDifference([...track.weights, ...track.velocity], end);
}

export const replays: Check = {
  id: 'replay',
  label: 'Noise lived again',
  help: 'Runs that noise shakes, a bath’s and that of samples, wound back and stepped again in other slices: the same bits, for what is drawn next is part of a state.',
  trials: ({ kernels }) => [
    ...baths.map((integrator) => ({
      subject: integrator.kind,
      measure: () => bounded(integrator.kind, replayError({ integrator, ...heated }, kernels), 0),
    })),
    ...Object.keys(batches).map((kind) => {
      const subject = `batch ${kind}`;
      const sections = { batch: { kind } };
      return { subject, measure: () => bounded(subject, replayError({ sections }, kernels), 0) };
    }),
  ],
};
