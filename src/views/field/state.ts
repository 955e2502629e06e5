import type { FrameViews } from '../../engine/frame.ts';
import { heightIn } from '../scene/scale.ts';
import type { Target } from '../scene/target.ts';
import type { Drive } from './drive.ts';
import type { Held } from './held.ts';
import type { FieldLayout } from './layout.ts';
import type { SourceLayout } from './sourceLayout.ts';

/** What labels and marks need of the drawing at the moment. */
export interface FieldState {
  linked: number;
  inspected: Target | null;
  frame: FrameViews | null;
  /** [lines] the values of each line. */
  readonly values: (Float32Array | null)[];
  limit: number;
  /** What drives the weights; null while it is not known. */
  drive: Drive | null;
  /** What a hand adds, not yet let go; null: nothing. */
  held: Held | null;
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

/** Height of a weight's J over its base. */
export function riseJ(state: FieldState, { liftJ }: SourceLayout, weight: number): number {
  return state.drive === null ? 0 : rise(liftJ, state.drive.barJ[weight], state.drive.limitJ);
}

/** Height of a K over its base, by its bond, or its weight. */
export function riseK(state: FieldState, { liftK }: SourceLayout, index: number): number {
  return state.drive === null ? 0 : rise(liftK, state.drive.barK[index], state.drive.limitK);
}

/** Height of a value on a scale; 0 where there is no number. */
export function rise(lift: number, value: number, limit: number): number {
  return limit > 0 && Number.isFinite(value) ? (lift * value) / limit : 0;
}
