import { valuesOf } from '../scenario/sections.ts';
import type { Kernels } from '../kernels/types.ts';
import { weighted } from '../physics/batch/weight.ts';
import { integrators } from '../physics/integrators/index.ts';
import { exp } from '../physics/math/elementary.ts';
import type { Random } from '../physics/math/random.ts';
import type {
  Batch,
  Expansion,
  Integrator,
  IntegratorPart,
  Modes,
  System,
  TrainingData,
} from '../physics/types.ts';
import { inSection } from '../scenario/build.ts';
import type { Scenario, Section } from '../scenario/types.ts';
import { spectrumAhead } from './curvature.ts';
import { createExpansion, part } from './parts.ts';

/** What a scenario makes of a track, apart from its state. */
export interface TrackParts {
  readonly scenario: Scenario;
  readonly data: TrainingData;
  readonly system: System;
  /** Largest curvature |λ| where the weights were when the system was made, or its bound. */
  readonly curvature: number;
  readonly expansion: Expansion;
  /** Factor on K at time t: a⁻² with physical redshift, else 1. */
  readonly stiffness: (t: number) => number;
  readonly integrator: Integrator;
}

/** What parts are made with besides their scenario. */
export interface Workshop {
  readonly kernels: Kernels;
  readonly batch: Batch;
  /** What is added to a history's ln a, now. */
  readonly logShift: () => number;
  readonly modes: (system: System) => Modes | null;
  /** The track's stream of noise. */
  readonly random: Random;
}

/** Factor on K at time t: a⁻² where the system is stretched, else 1. */
export function stiffnessOf(
  system: System,
  expansion: Expansion,
  logShift: () => number,
): (t: number) => number {
  if (system.gradientEnergy === undefined) return () => 1;
  return (t) => exp(-2 * (expansion.logScaleFactor(t) + logShift()));
}

/** Adds to a system what moves it. @throws ScenarioError when its dynamics cannot be made */
export function completeParts(
  made: Pick<TrackParts, 'scenario' | 'data' | 'system' | 'curvature'>,
  workshop: Workshop,
): TrackParts {
  const { scenario, system } = made;
  const expansion = createExpansion(scenario, system);
  const stiffness = stiffnessOf(system, expansion, workshop.logShift);
  const unmoved = { ...made, expansion, stiffness };
  return {
    ...unmoved,
    integrator: createIntegrator(scenario.dynamics, unmoved, workshop),
  };
}

/** Makes what moves a system. @throws ScenarioError when its dynamics cannot be made */
export function createIntegrator(
  dynamics: Section,
  { scenario, system, expansion, stiffness, curvature }: Omit<TrackParts, 'integrator'>,
  { kernels, batch, modes, random }: Workshop,
): Integrator {
  return inSection('dynamics', '', () =>
    part<IntegratorPart>(integrators, dynamics).create(valuesOf(dynamics), {
      kernels,
      force: weighted(system.force, batch),
      expansion,
      stiffness,
      curvature,
      spectrum: () => spectrumAhead(system, curvature),
      modes: () => modes(system),
      singlePrecision: dynamics.precision === 'f32',
      temperature: scenario.noise.temperature,
      random,
    }),
  );
}
