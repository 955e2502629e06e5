import type { CostUnit } from '../physics/networks/cost.ts';
import type { Layout, Questions, StepBound } from '../physics/types.ts';
import type { Command, Edit, RunDocument, Scenario, TrackRole } from '../scenario/types.ts';
import type { FrameShape } from './frame.ts';
import { TRACE_QUANTITIES } from './quantities.ts';

export type { CostUnit } from '../physics/networks/cost.ts';
export type { Layout, Sheet, StepBound } from '../physics/types.ts';
export { neuronRoles } from '../physics/types.ts';
export type { FrameShape };
export type { Extreme, TraceQuantity } from './quantities.ts';

/** Facts of a run that cross once, when it opens. */
export interface RunInfo extends LiveFacts {
  /** As it was opened ('auto' stays), with the edits so far. */
  readonly document: RunDocument;
  /** Name of the kernels that step it. */
  readonly kernel: string;
  /** Those that the document was saved with, where the bits of the run may be others now; else null. */
  readonly otherKernel: string | null;
  readonly shape: FrameShape;
  readonly layout: Layout;
  /** Training data of the main track, for the pictures. */
  readonly data: RunData;
}

export interface RunData {
  readonly sampleCount: number;
  readonly inputCount: number;
  readonly outputCount: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly testCount: number;
  /** [inputCount + outputCount] names of the inputs, then of the targets; null: none. */
  readonly names: readonly string[] | null;
  /** Samples as questions, where data can be asked in words. */
  readonly questions: Questions | null;
  readonly testInputs: Float64Array;
  readonly testTargets: Float64Array;
}

/** Facts that a live edit may change. */
export interface LiveFacts {
  /** Edits of the document in force at this step; those after them belong to a future that is known. */
  readonly applied: number;
  readonly tracks: readonly TrackInfo[];
  readonly dt: number;
  /** Steps between two looks at its cost for the extremes between trace rows: 1 where that is cheap. */
  readonly looks: number;
  /** Lattice dimension d, or as set. */
  readonly dimension: number;
  /** Whether the cost is quadratic, so that J and K exist. */
  readonly quadratic: boolean;
  /** Layers of a network that is seen layer by layer; else 0. */
  readonly layers: number;
  /** Units of cost and energy. */
  readonly costUnit: CostUnit;
  /** √K at a = 1 in sites a unit of time, the speed of long waves, and whether K is the same everywhere; null: none run. */
  readonly wave: { readonly speed: number; readonly uniform: boolean } | null;
}

export interface TrackInfo {
  readonly id: string;
  readonly role: TrackRole;
  /** Kind of its dynamics. */
  readonly dynamics: string;
  readonly weightCount: number;
  /** A continuum partner that is the theory of (−1)ⁿw (erratum E2). */
  readonly staggered: boolean;
  /** Without inertia. */
  readonly firstOrder: boolean;
  /** Its samples change from step to step, drawn or in turn: that shakes it. */
  readonly drawn: boolean;
  /** Length of its jumps where they are the method itself (textbook descent); null where it flows. */
  readonly jump: number | null;
  /** Learning rate as it was given; null: 1/γ. */
  readonly eta: number | null;
  /** Steps of kick-drift-kick in a step of the clock. */
  readonly substeps: number;
  /** Largest curvature estimated at the start. */
  readonly curvature: number;
  /** Largest step that is stable at gamma now; null where no bound is known. */
  readonly largestStableStep: number | null;
  /** Units of its own cost and energies. */
  readonly costUnit: CostUnit;
  readonly sampleCount: number;
  readonly testCount: number;
  /** Its samples are not those of the main run. */
  readonly ownData: boolean;
}

/** A live parameter and the value that keeps a run stable. */
export interface Remedy {
  readonly path: 'dynamics.dt' | 'dynamics.substeps' | 'dynamics.eta';
  readonly value: number | 'auto';
}

/** Why a run stopped by itself. */
export interface BlowUp {
  readonly track: string;
  /** How many times the run's scale its weights had grown to, under a step over its bound; null: no longer finite. */
  readonly growth: number | null;
  /** Step at which it was caught, or that could not be finished. */
  readonly step: number;
  readonly time: number;
  /** Step the run stands at now: where it was caught, or a good one. */
  readonly resumedAt: number;
  /** Step of the newest state that was good: the way on begins there. */
  readonly goodStep: number;
  readonly dt: number;
  readonly gamma: number;
  readonly curvature: number;
  /** The method's own step against its bound, then. */
  readonly bound: StepBound | null;
  /** The same as a step of the clock. */
  readonly largestStableStep: number | null;
  /** What keeps it stable: below the bound, and tried. Null where no step helps. */
  readonly remedy: Remedy | null;
}

