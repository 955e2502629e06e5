import * as v from 'valibot';
import { checkKinds, checkLightly, checkMotion, checkSources, lacksLearningRate } from '../fit.ts';
import { parameterOf, parameterValue, splitPath, withParameter } from '../lookup.ts';
import { checked, objectOf, parameterSchema } from '../schema.ts';
import { fittingKinds, partOf } from '../sections.ts';
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

/** Other samples from a step on: checked as a section, and as data that the system takes. */
function withData(scenario: Scenario, value: unknown, valuePath: string, make: boolean): Scenario {
  const data = completeSection('data', value, valuePath, scenario.system.kind);
  const changed = { ...scenario, data };
  try {
    checkKinds(changed, '');
    if (make) checkSources(changed);
    return changed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(error.path.replace(/^data/, valuePath), error.value, error.expected);
  }
}

/** @throws ScenarioError when the path is not a live parameter or the value does not fit */
function applied(scenario: Scenario, { path, value }: SetCommand, at: string, data: boolean): Scenario {
  if (path === 'expansion' && isLive(scenario, path, value)) {
    return withHistory(scenario, value, at === '' ? path : `${at}.value`);
  }
  if (path === 'data' && isLive(scenario, path, value)) {
    return withData(scenario, value, at === '' ? path : `${at}.value`, data);
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

/** Whether a step of a run takes all samples, so that they may come and go while it goes on. */
const takesAll = ({ batch }: Pick<Scenario, 'batch'>): boolean => partOf('batch', batch.kind).whole === true;

/** Whether other data list as many samples as those that are listed now. */
function listAsMany({ data }: Scenario, value: unknown): boolean {
  const next = value as Scenario['data'];
  const listed = data.kind === next.kind && partOf('data', data.kind).given === true;
  return listed && Array.isArray(data.Y) && Array.isArray(next.Y) && data.Y.length === next.Y.length;
}

/**
 * Whether a change takes effect at the next step; another start time begins another run. A whole history ('expansion') is
 * live: clock and ln a go on, so that a hand may take the friction from a schedule. So are the data as a whole ('data'),
 * where every step takes all samples, or as many are listed; else a change of their number begins another run.
 */
export function isLive(scenario: Scenario, path: string, value: unknown): boolean {
  if (path === 'data') {
    const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
    if (typeof kind !== 'string' || !fittingKinds('data', scenario.system.kind).includes(kind)) return false;
    return takesAll(scenario) || listAsMany(scenario, value);
  }
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

/** Refuses other samples where a track draws of those that there were. @throws ScenarioError */
function checkBatches(
  scenario: Scenario,
  tracks: readonly TrackDeclaration[],
  { path, value }: SetCommand,
  valuePath: string,
): void {
  if (path !== 'data' || listAsMany(scenario, value)) return;
  const drawing = tracks.find(
    ({ sections }) => sections.data === undefined && !takesAll({ ...scenario, ...sections }),
  );
  if (drawing === undefined) return;
  throw new ScenarioError(
    valuePath,
    value,
    `as many samples as before: the track "${drawing.id}" draws of them`,
  );
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
    checkBatches(scenario, tracks, command, at === '' ? command.path : `${at}.value`);
    checkTracks(changed, tracks, command, at === '' ? command.path : `${at}.value`);
    return changed;
  },
  // Of two values in one place, or of a part of it, only the newer one is ever in force.
  merge: ({ path }, next) =>
    next.kind === 'set' && (path === next.path || path.startsWith(`${next.path}.`)) ? next : null,
};
