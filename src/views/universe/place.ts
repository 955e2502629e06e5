import type { TimeWindow } from './window.ts';

/** Depth of the drawing: how far a point behind the axis is moved to the right, in parts of its distance. */
export const OBLIQUE = 0.36;
/** Lines of type under which a wide pane gives the horn all its height: title and key stand beside the mouth. */
const TIGHT = 42;
/** In parts of its width: of a higher pane the mouth stands under the title's line, not at its right. */
const LOW = 0.45;
/** Kept over and under such a horn, in lines of type. */
const EDGE = 0.2;
/** Kept above the horn (title) and below it (colour key) elsewhere, in lines of type. */
const ABOVE = 4.2;
const BELOW = 5.2;
const BELOW_KEYLESS = 1;
/** Displacement of the crest, and of the Hubble arc, in radii of the mouth. */
export const CREST = 0.1;
export const ARC = 0.16;
/** Share of the width that the mouth's radius may take. */
const MOST_WIDE = 0.22;
/** Window under which labels stand inside the plot. */
const NARROW = 700;

/** Where the horn stands in its pane, and time on both pictures. Pixels; written in place. */
export interface Place {
  width: number;
  height: number;
  /** Size of small type. */
  type: number;
  /** Whether the colour key stands under the horn. */
  keyed: boolean;
  /** Ends of the time axis, common to horn and schedule. */
  left: number;
  right: number;
  from: number;
  to: number;
  now: number;
  /** Pixels of the present. */
  nowX: number;
  /** The axis of the horn. */
  centerY: number;
  /** Radius of the mouth. */
  radius: number;
}

export function createPlace(): Place {
  return {
    width: 0,
    height: 0,
    type: 12,
    keyed: true,
    left: 0,
    right: 1,
    from: 0,
    to: 1,
    now: 0,
    nowX: 0,
    centerY: 0,
    radius: 1,
  };
}

/** Lays the time axis of a picture into its pane. */
export function layAxis(
  axis: Pick<Place, 'width' | 'height' | 'type' | 'left' | 'right'>,
  width: number,
  height: number,
  type: number,
): void {
  axis.width = width;
  axis.height = height;
  axis.type = type;
  [axis.left, axis.right] = axisEnds(width, type);
}

/** Ends of the time axis in a pane of a width. */
export function axisEnds(width: number, type: number): readonly [left: number, right: number] {
  const narrow = width < (NARROW * type) / 12;
  return narrow ? [4 * type, width - 1.5 * type] : [9.4 * type, width - 12.5 * type];
}

/** Whether names of lines have no place beside the plot. */
export function isNarrow({ width, type }: Pick<Place, 'width' | 'type'>): boolean {
  return width < (NARROW * type) / 12;
}

export function clamp(x: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, x));
}

/** Pixels of a time. */
export function timeX({ left, right, from, to }: Place, t: number): number {
  return left + ((t - from) / (to - from)) * (right - left);
}

/** Time at a pixel. */
export function timeAt({ left, right, from, to }: Place, x: number): number {
  return from + ((x - left) / (right - left)) * (to - from);
}

/** Radius of a mouth whose horn has so many lines of type over and under it. */
const radiusBetween = (height: number, type: number, lines: number): number =>
  (height - lines * type) / (2 + 2 * CREST);

/** Whether the horn takes the whole height of its pane: where height, and not width, is what it lacks. */
export function isTight({ width, height, type }: Pick<Place, 'width' | 'height' | 'type'>): boolean {
  if (height >= TIGHT * type || height > LOW * width || isNarrow({ width, type })) return false;
  return radiusBetween(height, type, ABOVE + BELOW) < MOST_WIDE * width;
}

/** Lines of type kept over the horn and under it. */
function kept(pane: Pick<Place, 'width' | 'height' | 'type'>, keyed: boolean): readonly [number, number] {
  return isTight(pane) ? [EDGE, EDGE] : [ABOVE, keyed ? BELOW : BELOW_KEYLESS];
}

/** Radius of the mouth where it has room: between title and key, and beside the end of the axis. */
export function largestRadius(width: number, height: number, type: number, keyed = true): number {
  const [above, below] = kept({ width, height, type }, keyed);
  return Math.max(20, Math.min(radiusBetween(height, type, above + below), MOST_WIDE * width));
}

/** Part of the way over which the mouth opens when a run begins: later where title and key stand at its left. */
const OPENING = 0.2;
const OPENING_TIGHT = 0.4;
const CLOSED = 0.4;

/** Puts time, mouth and axis where they belong. The mouth opens as it leaves the left edge; then it fills the pane. */
export function arrange(place: Place, window: TimeWindow, now: number): void {
  const { width, height, type } = place;
  place.from = window.from;
  place.to = window.to;
  place.now = now;
  place.nowX = timeX(place, now);
  const full = largestRadius(width, height, type, place.keyed);
  const opening = isTight(place) ? OPENING_TIGHT : OPENING;
  const way = Math.min(1, (place.nowX - place.left) / (opening * (place.right - place.left)));
  place.radius = full * (CLOSED + (1 - CLOSED) * way * (2 - way));
  place.centerY = kept(place, place.keyed)[0] * type + (1 + CREST) * full;
}

/** Angle of a site round the horn, 0 at the top; the middle of the row faces the viewer. */
export function angleOf(site: number, count: number): number {
  return (2 * Math.PI * site) / count + Math.PI / 2;
}

/** Pixels of a point of the horn. @param x  of its time; @param r  distance from the axis, pixels; @param out  [2] */
export function onHorn(place: Place, x: number, r: number, angle: number, out: Float64Array): void {
  out[0] = x + OBLIQUE * r * Math.sin(angle);
  out[1] = place.centerY - r * Math.cos(angle);
}
