import { CAMERA_PRESETS, type CameraPreset } from './home.ts';

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
/** Where the document that was opened last is seen from, once its pictures stand. */
let asked = AT_HOME;
const listeners = new Map<symbol, Listener>();

export function viewOffset(): ViewOffset {
  return offset;
}

/** Where new pictures are seen from: as their document asks, else from home. */
export function askedView(): ViewOffset {
  return asked;
}

/** A camera from a document, which is untrusted; null where it is none. */
function cameraOf(value: unknown): ViewOffset | null {
  const { preset, yaw, pitch, dolly, target } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const known = CAMERA_PRESETS.find((one) => one === preset);
  const within = (number: unknown, most: number): number is number =>
    typeof number === 'number' && Math.abs(number) <= most;
  if (known === undefined || !within(yaw, 100) || !within(pitch, 4) || !within(dolly, 10) || dolly <= 0)
    return null;
  if (!Array.isArray(target) || target.length !== 3 || !target.every((part) => within(part, 10))) return null;
  return { preset: known, yaw, pitch, dolly, target: [target[0], target[1], target[2]] };
}

/** Takes every picture, and those that come, to the camera of a document; to no other where it has none. */
export function askView(camera: unknown): void {
  const found = cameraOf(camera);
  asked = found ?? AT_HOME;
  if (found === null) return;
  offset = found;
  for (const listener of listeners.values()) listener(found, false);
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

/** Turns every camera on by so many radians, from nobody's hand. */
export function sway(angle: number): void {
  offset = { ...offset, yaw: offset.yaw + angle };
  for (const listener of listeners.values()) listener(offset, false);
}

export function onViewMove(id: symbol, listener: Listener): () => void {
  listeners.set(id, listener);
  return () => listeners.delete(id);
}
