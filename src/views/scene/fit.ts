import { FILL, HOME_DISTANCE, type CameraHome } from './home.ts';
import { place } from './place.ts';

/** How a picture is laid into its pane: field of view, and pixels by which it stands below the middle. */
export interface Fit {
  /** Radians, vertical. */
  readonly fov: number;
  readonly below: number;
  /** Pixels by which it stands to the right of the middle: beside the key, where the pane is low. */
  readonly beside: number;
}

/** Pixels kept free between the picture and what stands over it. */
const MARGIN = 12;
/** Pixels kept free for labels over the picture and under it. */
const OVER = 22;
const UNDER = 26;
/** Steps in which a picture is tried further down. */
const STEP = 6;
/** A picture moves aside where that makes it larger by this factor. */
const WORTH = 1.2;
/** A picture shrinks by this factor until it is free, at most to this part. */
const SHRINK = 0.97;
const LEAST = 0.55;
/** The least height that a picture is given, pixels. */
const LEAST_ROOM = 48;

/**
 * Fits a picture into its pane so that title and key never stand on it: as large as the pane's width or height
 * allows, in the middle of what is free, so that a larger pane makes a larger picture; further down, or beside the
 * key, where that leaves it larger.
 *    pixel = middle + s (p·right, −p·up) D/(D − p·n),  tan(fov/2) = (height/2)/(s D)
 *  @param outline    [3·n] points of lattice space that have to stay in sight
 *  @param curl       see place.ts
 *  @param pane       `type`: how much larger than usual type is, for whose sake room is kept free at the sides
 *  @param obstacles  [4·m] left, top, right, bottom of what stands over the picture, the key first, the header last
 *  Cost O(n·m·400); runs when a pane changes its size or its picture.
 */
export function fitHome(
  home: CameraHome,
  curl: number,
  outline: Float32Array,
  pane: { readonly width: number; readonly height: number; readonly type?: number },
  obstacles: Float32Array,
): Fit {
  const { width, height, type = 1 } = pane;
  const seen = seenFromHome(home, curl, outline);
  const { top, bottom } = spanOf(seen);
  const edges = home.margins === undefined ? null : sidesOf(seen);
  const wished = home.margins ?? [0, 0];
  const given = Math.min(type, ((home.mostFree ?? 1) * width) / Math.max(1, wished[0] + wished[1]));
  const [leftFree, rightFree] = wished.map((pixels) => given * pixels);
  const header = headerBottom(width, obstacles);
  const key = obstacles.length > 3 ? obstacles[3] : 0;
  const placeAt = (aside: number): Placed => {
    /** Pixels from the pane's middle to that of the picture, which need not be that of its bounds. */
    const besideAt = (scale: number): number =>
      edges === null ? aside : aside + (leftFree - rightFree - scale * (edges.left + edges.right)) / 2;
    let best: Placed = { scale: 0, below: 0, beside: besideAt(0) };
    const across =
      edges === null
        ? (FILL * (width - 2 * aside)) / 2 / home.halfWidth
        : Math.max(LEAST_ROOM, width - 2 * aside - leftFree - rightFree) / (edges.right - edges.left);
    for (let from = header + OVER; from <= Math.max(header + OVER, key + MARGIN); from += STEP) {
      const room = Math.max(LEAST_ROOM, height - UNDER - from);
      const full = Math.min(across, room / (top - bottom));
      let scale = full;
      const middle = (): number => from + (room + scale * (top + bottom)) / 2;
      while (scale > LEAST * full && covered(seen, scale, width / 2 + besideAt(scale), middle(), obstacles)) {
        scale *= SHRINK;
      }
      if (scale > best.scale * 1.001) best = { scale, below: middle() - height / 2, beside: besideAt(scale) };
    }
    return best;
  };
  const under = placeAt(0);
  const aside = obstacles.length > 3 ? placeAt(obstacles[2] / 2) : under;
  const { scale, below, beside } = aside.scale > WORTH * under.scale ? aside : under;
  return { fov: 2 * Math.atan(height / 2 / (scale * HOME_DISTANCE)), below, beside };
}

interface Placed {
  readonly scale: number;
  readonly below: number;
  readonly beside: number;
}

/** Where the pane's header ends, which spans its whole width; 0 without one. */
function headerBottom(width: number, obstacles: Float32Array): number {
  const at = obstacles.length - 4;
  return at > 0 && obstacles[at] <= 0 && obstacles[at + 2] >= width ? obstacles[at + 3] : 0;
}

/** Highest and lowest point, in radii. */
function spanOf(seen: Float32Array): { readonly top: number; readonly bottom: number } {
  if (seen.length === 0) return { top: 1, bottom: -1 };
  let [top, bottom] = [-Infinity, Infinity];
  for (let i = 1; i < seen.length; i += 2) {
    top = Math.max(top, seen[i]);
    bottom = Math.min(bottom, seen[i]);
  }
  // A flat row of points has no height of its own.
  const least = Math.max(0, 0.1 - (top - bottom)) / 2;
  return { top: top + least, bottom: bottom - least };
}

/** Leftmost and rightmost point, in radii. */
function sidesOf(seen: Float32Array): { readonly left: number; readonly right: number } {
  let [left, right] = [Infinity, -Infinity];
  for (let i = 0; i < seen.length; i += 2) {
    left = Math.min(left, seen[i]);
    right = Math.max(right, seen[i]);
  }
  // A column of points has no width of its own.
  return right - left > 0.1 ? { left, right } : { left: -0.5, right: 0.5 };
}

const world = new Float32Array(3);

/** [2·n] right and up of every point, in radii, perspective included. */
function seenFromHome({ yaw, pitch }: CameraHome, curl: number, outline: Float32Array): Float32Array {
  const seen = new Float32Array((2 * outline.length) / 3);
  const [sy, cy, sp, cp] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)];
  for (let i = 0; 3 * i < outline.length; i++) {
    place(outline[3 * i], outline[3 * i + 1], outline[3 * i + 2], curl, world);
    const [x, y, z] = world;
    const right = cy * x - sy * z;
    const up = -sy * sp * x + cp * y - cy * sp * z;
    const nearness = sy * cp * x + sp * y + cy * cp * z;
    const size = HOME_DISTANCE / (HOME_DISTANCE - nearness);
    seen[2 * i] = right * size;
    seen[2 * i + 1] = up * size;
  }
  return seen;
}

function covered(seen: Float32Array, scale: number, x: number, y: number, obstacles: Float32Array): boolean {
  for (let i = 0; i < seen.length; i += 2) {
    const left = x + scale * seen[i];
    const top = y - scale * seen[i + 1];
    for (let at = 0; at < obstacles.length; at += 4) {
      if (
        left > obstacles[at] - MARGIN &&
        left < obstacles[at + 2] + MARGIN &&
        top > obstacles[at + 1] - MARGIN &&
        top < obstacles[at + 3] + MARGIN
      ) {
        return true;
      }
    }
  }
  return false;
}

/**
 * Points that a fit looks at: about as many as `most`, evenly chosen.
 *  @param together  so many in turn are kept or left out together: each may be the lowest of all
 */
export function outlineOf(points: Float32Array, together = 1, most = 360): Float32Array {
  const size = 3 * together;
  const count = points.length / size;
  const stride = Math.max(1, Math.ceil((count * together) / most));
  const out = new Float32Array(size * Math.ceil(count / stride));
  for (let i = 0; i * stride < count; i++) {
    out.set(points.subarray(size * i * stride, size * (i * stride + 1)), size * i);
  }
  return out;
}
