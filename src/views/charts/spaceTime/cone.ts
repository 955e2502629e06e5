import type { Span } from '../axes.ts';
import type { Line } from '../figure.ts';

/** Laps round the ring that a front is followed for: later they only cross one another. */
const MOST_LAPS = 4;

/**
 * Fronts that leave a site at the start in both directions, closed round the ring.
 *    n(t) = n₀ ± √K (t − t₀)
 *  without friction no wave of the lattice is faster: dω/dk = K sin k/ω ≤ √K for J ≥ 0, **exact**; ahead of the front
 *  a lattice has a faint tail, which falls off faster than any power.
 *  @param apex   n₀
 *  @param sites  round the ring
 *  @param speed  √K, sites per unit of time
 */
export function coneLines(apex: number, sites: number, speed: number, { min, max }: Span): readonly Line[] {
  if (!(speed > 0) || !(max > min)) return [];
  const last = Math.min(max, min + (MOST_LAPS * sites) / speed);
  return [1, -1].map((direction): Line => {
    const x = [min];
    const y = [apex];
    // The seam lies half a site beyond the first and the last one.
    let edge = direction > 0 ? sites - 0.5 - apex : apex + 0.5;
    for (; edge < speed * (last - min); edge += sites) {
      const at = min + edge / speed;
      const [out, back] = direction > 0 ? [sites - 0.5, -0.5] : [-0.5, sites - 0.5];
      x.push(at, NaN, at);
      y.push(out, NaN, back);
    }
    const since = speed * (last - min) - (edge - sites);
    x.push(last);
    y.push(direction > 0 ? since - 0.5 : sites - 0.5 - since);
    return { kind: 'line', x, y, ink: 'K', dash: 'dash' };
  });
}
