import type { FrameViews } from '../../engine/frame.ts';
import type { FieldLayout } from './layout.ts';

/** What labels and marks need of the drawing at the moment. */
export interface FieldState {
  linked: number;
  frame: FrameViews | null;
  limit: number;
  limitJ: number;
  limitK: number;
  yaw: number;
  curl: number;
  /** [tracks] 1 where drawn. */
  readonly shown: Uint8Array;
  /** Row whose lines are drawn on surfaces, and its sheet. */
  rowSheet: number;
  row: number;
}

/** y of a weight's point on a track's line. */
export function heightOf(geometry: FieldLayout, state: FieldState, weight: number, track: number): number {
  const weights = state.frame?.tracks[track]?.weights;
  const value = weights === undefined ? 0 : weights[weight];
  const level = geometry.sites[3 * weight + 1];
  return Number.isFinite(value) && state.limit > 0
    ? level + (geometry.lifts[weight] * value) / state.limit
    : level;
}
