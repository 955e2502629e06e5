import type { Layout } from '../physics/types.ts';
import type { Command, RunDocument, TrackRole } from '../scenario/types.ts';
import type { FrameShape } from './frame.ts';

export type { Layout, Sheet } from '../physics/types.ts';
export { neuronRoles } from '../physics/types.ts';
export type { FrameShape };

/** Facts of a run that cross once, when it opens and after each live change of them. */
export interface RunInfo {
  /** As it was opened ('auto' stays), with the edits so far. */
  readonly document: RunDocument;
  readonly shape: FrameShape;
  readonly layout: Layout;
  /** Training data of the main track, for the pictures. */
  readonly data: {
    readonly sampleCount: number;
    readonly inputCount: number;
    readonly outputCount: number;
    readonly inputs: Float64Array;
    readonly targets: Float64Array;
    readonly testCount: number;
  };
  readonly tracks: readonly TrackInfo[];
  readonly dt: number;
  /** Lattice dimension d, or as set. */
  readonly dimension: number;
  /** Whether the cost is quadratic, so that J and K exist. */
  readonly quadratic: boolean;
}

export interface TrackInfo {
  readonly id: string;
  readonly role: TrackRole;
  /** Kind of its dynamics. */
  readonly dynamics: string;
  readonly weightCount: number;
  /** Largest curvature estimated at the start. */
  readonly curvature: number;
  /** Largest step that is stable at gamma now; null where no bound is known. */
  readonly largestStableStep: number | null;
}

/** Why a run stopped by itself. */
export interface BlowUp {
  readonly track: string;
  /** Step that could not be finished. */
  readonly step: number;
  readonly time: number;
  /** Step the run was rolled back to. */
  readonly resumedAt: number;
  readonly dt: number;
  readonly gamma: number;
  readonly curvature: number;
  readonly largestStableStep: number | null;
  /** A time step that is safe, offered as the remedy. */
  readonly safeStep: number;
}

/** Traces: [rows × (TRACE.columns(tracks))]; never dropped, only batched. */
export const TRACE = {
  step: 0,
  time: 1,
  gamma: 2,
  logScaleFactor: 3,
  /** First slot of the first track: cost, batchCost, kinetic, dissipated, injected, testCost. */
  track: 4,
  perTrack: 6,
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
  | { readonly type: 'return'; readonly run: number; readonly buffer: ArrayBuffer };

export type FromWorker =
  | { readonly type: 'ready'; readonly run: number; readonly info: RunInfo }
  | { readonly type: 'frame'; readonly run: number; readonly buffer: ArrayBuffer }
  | { readonly type: 'traces'; readonly run: number; readonly restart: boolean; readonly rows: Float64Array }
  | { readonly type: 'playing'; readonly run: number; readonly playing: boolean }
  | { readonly type: 'edited'; readonly run: number; readonly info: RunInfo }
  | { readonly type: 'blow-up'; readonly run: number; readonly blowUp: BlowUp }
  | {
      readonly type: 'refused';
      readonly run: number;
      readonly path: string;
      readonly value: unknown;
      readonly expected: string;
    };
