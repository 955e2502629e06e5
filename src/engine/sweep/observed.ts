import { ScenarioError } from '../../scenario/types.ts';
import { findObservation } from '../observations/index.ts';
import type { Sweep } from './types.ts';

/** @throws ScenarioError at the first observation of a sweep that there is none of */
export function checkObserved({ observe }: Pick<Sweep, 'observe'>): void {
  for (const [index, id] of observe.entries()) {
    try {
      findObservation(id);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw new ScenarioError(`observe[${index}]`, id, error.expected);
    }
  }
}
