import type { FrameViews } from '../engine/frame.ts';
import type { BlowUp, RunInfo } from '../engine/protocol.ts';
import type { Traces } from '../engine/traces.ts';
import type { Command, RunDocument } from '../scenario/types.ts';

/** What the store needs of the engine; engine/client.ts is it. */
export interface Engine {
  open(document: RunDocument): void;
  play(): void;
  pause(): void;
  step(count: number): void;
  reset(): void;
  seek(step: number): void;
  /** Simulated time per second. */
  speed(rate: number): void;
  edit(command: Command): void;
  /** Sample whose activations the neurons show. */
  sample(index: number): void;
  /** Newest frame; changes without notice, read it when drawing. */
  frame(): FrameViews | null;
  traces(): Traces | null;
  listen(listener: (event: EngineEvent) => void): () => void;
}

export type EngineEvent =
  | { readonly type: 'ready'; readonly info: RunInfo }
  | { readonly type: 'edited'; readonly info: RunInfo }
  | { readonly type: 'playing'; readonly playing: boolean }
  | { readonly type: 'frame'; readonly frame: FrameViews }
  | { readonly type: 'blow-up'; readonly blowUp: BlowUp }
  | {
      readonly type: 'refused';
      readonly path: string;
      readonly value: unknown;
      readonly expected: string;
    }
  | { readonly type: 'crashed'; readonly reason: string };

/** Numbers on the screen, renewed at most ten times a second. */
export interface Readouts {
  readonly time: number;
  readonly step: number;
  readonly gamma: number;
  readonly hubble: number;
  readonly logScaleFactor: number;
  readonly efolds: number;
  readonly tracks: readonly {
    readonly cost: number;
    readonly kinetic: number;
    readonly testCost: number;
    readonly amplitude: number;
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
export type PaneName = 'network' | 'field';

export interface ShippedScenario {
  /** File name without .json in public/scenarios. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly about: string;
}
