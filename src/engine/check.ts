import type { System } from '../physics/types.ts';
import { ScenarioError, type Command, type Scenario } from '../scenario/types.ts';

// What only the made system tells, and the page therefore does not check: whether its numbers can be worked with.

/** Curvatures beyond this leave no room to step in: their squares overflow. */
const maxCurvature = 1e100;

/** Refuses a system whose couplings overflow. @throws ScenarioError at `system` */
export function checkSystem(scenario: Scenario, system: System): void {
  const bound = system.curvatureBound(1);
  if (bound === null || bound <= maxCurvature) return;
  const expected = `parameters and data whose curvature is at most ${maxCurvature} (here ${bound})`;
  throw new ScenarioError('system', scenario.system.kind, expected);
}

/**
 * Refuses a start from which no step can be taken.
 * @param cost       C of all samples at the start
 * @param curvature  largest curvature |λ| there
 * @throws ScenarioError at `initial`
 */
export function checkStart(scenario: Scenario, cost: number, curvature: number): void {
  const { kind } = scenario.initial;
  if (!Number.isFinite(cost)) {
    throw new ScenarioError('initial', kind, `a start whose cost is a finite number (here ${cost})`);
  }
  if (!isWorkable(curvature)) {
    const expected = `a start whose curvature is at most ${maxCurvature} (here ${curvature})`;
    throw new ScenarioError('initial', kind, expected);
  }
}

/** Whether steps can be chosen for a curvature; false for NaN. */
export function isWorkable(curvature: number): boolean {
  return curvature <= maxCurvature;
}

/** Makes something of a track (0 is the main run); what is refused is reported under its place. @throws ScenarioError */
export function inTrack<T>(index: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (index === 0 || !(error instanceof ScenarioError)) throw error;
    const { path, value, expected } = error;
    const place = path.startsWith('continuum') ? path : `sections.${path}`;
    throw new ScenarioError(`tracks[${index - 1}].${place}`, value, expected);
  }
}

/**
 * Makes what a command asks for; what is refused is reported as the command's.
 * @param path  where the value stands: the parameter's path of a live command, `edits[3].command.value` of a recorded one
 * @throws ScenarioError
 */
export function forCommand<T>(command: Command, path: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const value = command.kind === 'set' ? command.value : undefined;
    throw new ScenarioError(path, value, `a value that fits (${error.path}: ${error.expected})`);
  }
}
