import { meanField } from '../../physics/observables/meanField.ts';
import { finder, observations } from './index.ts';
import { instant, type Observation } from './types.ts';

/**
 * Everything that can be seen of a run, for the terminal and sweeps. What needs no run, but its scenario alone, the page
 * computes itself where it shows it, and its worker does without.
 */
export const allObservations: readonly Observation[] = [...observations, instant(meanField)];

/** @throws ScenarioError at `observe` when this version does not have it */
export const findAny = finder(allObservations);
