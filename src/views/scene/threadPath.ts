/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the thread may not leave: both panes together. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between the thread's end and the middle of the site, so that the ring round it stays free. */
const RING = 11;

/**
 * The thread from a wire to its site: a cubic curve that leaves the wire upwards and comes down on the site,
 * as in the mock; where the panes are stacked it bows to the side instead.
 *  @returns  start, two control points, end; inside the bounds where start and end are
 */
export function threadPath(
  from: Point,
  to: Point,
  bounds: Bounds,
): readonly [start: Point, one: Point, two: Point, end: Point] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const beside = Math.abs(dx) >= Math.abs(dy);
  const reach = beside ? 0.24 * dx : 0.24 * dy;
  const rise = Math.min(150, 0.3 * Math.hypot(dx, dy));
  const keep = ({ x, y }: Point): Point => ({
    x: Math.max(bounds.left, Math.min(bounds.right, x)),
    y: Math.max(bounds.top, Math.min(bounds.bottom, y)),
  });
  const one = keep(
    beside ? { x: from.x + reach, y: from.y - rise } : { x: from.x + rise, y: from.y + reach },
  );
  const two = keep(
    beside ? { x: to.x - 1.3 * reach, y: to.y - 0.8 * rise } : { x: to.x + rise, y: to.y - reach },
  );
  const length = Math.hypot(two.x - to.x, two.y - to.y);
  const part = length > 2 * RING ? RING / length : 0;
  const end = { x: to.x + part * (two.x - to.x), y: to.y + part * (two.y - to.y) };
  return [from, one, two, end];
}

/** The curve as the `d` of an SVG path. */
export function pathData(points: readonly Point[]): string {
  const [start, ...rest] = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${start}C${rest.join(' ')}`;
}
