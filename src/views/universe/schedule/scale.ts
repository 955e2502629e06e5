import { roundSpan } from '../../charts/axes.ts';
import type { Course } from '../course.ts';
import type { Place } from '../place.ts';

/** Axes of the schedule: η from 0 to a round end, and the factor by which H is drawn; written in place. */
export interface ScheduleScale {
  /** End of the axis of η. */
  most: number;
  /** H is drawn so many times as large as η's axis would have it. */
  factor: number;
  /** Pixels of η = most and of η = 0. */
  top: number;
  bottom: number;
}

export function createScheduleScale(): ScheduleScale {
  return { most: 0, factor: 0, top: 0, bottom: 1 };
}

const SAMPLES = 96;
/** The axis shrinks only when less than this part of it is used. */
const LEAST_USED = 0.5;
/** The part of the axis that H's largest value is brought to, and the parts between which it may stay. */
const GOAL = 0.72;
const LOW = 0.3;
const HIGH = 0.95;
/** H runs away where a universe begins: the first part of the window does not set its scale. */
const BEGINNING = 0.2;
const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The largest round factor at most x: 60, 0.2, 1.5. */
export function roundFactor(x: number): number {
  if (!(x > 0) || !Number.isFinite(x)) return 1;
  const decade = 10 ** Math.floor(Math.log10(x));
  const part = x / decade;
  return decade * (NICE.filter((nice) => nice <= part * (1 + 1e-12)).at(-1) ?? 1);
}

/** Fits the axes to what is in the window: η at once where it grows, later where it shrinks. */
export function fitScale(scale: ScheduleScale, course: Course, place: Place, dimension: number): void {
  let most = 0;
  let hubble = 0;
  for (let i = 0; i <= SAMPLES; i++) {
    const part = i / SAMPLES;
    const eta = course.etaAt(place.from + part * (place.to - place.from));
    if (eta < Infinity && eta > most) most = eta;
    if (part >= BEGINNING && eta > 0) hubble = Math.max(hubble, 1 / (eta * dimension));
  }
  if (most === 0) {
    // Without friction there is no rate to draw, nor an axis that another run could have left here.
    scale.most = 0;
    scale.factor = 0;
    return;
  }
  if (most > scale.most || most < LEAST_USED * scale.most)
    scale.most = roundSpan({ min: 0, max: 1.04 * most }).max;
  const drawn = (hubble * scale.factor) / scale.most;
  if (hubble > 0 && !(drawn > LOW && drawn < HIGH)) scale.factor = roundFactor((GOAL * scale.most) / hubble);
}

/** Pixels of a value of η. */
export function etaY({ top, bottom, most }: ScheduleScale, eta: number): number {
  return bottom - (most > 0 ? eta / most : 0) * (bottom - top);
}

/** η at a pixel. */
export function etaAtY({ top, bottom, most }: ScheduleScale, y: number): number {
  return ((bottom - y) / (bottom - top)) * most;
}
