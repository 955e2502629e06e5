import { STRIP_RISE } from './place.ts';

/** Where a picture is seen from at rest, and what must fit into the pane. */
export interface CameraHome {
  /** Radians to the right of straight ahead. */
  readonly yaw: number;
  /** Radians above the horizon. */
  readonly pitch: number;
  /** Limits of pitch. */
  readonly pitchRange: readonly [number, number];
  /** Radians from straight ahead at which it is seen from the side, where edges would hide the rest. */
  readonly side: number;
  /** What must fit, in radii, from the middle. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const DEGREE = Math.PI / 180;

/** Distance of the camera from its target, in radii. */
export const HOME_DISTANCE = 6.5;

/** Part of the pane's width that a picture of halfWidth fills. */
const FILL = 0.77;

const ORBIT: readonly [number, number] = [5 * DEGREE, 85 * DEGREE];

/** Places from which a hand may ask to see a picture. */
export const CAMERA_PRESETS = ['home', 'front', 'above', 'side'] as const;
export type CameraPreset = (typeof CAMERA_PRESETS)[number];

/** Yaw and pitch of a preset, within what the picture allows. */
export function presetAngles(home: CameraHome, preset: CameraPreset): { yaw: number; pitch: number } {
  const [low, high] = home.pitchRange;
  // Flat drawings have their horizon in the middle: they are seen from the front at home.
  const level = low < 0 ? 0 : Math.max(low, FRONT_PITCH);
  switch (preset) {
    case 'home':
      return { yaw: home.yaw, pitch: home.pitch };
    case 'front':
      return { yaw: 0, pitch: level };
    case 'above':
      return { yaw: 0, pitch: Math.min(high, low < 0 ? FLAT_TURN : Math.PI / 2) };
    case 'side':
      return { yaw: home.side, pitch: level === 0 ? 0 : SIDE_PITCH };
  }
}

const FRONT_PITCH = 8 * DEGREE;
const SIDE_PITCH = 16 * DEGREE;
/** A flat drawing is turned this far at most: further on it would be a line. */
const FLAT_TURN = 58 * DEGREE;

export const homes = {
  ring: (halfHeight: number): CameraHome => ({
    yaw: 17 * DEGREE,
    pitch: 31 * DEGREE,
    pitchRange: ORBIT,
    side: 90 * DEGREE,
    halfWidth: 1,
    halfHeight,
  }),
  strip: (halfHeight: number): CameraHome => ({
    yaw: 0,
    pitch: 14 * DEGREE,
    pitchRange: ORBIT,
    side: FLAT_TURN,
    halfWidth: 1,
    halfHeight: STRIP_RISE * halfHeight,
  }),
  sheets: (halfWidth: number, halfHeight: number): CameraHome => ({
    yaw: 22 * DEGREE,
    pitch: 48 * DEGREE,
    pitchRange: ORBIT,
    side: 90 * DEGREE,
    halfWidth,
    halfHeight,
  }),
  /** Two planes of neurons over each other. */
  planes: (halfWidth: number, halfHeight: number): CameraHome => ({
    yaw: 17 * DEGREE,
    pitch: 31 * DEGREE,
    pitchRange: ORBIT,
    side: 90 * DEGREE,
    halfWidth,
    halfHeight,
  }),
  /** Flat drawings, seen from the front; there is no horizon to stay above. */
  flat: (halfWidth: number, halfHeight: number): CameraHome => ({
    yaw: 0,
    pitch: 0,
    pitchRange: [-80 * DEGREE, 80 * DEGREE],
    side: FLAT_TURN,
    halfWidth,
    halfHeight,
  }),
} as const;

/** Height of title and key on ordinary grounds, and the pane's width under which the picture meets them. */
const USUAL_COVER = 98;
const NARROW = 480;

/**
 * Pixels by which the picture stands below the pane's middle: title and key are above it.
 *  @param cover  where the key ends, pixels from the pane's top
 */
export function headroom(width: number, cover: number): number {
  return 8 + Math.max(0, Math.min(48, cover - USUAL_COVER)) + (width < NARROW ? 24 : 0);
}

/**
 * Pixels per radius at which a picture fills its part of the pane, were there nothing over it (fit.ts).
 *  @param below  pixels by which it stands below the middle
 */
export function usualScale(home: CameraHome, width: number, height: number, below: number): number {
  const across = (FILL * width) / 2 / home.halfWidth;
  const up = Math.max(40, height / 2 - below - 16) / home.halfHeight;
  return Math.min(across, up);
}
