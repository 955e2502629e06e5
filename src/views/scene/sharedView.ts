import type { CameraPreset } from './home.ts';

/**
 * Where the hand has moved the camera: a preset, and how far from it. Both panes read it and either writes it,
 * each from its own home: turning the ring turns its network by the same angle.
 */
export interface ViewOffset {
  readonly preset: CameraPreset;
  readonly yaw: number;
  readonly pitch: number;
  /** Factor on the distance. */
  readonly dolly: number;
  /** Target, in radii. */
  readonly target: readonly [number, number, number];
}

export const AT_HOME: ViewOffset = { preset: 'home', yaw: 0, pitch: 0, dolly: 1, target: [0, 0, 0] };

type Listener = (offset: ViewOffset, ease: boolean) => void;

let offset = AT_HOME;
const listeners = new Map<symbol, Listener>();

export function viewOffset(): ViewOffset {
  return offset;
}

/** Tells every other pane where the camera is now. */
export function moveView(from: symbol, next: ViewOffset, ease = false): void {
  offset = next;
  for (const [id, listener] of listeners) if (id !== from) listener(next, ease);
}

/** Takes every camera to a preset. */
export function showFrom(preset: CameraPreset): void {
  offset = { ...AT_HOME, preset };
  for (const listener of listeners.values()) listener(offset, true);
}

export function onViewMove(id: symbol, listener: Listener): () => void {
  listeners.set(id, listener);
  return () => listeners.delete(id);
}
