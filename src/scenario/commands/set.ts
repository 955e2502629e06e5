import * as v from 'valibot';
import { checkLightly, checkMotion, checkSources, lacksLearningRate } from '../fit.ts';
import { parameterOf, parameterValue, splitPath, withParameter } from '../lookup.ts';
import { checked, objectOf, parameterSchema } from '../schema.ts';
import { ScenarioError, type Scenario, type SetCommand, type TrackDeclaration } from '../types.ts';
import { completeSection } from '../validate.ts';
import type { CommandPart } from './types.ts';

/** Another history from a step on: checked as a section, its start time that of the run. */
function withHistory(scenario: Scenario, value: unknown, valuePath: string): Scenario {
  const given = { t0: scenario.expansion.t0, ...(value as object) };
  const expansion = completeSection('expansion', given, valuePath, scenario.system.kind);
  const changed = { ...scenario, expansion };
  checkMotion(changed);
  return changed;
}

/** @throws ScenarioError when the path is not a live parameter or the value does not fit */
function applied(scenario: Scenario, { path, value }: SetCommand, at: string, data: boolean): Scenario {
  if (path === 'expansion' && isLive(scenario, path, value)) {
    return withHistory(scenario, value, at === '' ? path : `${at}.value`);
  }
  const declaration = parameterOf(scenario, path);
  if (declaration === null) {
    throw new ScenarioError(
      at === '' ? path : `${at}.path`,
      path,
      'the path of a live parameter of this run',
    );
  }
  if (!isLive(scenario, path, value)) {
    throw new ScenarioError(
      at === '' ? path : `${at}.path`,
      path,
      'a live parameter, with as many samples as before; this change restarts the run',
    );
  }
  const section = splitPath(path)?.section;
  const valuePath = at === '' ? path : `${at}.value`;
  const accepted = checked(parameterSchema(declaration), value, valuePath);
  const changed = withParameter(scenario, path, accepted);
  try {
    if (data && (section === 'system' || section === 'data')) checkSources(changed);
    else checkLightly(changed);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(valuePath, value, `a value that fits (${error.path}: ${error.expected})`);
  }
  return changed;
}

/**
 * Whether a change takes effect at the next step; a change of the number of samples begins another run, and so
 * does another start time. A whole history ('expansion') is live: clock and ln a go on, so that a hand may take
 * the friction from a schedule.
 */
export function isLive(scenario: Scenario, path: string, value: unknown): boolean {
  if (path === 'expansion') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const { t0 } = value as { readonly t0?: unknown };
    return t0 === undefined || t0 === scenario.expansion.t0;
  }
  const declaration = parameterOf(scenario, path);
  if (declaration?.apply !== 'live' || value === undefined) return false;
  if (declaration.type !== 'matrix') return true;
  const now = parameterValue(scenario, path);
  return Array.isArray(now) && Array.isArray(value) && now.length === value.length;
}

/** Refuses a change after which a first-order track would have no learning rate. @throws ScenarioError */
function checkTracks(
  scenario: Scenario,
  tracks: readonly TrackDeclaration[],
  command: SetCommand,
  valuePath: string,
): void {
  for (const { id, sections } of tracks) {
    if (lacksLearningRate({ ...scenario, ...sections })) {
      const expected = `a value with gamma > 0: the track "${id}" follows eta = 1/gamma`;
      throw new ScenarioError(valuePath, command.value, expected);
    }
  }
}

/** A live parameter, or the whole history, takes another value from a step on. */
export const set: CommandPart<SetCommand> = {
  kind: 'set',
  schema: objectOf(
    { kind: v.literal('set'), path: v.string('the path of a live parameter'), value: v.unknown() },
    'an object',
  ),
  ordered: ({ kind, path, value }) => ({ kind, path, value }),
  path: ({ path }) => path,
  apply(scenario, command, at, tracks, data) {
    const changed = applied(scenario, command, at, data);
    checkTracks(changed, tracks, command, at === '' ? command.path : `${at}.value`);
    return changed;
  },
  // Of two values in one place, or of a part of it, only the newer one is ever in force.
  merge: ({ path }, next) =>
    next.kind === 'set' && (path === next.path || path.startsWith(`${next.path}.`)) ? next : null,
};
