/**
 * The state of the screen in a run document, `view` of the contract: one table, read when a document is opened and
 * written when it is saved or kept. Files are untrusted: what is not what it should be is passed over. Keys that stand
 * not in the table (`controls`, those of later versions) stay in the document as they are.
 */
import { unisolated } from '../messages/bidi.ts';
import { text } from '../messages/index.ts';
import { parseDocument } from '../scenario/document.ts';
import { sameJson } from '../scenario/plain.ts';
import { maxTitle } from '../scenario/validate.ts';
import { findShipped } from '../scenario/shipped.ts';
import { ScenarioError, type RunDocument } from '../scenario/types.ts';
import type { LabCore } from './core.ts';
import { viewKeys } from './screenKeys.ts';
import type { Branch, Comparison, LabState, LessonPlace } from './types.ts';
import { readWay, setWay, wayNow } from './way.ts';

type View = RunDocument['view'];

/** Longest run that a document may be opened at: what is further on takes minutes to come back to. */
const MOST_STEPS = 10_000_000;
/** Room for runs put aside, in characters: `view` is small (document.ts). */
const BRANCH_ROOM = 48_000;
const LONGEST_ABOUT = 400;

/** One key of `view`. */
interface Part {
  readonly key: string;
  /** Undefined is left out. */
  readonly encode: (state: LabState, step: number, lab: LabCore) => unknown;
  /** What the store takes from it; undefined where the document does not have it. */
  readonly decode: (value: unknown, lab: LabCore) => Partial<LabState>;
}

const orUndefined = <T>(value: T | null): T | undefined => value ?? undefined;

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function index(value: unknown, most = Number.MAX_SAFE_INTEGER): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most ? Number(value) : null;
}

const comparisonOf = (value: unknown): Comparison | null => viewKeys.comparison.read(value) ?? null;

/** The run with the comparison that the screen shows of it, so that it comes back with the run. */
export function withComparison(document: RunDocument, comparison: Comparison | null): RunDocument {
  const { comparison: old, ...view } = document.view;
  const shown = document.tracks.some(({ id }) => id === comparison?.track) ? comparison : null;
  if (sameJson(old ?? null, shown)) return document;
  return { ...document, view: shown === null ? view : { ...view, comparison: shown } };
}

/** The comparison that a run was left with; null where its track is no longer there. */
export function comparisonIn({ tracks, view }: RunDocument): Comparison | null {
  const comparison = comparisonOf(view.comparison);
  return tracks.some(({ id }) => id === comparison?.track) ? comparison : null;
}

/** The step of a lesson that a run belongs to; the one that is open where it belongs to none. */
export function lessonIn({ view }: RunDocument, open: LessonPlace | null): LessonPlace | null {
  return open === null ? null : (viewKeys.lesson.read(view.lesson) ?? open);
}

/** Runs put aside, newest first, as many as there is room for. */
function branchesIn(branches: readonly Branch[]): unknown {
  let room = BRANCH_ROOM;
  const kept: unknown[] = [];
  for (const { document, step, time, shippedId } of [...branches].reverse()) {
    const { version, scenario, edits, tracks } = document;
    const comparison = comparisonIn(document);
    const view = comparison === null ? {} : { view: { comparison } };
    // The edits of a run are many before its text is long: no long text is made only to be thrown away.
    if (edits.length > 1000) break;
    const branch = { step, time, shippedId, run: { version, scenario, edits, tracks, ...view } };
    room -= JSON.stringify(branch).length;
    if (room < 0) break;
    kept.push(branch);
  }
  return kept.length === 0 ? undefined : kept;
}

function branchesOf(value: unknown, most: number): readonly Omit<Branch, 'id'>[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, most)
    .flatMap((entry: unknown) => {
      const { step, time, shippedId, run } = object(entry);
      const at = index(step, MOST_STEPS);
      if (at === null || typeof time !== 'number') return [];
      try {
        const id = typeof shippedId === 'string' ? shippedId : null;
        return [{ document: parseDocument(run), step: at, time, shippedId: id }];
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        return [];
      }
    })
    .reverse();
}

/** What is selected when a run has come: what its document says, where the run has it. */
export function takeSelection(
  lab: LabCore,
  weightCount: number,
  sampleCount: number,
): Pick<LabState, 'selected' | 'sample'> | null {
  if (lab.selection === null) return null;
  const { weight, sample } = lab.selection;
  lab.selection = null;
  return {
    selected: weight !== null && weight < weightCount ? weight : null,
    sample: sample < sampleCount ? sample : 0,
  };
}

/** What a key of the table takes from a document; nothing where that holds no value of it. */
function readOf(
  key: 'askedCharts' | 'hiddenTracks' | 'unrolled' | 'plane' | 'lesson',
  value: unknown,
): Partial<LabState> {
  const read = viewKeys[key].read(value);
  return read === undefined ? {} : { [key]: read };
}

