import * as v from 'valibot';
import { applyCommand, commandSchema } from './commands/index.ts';
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
    after.push(applyCommand(after[index - 1] ?? base, command, at, tracks));
    foldWork.applied++;
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
