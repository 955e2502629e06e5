import type { Expansion } from '../../../scenario/expansion.ts';
import type { Line } from '../figure.ts';

/** Laps round the ring that a front is followed for: later they only cross one another. */
const MOST_LAPS = 4;
/** Intervals that the way of light is summed over. */
const PARTS = 128;

/** How far a front has come, in sites, at some times; straight between them. */
export interface LightCourse {
  readonly times: ArrayLike<number>;
  readonly distances: ArrayLike<number>;
}

/** A front of one speed, √K sites per unit of time. */
export function steadyCourse(speed: number, from: number, to: number): LightCourse {
  return { times: [from, to], distances: [0, speed * (to - from)] };
}

/**
 * A front whose speed falls as space expands, ds/dt = √K/a: a null ray of the metric, **exact** for the continuum field;
 * on a lattice no wave is faster for long, **approximate**.
 *    s(t) = √K ∫ dt/a, by Simpson's rule
 *  @param speed  √K at a = 1
 *  @returns null where ln a has no number
 *  Source: physics.md 3.4, point 3.
 */
export function stretchedCourse(
  speed: number,
  expansion: Expansion,
  from: number,
  to: number,
): LightCourse | null {
  const h = (to - from) / PARTS;
  const times = Float64Array.from({ length: PARTS + 1 }, (_, n) => from + n * h);
  const distances = new Float64Array(PARTS + 1);
  const rate = (t: number): number => speed * Math.exp(-expansion.logScaleFactor(t));
  for (let n = 0; n < PARTS; n++) {
    const part = rate(times[n]) + 4 * rate(times[n] + 0.5 * h) + rate(times[n + 1]);
    distances[n + 1] = distances[n] + (h / 6) * part;
  }
  return distances.every(Number.isFinite) ? { times, distances } : null;
}

/**
 * Fronts that leave a site at the start in both directions, closed round the ring.
 *    n(t) = n₀ ± s(t), s = √K (t − t₀) where nothing stretches
 *  without friction no wave of the lattice is faster: dω/dk = K sin k/ω ≤ √K for J ≥ 0, **exact**; ahead of the front
 *  a lattice has a faint tail, which falls off faster than any power.
 *  @param apex   n₀
 *  @param sites  round the ring
 */
export function coneLines(apex: number, sites: number, { times, distances }: LightCourse): readonly Line[] {
  const last = times.length - 1;
  if (!(distances[last] > 0)) return [];
  return [1, -1].map((direction): Line => {
    const x = [times[0]];
    const y = [apex];
    const [out, back] = direction > 0 ? [sites - 0.5, -0.5] : [-0.5, sites - 0.5];
    // The seam lies half a site beyond the first and the last one.
    let edge = direction > 0 ? sites - 0.5 - apex : apex + 0.5;
    for (let n = 1; n <= last && edge < MOST_LAPS * sites; n++) {
      const [t0, t1] = [times[n - 1], times[n]];
      const [s0, s1] = [distances[n - 1], distances[n]];
      for (; edge < s1; edge += sites) {
        const at = t0 + ((edge - s0) / (s1 - s0)) * (t1 - t0);
        x.push(at, NaN, at);
        y.push(out, NaN, back);
      }
      x.push(t1);
      y.push(out - direction * (edge - s1));
    }
    return { kind: 'line', x, y, ink: 'K', dash: 'dash' };
  });
}
