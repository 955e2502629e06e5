import type { PerspectiveCamera } from 'three';
import type { Drawing, DrawState } from './picture.ts';
import { PLANE } from './place.ts';
import type { Projector } from './project.ts';
import type { ThreadEnd } from './thread.ts';
import type { SceneContext } from './uniforms.ts';

/** How the picture of a stage is seen, and what a hand on it does. */
export interface Sight<P extends Drawing> {
  /** From anchors of labels to pixels; renewed by `update`. */
  readonly projector: Projector;
  /** Another picture. `forget` brings the camera home. */
  show(picture: P, forget: boolean): void;
  /** Rolled up or unrolled; eased unless motion is unwanted. */
  setUnrolled(unrolled: boolean): void;
  resize(width: number, height: number, obstacles: Float32Array): void;
  /** Moves on by dt seconds, and writes what a drawing depends on. @returns whether it goes on by itself */
  update(dt: number, state: DrawState): boolean;
  /** After a drawing. @param filled  whether there was a frame to draw */
  drawn(state: DrawState, filled: boolean): void;
  dispose(): void;
}

/** The parts of a stage that its sight acts on. */
export interface SightHost {
  readonly element: HTMLElement;
  readonly context: SceneContext;
  readonly camera: PerspectiveCamera;
  /** This pane's end of the thread between the panes; null where another picture has it. */
  readonly thread: ThreadEnd | null;
  readonly invalidate: () => void;
}

/** A way of seeing, and what its element is to who cannot see it. */
export interface SightKind<P extends Drawing> {
  create(host: SightHost): Sight<P>;
  readonly role: 'application' | 'img';
  /** Keys that the element answers. */
  readonly keys?: string;
  /** Whether it is drawn where nothing can be drawn in space: what hangs on the drawing goes on. */
  readonly always: boolean;
}

/** A projector for anchors in pixels of the pane: labels of a flat drawing need no camera. */
export function createPixelProjector(): Projector {
  return { matrix: new Float32Array(16), curl: PLANE, width: 1, height: 1, distance: 1 };
}

export function sizeProjector(projector: Projector, width: number, height: number): void {
  const { matrix } = projector;
  projector.width = width;
  projector.height = height;
  matrix.fill(0);
  matrix[0] = 2 / width;
  matrix[12] = -1;
  matrix[5] = -2 / height;
  matrix[13] = 1;
  matrix[15] = 1;
}

/** In pixels of the pane, without a camera: nothing turns it and nothing is picked. */
export const inPixels: SightKind<Drawing> = {
  role: 'img',
  always: true,
  create() {
    const projector = createPixelProjector();
    return {
      projector,
      show: () => undefined,
      setUnrolled: () => undefined,
      resize: (width, height) => sizeProjector(projector, width, height),
      update: () => false,
      drawn: () => undefined,
      dispose: () => undefined,
    };
  },
};
