import type { RibbonData } from './ribbons.ts';
import { project, type Projector } from './project.ts';

/** Points by which picking knows a wire. */
export const POINTS_PER_WIRE = 6;

const pixel = new Float32Array(3);

/**
 * Writes pixels of every wire's points, as the shader bends them (ribbons.ts).
 *  @param out  [3·POINTS_PER_WIRE·wires], NaN where a point is unseen
 */
export function projectWires(
  wires: RibbonData,
  course: 'up' | 'across',
  projector: Projector,
  out: Float32Array,
): void {
  const { from, to } = wires;
  let at = 0;
  for (let wire = 0; wire < wires.count; wire++) {
    const a = 3 * wire;
    for (let point = 0; point < POINTS_PER_WIRE; point++) {
      const f = point / (POINTS_PER_WIRE - 1);
      const smooth = f * f * (3 - 2 * f);
      const across = course === 'up' ? smooth : f;
      const up = course === 'up' ? f : smooth;
      const s = from[a] + across * (to[a] - from[a]);
      const y = from[a + 1] + up * (to[a + 1] - from[a + 1]);
      const z = from[a + 2] + smooth * (to[a + 2] - from[a + 2]);
      const seen = project(projector, s, y, z, pixel);
      out[at++] = seen ? pixel[0] : NaN;
      out[at++] = pixel[1];
      out[at++] = pixel[2];
    }
  }
}

/**
 * Writes pixels of points of lattice space, or of every so manyth of them.
 *  @param out  [3·count]
 *  @returns    how many
 */
export function projectPoints(
  points: Float32Array,
  projector: Projector,
  out: Float32Array,
  every = 1,
): number {
  let count = 0;
  for (let at = 0; at < points.length; at += 3 * every) {
    const seen = project(projector, points[at], points[at + 1], points[at + 2], pixel);
    out[3 * count] = seen ? pixel[0] : NaN;
    out[3 * count + 1] = pixel[1];
    out[3 * count + 2] = pixel[2];
    count++;
  }
  return count;
}
