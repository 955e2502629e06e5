import { FULL, type Ink } from './ink.ts';
import type { Thumbnail } from './thumbnail.ts';

type Rings = Extract<Thumbnail, { readonly draw: 'rings' }>;

/** How much larger the nearest site is than the middle ones. */
const NEAR = 1.1;
/** Bands of colour between zero and the crest. */
const BANDS = 4;

/** Where the lattices stand: middle, radii, and the height of a full value. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly deep: number;
  readonly rise: number;
}

/** A point of a ring: site n of N, the middle one in front. */
function pointOf(place: Place, part: number, height: number, out: [number, number]): number {
  const angle = 2 * Math.PI * (part - 0.5);
  const depth = Math.cos(angle);
  const near = 1 + (NEAR - 1) * depth;
  out[0] = place.x + place.across * near * Math.sin(angle);
  out[1] = place.y + place.deep * near * depth - place.rise * near * height;
  return (1 + depth) / 2;
}

/** Columns of a ring from the far side to the near one. */
function farFirst(columns: number, closed: boolean): number[] {
  const all = Array.from({ length: closed ? columns : columns - 1 }, (_, n) => n);
  const depth = (n: number): number => Math.cos(2 * Math.PI * ((n + 0.5) / columns - 0.5));
  return all.sort((a, b) => depth(a) - depth(b));
}

const ranges = new WeakMap<Rings, readonly [number, number]>();

/** Least and largest value of all moments, at most and at least 0, as parts of the largest size. */
function rangeOf(picture: Rings): readonly [number, number] {
  const known = ranges.get(picture);
  if (known !== undefined) return known;
  let [low, high] = [0, 0];
  for (const value of picture.values) {
    low = Math.min(low, value / FULL);
    high = Math.max(high, value / FULL);
  }
  ranges.set(picture, [low, high]);
  return [low, high];
}

/** Draws rings of sites with the field as a curtain, its crest, the other run's, and below them J and K. */
export function drawRings(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  picture: Rings,
  read: (values: Int8Array, stride: number, index: number) => number,
  ink: Ink,
): void {
  const { rings, columns, closed, tracks, values, J } = picture;
  const sourced = J.length > 0 && rings === 1;
  const stride = tracks.length * rings * columns;
  const order = farFirst(columns, closed);
  const across = 0.41 * width;
  const deep = (across * (sourced ? 0.25 : 0.34)) / rings;
  const [low, high] = rangeOf(picture);
  // Each ring has a part of the height; the data's ring has the lowest.
  const part = (sourced ? 0.74 : 0.92) / rings;
  const placeOf = (ring: number): Place => {
    const [top, room] = [(0.04 + ring * part) * height, part * height];
    const rise = Math.min(0.36 * height, (room - 2 * deep) / Math.max(0.1, high - NEAR * low));
    const slack = room - 2 * deep - rise * (high - NEAR * low);
    return { x: width / 2, y: top + 0.9 * deep + rise * high + slack / 2, across, deep, rise };
  };
  if (sourced) {
    const deepest = -Math.min(0, ...picture.J, ...picture.K) / FULL;
    const rise = 0.07 * height;
    const place = { ...placeOf(0), y: 0.97 * height - NEAR * (deep + rise * deepest), rise };
    drawSources(context, place, picture, order, read, ink);
  }
  const [a, b]: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (let ring = 0; ring < rings; ring++) {
    const place = placeOf(ring);
    const at = (track: number, column: number): number =>
      read(values, stride, (track * rings + ring) * columns + (column % columns)) / FULL;
    for (const column of order) {
      const [from, to] = [at(0, column), at(0, column + 1)];
      const [start, end] = [column / columns, (column + 1) / columns];
      const depth = pointOf(place, (start + end) / 2, 0, a);
      for (let band = 0; band < BANDS; band++) {
        const [inner, outer] = [band / BANDS, (band + 1) / BANDS];
        context.fillStyle = ink.field((FULL * (from + to) * (inner + outer)) / 4, depth);
        context.beginPath();
        for (const [part, h] of [
          [start, from * inner],
          [end, to * inner],
          [end, to * outer],
          [start, from * outer],
        ]) {
          pointOf(place, part, h, a);
          context.lineTo(a[0], a[1]);
        }
        context.closePath();
        context.fill();
        context.strokeStyle = context.fillStyle;
        context.lineWidth = 0.6;
        context.stroke();
      }
      for (let track = tracks.length - 1; track >= 0; track--) {
        pointOf(place, start, at(track, column), a);
        pointOf(place, end, at(track, column + 1), b);
        context.strokeStyle = ink.role(ink.run(tracks[track]), depth);
        context.lineWidth = ink.line * (track === 0 ? 2 : 1.25);
        context.beginPath();
        context.moveTo(a[0], a[1]);
        context.lineTo(b[0], b[1]);
        context.stroke();
      }
    }
  }
}

/** The data's ring: K as slabs on bonds, J as bars on sites. */
function drawSources(
  context: CanvasRenderingContext2D,
  place: Place,
  { columns, J, K }: Rings,
  order: readonly number[],
  read: (values: Int8Array, stride: number, index: number) => number,
  ink: Ink,
): void {
  const point: [number, number] = [0, 0];
  // Bars that stand closer than their breadth would be a wall.
  const every = Math.max(1, Math.round(columns / 32));
  for (const column of order) {
    if (column % every !== 0) continue;
    const [start, end] = [column / columns, (column + 0.8 * every) / columns];
    const depth = pointOf(place, start, 0, point);
    const k = read(K, columns, column) / FULL;
    context.fillStyle = ink.role('K', 0.3 * depth);
    context.beginPath();
    for (const [part, h] of [
      [start, 0],
      [end, 0],
      [end, k],
      [start, k],
    ]) {
      pointOf(place, part, h, point);
      context.lineTo(point[0], point[1]);
    }
    context.fill();
    const j = read(J, columns, column) / FULL;
    context.strokeStyle = ink.role('J', depth);
    context.lineWidth = 1.75 * ink.line;
    context.beginPath();
    pointOf(place, start, 0, point);
    context.moveTo(point[0], point[1]);
    pointOf(place, start, 0.8 * j, point);
    context.lineTo(point[0], point[1]);
    if (j !== 0) context.stroke();
  }
}
