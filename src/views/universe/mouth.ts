import type { HornField } from './field.ts';
import { CUT, heightIn } from '../scene/scale.ts';
import type { Ink } from './ink.ts';
import { angleOf, ARC, CREST, onHorn, type Place } from './place.ts';

/** What stands at the mouth of the horn: the field now, and the Hubble length. */
export interface Mouth {
  /** Angle of the Hubble arc, 0 for none. */
  arc: number;
  color: string;
  /** Moves a point of the crest on its way out of the field; left out: it is there. */
  move?: (at: number, out: Float64Array) => void;
}

/** Samples of a curve round the mouth, and sites up to which each has a dot. */
const SAMPLES = 288;
const MOST_DOTS = 64;
const DOT = 3.2;
/** Sizes of a dot between two of them, so that they do not run together. */
const APART = 4;

const point = new Float64Array(2);

/** Value of the present round the ring, Catmull-Rom between sites as on the horn, relative to a limit. */
export function presentAt(field: HornField, at: number, limit: number): number {
  const { sites, values } = field;
  const base = (field.rows - 1) * sites;
  const site = Math.floor(at);
  const f = at - site;
  const read = (index: number): number => values[base + (((index % sites) + sites) % sites)];
  const a = read(site - 1);
  const b = read(site);
  const c = read(site + 1);
  const d = read(site + 2);
  const value = b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
  return Number.isFinite(value) ? value / limit : 0;
}

/**
 * Point of the crest at a place along the row.
 *  @param limit  of the values of the field's present
 *  @returns whether it is on the scale: what was magnified beyond it is cut off
 */
export function crestPoint(
  place: Place,
  field: HornField,
  at: number,
  limit: number,
  out: Float64Array,
): boolean {
  const value = presentAt(field, at, limit);
  onHorn(place, place.nowX, place.radius * (1 + CREST * heightIn(value, 1)), angleOf(at, field.sites), out);
  return Math.abs(value) <= CUT;
}

/** Draws the Hubble arc beside the mouth and the field now round it. */
export function drawMouth(
  context: CanvasRenderingContext2D,
  place: Place,
  field: HornField,
  mouth: Mouth,
  limit: number,
  ink: Ink,
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (mouth.arc > 0) drawArc(context, place, Math.min(mouth.arc, 2 * Math.PI), ink);
  if (field.rows === 0) return;
  context.beginPath();
  let drawing = false;
  for (let i = 0; i <= SAMPLES; i++) {
    const at = (i / SAMPLES) * field.sites;
    const seen = crestPoint(place, field, at, limit, point);
    mouth.move?.(at, point);
    if (seen && drawing) context.lineTo(point[0], point[1]);
    else if (seen) context.moveTo(point[0], point[1]);
    drawing = seen;
  }
  // A casing of the ground keeps the crest apart from what is behind it.
  context.strokeStyle = ink.ground;
  context.lineWidth = ink.track + 2 * ink.hair;
  context.globalAlpha = 0.55;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = mouth.color;
  context.lineWidth = ink.track;
  context.stroke();
  const size = (DOT * ink.track) / 2.75;
  if (field.sites > MOST_DOTS || (2 * Math.PI * place.radius) / field.sites < APART * size) return;
  context.lineWidth = ink.hair;
  context.fillStyle = mouth.color;
  context.strokeStyle = ink.ground;
  for (let site = 0; site < field.sites; site++) {
    if (!crestPoint(place, field, site, limit, point)) continue;
    mouth.move?.(site, point);
    context.beginPath();
    context.arc(point[0], point[1], size, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

function drawArc(context: CanvasRenderingContext2D, place: Place, angle: number, ink: Ink): void {
  const radius = place.radius * (1 + ARC);
  const from = Math.PI / 2 - angle / 2;
  context.beginPath();
  for (let i = 0; i <= 96; i++) {
    onHorn(place, place.nowX, radius, from + (angle * i) / 96, point);
    if (i === 0) context.moveTo(point[0], point[1]);
    else context.lineTo(point[0], point[1]);
  }
  context.strokeStyle = ink.expansion;
  context.lineWidth = 1.1 * ink.track;
  context.stroke();
  context.fillStyle = ink.expansion;
  if (angle >= 2 * Math.PI) return;
  const dot = Math.min(1.3 * ink.track, (radius * angle) / 3);
  for (const end of [from, from + angle]) {
    onHorn(place, place.nowX, radius, end, point);
    context.beginPath();
    context.arc(point[0], point[1], dot, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Draws a universe that has not opened yet. */
export function drawPoint(context: CanvasRenderingContext2D, place: Place, ink: Ink): void {
  context.beginPath();
  context.arc(place.nowX, place.centerY, ink.track, 0, 2 * Math.PI);
  context.fillStyle = ink.expansion;
  context.fill();
}