const table: readonly Part[] = [
  { key: 'step', encode: (_, step) => step, decode: () => ({}) },
  {
    key: 'scene',
    encode: (_, __, { outside }) => outside?.scene() ?? 'pictures',
    decode(value, { outside }) {
      outside?.showScene(value);
      return {};
    },
  },
  {
    key: 'charts',
    encode({ askedCharts }, _, { outside }) {
      const chosen = outside?.charts();
      const left = chosen?.left ?? askedCharts.left;
      const right = chosen?.right ?? askedCharts.right;
      return left === null && right === null ? undefined : { left, right };
    },
    decode: (value) => readOf('askedCharts', value),
  },
  {
    key: 'comparison',
    encode: ({ comparison }) => orUndefined(comparison),
    decode: (value) => ({ comparison: comparisonOf(value) }),
  },
  {
    key: 'camera',
    encode: (_state, _step, { outside }) => outside?.camera(),
    decode(value, { outside }) {
      outside?.showCamera(value);
      return {};
    },
  },
  {
    key: 'ground',
    encode: (_state, _step, { outside }) => orUndefined(outside?.ground() ?? null),
    decode(value, { outside }) {
      if (value !== undefined) outside?.showGround(value);
      return {};
    },
  },
  {
    key: 'selection',
    encode: ({ selected, sample }) =>
      selected === null && sample === 0 ? undefined : { weight: selected, sample },
    decode(value, lab) {
      const { weight, sample } = object(value);
      lab.selection = value === undefined ? null : { weight: index(weight), sample: index(sample) ?? 0 };
      return { selected: null, hovered: null };
    },
  },
  {
    key: 'hidden',
    encode: ({ hiddenTracks }) => (hiddenTracks.length === 0 ? undefined : hiddenTracks),
    decode: (value) => readOf('hiddenTracks', value),
  },
  {
    key: 'unrolled',
    encode: ({ unrolled }) => (unrolled ? true : undefined),
    decode: (value) => readOf('unrolled', value),
  },
  {
    key: 'plane',
    encode: ({ plane }) => orUndefined(plane),
    // Another document has its own plane, or none.
    decode: (value) => (value === undefined ? { plane: null } : readOf('plane', value)),
  },
  {
    key: 'currents',
    encode: ({ currents }) => (currents ? true : undefined),
    decode: (value) => ({ currents: viewKeys.currents.read(value) ?? false }),
  },
  {
    key: 'way',
    encode: () => (wayNow() > 0 ? Number(wayNow().toFixed(3)) : undefined),
    decode(value) {
      setWay(readWay(value));
      return {};
    },
  },
  {
    key: 'maps',
    encode: ({ maps }) => orUndefined(maps),
    decode: (value) => ({ maps: viewKeys.maps.read(value) ?? null }),
  },
  {
    key: 'drift',
    encode: ({ drift }) => (drift ? true : undefined),
    decode: (value) => ({ drift: viewKeys.drift.read(value) ?? false }),
  },
  {
    key: 'about',
    encode: (state) => orUndefined(aboutOf(state)),
    decode: (value) => ({ about: typeof value === 'string' ? value.slice(0, LONGEST_ABOUT) : null }),
  },
  {
    key: 'lesson',
    encode: ({ lesson }) => orUndefined(lesson),
    // Who looks at another run for a moment finds the lesson where it was.
    decode: (value) => readOf('lesson', value),
  },
  { key: 'branches', encode: ({ branches }) => branchesIn(branches), decode: () => ({}) },
];

/** The keys of `view` that the screen writes. */
export const screenKeysOf = (): readonly string[] => table.map(({ key }) => key);

/** What a title ends with once another kind was chosen. */
const mark = (): string => text('scene.changed', { title: '' });

function isMarked({ scenario }: RunDocument): boolean {
  return scenario.title.endsWith(mark());
}

/** The run with a title that says that it is another one than was opened; a run without a title stays so. */
export function markChanged(document: RunDocument): RunDocument {
  const { scenario } = document;
  if (scenario.title === '' || isMarked(document)) return document;
  const title = scenario.title.slice(0, maxTitle - mark().length);
  return { ...document, scenario: { ...scenario, title: unisolated(text('scene.changed', { title })) } };
}

/** The sentence about what is on the screen: the shipped scenario's, or the one that its file brought. */
export function aboutOf({ shipped, shippedId, about, document }: LabState): string | null {
  if (document !== null && isMarked(document)) return null;
  return (shippedId === null ? null : findShipped(shipped, shippedId)?.about) ?? about;
}

/** `view` of the run as it stands at a step on the screen. */
export function viewOf(lab: LabCore, document: RunDocument, step: number): View {
  const state = lab.get();
  const view: Record<string, unknown> = { ...document.view };
  for (const { key, encode } of table) {
    const value = encode(state, step, lab);
    if (value === undefined) delete view[key];
    else view[key] = value;
  }
  return view;
}

/** Brings the screen to what a document says of it. @returns what the store takes */
export function screenOf(lab: LabCore, { view }: RunDocument): Partial<LabState> {
  return Object.assign({}, ...table.map(({ key, decode }) => decode(view[key], lab))) as Partial<LabState>;
}

/** The step that a document stands at. */
export function stepOf({ view }: RunDocument): number {
  return index(view.step, MOST_STEPS) ?? 0;
}

/** The runs put aside that a document brings, oldest first. */
export function asideIn({ view }: RunDocument, most: number): readonly Omit<Branch, 'id'>[] {
  return branchesOf(view.branches, most);
}
