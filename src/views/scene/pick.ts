/** A pixel of distance weighs as much as this part of a radius further back. */
const DEPTH_WEIGHT = 5;

/**
 * The polyline nearest to a point of the pane, those in front preferred.
 *  @param points     [3·pointsPer·count] pixels x, y and nearness, as `project` writes them; NaN where unseen
 *  @param pointsPer  points of each polyline; 1 for dots
 *  @param reach      largest distance, in pixels
 *  @returns index of the polyline, −1 where none is near enough
 *  Cost O(points); allocates nothing.
 */
export function nearestPolyline(
  points: Float32Array,
  pointsPer: number,
  count: number,
  x: number,
  y: number,
  reach: number,
): number {
  let best = -1;
  let least = Infinity;
  const limit = reach * reach;
  for (let line = 0; line < count; line++) {
    const first = 3 * pointsPer * line;
    const last = first + 3 * Math.max(0, pointsPer - 2);
    for (let at = first; at <= last; at += 3) {
      const next = pointsPer === 1 ? at : at + 3;
      const squared = squaredDistance(points, at, next, x, y);
      if (!(squared <= limit)) continue;
      const score = Math.sqrt(squared) - DEPTH_WEIGHT * points[at + 2];
      if (score < least) {
        least = score;
        best = line;
      }
    }
  }
  return best;
}

/** Squared distance of (x, y) from the segment between two points of the list. */
function squaredDistance(points: Float32Array, a: number, b: number, x: number, y: number): number {
  const dx = points[b] - points[a];
  const dy = points[b + 1] - points[a + 1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - points[a]) * dx + (y - points[a + 1]) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  const ex = x - points[a] - t * dx;
  const ey = y - points[a + 1] - t * dy;
  return ex * ex + ey * ey;
}
