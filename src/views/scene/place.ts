/**
 * Lattice space and the world. A point of lattice space is (s, y, z): on rings s is the angle and z the
 * distance from the unit circle, outwards; on plane pictures it is the world itself. `curl` bends the strip
 * into the ring: 1 is the ring, 0 the strip, PLANE leaves points alone. The shaders hold the same formula
 * (shaders.ts); this one serves labels and picking.
 */

/** Curl of pictures that are neither ring nor strip. */
export const PLANE = -1;

/** Curl of a ring that is opened to an arc: every site is seen, and it still is a ring that was cut. */
export const ARC = 0.42;

/** Length of one radian on the unrolled strip, in radii: the whole strip then fits where the ring did. */
export const STRIP = 0.36;

/** Heights on the strip: it is flat, so that they may use the room that the ring's depth took. */
export const STRIP_RISE = 1.3;

const TAU = 2 * Math.PI;

/**
 * Angle of a site; site (period − 1)/2 faces the viewer, and the strip's ends meet at the back.
 *    s = 2π (x + ½)/period − π
 */
export function angleOf(x: number, period: number): number {
  return (TAU * (x + 0.5)) / period - Math.PI;
}

/**
 * The point of lattice space that stands at a point of the world: the inverse of `place`.
 *  @param point  [3] of the world, overwritten with (s, y, z)
 */
export function unplace(point: Float32Array, curl: number): void {
  if (curl < 0) return;
  point[1] /= STRIP_RISE + (1 - STRIP_RISE) * curl;
  const length = STRIP + (1 - STRIP) * curl;
  if (curl < 0.001) {
    point[0] /= length;
    return;
  }
  const radius = length / curl;
  const across = point[0];
  const deep = point[2] + radius - curl;
  point[0] = Math.atan2(across, deep) / curl;
  point[2] = Math.hypot(across, deep) - radius;
}

/** Brings an angle next to another one, so that a wire takes the short way round. */
export function nearestAngle(angle: number, reference: number): number {
  return angle - TAU * Math.round((angle - reference) / TAU);
}

/**
 * Writes the world position of (s, y, z).
 *    r = l/c, l = STRIP + (1 − STRIP) c:  ((r + z) sin cs,  y,  (r + z) cos cs − r + c),  y drawn by STRIP_RISE towards c = 0
 *  @param out  [3], overwritten
 */
export function place(s: number, y: number, z: number, curl: number, out: Float32Array): void {
  out[1] = y;
  if (curl < 0) {
    out[0] = s;
    out[2] = z;
    return;
  }
  out[1] = y * (STRIP_RISE + (1 - STRIP_RISE) * curl);
  const length = STRIP + (1 - STRIP) * curl;
  if (curl < 0.001) {
    out[0] = length * s;
    out[2] = z;
    return;
  }
  const radius = length / curl;
  out[0] = (radius + z) * Math.sin(curl * s);
  out[2] = (radius + z) * Math.cos(curl * s) - radius + curl;
}
