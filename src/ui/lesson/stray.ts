import type { RunDocument } from '../../scenario/types.ts';

/**
 * Whether a run is no longer that of a step: another one was opened, or its system is of another kind. What a hand changes
 * in it, friction above all, is what the step is for.
 *  @param begins  the run of the step, as it begins
 */
export function isStray({ scenario }: RunDocument, { scenario: own }: RunDocument): boolean {
  // With another kind a title ends with a word that says so.
  return !scenario.title.startsWith(own.title) || scenario.system.kind !== own.system.kind;
}
