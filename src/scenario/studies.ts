import type { Scenario } from './types.ts';

/** Studies: families of runs made from the present scenario. Their methods are in engine/studies. */
export type StudyId = 'viscosity';

/** Why a study cannot be made, or could not be finished. */
export type StudyObstacle =
  | 'no-friction'
  | 'changing-friction'
  | 'changing-samples'
  | 'changing-couplings'
  /** Found on the way: the start is already at rest. */
  | 'at-rest'
  /** Found on the way: numbers stopped being finite. */
  | 'not-finite';

/** High viscosity compares motions of one constant friction each, under one cost. */
function viscosityObstacle({ batch, expansion, system }: Scenario): StudyObstacle | null {
  if (batch.kind !== 'full') return 'changing-samples';
  if (expansion.kind === 'flat') return 'no-friction';
  if (expansion.kind !== 'de-sitter') return 'changing-friction';
  return system.redshift === 'physical' ? 'changing-couplings' : null;
}

const obstacles: Readonly<Record<StudyId, (scenario: Scenario) => StudyObstacle | null>> = {
  viscosity: viscosityObstacle,
};

/** Why a study cannot be made of a scenario, as far as its kinds tell; null where it can. */
export function studyObstacle(id: StudyId, scenario: Scenario): StudyObstacle | null {
  return obstacles[id](scenario);
}
