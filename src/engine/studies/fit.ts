import { exp, log } from '../../physics/math/elementary.ts';
import type { StudyFit, StudyPoint, StudySeries } from './types.ts';

/** Points that a slope is measured over: those deepest in the asymptotic part. */
const FITTED = 4;
/** Errors below this part of the motion are round-off of double precision, not the quantity that is measured. */
const ROUND_OFF = 1e-12;

/**
 * Least squares of a power law,  log y = log c + s log x.
 *  @param points  x and y positive
 *  @returns       null for fewer than three points or where all x agree
 */
export function fitPowerLaw(points: readonly StudyPoint[]): StudyFit | null {
  const count = points.length;
  if (count < 3) return null;
  let meanX = 0;
  let meanY = 0;
  for (const { x, y } of points) {
    meanX += log(x) / count;
    meanY += log(y) / count;
  }
  let across = 0;
  let along = 0;
  for (const { x, y } of points) {
    const dx = log(x) - meanX;
    across += dx * dx;
    along += dx * (log(y) - meanY);
  }
  if (across === 0) return null;
  const slope = along / across;
  let scatter = 0;
  for (const { x, y } of points) {
    const off = log(y) - meanY - slope * (log(x) - meanX);
    scatter += off * off;
  }
  const xs = points.map(({ x }) => x);
  return {
    slope,
    factor: exp(meanY - slope * meanX),
    error: Math.sqrt(scatter / (count - 2) / across),
    from: Math.min(...xs),
    to: Math.max(...xs),
    count,
  };
}

/** Measures the slope of a series over its smallest x; points that are round-off do not count. */
export function measured(series: StudySeries): StudySeries {
  const sound = series.points.filter(({ y }) => y > ROUND_OFF).sort((a, b) => a.x - b.x);
  return { ...series, fit: fitPowerLaw(sound.slice(0, FITTED)) };
}

/** A series with one more point. */
export function withPoint(series: StudySeries, x: number, y: number): StudySeries {
  return { ...series, points: [...series.points, { x, y }] };
}
