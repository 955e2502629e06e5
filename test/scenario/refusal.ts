import { ScenarioError } from '../../src/scenario/types.ts';

/** The ScenarioError that a call throws; anything else fails the test. */
export function refusal(call: () => unknown): ScenarioError {
  try {
    call();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('expected a ScenarioError, and nothing was thrown');
}
