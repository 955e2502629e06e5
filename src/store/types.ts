import type { ClientEvent } from '../engine/client.ts';
import type { Told } from '../engine/outcome.ts';
import type { Question } from '../engine/subscriptions.ts';
import type { FrameViews } from '../engine/frame.ts';
import type { BlowUp, EditRequest, RunInfo, StopConditions } from '../engine/protocol.ts';
import type { ModeFacts } from '../engine/regime.ts';
import type { Traces } from '../engine/traces.ts';
import type { ShippedScenario } from '../scenario/shipped.ts';
import type { StudyId } from '../scenario/studies.ts';
import type {
  Edit,
  PokeCommand,
  StateCommand,
  RunDocument,
  Section,
  SectionName,
  SourceCommand,
  TrackDeclaration,
} from '../scenario/types.ts';
import type { ChartPicture, StagePicture } from './pictures.ts';
import type { PresentRun } from './present.ts';
import type { Term } from './screenKeys.ts';
import type { SeenByName } from './seen.ts';

/** What the store needs of the engine; engine/client.ts is it. */
export interface Engine {
  /** Opens a run and takes it to a step. */
  open(document: RunDocument, step?: number): Told;
  play(): void;
  pause(): void;
  step(count: number): void;
  reset(): void;
  seek(step: number): void;
  /** Simulated time per second. */
  speed(rate: number): void;
  edit(command: EditRequest): Told;
  /** Edits that it was asked for and has not answered, in order. */
  unanswered(): readonly EditRequest[];
  /** Sample whose activations the neurons show. */
  sample(index: number): void;
  subscribe(name: string, question: Question): void;
  unsubscribe(name: string): void;
  stopWhen(conditions: StopConditions): void;
  /** Newest frame; changes without notice, read it when drawing. */
  frame(): FrameViews | null;
  traces(): Traces | null;
  listen(listener: (event: ClientEvent) => void): () => void;
}

/** Numbers on the screen, renewed at most ten times a second. */
export interface Readouts {
  readonly time: number;
  readonly step: number;
  readonly gamma: number;
  readonly hubble: number;
  readonly logScaleFactor: number;
  readonly efolds: number;
  /** Largest stable step of the clock; Infinity: no bound. */
  readonly largestStep: number;
  /** Index of the track that bounds it; −1 for none. */
  readonly boundTrack: number;
  /** η Δt λ of one textbook step now, stable below 2; null where nothing bounds it. */
  readonly textbook: number | null;
  /** What friction makes of the main run's modes. */
  readonly modes: ModeFacts;
  readonly tracks: readonly {
    readonly cost: number;
    readonly kinetic: number;
    readonly testCost: number;
    /** Of the samples at work, weighted. */
    readonly batchCost: number;
    readonly amplitude: number;
    /** |w − w′|/|w′| of the main run and its continuum partner; 0 for other tracks. */
    readonly difference: number;
  }[];
}

/** A bad file, link or value: the running state survives it. */
export interface Problem {
  /** Name of the file or scenario, where there is one. */
  readonly source: string;
  readonly path: string;
  readonly value: string;
  readonly expected: string;
}

export type Ground = 'stage' | 'paper' | 'projector';

/** What can be taken back. The interface words it: 'friction 2 to 5'. */
export type Change =
  | {
      readonly kind: 'value';
      readonly path: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      /** A change that restarted the run, or opened another one. */
      readonly kind: 'document';
      /** Path of the changed value, 'reset' for a run begun again; null for an opened file or scenario. */
      readonly path: string | null;
      readonly before: Standing;
      /** As it was opened; as it stood, once it was taken back. */
      readonly after: Standing;
    }
  | {
      /** Done to the run itself, at its steps: taken back, the run is lived again without it. */
      readonly kind: 'edits';
      /** At least one. */
      readonly edits: readonly Edit[];
    }
  | {
      readonly kind: 'branch';
      /** The branch that a hand opened. */
      readonly title: string;
      /** Where the other run is put aside. */
      readonly id: number;
    };

/** A run and where it stood. */
export interface Standing {
  /** With the edits of the future that was known. */
  readonly document: RunDocument;
  readonly step: number;
  /** Id of the shipped scenario that it came from. */
  readonly shippedId: string | null;
}

/** A run put aside with its own future. */
export interface Branch extends Standing {
  readonly id: number;
  /** Time of that step. */
  readonly time: number;
}

/** What a hand on the field does: pulls a site, or brushes over what is named. */
export type TouchTool = 'pull' | 'weights' | 'J' | 'K' | 'force';

/** The tool in the hand. */
export interface Touch {
  readonly tool: TouchTool;
  /** Distance at which the height has fallen to 61 %, in sites; 0: the site alone. */
  readonly width: number;
  /** What a brush adds at most, in units of what it paints. */
  readonly strength: number;
}

