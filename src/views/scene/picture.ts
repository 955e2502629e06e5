import type { Object3D } from 'three';
import type { FrameViews } from '../../engine/frame.ts';
import type { CameraHome } from './home.ts';
import type { Label } from './labelLayer.ts';
import type { Projector } from './project.ts';

/** What a view draws. Built once per run; everything else happens in place. */
export interface Picture {
  readonly object: Object3D;
  readonly labels: readonly Label[];
  /** Where it is seen from, rolled up or unrolled. */
  home(unrolled: boolean): CameraHome;
  /** `ring` bends and unrolls; `strip` is always unrolled; `plane` is the world itself. */
  readonly space: 'ring' | 'strip' | 'plane';
  /** Whether depth is shown by fog. */
  readonly fog: boolean;
  /** Writes a frame into the buffers; dt seconds since the last drawing, for easing limits. */
  update(frame: FrameViews, dt: number, state: DrawState): void;
  /** Limit of the diverging map now, for the colour key. */
  readonly limit: number;
  /** Weight at a pixel of the pane, −1 for none. */
  pick(x: number, y: number, projector: Projector): number;
  /**
   * Writes points of the data in pixels, which labels rather leave free. @returns how many
   *  @param out  [3·n] x, y, nearness
   */
  marks?(projector: Projector, out: Float32Array): number;
  dispose(): void;
}

/** State of the store that a drawing depends on, written in place before each. */
export interface DrawState {
  /** Weight under the hand, else the chosen one, else −1. */
  linked: number;
  hiddenTracks: readonly string[];
  unrolled: boolean;
  /** Angle of the camera round the vertical, for labels that keep to one side. */
  yaw: number;
  curl: number;
}
