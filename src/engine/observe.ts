import { laterObservables, observables } from '../physics/observables/index.ts';
import type { Observable, ObservableContext } from '../physics/observables/index.ts';
import { ScenarioError } from '../scenario/types.ts';

/**
 * Finds an observable by name.
 * @throws ScenarioError at path `observe` when this version does not have it
 */
export function findObservable(name: string): Observable {
  const found = observables.find((observable) => observable.id === name);
  if (found !== undefined) return found;
  const known = observables.map((observable) => observable.id).join(', ');
  const later = laterObservables.includes(name) ? `; ${name} comes with a later version` : '';
  throw new ScenarioError('observe', name, `one of ${known}${later}`);
}

/**
 * Computes an observable.
 * @throws ScenarioError when the system is too large for it
 */
export function observe(observable: Observable, context: ObservableContext): unknown {
  const { maxWeights, id } = observable;
  const { weightCount } = context.system;
  if (maxWeights !== undefined && weightCount > maxWeights) {
    throw new ScenarioError('observe', id, `at most ${maxWeights} weights, this system has ${weightCount}`);
  }
  return observable.compute(context);
}

/** Names of the observables of this version. */
export function observableNames(): readonly string[] {
  return observables.map((observable) => observable.id);
}
