import { droppedAt } from '../engine/dropped.ts';
import type { Landscape } from '../engine/observations/index.ts';
import { useLab } from './lab.ts';

/**
 * Drops every run at rest at a point of a landscape's plane, and lets them go. An edit like any other: undo takes it back.
 */
export function dropBalls(plane: NonNullable<Landscape['plane']>, x: number, y: number): void {
  const { setState, play } = useLab.getState();
  const { weights, velocity } = droppedAt(plane, x, y);
  void setState(weights, velocity);
  play();
}
