/** What a hand does to the samples of a network that is a curve or a map: pure. */
import type { RunData } from '../../../engine/protocol.ts';
import type { Samples } from '../../../scenario/samples.ts';
import type { Span } from '../axes.ts';
import type { Box } from '../geometry.ts';
import { classesOf } from './classes.ts';

type Row = readonly number[];

/** Most numbers of samples that a hand changes: each change holds all of them. */
export const MOST_NUMBERS = 4000;
/** Places that a dragged sample may have, over the width of the picture: what is finer than a pixel is noise. */
const PLACES = 1000;

/** A picture of samples: their places in it, and back. */
export interface Plane {
  readonly box: Box;
  readonly x: Span;
  readonly y: Span;
  /** Whether a place is one input and its target; else it is two inputs. */
  readonly curve: boolean;
}

export function placeOf({ box, x, y, curve }: Plane, input: Row, target: Row): { x: number; y: number } {
  const [across, up] = curve ? [input[0], target[0]] : [input[0], input[1]];
  return {
    x: box.left + (box.width * (across - x.min)) / (x.max - x.min),
    y: box.top + (box.height * (y.max - up)) / (y.max - y.min),
  };
}

/** A number on the grid of a span: few digits, finer than a pixel. */
function rounded(value: number, { min, max }: Span): number {
  const inside = Math.min(max, Math.max(min, value));
  const step = 10 ** Math.ceil(Math.log10((max - min) / PLACES));
  return Number((Math.round(inside / step) * step).toPrecision(12));
}

/** The sample that stands at a point of the picture, as one of the same target as another. */
export function sampleAt(
  plane: Plane,
  at: { readonly x: number; readonly y: number },
  input: Row,
  target: Row,
): { readonly x: Row; readonly y: Row } {
  const { box, x, y, curve } = plane;
  const across = rounded(x.min + ((at.x - box.left) / box.width) * (x.max - x.min), x);
  const up = rounded(y.max - ((at.y - box.top) / box.height) * (y.max - y.min), y);
  return curve
    ? { x: [across, ...input.slice(1)], y: [up, ...target.slice(1)] }
    : { x: [across, up], y: target };
}

/** The sample nearest to a point within a distance in pixels; −1 where there is none. */
export function nearestSample(
  plane: Plane,
  { X, Y }: Samples,
  at: { readonly x: number; readonly y: number },
  within: number,
): number {
  let best = -1;
  let least = within;
  X.forEach((input, l) => {
    const place = placeOf(plane, input, Y[l]);
    const far = Math.hypot(place.x - at.x, place.y - at.y);
    if (far <= least) {
      best = l;
      least = far;
    }
  });
  return best;
}

/** Targets of every class, where samples have classes; none where targets are numbers. */
export function classTargets({
  targets,
  outputCount,
}: Pick<RunData, 'targets' | 'outputCount'>): readonly Row[] {
  const classes = classesOf(targets, outputCount);
  switch (classes?.kind) {
    case 'sign':
      return [[-1], [1]];
    case 'bit':
      return [[0], [1]];
    case 'one-hot': {
      // The rest may be 0 or −1.
      const low = targets.some((value) => value === -1) ? -1 : 0;
      return Array.from({ length: outputCount }, (_, n) =>
        Array.from({ length: outputCount }, (_, o) => (o === n ? 1 : low)),
      );
    }
    default:
      return [];
  }
}

/** The class of a target; −1 where it is of none. */
export function classOf(classes: readonly Row[], target: Row): number {
  return classes.findIndex((one) => one.every((value, n) => value === target[n]));
}
