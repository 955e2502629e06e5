import type { Kernels } from '../../kernels/types.ts';
import { expansions } from '../../physics/expansion/index.ts';
import { integrators } from '../../physics/integrators/index.ts';
import { systems } from '../../physics/systems.ts';
import type { ExpansionPart, IntegratorPart, SystemPart } from '../../physics/types.ts';
import { parseDocument } from '../../scenario/document.ts';
import { formatVersion } from '../../scenario/validate.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { smallSettings, valuesOf, type Settings } from './systems.ts';
import { largestStableStep } from '../clockLimits.ts';

export const systemParts: readonly SystemPart[] = Object.values(systems);
export const expansionParts: readonly ExpansionPart[] = Object.values(expansions);
export const integratorParts: readonly IntegratorPart[] = Object.values(integrators);
/** The first of each registry is the default: the field's own dynamics, and constant friction. */
const [field] = integratorParts;
/** Histories of the same friction at all times. */
export const steadyParts = expansionParts.filter((part) => part.steady?.(valuesOf(part)) === true);

/** What a run is tried with; what is left out is the default. */
export interface Setup {
  readonly system?: SystemPart;
  /** Parameters of the system beside its small sizes. */
  readonly settings?: Settings;
  readonly expansion?: ExpansionPart;
  readonly integrator?: IntegratorPart;
  readonly dynamics?: Settings;
  /** Other sections of the scenario. */
  readonly sections?: Settings;
}

/** A run of small size from a part's own default data and start, alone on its clock. */
export function simulationOf(setup: Setup, kernels: Kernels): Simulation {
  const { system = systemParts[0], settings, expansion = expansionParts[0] } = setup;
  const { integrator = field, dynamics } = setup;
  const scenario = {
    version: formatVersion,
    system: { kind: system.kind, ...smallSettings(system), ...settings },
    expansion: { kind: expansion.kind },
    dynamics: { kind: integrator.kind, ...dynamics },
    ...setup.sections,
  };
  const document = { version: formatVersion, scenario, edits: [], tracks: [], view: {} };
  return createSimulation(parseDocument(document), kernels);
}

/** The step that "auto" takes for this run, and at most a quarter of the longest stable one. */
export function autoStep(setup: Setup, kernels: Kernels): number {
  const simulation = simulationOf({ ...setup, dynamics: { dt: 'auto' } }, kernels);
  return Math.min(simulation.dt, (largestStableStep(simulation, 0) ?? Infinity) / 4);
}