/** Where a run stops by itself; null switches a condition off. */
export interface StopConditions {
  readonly time: number | null;
  readonly costBelow: number | null;
  readonly kineticBelow: number | null;
}

/** Traces: [rows × traceColumns(tracks)]; never dropped, only batched. */
export const TRACE = {
  step: 0,
  time: 1,
  gamma: 2,
  logScaleFactor: 3,
  /** First slot of the first track, whose quantities follow in the order of TRACE_QUANTITIES. */
  track: 4,
  perTrack: TRACE_QUANTITIES.length,
} as const;
export function traceColumns(trackCount: number): number {
  return TRACE.track + TRACE.perTrack * trackCount;
}

/** What the engine has, as it stands: parameters that the main track runs with, and the friction of the moment. */
export interface Present {
  readonly scenario: Scenario;
  readonly step: number;
  readonly dt: number;
  readonly gamma: number;
}

/** What a hand asks for; `meet`: the state of the main run, which the engine alone knows to the last bit, for all. */
export type EditRequest = Command | { readonly kind: 'meet' };

export type ToWorker =
  /**
   * Asks for an answer once all that was said before is done: the run has come to the step that it was sent to, with
   * the edits made there, and a frame of it is on its way. Of whichever run is open; of two questions the later counts.
   */
  | { readonly type: 'ask'; readonly ask: number; readonly parameters: boolean }
  | { readonly type: 'open'; readonly run: number; readonly document: RunDocument }
  | { readonly type: 'play'; readonly run: number }
  | { readonly type: 'pause'; readonly run: number }
  | { readonly type: 'step'; readonly run: number; readonly count: number }
  | { readonly type: 'reset'; readonly run: number }
  | { readonly type: 'seek'; readonly run: number; readonly step: number }
  /** Simulated time per second of wall time. */
  | { readonly type: 'speed'; readonly run: number; readonly rate: number }
  | {
      readonly type: 'edit';
      readonly run: number;
      /** What its answer names it by; never used twice. */
      readonly edit: number;
      readonly command: EditRequest;
    }
  | { readonly type: 'sample'; readonly run: number; readonly sample: number }
  | { readonly type: 'stop-when'; readonly run: number; readonly conditions: StopConditions }
  /** Asks for an observation (observations/index.ts); a key is never used twice. */
  | {
      readonly type: 'subscribe';
      readonly run: number;
      readonly key: number;
      readonly id: string;
      /** What the question says; the rest takes its defaults. */
      readonly query: Readonly<Record<string, unknown>>;
      /** Key of the question that it takes the place of, which is answered no more. */
      readonly instead: number | null;
    }
  | { readonly type: 'unsubscribe'; readonly run: number; readonly key: number }
  | { readonly type: 'return'; readonly run: number; readonly buffer: ArrayBuffer };

export type FromWorker =
  /** The answer; the parameters where they were asked for and a run is open. */
  | { readonly type: 'answer'; readonly ask: number; readonly present: Present | null }
  | {
      readonly type: 'ready';
      readonly run: number;
      readonly info: RunInfo;
      /** The document is the one that was asked for: the page goes on with its own, whose edits it knows. */
      readonly asAsked: boolean;
    }
  | { readonly type: 'frame'; readonly run: number; readonly buffer: ArrayBuffer }
  | { readonly type: 'traces'; readonly run: number; readonly restart: boolean; readonly rows: Float64Array }
  | { readonly type: 'playing'; readonly run: number; readonly playing: boolean }
  | {
      readonly type: 'edited';
      readonly run: number;
      /** The edit that this answers: the last of the list. */
      readonly edit: number;
      /** So many of the edits that the page knows stay as they are; those that follow are new. */
      readonly kept: number;
      readonly edits: readonly Edit[];
      readonly facts: LiveFacts;
      /** Only where the edit changed it: it may be large. */
      readonly data: RunData | null;
    }
  /** The run came to a step where other edits are in force: it was wound back, or a recorded edit was due. */
  | {
      readonly type: 'facts';
      readonly run: number;
      readonly facts: LiveFacts;
      readonly data: RunData | null;
    }
  /** What a question sees at a step; null where there is nothing to see. */
  | {
      readonly type: 'observed';
      readonly run: number;
      readonly key: number;
      readonly step: number;
      readonly time: number;
      readonly value: unknown;
    }
  | {
      readonly type: 'stopped';
      readonly run: number;
      readonly reason: keyof StopConditions;
      readonly step: number;
    }
  | { readonly type: 'blow-up'; readonly run: number; readonly blowUp: BlowUp }
  | {
      readonly type: 'refused';
      readonly run: number;
      /** The edit that is refused; null: the run that was asked for, or a recorded edit that was due. */
      readonly edit: number | null;
      readonly path: string;
      readonly value: unknown;
      readonly expected: string;
    };
