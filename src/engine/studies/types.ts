import type { Kernels } from '../../kernels/types.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { StudyId, StudyObstacle } from '../../scenario/studies.ts';
import type { StudyFact, StudySeries } from '../protocol.ts';

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
export interface Study {
  readonly id: StudyId;
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
