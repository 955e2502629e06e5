import { hasContinuum } from './continuum.ts';
import { isFrictionless } from './expansion.ts';
import { isDriven } from './friction.ts';
import { refineObstacle } from './refine.ts';
import { partOf, valuesOf } from './sections.ts';
import { sameJson } from './plain.ts';
import type { Scenario, Section } from './types.ts';

/** Studies: families of runs made from the present scenario. Their methods are in engine/studies. */
export type StudyId = 'viscosity' | 'spacing' | 'reach' | 'symmetry' | 'widths' | 'drift';

/** Why a study cannot be made, or could not be finished. */
export type StudyObstacle =
  | 'no-friction'
  | 'changing-friction'
  | 'changing-samples'
  | 'changing-couplings'
  | 'no-continuum'
  | 'not-refinable'
  | 'no-packet'
  /** Its width is that of its data, or its start is not drawn. */
  | 'not-widened'
  /** Found on the way: the start is already at rest. */
  | 'at-rest'
  /** Found on the way: numbers stopped being finite. */
  | 'not-finite';

/** High viscosity compares motions of one constant friction each, under one cost. */
function viscosityObstacle(scenario: Scenario): StudyObstacle | null {
  const { batch, system } = scenario;
  if (batch.kind !== 'full') return 'changing-samples';
  if (isFrictionless(scenario)) return 'no-friction';
  if (isDriven(scenario)) return 'changing-friction';
  return system.redshift === 'physical' ? 'changing-couplings' : null;
}

/** Lattice spacing needs a ring whose data and start can be had on any number of sites. */
function spacingObstacle(scenario: Scenario): StudyObstacle | null {
  if (scenario.batch.kind !== 'full') return 'changing-samples';
  // Example 2 is compared with several theories, of which none is its limit in every sense (E6).
  const { continuum } = partOf('system', scenario.system.kind);
  if (!hasContinuum(scenario) || continuum?.limit === 'several') return 'no-continuum';
  return refineObstacle(scenario) === null ? null : 'not-refinable';
}

/** Symmetry needs a packet that moves. */
function symmetryObstacle({ initial, system }: Scenario): StudyObstacle | null {
  const { parameters } = partOf('initial', initial.kind);
  if (!('speed' in parameters) || system.redshift === 'physical') return 'no-packet';
  return initial.speed === 0 ? 'at-rest' : null;
}

/** The system with hidden layers of another width; null where inputs or outputs would be others, or it has no widths. */
export function widenedSystem({ system }: Scenario, width: number): Section | null {
  const part = partOf('system', system.kind);
  const values = valuesOf(system);
  const change = part.family?.at(width, values);
  if (change === undefined) return null;
  const widened = { ...system, ...change };
  return sameJson(part.shape(values), part.shape(valuesOf(widened))) ? widened : null;
}

/** Widths need hidden layers that can be wider, trained from a start that is drawn. */
function widthsObstacle(scenario: Scenario): StudyObstacle | null {
  const { drawn } = partOf('initial', scenario.initial.kind);
  return drawn === true && widenedSystem(scenario, 3) !== null ? null : 'not-widened';
}

const obstacles: Readonly<Record<StudyId, (scenario: Scenario) => StudyObstacle | null>> = {
  viscosity: viscosityObstacle,
  spacing: spacingObstacle,
  // It is of families of its own.
  reach: () => null,
  symmetry: symmetryObstacle,
  widths: widthsObstacle,
  drift: widthsObstacle,
};

export const studyIds = Object.keys(obstacles) as readonly StudyId[];

/** Why a study cannot be made of a scenario, as far as its kinds tell; null where it can. */
export function studyObstacle(id: StudyId, scenario: Scenario): StudyObstacle | null {
  return obstacles[id](scenario);
}
