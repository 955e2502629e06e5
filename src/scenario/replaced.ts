/**
 * Data and batches that gave way when a system took another shape. They are kept in `view.replaced` of the document, so
 * that they are there again when the shape comes back: three inputs and two again leave a circle a circle, also after a
 * reload. Whoever chooses data by hand has chosen, and what was kept is forgotten. What somebody brought along (explicit
 * samples) is never replaced at all (patch.ts).
 */
import { sameJson } from './plain.ts';
import { partOf, valuesOf } from './sections.ts';
import { ScenarioError, type RunDocument, type Scenario, type Section, type SectionName } from './types.ts';
import { completeSection } from './validate.ts';

type View = RunDocument['view'];

/** What yields to the shape, in the order in which it is put back: a batch is of samples. */
const yielding = ['data', 'batch'] as const satisfies readonly SectionName[];
const KEY = 'replaced';

interface Kept {
  readonly inputs: number;
  readonly outputs: number;
  readonly sections: Readonly<Partial<Record<(typeof yielding)[number], Section>>>;
}

function shapeOf({ system }: Scenario): { readonly inputs: number; readonly outputs: number } | null {
  return partOf('system', system.kind).shape(valuesOf(system));
}

/** What a document says that it keeps; it is untrusted: sections are completed when they are put back. */
function keptIn(view: View): Kept | null {
  const kept = view[KEY] as Partial<Kept> | null | undefined;
  if (typeof kept !== 'object' || kept === null) return null;
  const { inputs, outputs, sections } = kept;
  if (!Number.isInteger(inputs) || !Number.isInteger(outputs)) return null;
  if (typeof sections !== 'object' || sections === null) return null;
  return { inputs: Number(inputs), outputs: Number(outputs), sections };
}

function withKept(view: View, kept: Kept | null): View {
  const { [KEY]: _old, ...others } = view;
  return kept === null ? others : { ...others, [KEY]: kept };
}

/** The scenario with one kept section back in its place, or as it was where that fits no more. */
function restored(
  scenario: Scenario,
  name: (typeof yielding)[number],
  section: unknown,
  check: (scenario: Scenario) => void,
): Scenario {
  if (section === undefined) return scenario;
  try {
    const back = completeSection(name, section, name, scenario.system.kind);
    const candidate = { ...scenario, [name]: back };
    check(candidate);
    return candidate;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return scenario;
  }
}

/**
 * Keeps what a change of shape replaced, and puts it back when the shape is there again.
 *  @param before   the scenario before the change
 *  @param after    the one after it, which fits
 *  @param changed  section that was changed by hand
 *  @param check    @throws ScenarioError where sections do not fit each other
 */
export function withReplaced(
  view: View,
  before: Scenario,
  after: Scenario,
  changed: string,
  check: (scenario: Scenario) => void,
): { readonly scenario: Scenario; readonly view: View } {
  const same = { scenario: after, view };
  if (changed === 'data') return { scenario: after, view: withKept(view, null) };
  if (changed !== 'system') return same;
  const shape = shapeOf(after);
  const kept = keptIn(view);
  if (kept !== null) {
    if (shape?.inputs !== kept.inputs || shape.outputs !== kept.outputs) return same;
    const scenario = yielding.reduce((so, name) => restored(so, name, kept.sections[name], check), after);
    return { scenario, view: withKept(view, null) };
  }
  const old = shapeOf(before);
  const gone = yielding.filter((name) => !sameJson(before[name], after[name]));
  if (old === null || !gone.includes('data')) return same;
  const sections = Object.fromEntries(gone.map((name) => [name, before[name]]));
  return { scenario: after, view: withKept(view, { ...old, sections }) };
}
