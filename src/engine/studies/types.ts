import type { Kernels } from '../../kernels/types.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { StudyId, StudyObstacle } from '../../scenario/studies.ts';

/** One run of a study. */
export interface StudyPoint {
  readonly x: number;
  readonly y: number;
}

/** A power law through points, y = factor · x^slope. */
export interface StudyFit {
  readonly slope: number;
  readonly factor: number;
  /** Standard error of the slope, of the scatter about the line; 0 for points on it. */
  readonly error: number;
  /** Smallest and largest x, and the count, of the points it was measured over. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Points of a study that belong together, in the order in which they were found. */
export interface StudySeries {
  readonly id: string;
  readonly points: readonly StudyPoint[];
  /** Measured once all its points are there. */
  readonly fit: StudyFit | null;
  /** The slope that the theory gives; null where it gives none. */
  readonly expected: number | null;
  /** Where the theory says so. */
  readonly source: string;
}

/** A number that belongs to a whole study. */
export interface StudyFact {
  readonly name: string;
  readonly value: number;
}

/** How a study stands. */
export interface StudyReport {
  readonly id: StudyId;
  readonly state: 'running' | 'done' | 'cancelled' | 'refused';
  /** Part of its work that is done, 0 to 1. */
  readonly done: number;
  readonly series: readonly StudySeries[];
  readonly facts: readonly StudyFact[];
  /** Why it could not be finished. */
  readonly obstacle: StudyObstacle | null;
}

/** What a study has found so far. */
export interface StudyFindings {
  readonly series: readonly StudySeries[];
  /** Numbers that belong to the whole picture, by name. */
  readonly facts: readonly StudyFact[];
}

/** How far a study has come: part of its work, 0 to 1, and what it has found. */
export interface StudyProgress extends StudyFindings {
  readonly done: number;
}

/**
 * A family of runs made from one scenario. It yields between its runs and, every few thousand operations, inside
 * them, so that whoever drives it stays free to answer; what it yields depends on the scenario alone.
 * It never touches the run that it is made from: it makes its own systems.
 */
export interface Study<Id extends StudyId = StudyId> {
  readonly id: Id;
  /** @throws StudyRefusal where it cannot be finished; ScenarioError where the scenario cannot be made */
  run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings>;
}

/** A study that cannot be finished says why. */
export class StudyRefusal extends Error {
  readonly obstacle: StudyObstacle;
  constructor(obstacle: StudyObstacle) {
    super(`the study cannot be made: ${obstacle}`);
    this.name = 'StudyRefusal';
    this.obstacle = obstacle;
  }
}
