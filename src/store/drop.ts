import { droppedAt } from '../engine/dropped.ts';
import type { Landscape } from '../engine/observations/index.ts';
import { useLab } from './lab.ts';

/**
 * Drops one run, or every one, at rest at a point of a landscape's plane, and lets it go. An edit like any other: undo takes it back.
 */
export function dropBalls(
  plane: NonNullable<Landscape['plane']>,
  x: number,
  y: number,
  track?: string,
): void {
  const { setState, play } = useLab.getState();
  void setState(droppedAt(plane, x, y, track));
  play();
}
