import type { CostUnit } from '../physics/networks/cost.ts';
import type { Layout, StepBound } from '../physics/types.ts';
import type { StudyId, StudyObstacle } from '../scenario/studies.ts';
import type { Command, Edit, RunDocument, TrackRole } from '../scenario/types.ts';
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

/** A row of weights whose past is wanted, at so many rows at most. */
export interface WatchedField {
  readonly weights: readonly number[];
  /** At most so many, the present among them. */
  readonly rows: number;
  /** Time from which it is drawn: rows before the last one up to it are not sent. Left out: all of it. */
  readonly from?: number;
}

/** What a page wants to see beside frames and traces; nothing else is computed. */
export interface Watch {
  /** Outputs of every sample, training and test. */
  readonly outputs: boolean;
  /** Inputs [points × inputCount] at which the network is read (decision maps, curves); null for none. */
  readonly probe: Float64Array | null;
  /** Weights whose past is wanted. */
  readonly weights: readonly number[];
  /** A row of weights of the main track whose past is drawn; nothing where it is left out. */
  readonly field?: WatchedField;
}

/** Where a run stops by itself; null switches a condition off. */
export interface StopConditions {
  readonly time: number | null;
  readonly costBelow: number | null;
  readonly kineticBelow: number | null;
}

/** What the networks give, at one step. */
export interface Learned {
  readonly step: number;
  readonly tracks: readonly {
    /** [samples × outputs], empty when not watched. */
    readonly outputs: Float32Array;
    /** [test samples × outputs] */
    readonly testOutputs: Float32Array;
    /** [points × outputs], empty without a probe. */
    readonly probe: Float32Array;
  }[];
}

/** The past of watched weights, at the steps of the snapshots and now. */
export interface WeightHistory {
  readonly weights: readonly number[];
  readonly steps: Float64Array;
  readonly times: Float64Array;
  /** One entry per track: [steps × weights × 2], value and rate of change. */
  readonly tracks: readonly Float64Array[];
}

/**
 * The past of a row of weights of the main track, at no more rows than were asked for: at every multiple of `spacing`
 * steps, whatever was watched then, and at the present. Steps that are missing are still being lived again.
 */
export interface FieldPast {
  readonly weights: readonly number[];
  /** Steps between rows, a power of two. */
  readonly spacing: number;
  /** Whether no row is missing. */
  readonly complete: boolean;
  /** [rows] the last one is the present. */
  readonly steps: Float64Array;
  readonly times: Float64Array;
  /** [rows × weights] */
  readonly values: Float64Array;
}

/** One run of a study. */
export interface StudyPoint {
  readonly x: number;
  readonly y: number;
}

/** A power law through points, y = factor · x^slope. */
export interface StudyFit {
  readonly slope: number;
  readonly factor: number;
  /** Smallest and largest x, and the count, of the points it was measured over. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Points of a study that belong together, in the order in which they were found. */
export interface StudySeries {
  readonly id: string;
  readonly points: readonly StudyPoint[];
  /** Measured once all its points are there. */
  readonly fit: StudyFit | null;
  /** The slope that the theory gives; null where it gives none. */
  readonly expected: number | null;
  /** Where the theory says so. */
  readonly source: string;
}

/** A number that belongs to a whole study. */
export interface StudyFact {
  readonly name: string;
  readonly value: number;
}

/** How a study stands. */
export interface StudyReport {
  readonly id: StudyId;
  readonly state: 'running' | 'done' | 'cancelled' | 'refused';
  /** Part of its work that is done, 0 to 1. */
  readonly done: number;
  readonly series: readonly StudySeries[];
  readonly facts: readonly StudyFact[];
  /** Why it could not be finished. */
  readonly obstacle: StudyObstacle | null;
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

export type ToWorker =
  | { readonly type: 'open'; readonly run: number; readonly document: RunDocument }
  | { readonly type: 'play'; readonly run: number }
  | { readonly type: 'pause'; readonly run: number }
  | { readonly type: 'step'; readonly run: number; readonly count: number }
  | { readonly type: 'reset'; readonly run: number }
  | { readonly type: 'seek'; readonly run: number; readonly step: number }
  /** Simulated time per second of wall time. */
  | { readonly type: 'speed'; readonly run: number; readonly rate: number }
  | { readonly type: 'edit'; readonly run: number; readonly command: Command }
  | { readonly type: 'sample'; readonly run: number; readonly sample: number }
  | { readonly type: 'watch'; readonly run: number; readonly watch: Watch }
  | { readonly type: 'stop-when'; readonly run: number; readonly conditions: StopConditions }
  /** Makes a study of the scenario as it stands, beside the run; one at a time. */
  | { readonly type: 'study'; readonly run: number; readonly study: StudyId }
  | { readonly type: 'cancel-study'; readonly run: number }
  | { readonly type: 'return'; readonly run: number; readonly buffer: ArrayBuffer };

export type FromWorker =
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
  | { readonly type: 'learned'; readonly run: number; readonly learned: Learned }
  | { readonly type: 'weight-history'; readonly run: number; readonly history: WeightHistory }
  | { readonly type: 'field-past'; readonly run: number; readonly past: FieldPast }
  | { readonly type: 'study'; readonly run: number; readonly report: StudyReport }
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
      readonly path: string;
      readonly value: unknown;
      readonly expected: string;
    };
