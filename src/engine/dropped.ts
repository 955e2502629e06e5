import { pointOf, type Plane } from '../physics/landscape/plane.ts';
import type { StateCommand } from '../scenario/types.ts';

/**
 * The command by which one run, or every one, goes on at rest from a point of a plane: W = O + x u + y v, to the last bit.
 * **exact**
 */
export function droppedAt(plane: Plane, x: number, y: number, track?: string): StateCommand {
  const weights = Array.from(pointOf(plane, x, y));
  return {
    kind: 'state',
    weights,
    velocity: weights.map(() => 0),
    ...(track === undefined ? {} : { track }),
  };
}
