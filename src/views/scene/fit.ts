import { headroom, HOME_DISTANCE, usualScale, type CameraHome } from './home.ts';
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
/** Pixels that a picture may move further down, and the steps in which it is tried. */
const MOST_BELOW = 72;
const STEP_BELOW = 6;
/** A picture moves aside where that makes it larger by this factor. */
const WORTH = 1.2;
/** A picture shrinks by this factor until it is free, at most to this part. */
const SHRINK = 0.97;
const LEAST = 0.55;

/**
 * Fits a picture into its pane so that title and key never stand on it: the largest scale at which no point
 * of the outline lies under them, moved down, or beside the key, where that leaves it larger.
 *    pixel = middle + s (p·right, −p·up) D/(D − p·n),  tan(fov/2) = (height/2)/(s D)
 *  @param outline    [3·n] points of lattice space that have to stay in sight
 *  @param curl       see place.ts
 *  @param obstacles  [4·m] left, top, right, bottom of what stands over the picture, the key first
 *  Cost O(n·m·400); runs when a pane changes its size or its picture.
 */
export function fitHome(
  home: CameraHome,
  curl: number,
  outline: Float32Array,
  pane: { readonly width: number; readonly height: number },
  obstacles: Float32Array,
): Fit {
  const { width, height } = pane;
  const seen = seenFromHome(home, curl, outline);
  const first = headroom(width, obstacles.length > 3 ? obstacles[3] : 0);
  const placeAt = (beside: number, from: number): Placed => {
    let best: Placed = { scale: 0, below: from, beside };
    for (let below = from; below <= from + MOST_BELOW; below += STEP_BELOW) {
      const full = usualScale(home, width - 2 * beside, height, below);
      // Further down there is only less room.
      if (full <= best.scale) break;
      let scale = full;
      const [x, y] = [width / 2 + beside, height / 2 + below];
      while (scale > LEAST * full && covered(seen, scale, x, y, obstacles)) scale *= SHRINK;
      if (scale > best.scale * 1.001) best = { scale, below, beside };
    }
    return best;
  };
  const under = placeAt(0, first);
  const aside = obstacles.length > 3 ? placeAt(obstacles[2] / 2, 8) : under;
  const { scale, below, beside } = aside.scale > WORTH * under.scale ? aside : under;
  return { fov: 2 * Math.atan(height / 2 / (scale * HOME_DISTANCE)), below, beside };
}

interface Placed {
  readonly scale: number;
  readonly below: number;
  readonly beside: number;
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

/** Points that a fit looks at: as many as `most`, evenly chosen. */
export function outlineOf(points: Float32Array, most = 360): Float32Array {
  const count = points.length / 3;
  const stride = Math.max(1, Math.ceil(count / most));
  const out = new Float32Array(3 * Math.ceil(count / stride));
  for (let i = 0; i * stride < count; i++)
    out.set(points.subarray(3 * i * stride, 3 * i * stride + 3), 3 * i);
  return out;
}
