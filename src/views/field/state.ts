import type { FrameViews } from '../../engine/frame.ts';
import { heightIn } from '../scene/scale.ts';
import type { Target } from '../scene/target.ts';
import type { FieldLayout } from './layout.ts';

/** What labels and marks need of the drawing at the moment. */
export interface FieldState {
  linked: number;
  inspected: Target | null;
  frame: FrameViews | null;
  /** [lines] the values of each line. */
  readonly values: (Float32Array | null)[];
  limit: number;
  limitJ: number;
  limitK: number;
  yaw: number;
  curl: number;
  /** [lines] 1 where drawn. */
  readonly shown: Uint8Array;
  /** Row whose lines are drawn on surfaces, and its sheet. */
  rowSheet: number;
  row: number;
}

/** y of a weight's point on a line. */
export function heightOf(geometry: FieldLayout, state: FieldState, weight: number, line: number): number {
  const value = state.values[line]?.[weight] ?? 0;
  const level = geometry.sites[3 * weight + 1];
  return level + geometry.lifts[weight] * heightIn(value, state.limit);
}
