import * as v from 'valibot';
import { checkLightly, checkSources, lacksLearningRate } from './fit.ts';
import { parameterOf, splitPath } from './lookup.ts';
import { checked, objectOf, parameterSchema } from './schema.ts';
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
const editSchema = objectOf(
  {
    step: v.pipe(v.number(stepMessage), v.safeInteger(stepMessage), v.minValue(0, stepMessage)),
    command: objectOf(
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

/** Commands that were checked once, by the scenario they were applied to: runs grow edit by edit. */
const applied = new WeakMap<Scenario, WeakMap<Command, Scenario>>();

/**
 * Applies a live command; sections that do not change stay the same objects, and so does the result when
 * the same command is applied to the same scenario again.
 * @param at  where the command stands in its document, for errors; '' for a command on its own
 * @throws ScenarioError when the path is not a live parameter or the value does not fit
 */
export function applyCommand(scenario: Scenario, command: Command, at: string): Scenario {
  const known = applied.get(scenario)?.get(command);
  if (known !== undefined) return known;
  const changed = applyNew(scenario, command, at);
  const results = applied.get(scenario) ?? new WeakMap<Command, Scenario>();
  applied.set(scenario, results.set(command, changed));
  return changed;
}

function applyNew(scenario: Scenario, command: Command, at: string): Scenario {
  const { path, value } = command;
  const split = splitPath(path);
  const declaration = parameterOf(scenario, path);
  if (split === null || declaration === null) {
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
  const { section, name } = split;
  const valuePath = at === '' ? path : `${at}.value`;
  const accepted = checked(parameterSchema(declaration), value, valuePath);
  const changed = { ...scenario, [section]: { ...scenario[section], [name]: accepted } };
  try {
    if (section === 'system' || section === 'data') checkSources(changed);
    else checkLightly(changed);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(valuePath, value, `a value that fits (${error.path}: ${error.expected})`);
  }
  return changed;
}

/** Whether a change takes effect at the next step; a change of the number of samples begins another run. */
export function isLive(scenario: Scenario, path: string, value: unknown): boolean {
  const declaration = parameterOf(scenario, path);
  if (declaration?.apply !== 'live' || value === undefined) return false;
  if (declaration.type !== 'matrix') return true;
  const now = currentOf(scenario, path);
  return Array.isArray(now) && Array.isArray(value) && now.length === value.length;
}

function currentOf(scenario: Scenario, path: string): unknown {
  const split = splitPath(path);
  return split === null ? undefined : scenario[split.section][split.name];
}

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

/** The last document asked for, with the scenario after each of its edits: dragging adds one edit at a time. */
let known: {
  base: Scenario;
  tracks: readonly TrackDeclaration[];
  edits: readonly Edit[];
  after: Scenario[];
} | null = null;

function sameEdit(a: Edit, b: Edit): boolean {
  return (
    a === b ||
    (a.step === b.step && a.command.path === b.command.path && Object.is(a.command.value, b.command.value))
  );
}

/**
 * Gives the scenario of a run as it stands: its edits applied in order. Only edits that were not applied by
 * the call before are applied anew.
 * @throws ScenarioError at the first edit that does not fit, e.g. at `edits[3].command.value`
 */
export function currentScenario(document: RunDocument): Scenario {
  const { scenario: base, edits, tracks } = document;
  const after: Scenario[] = [];
  if (known !== null && known.base === base && known.tracks === tracks) {
    const most = Math.min(edits.length, known.after.length);
    for (let index = 0; index < most && sameEdit(edits[index], known.edits[index]); index++) {
      after.push(known.after[index]);
    }
  }
  for (let index = after.length; index < edits.length; index++) {
    const { command } = edits[index];
    const at = `edits[${index}].command`;
    const scenario = applyCommand(after[index - 1] ?? base, command, at);
    checkTracks(scenario, tracks, command, `${at}.value`);
    after.push(scenario);
  }
  known = { base, tracks, edits, after };
  return after.at(-1) ?? base;
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
