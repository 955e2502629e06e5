import * as v from 'valibot';
import { checkData } from './build.ts';
import { applyCommand, commandSchema, mergeCommands } from './commands/index.ts';
import { sameJson } from './plain.ts';
import { checked, objectOf } from './schema.ts';
import { ScenarioError, type Edit, type RunDocument, type Scenario, type TrackDeclaration } from './types.ts';

/** Most edits in one document: half an hour of dragging a slider at 50 changes a second. */
const maxEdits = 100_000;

const stepMessage = 'an integer >= 0, not before the edit before it';
const stepSchema = v.pipe(v.number(stepMessage), v.safeInteger(stepMessage), v.minValue(0, stepMessage));
const editOf = <T extends v.GenericSchema>(command: T) =>
  objectOf({ step: stepSchema, command }, 'an object with step and command');

/**
 * The longest run that was folded last, with the scenario after each of its edits: a drag adds one edit at a time, and
 * the timeline looks at beginnings of it.
 */
let known: Fold | null = null;

interface Fold {
  readonly base: Scenario;
  readonly tracks: readonly TrackDeclaration[];
  edits: readonly Edit[];
  /** As many as were folded. */
  readonly after: Scenario[];
}

/** What a list of edits came to: the same list of the same run is not looked through again. */
const folded = new WeakMap<
  readonly Edit[],
  { readonly base: Scenario; readonly tracks: unknown; readonly result: Scenario }
>();

/** Work that was done, for tests: commands applied, and edits compared with those of the run before. */
export const foldWork = { applied: 0, compared: 0 };

function sameEdit(a: Edit, b: Edit): boolean {
  foldWork.compared++;
  const [one, other] = [a.command, b.command];
  if (one === other) return true;
  // What commands come to depends on their order, never on their steps.
  if (one.kind !== 'set' || other.kind !== 'set') return false;
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
  const result = foldedUpTo(document, most).after[most - 1];
  if (most === edits.length) folded.set(edits, { base, tracks, result });
  return result;
}

/** Makes the first edits of a document the known ones. @throws ScenarioError at the first that does not fit */
function foldedUpTo({ scenario: base, edits, tracks }: RunDocument, most: number): Fold {
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
    const at = `edits[${index}].command`;
    after.push(applied(after[index - 1] ?? base, edits[index], at, tracks));
  }
  return fold;
}

function applied(
  scenario: Scenario,
  { command }: Edit,
  at: string,
  tracks: readonly TrackDeclaration[],
  data = false,
): Scenario {
  const changed = applyCommand(scenario, command, at, tracks, data);
  foldWork.applied++;
  return changed;
}

/**
 * Checks the edits of a document that came from outside, in order, each against the scenario as it then stands. Data are
 * made once, as the last edit leaves them: of those between the engine makes what it comes to. @throws ScenarioError
 */
export function checkEdits(document: RunDocument): void {
  const { scenario: base, edits, tracks } = document;
  const last = currentScenario(document);
  if (last.system === base.system && last.data === base.data) return;
  try {
    checkData(last, '');
  } catch (error) {
    // The edit that is at fault is named.
    let scenario = base;
    edits.forEach((edit, index) => {
      scenario = applied(scenario, edit, `edits[${index}].command`, tracks, true);
    });
    throw error;
  }
}

/**
 * The edits with one more at its step, those of that very step that it does the work of left out.
 * @returns with them how many of the first are the same as before
 */
export function appended(
  edits: readonly Edit[],
  edit: Edit,
): { readonly edits: readonly Edit[]; readonly same: number } {
  const replaces = ({ step, command }: Edit): boolean =>
    step === edit.step && mergeCommands(command, edit.command) !== null;
  const first = edits.findIndex(replaces);
  if (first < 0) return { edits: [...edits, edit], same: edits.length };
  return { edits: [...edits.filter((old) => !replaces(old)), edit], same: first };
}

/**
 * The scenario of a run with one more edit, checked once: what is found is kept for when the run comes back with it.
 * What is refused is named as a command on its own, by the path of its value. @throws ScenarioError
 */
export function nextScenario(document: RunDocument, edit: Edit): Scenario {
  const { scenario: base, tracks } = document;
  const { edits, same } = appended(document.edits, edit);
  const past = edits.length - 1;
  const before = same === past ? document : { ...document, edits: edits.slice(0, past) };
  const fold = foldedUpTo(before, past);
  const result = applied(fold.after[past - 1] ?? base, edit, '', tracks, true);
  fold.after.length = past;
  fold.after.push(result);
  fold.edits = edits;
  return result;
}

/** Edits of a run without some of them, each taken away once. */
export function withoutEdits(edits: readonly Edit[], taken: readonly Edit[]): readonly Edit[] {
  const rest = [...edits];
  for (const { step, command } of [...taken].reverse()) {
    const same = lastIndex(rest, (edit) => edit.command === command);
    // After a reload they are alike, not the same.
    const alike = (edit: Edit): boolean => edit.step === step && sameJson(edit.command, command);
    const at = same < 0 ? lastIndex(rest, alike) : same;
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

/** Edits of a run with others made again at their steps, after what else is done there. */
export function withEdits(edits: readonly Edit[], made: readonly Edit[]): readonly Edit[] {
  const all = [...edits];
  for (const edit of made) all.splice(lastIndex(all, ({ step }) => step <= edit.step) + 1, 0, edit);
  return all;
}

function lastIndex(edits: readonly Edit[], is: (edit: Edit) => boolean): number {
  let at = edits.length - 1;
  while (at >= 0 && !is(edits[at])) at--;
  return at;
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
  return checked(editOf(commandSchema(kind)), item, path);
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
