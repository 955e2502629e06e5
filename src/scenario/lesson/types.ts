/**
 * A lesson: a file that a teacher writes, and what the lab makes of it. README.md of this folder describes every field
 * for those who write one; the names here are the file's.
 */
import type { Regime } from '../../physics/spectrum.ts';
import type { StudyId } from '../studies.ts';
import type { Command, RunDocument } from '../types.ts';

/** What a statement is worth: proved, true within a regime, or a likeness. */
export const claims = ['exact', 'approximate', 'analogy'] as const;
export type Claim = (typeof claims)[number];

/** Numbers that the lab shows of a run, for checks and proofs alike. */
export const readoutNames = [
  'time',
  'step',
  'gamma',
  'hubble',
  'efolds',
  'cost',
  'kinetic',
  'energy',
  'testCost',
  'amplitude',
] as const;
export type ReadoutName = (typeof readoutNames)[number];

/** What a value has to be; every member that is there has to hold. */
export interface Bound {
  /** It is this, to the last bit. */
  readonly is?: unknown;
  /** It is within `within` of this number. */
  readonly near?: number;
  readonly within?: number;
  readonly above?: number;
  readonly below?: number;
}

/** One value of a scenario takes another, as if a hand had set it. */
export interface Change {
  /** e.g. 'expansion.gamma', 'system.kind', 'data'. */
  readonly path: string;
  readonly value: unknown;
}

/** Hands that a check can wait for: on weights or velocity, on sources, on the samples. */
export const touches = ['weights', 'velocity', 'J', 'K', 'force', 'inputs', 'targets'] as const;
export type Touched = (typeof touches)[number];

/** What the lab can see for itself: a closed set, evaluated by src/ui/lesson/condition.ts. */
export type Condition =
  /** A value of the run as it stands. */
  | ({ readonly see: 'value'; readonly path: string } & Bound)
  /** A value is another one than when the step began. */
  | { readonly see: 'changed'; readonly path: string }
  /** A number of the run now; of another track where it is named. */
  | ({ readonly see: 'readout'; readonly of: ReadoutName; readonly track?: string } & Bound)
  /** What friction makes of the modes now. */
  | { readonly see: 'regime'; readonly is: Regime | readonly Regime[] }
  /** Friction is above or below the critical one of the slowest or the fastest mode. */
  | {
      readonly see: 'friction';
      readonly above?: 'slowest' | 'fastest';
      readonly below?: 'slowest' | 'fastest';
    }
  /** A hand was on the field, a source or a sample since the step began. */
  | { readonly see: 'touched'; readonly what: Touched | readonly Touched[] }
  /** A scene or a chart stands on the screen. */
  | { readonly see: 'shown'; readonly scene?: string; readonly chart?: string }
  /** A study has given its result. */
  | { readonly see: 'study'; readonly id: StudyId }
  | { readonly see: 'all'; readonly of: readonly Condition[] }
  | { readonly see: 'any'; readonly of: readonly Condition[] };

/** A way to fulfil a check: the button "Show me" goes it, and so does the test of the lesson. */
export interface Way {
  readonly patch?: readonly Change[];
  /** Commands of a hand, at the present step. */
  readonly commands?: readonly Command[];
  /** The run goes on to this time. */
  readonly until?: number;
  readonly show?: Show;
  readonly study?: StudyId;
}

export interface Check {
  /** What to do, in one sentence. */
  readonly told: string;
  readonly when: Condition;
  readonly by?: Way;
}

export interface Predict {
  readonly ask: string;
  /** 2 to 4. */
  readonly choices: readonly string[];
  /** Index of the right one. */
  readonly answer: number;
  /** Why it is right. */
  readonly reveal: string;
}

/** Ways to make one number of many. */
export const reductions = ['least', 'most', 'largest', 'mean', 'rms', 'sum', 'count'] as const;
export type Reduction = (typeof reductions)[number];

/** What is observed of a run, and when. */
export interface Sight {
  /** A time, or a stretch of times with `take`. */
  readonly at: number | readonly [from: number, to: number];
  /** Of a stretch: which of its values. */
  readonly take?: 'least' | 'most' | 'mean';
  /** A readout, `weights`, `velocity`, `regime` or an observation, with a path into it: `couplings.K[1]`. */
  readonly observe: string;
  /** Parameters of the observation. */
  readonly question?: Readonly<Record<string, unknown>>;
  /** Id of another run on the same clock: of readouts, weights and velocity. */
  readonly track?: string;
  readonly reduce?: Reduction;
  /** Changes on top of the step's, to compare the run with another one. */
  readonly patch?: readonly Change[];
}

/** What a step says, so that running it can prove it wrong. */
export interface Expectation extends Sight, Bound {
  /** It is divided by this; what is left out is as in the expectation itself. */
  readonly over?: Partial<Sight>;
  /** This is taken away from it. */
  readonly minus?: Partial<Sight>;
}

/** Keys of a document's `view` that a step may set: what they hold is the screen's (src/store/screen.ts). */
export const showKeys = [
  'scene',
  'charts',
  'controls',
  'camera',
  'comparison',
  'selection',
  'hidden',
  'unrolled',
  'plane',
  'currents',
  'maps',
  'way',
  'drift',
] as const;
export type Show = { readonly [Key in (typeof showKeys)[number]]?: unknown };

/** Quantities of the equations that the screen can light: src/store/screenKeys.ts has the same. */
export const lightTerms = ['second', 'ghost', 'J', 'K', 'friction', 'heat'] as const;

/** What the words to watch speak of, lit while they are pointed at; at least one. */
export interface Light {
  /** A quantity, by its colour, in pictures and equations. */
  readonly term?: (typeof lightTerms)[number];
  /** A large picture, by its id: `network`, `field`, `universe`, … */
  readonly picture?: string;
  /** A chart, by its id: `wiggle`. */
  readonly chart?: string;
  /** A control, by the path of its value: `data.J`. */
  readonly control?: string;
}

export interface LessonStep {
  /** Of its own in the lesson; becomes part of an address. */
  readonly id: string;
  readonly title: string;
  /** At most 60 words: plain text with $TeX$ and **bold** (text.ts takes it apart). */
  readonly text: string;
  readonly claim: Claim;
  /** e.g. 'Eq. 3', 'erratum E1'. */
  readonly source?: string;
  /** Opens a run: id of a shipped scenario, or a document. Left out: the run that stands goes on. */
  readonly open?: string | RunDocument;
  /** Over what is opened, else over the run that stands. */
  readonly patch?: readonly Change[];
  readonly show?: Show;
  /** Whether the run plays when the step begins; left out: it is as it was, or at rest where a run is opened. */
  readonly play?: boolean;
  /** What to look at. */
  readonly watch?: string;
  /** Where it is. */
  readonly light?: Light;
  readonly predict?: Predict;
  readonly check?: Check;
  /** Empty in a file without: such a step is not tested. */
  readonly proof: readonly Expectation[];
}

export interface Lesson {
  readonly version: 1;
  readonly kind: 'lesson';
  readonly id: string;
  readonly title: string;
  /** One sentence for the list. */
  readonly about: string;
  /** As in HTML: 'en', 'de', 'pt-BR'. */
  readonly language: string;
  readonly steps: readonly LessonStep[];
}

/** One line of public/lessons/index.json. */
export interface ListedLesson {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** How many steps it has. */
  readonly steps: number;
}
