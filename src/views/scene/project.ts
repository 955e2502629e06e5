import { place } from './place.ts';

/** From lattice space to pixels of the pane; filled anew before each drawing. */
export interface Projector {
  /** Projection times view, column-major [16]. */
  readonly matrix: Float32Array;
  curl: number;
  /** Pane in CSS pixels. */
  width: number;
  height: number;
  /** Depth of the camera's target. */
  distance: number;
}

export function createProjector(): Projector {
  return { matrix: new Float32Array(16), curl: 1, width: 1, height: 1, distance: 6.5 };
}

const world = new Float32Array(3);

/**
 * Writes pixels x, y (from the pane's top left) and nearness (positive in front of the target, in radii).
 *  @param out  [3], overwritten
 *  @returns false when the point is behind the camera
 */
export function project(projector: Projector, s: number, y: number, z: number, out: Float32Array): boolean {
  place(s, y, z, projector.curl, world);
  const m = projector.matrix;
  const x = world[0];
  const height = world[1];
  const depth = world[2];
  const w = m[3] * x + m[7] * height + m[11] * depth + m[15];
  if (w <= 0.01) return false;
  out[0] = (0.5 + (0.5 * (m[0] * x + m[4] * height + m[8] * depth + m[12])) / w) * projector.width;
  out[1] = (0.5 - (0.5 * (m[1] * x + m[5] * height + m[9] * depth + m[13])) / w) * projector.height;
  out[2] = projector.distance - w;
  return true;
}
