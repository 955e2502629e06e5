import { formatNumber, formatSigned } from '../../../messages/format.ts';
import { symmetricLog } from '../../charts/nonlocality/scale.ts';
import type { Sheet2d } from '../../scene/sheet2d.ts';
import type { Ink } from '../../universe/ink.ts';

/** Widths of the thinnest and the widest current, and radii of the smallest and the largest energy, in pixels. */
const THIN = 1.5;
const WIDE = 15;
const SMALL = 2.5;
const LARGE = 13;
/** Length of an arrow's head as a part of its width, and by how much it is wider than its shaft. */
const HEAD = 1.1;
const FLARE = 1.9;
/** Pixels between two layers from which on everything has its full size, and between an arrow and an energy. */
const ROOMY = 64;
const GAP = 2;
/** Notches that run along an arrow. */
const NOTCHES = 3;
/** Digits of the numbers at most, and pixels between two names. */
const DIGITS = 3;
const NAME_GAP = 5;
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const lowered = (m: number): string => [...String(m)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');

type Side = 'above' | 'below' | 'below both' | 'left' | 'right';
const DOWN: Readonly<Record<Side, number>> = { above: -1, below: 1, 'below both': 1, left: 0, right: 0 };

/** What is drawn of one instant. */
export interface Currents {
  /** [M] energies and [M + 1] powers. */
  readonly kinetic: Float64Array;
  readonly flux: Float64Array;
  /** The largest so far: what full size means. */
  readonly mostKinetic: number;
  readonly mostFlux: number;
  /** [M + 1] how far the notches of each have run, 0 to 1. */
  readonly phase: Float64Array;
}

/** Pixels of an arrow: width by its logarithm over three decades, as on the chart's map. */
export function widthOf(power: number, largest: number): number {
  return THIN + (WIDE - THIN) * Math.abs(symmetricLog(power, largest));
}

/** Radius of a disc whose area is as the energy. */
export function radiusOf(energy: number, largest: number): number {
  return largest > 0 ? SMALL + (LARGE - SMALL) * Math.sqrt(Math.min(1, energy / largest)) : SMALL;
}

/**
 * Draws energies as discs and powers as arrows between them, with their numbers.
 *  @param room    pixels between the line and the neurons over it
 *  @param points  [2·(M + 2)] pixels of the levels and of where the last current goes; NaN is not in sight
 */
export function drawCurrents(
  sheet: Sheet2d,
  points: Float32Array,
  room: number,
  { kinetic, flux, mostKinetic, mostFlux, phase }: Currents,
  color: string,
  ink: Ink,
): void {
  const { context: pen } = sheet;
  sheet.clear();
  const depth = kinetic.length;
  const middle = (m: number, axis: number): number => (points[2 * m + axis] + points[2 * m + 2 + axis]) / 2;
  const upright = Math.abs(points[1] - points[2 * depth + 1]) > Math.abs(points[0] - points[2 * depth]);
  const pace = Math.hypot(points[2] - points[0], points[3] - points[1]);
  // Where layers stand close everything is smaller.
  const size = Math.min(1, Math.max(0.3, pace / ROOMY));
  const large = size * LARGE;
  pen.font = `${ink.type}px ${ink.font}`;
  const between = upright ? Infinity : pace;
  const measured = (words: string): number => pen.measureText(words).width;
  const energies = namesWithin(
    kinetic,
    (value, m, digits) => `T${lowered(m)} ${formatNumber(value, digits)}`,
    measured,
    between,
  );
  const powers = namesWithin(
    flux,
    (value, m, digits) => `P${lowered(m)} ${formatSigned(value, digits)}`,
    measured,
    between,
  );
  const close = pace <= 1.5 * ink.type;
  pen.lineJoin = 'round';
  // Under the names of the layers there is no room in a small pane: powers are then named under the energies.
  const sideOfPower: Side = upright ? 'right' : room < 4.2 * ink.type + LARGE ? 'below both' : 'above';
  for (let m = 0; m <= depth; m++) {
    const power = flux[m];
    // From the energy below to the one above; the first comes from the inputs, the last leaves the outputs.
    const [x0, y0] = m === 0 ? [points[0], points[1]] : [middle(m - 1, 0), middle(m - 1, 1)];
    const beyond = m === depth;
    const [x1, y1] = beyond ? [points[2 * m + 2], points[2 * m + 3]] : [middle(m, 0), middle(m, 1)];
    const [from, to] = [m === 0 ? 0 : large, beyond ? 0 : large];
    if (m > 0 || power !== 0) {
      arrow(pen, [x0, y0, x1, y1], [from, to], power, size * widthOf(power, mostFlux), phase[m], ink);
      if (powers !== null && !close) {
        name(pen, powers[m], points[2 * m], points[2 * m + 1], sideOfPower, ink.text, ink);
      }
    }
  }
  for (let m = 0; m < depth; m++) {
    const radius = size * radiusOf(kinetic[m], mostKinetic);
    pen.beginPath();
    pen.arc(middle(m, 0), middle(m, 1), radius, 0, 2 * Math.PI);
    pen.fillStyle = color;
    pen.strokeStyle = ink.ground;
    pen.lineWidth = 3;
    pen.stroke();
    pen.fill();
    if (energies !== null && !close) {
      name(pen, energies[m], middle(m, 0), middle(m, 1), upright ? 'left' : 'below', color, ink);
    }
  }
}

/**
 * Names of a row of marks in as many digits as fit between two of them, three to one.
 *  @param of    a name in so many digits
 *  @param room  pixels from one to the next
 *  @returns null where even one digit is too wide
 */
export function namesWithin(
  values: Float64Array,
  of: (value: number, m: number, digits: number) => string,
  widthOfWords: (words: string) => number,
  room: number,
): readonly string[] | null {
  for (let digits = DIGITS; digits > 0; digits--) {
    const names = Array.from(values, (value, m) => of(value, m, digits));
    if (names.every((words) => widthOfWords(words) + NAME_GAP <= room)) return names;
  }
  return null;
}

/** An arrow along its line, the way the power runs; between the energies at its ends. */
function arrow(
  pen: CanvasRenderingContext2D,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  [from, to]: readonly [number, number],
  power: number,
  width: number,
  phase: number,
  ink: Ink,
): void {
  const whole = Math.hypot(x1 - x0, y1 - y0);
  const length = whole - from - to - 2 * GAP;
  if (!(length > 4)) return;
  const forward = power >= 0;
  const head = Math.min(0.5 * length, HEAD * width + 5);
  const half = width / 2;
  pen.save();
  pen.translate(x0, y0);
  pen.rotate(Math.atan2(y1 - y0, x1 - x0));
  pen.translate(from + GAP, 0);
  if (!forward) {
    pen.translate(length, 0);
    pen.scale(-1, 1);
  }
  pen.beginPath();
  pen.moveTo(0, -half);
  pen.lineTo(length - head, -half);
  pen.lineTo(length - head, -FLARE * half - 2);
  pen.lineTo(length, 0);
  pen.lineTo(length - head, FLARE * half + 2);
  pen.lineTo(length - head, half);
  pen.lineTo(0, half);
  pen.closePath();
  pen.strokeStyle = ink.ground;
  pen.lineWidth = 3;
  pen.stroke();
  pen.fillStyle = ink.text2;
  pen.fill();
  // Notches that run along the shaft.
  pen.strokeStyle = ink.ground;
  pen.lineWidth = 2;
  const shaft = length - head;
  for (let k = 0; k < NOTCHES; k++) {
    const x = ((k + phase) / NOTCHES) * shaft;
    if (x < half || x > shaft - 1) continue;
    pen.beginPath();
    pen.moveTo(x - 0.6 * half, -half);
    pen.lineTo(x, 0);
    pen.lineTo(x - 0.6 * half, half);
    pen.stroke();
  }
  pen.restore();
}

/** A quantity's symbol and number beside its mark, haloed by the ground. */
function name(
  pen: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  side: Side,
  color: string,
  ink: Ink,
): void {
  const away = LARGE + 5;
  pen.textAlign = side === 'left' ? 'right' : side === 'right' ? 'left' : 'center';
  pen.textBaseline = side === 'above' ? 'bottom' : side === 'left' || side === 'right' ? 'middle' : 'top';
  const left = x + (side === 'left' ? -away : side === 'right' ? away : 0);
  const top = y + DOWN[side] * away + (side === 'below both' ? 1.15 * ink.type : 0);
  pen.strokeStyle = ink.ground;
  pen.lineWidth = 3;
  pen.strokeText(words, left, top);
  pen.fillStyle = color;
  pen.fillText(words, left, top);
}