/** A step of a lesson, by their ids. */
export interface LessonPlace {
  readonly id: string;
  readonly step: string;
}

/** When a run that is made anew is made: at once, or when the hand rests that may ask for another (soon.ts). */
export type Pace = 'now' | 'soon';

/** How two tracks are compared in the field pane. */
export interface Comparison {
  /** Track that stands beside the main one. */
  readonly track: string;
  readonly mode: 'twin' | 'difference';
}

/** Charts that a document asks to be shown, by slot; an id that is not offered there is passed over. */
export interface AskedCharts {
  readonly left: string | null;
  readonly right: string | null;
}

export interface ScenarioSlice {
  /** The run on the screen, or that was asked for and is coming, with its edits in force. */
  document: RunDocument | null;
  /** The same with these edits folded into its scenario: whoever says how the run is now reads this. */
  present: PresentRun | null;
  shipped: readonly ShippedScenario[];
  /** Id of the shipped scenario, or of its preset, that was opened last; null after a file. */
  shippedId: string | null;
  problem: Problem | null;
  /** One sentence that the opened file brought along; null where it brought none. */
  about: string | null;
  /** Opens a document given as text. Bad input becomes `problem`; the run survives. @returns whether it opened */
  openText: (source: string, text: string, shippedId?: string, step?: number) => boolean;
  /** Opens a document where it stood, or at another step. */
  openDocument: (document: RunDocument, shippedId?: string | null, step?: number) => Told;
  setShipped: (list: readonly ShippedScenario[]) => void;
  report: (problem: Problem | null) => void;
  /** Text of the run document as it stands: a scenario file. */
  save: () => string;
  /** Changes one parameter or section: live ones at the next step, others restart with the same seed, at this pace. */
  setParameter: (path: string, value: unknown, pace?: Pace) => Told;
  /**
   * Changes one section and lives the run again from its start to the present step, as if it had always been so;
   * edits so far become part of the scenario.
   */
  rewrite: (section: SectionName, value: Section) => Told;
  /** Begins another run that is made of this one, as one change: what makes it may be loaded later. */
  begin: (path: string, make: (document: RunDocument) => RunDocument, title: string) => Told;
  newSeed: (seed: number) => void;
  /** Begins the run again on another number of sites, the length of its ring the same. */
  setSites: (sites: number) => Told;
  /** Adds a profile to weights or velocity, of every run or of one, at the present step. */
  poke: (target: PokeCommand['target'], profile: PokeCommand['profile'], track?: string) => Told;
  /** Adds a profile to a source of the field, or to inputs or targets of a sample, from the present step on. */
  source: (target: SourceCommand['target'], profile: SourceCommand['profile'], sample?: number) => Told;
  /** Every run of the main one's kind and size goes on from these weights and velocity. */
  setState: (command: StateCommand) => Told;
  /** All runs go on from where the main one stands now. */
  meet: () => Told;
  /** Replaces the further tracks; the run goes on where it stands. */
  setTracks: (tracks: readonly TrackDeclaration[]) => Told;
}

export interface RunSlice {
  info: RunInfo | null;
  status: 'loading' | 'ready' | 'stopped';
  /** Whether the engine has done all that it was told: what is shown then is what it has. */
  settled: boolean;
  playing: boolean;
  readouts: Readouts | null;
  blowUp: BlowUp | null;
  /** Simulated time per second. */
  rate: number;
  /** The rate to come back to from slow motion; null at normal speed. */
  normalRate: number | null;
  /** What was seen last under each name that something is watched under; studies until the scenario changes. */
  seen: SeenByName;
  conditions: StopConditions;
  /** Condition that stopped the run last; cleared by play. */
  stopReason: keyof StopConditions | null;
  /** Largest step that is known; the timeline ends there. */
  lastStep: number;
  play: () => void;
  pause: () => void;
  step: (count: number) => void;
  /** One step back from where the hand has asked to be. */
  stepBack: () => void;
  reset: () => void;
  seek: (step: number) => void;
  setRate: (rate: number) => void;
  /** A tenth of the rate, and back. */
  toggleSlowMotion: () => void;
  setConditions: (conditions: StopConditions) => void;
  /** Watches something under a name; null ends it. Views say what they need while they are shown. */
  watch: (name: string, question: Question | null) => void;
  /**
   * Before copies of views stand apart from the screen, for a printer or a file: what is watched goes on though they end it.
   * @returns whether all that is watched has an answer, and what is called when they have gone
   */
  holdWatches: () => { readonly answered: () => boolean; readonly end: () => void };
  /** Makes a study of the scenario as it stands, beside the run; one at a time. */
  runStudy: (study: StudyId) => void;
  /** Ends the study at work; what was found stays. */
  cancelStudy: () => void;
  /** Leaves a blow-up as it is: the run stays where it was rolled back to. */
  /** Back to a step before a blow-up: what lies after it is no future worth keeping. */
  goBack: (step: number) => void;
  dismissBlowUp: () => void;
}

