import * as v from 'valibot';
import { checkFit, checkLightly, checkSources, lacksLearningRate, weightCountOf } from './fit.ts';
import { parameterOf, splitPath } from './lookup.ts';
import { checked, objectOf, parameterSchema } from './schema.ts';
import { completeSection } from './validate.ts';
import {
  ScenarioError,
  type Command,
  type Edit,
  type RunDocument,
  type Scenario,
  type SetCommand,
  type StateCommand,
  type TrackDeclaration,
} from './types.ts';

/** Most edits in one document: half an hour of dragging a slider at 50 changes a second. */
const maxEdits = 100_000;

const stepMessage = 'an integer >= 0, not before the edit before it';
const stepSchema = v.pipe(v.number(stepMessage), v.safeInteger(stepMessage), v.minValue(0, stepMessage));
const setSchema = objectOf(
  {
    kind: v.literal('set', '"set" or "state"'),
    path: v.string('the path of a live parameter'),
    value: v.unknown(),
  },
  'an object',
);
const numbersSchema = v.array(v.pipe(v.number('a number'), v.finite('a finite number')), 'a list of numbers');
const stateSchema = objectOf(
  { kind: v.literal('state'), weights: numbersSchema, velocity: numbersSchema },
  'an object with weights and velocity',
);
const editOf = <T extends v.GenericSchema>(command: T) =>
  objectOf({ step: stepSchema, command }, 'an object with step and command');
const editSchema = editOf(setSchema);
const stateEditSchema = editOf(stateSchema);

/** What a command changes, by the path of its value; 'state' of weights and velocity. */
export function commandPath(command: Command): string {
  return command.kind === 'set' ? command.path : command.kind;
}

/** Another history from a step on: checked as a section, its start time that of the run. */
function withHistory(scenario: Scenario, value: unknown, valuePath: string): Scenario {
  const given = { t0: scenario.expansion.t0, ...(value as object) };
  const expansion = completeSection('expansion', given, valuePath, scenario.system.kind);
  const changed = { ...scenario, expansion };
  checkFit(changed);
  return changed;
}

/** A state is none of the scenario's: it only has to have the system's size. @throws ScenarioError */
function takingState(scenario: Scenario, command: StateCommand, at: string): Scenario {
  const count = weightCountOf(scenario);
  for (const name of ['weights', 'velocity'] as const) {
    const { length } = command[name];
    if (length === count) continue;
    const expected = `${count} numbers, one for each weight of the system`;
    throw new ScenarioError(at === '' ? name : `${at}.${name}`, length, expected);
  }
  return scenario;
}

/**
 * Applies a live command; sections that do not change stay the same objects.
 * @param at  where the command stands in its document, for errors; '' for a command on its own
 * @throws ScenarioError when the path is not a live parameter or the value does not fit
 */
export function applyCommand(scenario: Scenario, command: Command, at: string): Scenario {
  if (command.kind === 'state') return takingState(scenario, command, at);
  const { path, value } = command;
  if (path === 'expansion' && isLive(scenario, path, value)) {
    return withHistory(scenario, value, at === '' ? path : `${at}.value`);
  }
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

/**
 * The longest run that was folded last, with the scenario after each of its edits: a drag adds one edit at a time, and
 * the timeline looks at beginnings of it.
 */
let known: {
  readonly base: Scenario;
  readonly tracks: readonly TrackDeclaration[];
  edits: readonly Edit[];
  /** As many as were folded. */
  readonly after: Scenario[];
} | null = null;

/** What a list of edits came to: the same list of the same run is not looked through again. */
const folded = new WeakMap<
  readonly Edit[],
  { readonly base: Scenario; readonly tracks: unknown; readonly result: Scenario }
>();

/** Work that was done, for tests: commands applied, and edits compared with those of the run before. */
export const foldWork = { applied: 0, compared: 0 };

function sameEdit(a: Edit, b: Edit): boolean {
  foldWork.compared++;
  if (a === b) return true;
  const [one, other] = [a.command, b.command];
  if (a.step !== b.step || one.kind !== 'set' || other.kind !== 'set') return false;
  return one.path === other.path && Object.is(one.value, other.value);
}

/**
 * Gives the scenario of a run as it stands: its first `count` edits applied in order. Only edits that were not applied
 * by the calls before are applied anew: O(1) for a list that is known, or the beginning of one in the engine's hands.
 * @throws ScenarioError at the first edit that does not fit, e.g. at `edits[3].command.value`
 */
export function currentScenario(document: RunDocument, count = document.edits.length): Scenario {
  const { scenario: base, edits, tracks } = document;
  const most = Math.min(count, edits.length);
  if (most === 0) return base;
  const before = most === edits.length ? folded.get(edits) : undefined;
  if (before?.base === base && before.tracks === tracks) return before.result;
  if (known?.base !== base || known.tracks !== tracks) known = { base, tracks, edits: [], after: [] };
  const fold = known;
  const { after } = fold;
  if (fold.edits !== edits) {
    let same = 0;
    const common = Math.min(most, after.length);
    while (same < common && sameEdit(edits[same], fold.edits[same])) same++;
    // A beginning of the known run leaves what is known of its rest.
    if (same < most) {
      after.length = same;
      fold.edits = edits;
    }
  }
  while (after.length < most) {
    const index = after.length;
    const { command } = edits[index];
    const at = `edits[${index}].command`;
    const scenario = applyCommand(after[index - 1] ?? base, command, at);
    foldWork.applied++;
    if (command.kind === 'set') checkTracks(scenario, tracks, command, `${at}.value`);
    after.push(scenario);
  }
  const result = after[most - 1];
  if (most === edits.length) folded.set(edits, { base, tracks, result });
  return result;
}

/** An edit that is plainly one; null where the schema has to say what is wrong. A long run has a hundred thousand. */
function plainEdit(item: unknown): Edit | null {
  if (typeof item !== 'object' || item === null || Object.keys(item).length !== 2) return null;
  const { step, command } = item as Partial<Edit>;
  if (!Number.isSafeInteger(step) || typeof command !== 'object' || command === null) return null;
  if (command.kind !== 'set') return null;
  const { kind, path, value } = command;
  const whole = Object.keys(command).length === 3 && typeof path === 'string';
  if (!whole || value === undefined || step === undefined || step < 0) return null;
  return { step, command: { kind, path, value } };
}

function checkedEdit(item: unknown, path: string): Edit {
  const kind = (item as { readonly command?: { readonly kind?: unknown } } | null)?.command?.kind;
  return kind === 'state' ? checked(stateEditSchema, item, path) : checked(editSchema, item, path);
}

/** Checks the edits of a document. @throws ScenarioError */
export function parseEdits(value: unknown): readonly Edit[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > maxEdits) {
    throw new ScenarioError('edits', value, `a list of at most ${maxEdits} edits`);
  }
  let last = 0;
  return value.map((item: unknown, index) => {
    const { step, command } = plainEdit(item) ?? checkedEdit(item, `edits[${index}]`);
    if (step < last) throw new ScenarioError(`edits[${index}].step`, step, `${stepMessage} (${last})`);
    last = step;
    return { step, command };
  });
}
