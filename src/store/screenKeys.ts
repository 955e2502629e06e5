/**
 * The state of the screen, one table: what each key is at first, what may stand in it, and where it lives.
 *
 *  - `view`: in the run document, under the key of `view` that it names (screen.ts writes and reads it): it comes with a
 *    file and a link.
 *  - `browser`: in local storage, for the next visit; where storage is refused it lasts as long as the page.
 *  - `page`: nowhere else.
 *
 * What comes from a file or from storage is untrusted: `read` gives the value, or undefined for what is none.
 */
import { isAudience, isEmbedded } from './embedded.ts';
import { levels, type QualityLevel } from './quality/levels.ts';
import type { ChartExporter, ChartPicture } from './pictures.ts';
import type { Since } from '../scenario/link/since.ts';
import { isShippedId } from '../scenario/shipped.ts';
import type { AskedCharts, Comparison, Ground, LessonPlace, Touch } from './types.ts';

interface Key<T> {
  readonly initial: T;
  /** Key of a document's `view`. */
  readonly view?: string;
  readonly browser?: Remembered<T>;
  readonly read: (value: unknown) => T | undefined;
}

/** How a value is spelled in local storage. */
interface Remembered<T> {
  readonly name: string;
  /** The word of each value; a value without one is remembered by nothing standing there. */
  readonly words: readonly (readonly [string, T])[];
  /** Where storage is refused; left out: the initial value. */
  readonly refused?: T;
}

const index = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined;
const oneOf =
  <T extends string>(all: readonly T[]) =>
  (value: unknown): T | undefined =>
    all.find((one) => one === value);
const orNull =
  <T>(read: (value: unknown) => T | undefined) =>
  (value: unknown): T | null | undefined =>
    value === null ? null : read(value);

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function key<T>(initial: T, read: Key<T>['read'], lives: Pick<Key<T>, 'view' | 'browser'> = {}): Key<T> {
  return { initial, read, ...lives };
}

export const grounds = ['stage', 'paper', 'projector'] as const satisfies readonly Ground[];
/** A ground, or the one that the system prefers. */
export type GroundChoice = Ground | 'system';
/** A level of drawing, or as the device keeps up (quality/). */
export type QualityChoice = 'auto' | QualityLevel['name'];
const qualityChoices: readonly QualityChoice[] = ['auto', ...levels.map(({ name }) => name)];
const groundChoices: readonly GroundChoice[] = [...grounds, 'system'];

/** Where a chart stands: one of two beside each other, or alone where there is room for one. */
const slots = ['left', 'right', 'single'] as const;
export type SlotName = (typeof slots)[number];
/** Id of the chart that a hand chose in each slot; null: the one that suits the run. */
export type ChosenCharts = Readonly<Record<SlotName, string | null>>;

/** Terms of the equations that stand for something on the screen, by the role of their colour. */
export const terms = ['second', 'ghost', 'J', 'K', 'friction', 'heat'] as const;
export type Term = (typeof terms)[number];

