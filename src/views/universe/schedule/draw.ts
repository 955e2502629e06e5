import { formatShort } from '../../../messages/format.ts';
import { roundTicks } from '../../charts/axes.ts';
import type { Sheet2d } from '../../scene/sheet2d.ts';
import { isNarrow, timeX } from '../place.ts';
import type { UniverseMoment } from '../model.ts';
import { tickLabels } from '../times.ts';
import { etaY, type ScheduleScale } from './scale.ts';

/** How the future stands back behind the past. */
const FUTURE = 0.42;
/** Pixels between points of a curve. */
const STEP = 2;
/** Pixels between marks of stretches. */
const MARKS_APART = 4;

/** Draws axes, η(t) and H(t) up to the present and beyond, on the horn's time axis. */
export function drawSchedule(
  sheet: Sheet2d,
  moment: UniverseMoment,
  scale: ScheduleScale,
  marks: readonly number[],
  /** Without H: there is no room for its name. */
  alone: boolean,
): void {
  const { context } = sheet;
  const { place, ink } = moment;
  sheet.clear();
  const { left, right, nowX } = place;
  const { top, bottom, most } = scale;
  context.font = `${ink.type}px ${ink.font}`;
  context.textBaseline = 'middle';
  context.lineCap = 'butt';
  context.lineWidth = ink.hair;
  context.strokeStyle = ink.line;
  context.fillStyle = ink.text3;
  context.textAlign = 'right';
  const wanted = Math.max(1, Math.round((bottom - top) / (3.4 * ink.type)));
  for (const value of most > 0 ? roundTicks({ min: 0, max: most }, wanted) : [0]) {
    const y = crisp(etaY(scale, value), ink.hair);
    line(context, left, y, right, y);
    context.fillText(formatShort(value), left - 0.8 * ink.type, y);
  }
  context.textAlign = 'center';
  let marked = -Infinity;
  for (const time of marks) {
    const x = crisp(timeX(place, time), ink.hair);
    if (x - marked < MARKS_APART) continue;
    marked = x;
    line(context, x, top - 0.6 * ink.type, x, bottom);
  }
  const count = Math.max(2, Math.round((right - left) / (8 * ink.type)));
  const end = isNarrow(place) ? right - 4.5 * ink.type : right + 1;
  const times = roundTicks({ min: place.from, max: place.to }, count);
  tickLabels(times).forEach((words, index) => {
    const x = timeX(place, times[index]);
    if (x <= end) context.fillText(words, x, bottom + 1.1 * ink.type);
  });
  context.strokeStyle = ink.lineStrong;
  line(context, left, crisp(bottom, ink.hair), right, crisp(bottom, ink.hair));
  if (most === 0) return;
  context.save();
  context.beginPath();
  context.rect(left - 2, top - 0.7 * ink.type, right - left + 4, bottom - top + 0.7 * ink.type + 2);
  context.clip();
  const rate = (x: number): number => etaY(scale, moment.course.etaAt(timeOf(moment, x)));
  const hubble = (x: number): number => {
    const eta = moment.course.etaAt(timeOf(moment, x));
    return etaY(scale, eta > 0 ? scale.factor / (eta * moment.expansion.dimension) : Infinity);
  };
  if (!alone) curve(context, hubble, left, nowX, right, ink.expansion, ink.ghostWidth);
  curve(context, rate, left, nowX, right, ink.text, 0.9 * ink.track);
  context.restore();
  const x = crisp(nowX, ink.hair);
  context.strokeStyle = ink.text;
  context.lineWidth = ink.hair;
  context.setLineDash([2 * ink.hair, 4 * ink.hair]);
  line(context, x, top - 0.6 * ink.type, x, bottom);
  context.setLineDash([]);
  for (const [y, color] of [
    [alone ? NaN : hubble(nowX), ink.expansion],
    [rate(nowX), ink.text],
  ] as const) {
    if (!(y >= top - 0.6 * ink.type && y <= bottom)) continue;
    context.beginPath();
    context.arc(nowX, y, 1.1 * ink.track, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
}

function timeOf({ place }: UniverseMoment, x: number): number {
  return place.from + ((x - place.left) / (place.right - place.left)) * (place.to - place.from);
}

function crisp(at: number, hair: number): number {
  return Math.round(at - hair / 2) + hair / 2;
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

/** A curve, bright up to the present, dim beyond it. */
function curve(
  context: CanvasRenderingContext2D,
  at: (x: number) => number,
  left: number,
  now: number,
  right: number,
  color: string,
  width: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  for (const [from, to, alpha] of [
    [left, now, 1],
    [now, right, FUTURE],
  ] as const) {
    if (!(to > from)) continue;
    context.globalAlpha = alpha;
    context.beginPath();
    let started = false;
    for (let x = from; ; x = Math.min(to, x + STEP)) {
      const y = at(x);
      if (Number.isFinite(y)) {
        const bounded = Math.max(-1e4, y);
        if (started) context.lineTo(x, bounded);
        else context.moveTo(x, bounded);
        started = true;
      }
      if (x >= to) break;
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}
