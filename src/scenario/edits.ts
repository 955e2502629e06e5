import * as v from 'valibot';
import type { Parameter } from '../physics/parameters.ts';
import { checkFit, checkLightly, lacksLearningRate } from './fit.ts';
import { parameterOf, splitPath } from './lookup.ts';
import { joinPath } from './path.ts';
import { checked, parameterSchema } from './schema.ts';
import {
  ScenarioError,
  type Command,
  type Edit,
  type RunDocument,
  type Scenario,
  type TrackDeclaration,
} from './types.ts';

/** Most edits in one document: half an hour of dragging a slider at 50 changes a second. */
const maxEdits = 100_000;

const stepMessage = 'an integer >= 0, not before the edit before it';
const editSchema = v.strictObject(
  {
    step: v.pipe(v.number(stepMessage), v.safeInteger(stepMessage), v.minValue(0, stepMessage)),
    command: v.strictObject(
      {
        kind: v.literal('set', '"set"'),
        path: v.string('the path of a live parameter'),
        value: v.unknown(),
      },
      'an object',
    ),
  },
  'an object with step and command',
);

/**
 * Applies a live command; sections that do not change stay the same objects.
 * @param at  where the command stands in its document, for errors
 * @throws ScenarioError when the path is not a live parameter or the value does not fit
 */
export function applyCommand(scenario: Scenario, command: Command, at: string): Scenario {
  const { path, value } = command;
  const split = splitPath(path);
  const declaration = parameterOf(scenario, path);
  if (split === null || declaration === null) {
    throw new ScenarioError(joinPath(at, 'path'), path, 'the path of a live parameter of this run');
  }
  if (declaration.apply !== 'live') {
    throw new ScenarioError(joinPath(at, 'path'), path, 'a live parameter; this one restarts the run');
  }
  const { section, name } = split;
  const valuePath = at === '' ? path : joinPath(at, 'value');
  const accepted = checked(parameterSchema(declaration), value, valuePath);
  const changed = { ...scenario, [section]: { ...scenario[section], [name]: accepted } };
  try {
    // A number within its range breaks no fit; a choice may (a cost that the targets do not suit).
    if (isNumber(declaration)) checkLightly(changed);
    else checkFit(changed);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(valuePath, value, `a value that fits (${error.path}: ${error.expected})`);
  }
  return changed;
}

const isNumber = ({ type }: Parameter): boolean => type === 'real' || type === 'optional-real';

/** Refuses a change after which a first-order track would have no learning rate. @throws ScenarioError */
export function checkTracks(
  scenario: Scenario,
  tracks: readonly TrackDeclaration[],
  command: Command,
  valuePath: string,
): void {
  for (const { id, sections } of tracks) {
    if (lacksLearningRate({ ...scenario, ...sections })) {
      const expected = `a value with gamma > 0: the track "${id}" follows eta = 1/gamma`;
      throw new ScenarioError(valuePath, command.value, expected);
    }
  }
}

/**
 * Gives the scenario of a run as it stands: its edits applied in order.
 * @throws ScenarioError at the first edit that does not fit, e.g. at `edits[3].command.value`
 */
export function currentScenario(document: RunDocument): Scenario {
  const { edits, tracks } = document;
  let { scenario } = document;
  for (const [index, { command }] of edits.entries()) {
    const at = `edits[${index}].command`;
    scenario = applyCommand(scenario, command, at);
    checkTracks(scenario, tracks, command, `${at}.value`);
  }
  return scenario;
}

/** Checks the edits of a document. @throws ScenarioError */
export function parseEdits(value: unknown): readonly Edit[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > maxEdits) {
    throw new ScenarioError('edits', value, `a list of at most ${maxEdits} edits`);
  }
  let last = 0;
  return value.map((item: unknown, index) => {
    const { step, command } = checked(editSchema, item, `edits[${index}]`);
    if (step < last) throw new ScenarioError(`edits[${index}].step`, step, `${stepMessage} (${last})`);
    last = step;
    return { step, command };
  });
}