/** The pictures and what is pointed at: the store's view slice. */
export const viewKeys = {
  unrolled: key(false, flag, { view: 'unrolled' }),
  /** Weight under the pointer or focus, and the one chosen. */
  hovered: key<number | null>(null, orNull(index)),
  selected: key<number | null>(null, orNull(index), { view: 'selection' }),
  sample: key(0, index, { view: 'selection' }),
  maximized: key<string | null>(null, orNull(word), { view: 'scene' }),
  hiddenTracks: key<readonly string[]>(
    [],
    (value) => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : undefined),
    { view: 'hidden' },
  ),
  magnified: key(1, positive),
  comparison: key<Comparison | null>(
    null,
    orNull((value) => {
      const { track, mode } = object(value);
      if (typeof track !== 'string' || (mode !== 'twin' && mode !== 'difference')) return undefined;
      return { track, mode };
    }),
    { view: 'comparison' },
  ),
  askedCharts: key<AskedCharts>(
    { left: null, right: null },
    (value) => {
      const { left, right } = object(value);
      return { left: word(left) ?? null, right: word(right) ?? null };
    },
    { view: 'charts' },
  ),
  /** The plane that a hand chose to cut the cost along; its picture reads it. null: the one at first. */
  plane: key<Readonly<Record<string, unknown>> | null>(
    null,
    orNull((value) => (typeof value === 'object' && value !== null ? object(value) : undefined)),
    { view: 'plane' },
  ),
  /** Whether the network shows the energy of its layers and the power between them. */
  currents: key(false, flag, { view: 'currents' }),
  /** Whether the neurons show what they answer to all inputs, or to one sample; null: where a network can be drawn so. */
  maps: key<boolean | null>(null, orNull(flag), { view: 'maps' }),
  /** The tool for the field; null: its bar is hidden, and sites can be pulled all the same. */
  touch: key<Touch | null>(null, (value) => (value === null ? null : undefined)),
  /** The last sentence that a picture told who cannot see it. */
  said: key('', word),
  /** The term of an equation under the hand: what it stands for is lit. */
  lit: key<Term | null>(null, orNull(oneOf(terms))),
  /** Whether the camera drifts while the run plays, until the first touch. */
  drift: key(false, flag, { view: 'drift' }),
  /** The step of a lesson that its panel stands at; null: no lesson. A run that knows of none leaves it. */
  lesson: key<LessonPlace | null>(
    null,
    orNull((value) => {
      const { id, step } = object(value);
      const named = [id, step].every((name) => typeof name === 'string' && isShippedId(name));
      return named ? { id: String(id), step: String(step) } : undefined;
    }),
    { view: 'lesson' },
  ),
  /** The ground that is shown: the chosen one, or the system's. */
  ground: key<Ground>('stage', oneOf(grounds)),
  drawerOpen: key(true, flag),
} as const;

const dialogs = [
  'scenarios',
  'shortcuts',
  'grounds',
  'palette',
  'compare',
  'verify',
  'export',
  'errata',
  'sweep',
  'data',
  'samples',
  'explore',
  'embed',
  'link',
  'lessons',
  'audience',
  'talk',
  'offline',
] as const;
export type DialogName = (typeof dialogs)[number];

/** A chart in its dialog. */
export interface ExploredChart {
  readonly chart: ChartPicture;
  readonly explore: NonNullable<ChartExporter['explore']>;
}

/** One line about what the browser keeps, a run or the lab itself, with what a button beside it does. */
export interface KeptNotice {
  readonly kind: 'back' | 'offered' | 'long' | 'offline' | 'update';
  readonly title: string;
  readonly step: number;
  readonly act: (() => void) | null;
}

/** That the scenario of a link has changed since the link was made, with the way to how it is today. */
export interface SinceNotice {
  readonly kind: 'since';
  readonly title: string;
  readonly since: Since;
  readonly act: (() => void) | null;
}

/** Folds, tabs and dialogs: ui/uiState.ts. */
export const uiKeys = {
  dialog: key<DialogName | null>(null, orNull(oneOf(dialogs))),
  /** Made by the page alone: what it does is in no file. */
  notice: key<KeptNotice | SinceNotice | null>(null, (value) => (value === null ? null : undefined)),
  /** Left rail shown over the pictures, where it is behind a button. */
  leftOpen: key(false, flag),
  /** Left rail put away by hand where it has a place of its own. */
  leftHidden: key(false, flag, { browser: { name: 'left-rail', words: [['hidden', true]] } }),
  /** Right rail; null follows the width. */
  rightOpen: key<boolean | null>(null, orNull(flag)),
  /** The readouts stand where the panel of a lesson would. */
  lessonAside: key(false, flag),
  /** What a phone shows: a picture's id, or a panel's (ui/phone/PhoneTabs.tsx); null: the picture at home. */
  tab: key<string | null>(null, orNull(word), { view: 'scene' }),
  /** Path of a parameter that was looked for and stands behind "More". */
  revealed: key<string | null>(null, orNull(word)),
  /** Step of the tour that is shown, from 0; null where it is not. */
  tour: key<number | null>(null, orNull(index)),
  groundChoice: key<GroundChoice>('system', oneOf(groundChoices), {
    view: 'ground',
    browser: { name: 'ground', words: groundChoices.map((choice) => [choice, choice] as const) },
  }),
  /** The presenter's screen: pictures, title and key control alone. A tab that comes back comes back in it. */
  presenting: key(false, flag),
  /** What only the speaker reads is shown: notes, timer, what comes next. */
  notes: key(false, flag),
  /** Whether the meter is shown. */
  meter: key(false, flag, { browser: { name: 'meter', words: [['shown', true]] } }),
  /** Sentence for the live region. */
  announcement: key('', word),
} as const;

