import type { Object3D } from 'three';
import type { FrameViews } from '../../engine/frame.ts';
import type { Grips } from './grip.ts';
import type { CameraHome } from './home.ts';
import type { Label } from './labelLayer.ts';
import type { Projector } from './project.ts';
import type { Target } from './target.ts';

/** What a stage draws. Built once per run; everything else happens in place. */
export interface Drawing {
  readonly object: Object3D;
  readonly labels: readonly Label[];
  /** What is drawn by hand over the object and under the labels. */
  readonly over?: HTMLCanvasElement;
  /** Draws on `over` what stands in space; after each update. */
  drawOver?(projector: Projector): void;
  /** Pixels of the pane, told at the beginning and whenever they change. */
  resize?(width: number, height: number): void;
  /** Writes a frame into the buffers. */
  update(frame: FrameViews, state: DrawState): void;
  /** Limit of the diverging map now, for the colour key. */
  readonly limit: number;
  /**
   * Writes points of the data in pixels, which labels rather leave free. @returns how many
   *  @param out  [3·n] x, y, nearness
   */
  marks?(projector: Projector, out: Float32Array): number;
  dispose(): void;
}

/** What stands in space, before a camera and under a hand. */
export interface Picture extends Drawing {
  /** Where it is seen from, rolled up or unrolled. */
  home(unrolled: boolean): CameraHome;
  /** Another home, towards which the camera goes as the picture becomes another one; left out: it stays at the first. */
  readonly towards?: {
    home(unrolled: boolean): CameraHome;
    readonly outline: Float32Array;
    /** Whether its points are the world itself, else they are bent as the picture's. */
    readonly plane: boolean;
    /** How far it is there, 0 to 1. */
    part(): number;
  };
  /** Whether other pictures fly out of it and back into it (pad.ts). */
  readonly pad?: boolean;
  /** Whether a ring is opened to an arc where its pane is wide, so that all of it is seen at once. */
  readonly opens?: boolean;
  /** `ring` bends and unrolls; `strip` is always unrolled; `plane` is the world itself. */
  readonly space: 'ring' | 'strip' | 'plane';
  /** Whether depth is shown by fog. */
  readonly fog: boolean;
  /** [3·n] points of lattice space that the key must leave free while the camera is at home. */
  readonly outline: Float32Array;
  /** What stands at a pixel of the pane. */
  pick(x: number, y: number, projector: Projector): Target | null;
  /** What a hand can hold, seen as it was drawn last; left out or null: nothing. */
  grips?(projector: Projector): Grips | null;
  /** Takes a click on a target for itself. @returns whether it did */
  press?(target: Target): boolean;
  /**
   * Writes where the linked weight's thread ends, in pixels. @returns false where it has no place
   *  @param out  [3] x, y, nearness
   */
  threadEnd(projector: Projector, out: Float32Array): boolean;
  /** Whether a weight's source can be shown with its samples (Enter). */
  readonly sources: boolean;
}

/** State of the store that a drawing depends on, written in place before each. */
export interface DrawState {
  /** Weight under the hand, else the chosen one, else −1. */
  linked: number;
  /** What else is under the hand, or was chosen, in this pane: its value is written beside it. */
  inspected: Target | null;
  hiddenTracks: readonly string[];
  /** How many times the scale is magnified by hand. */
  magnified: number;
  /** Angle of the camera round the vertical, for labels that keep to one side. */
  yaw: number;
  curl: number;
}
