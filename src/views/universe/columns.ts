import { clearness, gapAt } from './coarse.ts';
import type { Course } from './course.ts';
import type { HornField, RowFinder } from './field.ts';
import type { HornColumns } from './hornMesh.ts';
import type { TimeWindow } from './window.ts';

/** ln a further below the present than this is drawn as if it were this far: radius 0 all the same. */
const DEEPEST = 12;

/**
 * Writes radius, e-folds, row of the field and its clearness at every column, evenly in time from the window's start
 * to the present.
 *  @param finder       of the field's rows
 *  @param curvatureAt  largest curvature at a value of ln a
 *  @returns how many columns are more faded than not
 */
export function fillColumns(
  { columns: count, radius, efolds, row, clear }: HornColumns,
  course: Course,
  { from }: TimeWindow,
  field: HornField,
  finder: RowFinder,
  curvatureAt: (log: number) => number,
): number {
  const { logBase, logNow, now } = course;
  const floor = logNow - DEEPEST - logBase;
  let faded = 0;
  finder.reset();
  for (let column = 0; column < count; column++) {
    const t = from + (column / (count - 1)) * (now - from);
    radius[column] = course.scaleAt(t);
    const own = course.logAt(t);
    const log = own - logBase;
    efolds[column] = Number.isFinite(log) ? Math.max(floor, log) : Number.isFinite(floor) ? floor : 0;
    row[column] = finder.at(t);
    const gap = field.amplitude === 0 ? 0 : gapAt(field, row[column]);
    clear[column] = clearness(gap, curvatureAt(own), 1 / course.etaAt(t));
    if (clear[column] < 0.5) faded++;
  }
  return faded;
}