export interface HistorySlice {
  undoable: readonly Change[];
  redoable: readonly Change[];
  undo: () => void;
  redo: () => void;
  /** A pointer takes hold of a control: what follows is another drag, however soon after the last. */
  grab: () => void;
  /** While a hand holds a control, changes of one value are one change, however long it takes. */
  holdChanges: (held: boolean) => void;
  /** Runs put aside, oldest first; at most MOST_BRANCHES. */
  branches: readonly Branch[];
  /** The branch that gave way to a newer one last. */
  droppedBranch: Branch | null;
  /** The branch that an edit of the past put aside last, so that its future is not lost. */
  keptBranch: Branch | null;
  /** Puts the run aside as it stands and goes on in a copy. */
  branch: () => void;
  /** Goes back to a run that was put aside; the present one is put aside instead. */
  openBranch: (id: number) => void;
}

export interface ViewSlice {
  unrolled: boolean;
  /** Weight under the pointer or focus, and the one chosen. */
  hovered: number | null;
  selected: number | null;
  /** Sample whose activations the neurons show. */
  sample: number;
  /** The large pictures that there are; the app hands them in. */
  pictures: readonly StagePicture[];
  /** The charts that there are, handed in beside them. */
  charts: readonly ChartPicture[];
  /** Id of the picture that is shown alone. */
  maximized: string | null;
  /** The plane that a hand chose to cut the cost along; null: the one at first. */
  plane: Readonly<Record<string, unknown>> | null;
  /** Whether the network shows the energy of its layers and the power between them. */
  currents: boolean;
  /** Whether neurons show what they answer to all inputs, or to one sample; null: as suits the network. */
  maps: boolean | null;
  /** The tool for the field; null: its bar is hidden, and sites can be pulled all the same. */
  touch: Touch | null;
  /** The last sentence that a picture told who cannot see it. */
  said: string;
  /** The term of an equation under the hand, whose things are lit. */
  lit: Term | null;
  /** Whether the camera drifts while the run plays. */
  drift: boolean;
  /** Ids of tracks that are not drawn. */
  hiddenTracks: readonly string[];
  /** How many times a hand has magnified the scale of every picture: 1, 10, 100 … A run that is opened begins at 1. */
  magnified: number;
  comparison: Comparison | null;
  /** The step of a lesson whose panel is open. */
  lesson: LessonPlace | null;
  /** What the document that was opened last asks for; a new object whenever one is opened. */
  askedCharts: AskedCharts;
  setUnrolled: (unrolled: boolean) => void;
  hover: (weight: number | null) => void;
  select: (weight: number | null) => void;
  setSample: (sample: number) => void;
  maximize: (picture: string | null) => void;
  toggleTrack: (id: string) => void;
  setMagnified: (magnified: number) => void;
  setPlane: (plane: ViewSlice['plane']) => void;
  setCurrents: (currents: boolean) => void;
  setMaps: (maps: boolean) => void;
  setTouch: (touch: Touch | null) => void;
  /** Shows a chart, as a document does that asks for it. */
  askChart: (slot: 'left' | 'right', id: string) => void;
  say: (said: string) => void;
  setLit: (lit: Term | null) => void;
  setDrift: (drift: boolean) => void;
  compare: (comparison: Comparison | null) => void;
  setLesson: (lesson: LessonPlace | null) => void;
}

export interface UiSlice {
  ground: Ground;
  drawerOpen: boolean;
  setGround: (ground: Ground) => void;
  setDrawerOpen: (open: boolean) => void;
}

/** Screen state that lives outside the store; the app hands it in. */
export interface Outside {
  /** Charts chosen by hand, by slot; null where none was. */
  charts(): AskedCharts;
  /** Where the hand has taken the camera; undefined at home. */
  camera(): unknown;
  /** Takes the pictures of the document to a camera; anything that is none: home. */
  showCamera(camera: unknown): void;
  /** The ground that was chosen; null where the system's is followed. */
  ground(): Ground | null;
  showGround(ground: unknown): void;
  /** Id of the picture that is shown alone, on a phone, too; null where none is. */
  scene(): string | null;
  /** Shows a picture alone; anything that names none: those beside each other. */
  showScene(scene: unknown): void;
}

export type LabState = ScenarioSlice & RunSlice & HistorySlice & ViewSlice & UiSlice;
