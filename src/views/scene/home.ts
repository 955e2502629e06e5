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
  /** What must fit, in radii, from the middle; its height is that of its outline (fit.ts). */
  readonly halfWidth: number;
  /**
   * Pixels kept free at the left and the right of a picture that is laid into its pane by the bounds of its outline, whatever
   * they are; left out: it stands about its middle, and halfWidth says how wide it is.
   */
  readonly margins?: readonly [left: number, right: number];
  /** Part of the pane's width that both take at most; left out: whatever they ask for. */
  readonly mostFree?: number;
}

const DEGREE = Math.PI / 180;

/** Distance of the camera from its target, in radii. */
export const HOME_DISTANCE = 6.5;

/** Part of the pane's width that a picture of halfWidth fills. */
export const FILL = 0.77;

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

/** A home on the way from one to another. @param part  0 the first, 1 the other */
export function homeBetween(one: CameraHome, other: CameraHome, part: number): CameraHome {
  const mix = (a: number, b: number): number => (1 - part) * a + part * b;
  return {
    yaw: mix(one.yaw, other.yaw),
    pitch: mix(one.pitch, other.pitch),
    pitchRange: [mix(one.pitchRange[0], other.pitchRange[0]), mix(one.pitchRange[1], other.pitchRange[1])],
    side: mix(one.side, other.side),
    halfWidth: mix(one.halfWidth, other.halfWidth),
  };
}

const FRONT_PITCH = 8 * DEGREE;
const SIDE_PITCH = 16 * DEGREE;
/** A flat drawing is turned this far at most: further on it would be a line. */
const FLAT_TURN = 58 * DEGREE;

export const homes = {
  ring: (): CameraHome => ({
    yaw: 17 * DEGREE,
    pitch: 31 * DEGREE,
    pitchRange: ORBIT,
    side: 90 * DEGREE,
    halfWidth: 1,
  }),
  strip: (): CameraHome => ({
    yaw: 0,
    pitch: 14 * DEGREE,
    pitchRange: ORBIT,
    side: FLAT_TURN,
    halfWidth: 1,
  }),
  /** A ring that is opened to a wide arc, its middle before the viewer. */
  arc: (): CameraHome => ({
    yaw: 0,
    pitch: 24 * DEGREE,
    pitchRange: ORBIT,
    side: FLAT_TURN,
    halfWidth: 1.36,
  }),
  /** @param floor  whether something stands on a floor under them, so that it is seen from lower down */
  sheets: (halfWidth: number, floor = false): CameraHome => ({
    yaw: 22 * DEGREE,
    pitch: (floor ? 34 : 48) * DEGREE,
    pitchRange: ORBIT,
    side: 90 * DEGREE,
    halfWidth,
  }),
  /** Two planes of neurons over each other. */
  planes: (halfWidth: number): CameraHome => ({
    yaw: 17 * DEGREE,
    pitch: 31 * DEGREE,
    pitchRange: ORBIT,
    side: 90 * DEGREE,
    halfWidth,
  }),
  /** Flat drawings, seen from the front; there is no horizon to stay above. */
  flat: (halfWidth: number): CameraHome => ({
    yaw: 0,
    pitch: 0,
    pitchRange: [-80 * DEGREE, 80 * DEGREE],
    side: FLAT_TURN,
    halfWidth,
  }),
} as const;
