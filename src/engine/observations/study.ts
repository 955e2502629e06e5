import type { StudyId } from '../../scenario/studies.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { StudyRefusal, type Study, type StudyReport } from '../studies/types.ts';
import type { NoParameters } from './query.ts';
import type { Observation } from './types.ts';

/** A study of the scenario with the edits in force: it has its own systems, so the run notices nothing. */
export function studied<Id extends StudyId>(study: Study<Id>): Observation<Id, NoParameters, StudyReport> {
  const { id } = study;
  return {
    id,
    parameters: {},
    shape:
      '{ id, state, done, series: { id, points { x, y }, fit, expected, source } each, facts, obstacle }',
    cadence: 'job',
    create(_query, { simulation, kernels }) {
      const generator = study.run(simulation.tracks[0].scenario, kernels);
      let report: StudyReport = { id, state: 'running', done: 0, series: [], facts: [], obstacle: null };
      return {
        read: () => report,
        pending: () => report.state === 'running',
        work(mayGoOn) {
          try {
            do {
              const next = generator.next();
              report = { ...report, ...next.value };
              if (next.done === true) report = { ...report, state: 'done', done: 1 };
            } while (report.state === 'running' && mayGoOn());
          } catch (error) {
            report = { ...report, state: 'refused', obstacle: obstacleOf(error) };
          }
          return true;
        },
      };
    },
  };
}

/** @throws an error that is none of a study's */
function obstacleOf(error: unknown): StudyReport['obstacle'] {
  if (error instanceof StudyRefusal) return error.obstacle;
  // Numbers that overflow in the system are the only thing about a running scenario that can still be refused.
  if (error instanceof ScenarioError) return 'not-finite';
  throw error;
}
