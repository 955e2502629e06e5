import { valuesOf } from '../scenario/sections.ts';
import type { Kernels } from '../kernels/types.ts';
import { initials } from '../physics/initial/index.ts';
import { createRandom } from '../physics/math/random.ts';
import { systems } from '../physics/systems.ts';
import type { Expansion, InitialPart, System, SystemPart, TrainingData } from '../physics/types.ts';
import { inSection, makeData } from '../scenario/build.ts';
import { expansionOf } from '../scenario/expansion.ts';
import { sameSection } from '../scenario/recall.ts';
import type { Scenario, Section } from '../scenario/types.ts';
import { checkSystem } from './check.ts';

/** The part of a section's kind, which the scenario layer has checked to exist. */
export const part = <T>(registry: object, section: Section): T =>
  (registry as Readonly<Record<string, T>>)[section.kind];

/** Makes the data of a scenario; a teacher's targets come from a network of the same kind. @throws ScenarioError */
export function createData(scenario: Scenario, kernels: Kernels): TrainingData {
  const { system } = scenario;
  const values = { ...system, cost: 'squared' };
  return makeData(scenario, '', {
    kernels,
    create: (data) => part<SystemPart>(systems, system).create(valuesOf(values), data, kernels),
  });
}

/** Makes the system of a scenario. @throws ScenarioError when it does not fit its data, or overflows */
export function createSystem(scenario: Scenario, data: TrainingData, kernels: Kernels): System {
  const { system } = scenario;
  const made = inSection('system', '', () =>
    part<SystemPart>(systems, system).create(valuesOf(system), data, kernels),
  );
  checkSystem(scenario, made);
  return made;
}

/** Systems that are remembered: of the main run, of those beside it, and of an edit that is being made. */
const MOST_SYSTEMS = 4;

/**
 * Makes data and systems for the runs on one clock. Runs whose sections are alike share them: a system is a function of the
 * weights that it is handed, and has no state of a run (test/contract).
 */
export class PartMaker {
  private readonly kernels: Kernels;
  private recent: readonly {
    readonly section: Section;
    readonly data: TrainingData;
    readonly system: System;
  }[] = [];

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  /** @throws ScenarioError when they do not fit each other */
  make(scenario: Scenario): { readonly data: TrainingData; readonly system: System } {
    const { system: section } = scenario;
    const data = createData(scenario, this.kernels);
    const known = this.recent.find((made) => made.data === data && sameSection(made.section, section));
    if (known !== undefined) return known;
    const made = { section, data, system: createSystem(scenario, data, this.kernels) };
    this.recent = [made, ...this.recent].slice(0, MOST_SYSTEMS);
    return made;
  }
}

/** Makes the expansion history of a scenario, of the lattice's dimension unless it names one. @throws ScenarioError */
export function createExpansion(scenario: Scenario, system: System): Expansion {
  return expansionOf(scenario, system.dimension);
}

/** Makes the initial weights and velocity of a scenario, [P] each. @throws ScenarioError */
export function createInitial(
  scenario: Scenario,
  system: System,
): { readonly weights: Float64Array; readonly velocity: Float64Array } {
  const weights = new Float64Array(system.weightCount);
  const velocity = new Float64Array(system.weightCount);
  const { initial, seed } = scenario;
  const context = { system, random: createRandom(seed, 'initial') };
  inSection('initial', '', () =>
    part<InitialPart>(initials, initial).create(valuesOf(initial), context, weights, velocity),
  );
  return { weights, velocity };
}