/** The drawer: ui/drawer/chartState.ts. */
export const drawerKeys = {
  chosen: key<ChosenCharts>(
    { left: null, right: null, single: null },
    (value) => {
      const { left, right, single } = object(value);
      return { left: word(left) ?? null, right: word(right) ?? null, single: word(single) ?? null };
    },
    { view: 'charts' },
  ),
  /** Slot that covers the pictures. */
  maximized: key<SlotName | null>(null, orNull(oneOf(slots))),
  /** Made by the page alone: the chart that is explored, and what draws it. */
  explored: key<ExploredChart | null>(null, (value) => (value === null ? null : undefined)),
  /** Height of the drawer in pixels as it was dragged; null: as the tokens say. */
  height: key<number | null>(null, orNull(positive)),
} as const;

/** What only the next visit asks for. */
export const visitKeys = {
  /** Whether single keys call commands: people who speak to their machine can switch them off. */
  singleKeys: key(true, flag, {
    browser: {
      name: 'single-keys',
      words: [
        ['on', true],
        ['off', false],
      ],
    },
  }),
  /** Whether scenarios that ask for it play when they are opened. */
  motion: key(true, flag, {
    browser: {
      name: 'motion',
      words: [
        ['on', true],
        ['off', false],
      ],
    },
  }),
  /** How finely pictures are drawn; auto: as the device keeps up. */
  quality: key<QualityChoice>('auto', oneOf(qualityChoices), {
    browser: { name: 'quality', words: qualityChoices.slice(1).map((choice) => [choice, choice] as const) },
  }),
  /** Whether the tour was shown. Where nothing can be remembered it would come at every visit. */
  tourSeen: key(false, flag, { browser: { name: 'tour', words: [['seen', true]], refused: true } }),
} as const;

type Keys = Readonly<Record<string, Key<unknown>>>;
type Values<K extends Keys> = { -readonly [Name in keyof K]: K[Name]['initial'] };

/** What the keys of a table are when the page opens: as the browser remembers them, else as they are at first. */
export function initialOf<K extends Keys>(keys: K): Values<K> {
  const entries = Object.entries(keys).map(([name, one]) => [name, recall(one)]);
  return Object.fromEntries(entries) as Values<K>;
}

const PREFIX = 'synaptic-field-lab.';

/** The value that a browser remembers; what is none of its values: the initial one. */
export function recall<T>({ initial, browser }: Key<T>): T {
  if (browser === undefined) return initial;
  // In an article every reader sees what its author saw, and the audience what the speaker shows.
  if (isEmbedded() || isAudience()) return browser.refused ?? initial;
  try {
    const stored = localStorage.getItem(PREFIX + browser.name);
    const found = browser.words.find(([spelled]) => spelled === stored);
    return found === undefined ? initial : found[1];
  } catch {
    // Private windows and frames of strangers may refuse storage.
    return browser.refused ?? initial;
  }
}

/** Has the browser remember a value for the next visit; where storage is refused nothing is lost but that. */
export function remember<T>({ browser }: Key<T>, value: T): void {
  if (browser === undefined || isEmbedded() || isAudience()) return;
  const spelled = browser.words.find(([, one]) => one === value)?.[0];
  try {
    if (spelled === undefined) localStorage.removeItem(PREFIX + browser.name);
    else localStorage.setItem(PREFIX + browser.name, spelled);
  } catch {
    // It lasts as long as the page.
  }
}
