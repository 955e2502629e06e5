import { withinReach } from '../../../scenario/stroke.ts';

/** Where a hand is on a curve: at a site, with a value. */
export interface Point {
  readonly site: number;
  readonly value: number;
}

/**
 * A row with the curve that a hand drew from one point to another: every site between has the value of the straight line
 * there, so that nothing is left out however fast it went.
 */
export function drawnOver(row: readonly number[], from: Point, to: Point): readonly number[] {
  const next = [...row];
  const count = Math.abs(to.site - from.site);
  for (let n = 0; n <= count; n++) {
    const part = count === 0 ? 1 : n / count;
    const site = from.site + Math.round(part * (to.site - from.site));
    const value = withinReach(from.value + part * (to.value - from.value), row[site] ?? 0);
    if (site >= 0 && site < next.length && Number.isFinite(value)) next[site] = value;
  }
  return next;
}
