import { STRIP_RISE } from './place.ts';

/** Where a picture is seen from at rest, and what must fit into the pane. */
export interface CameraHome {
  /** Radians to the right of straight ahead. */
  readonly yaw: number;
  /** Radians above the horizon. */
  readonly pitch: number;
  /** Limits of pitch. */
  readonly pitchRange: readonly [number, number];
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

export const homes = {
  ring: (halfHeight: number): CameraHome => ({
    yaw: 17 * DEGREE,
    pitch: 31 * DEGREE,
    pitchRange: ORBIT,
    halfWidth: 1,
    halfHeight,
  }),
  strip: (halfHeight: number): CameraHome => ({
    yaw: 0,
    pitch: 14 * DEGREE,
    pitchRange: ORBIT,
    halfWidth: 1,
    halfHeight: STRIP_RISE * halfHeight,
  }),
  sheets: (halfWidth: number, halfHeight: number): CameraHome => ({
    yaw: 22 * DEGREE,
    pitch: 48 * DEGREE,
    pitchRange: ORBIT,
    halfWidth,
    halfHeight,
  }),
  /** Two planes of neurons over each other. */
  planes: (halfWidth: number, halfHeight: number): CameraHome => ({
    yaw: 17 * DEGREE,
    pitch: 31 * DEGREE,
    pitchRange: ORBIT,
    halfWidth,
    halfHeight,
  }),
  /** Flat drawings, seen from the front; there is no horizon to stay above. */
  flat: (halfWidth: number, halfHeight: number): CameraHome => ({
    yaw: 0,
    pitch: 0,
    pitchRange: [-80 * DEGREE, 80 * DEGREE],
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
 * Vertical field of view that fits a picture into a pane.
 *  @param below  headroom, in pixels
 *    tan(fov/2) = (height/2) / (pixels per radius · distance)
 *  @returns radians
 */
export function fieldOfView(home: CameraHome, width: number, height: number, below: number): number {
  const across = (FILL * width) / 2 / home.halfWidth;
  const up = Math.max(40, height / 2 - below - 16) / home.halfHeight;
  return 2 * Math.atan(height / 2 / (Math.min(across, up) * HOME_DISTANCE));
}
