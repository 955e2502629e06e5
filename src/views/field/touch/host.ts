import type { RunInfo } from '../../../engine/protocol.ts';
import type { FieldLayout } from '../layout.ts';
import type { FieldState } from '../state.ts';

/** What a hand needs of the picture that it touches. */
export interface TouchHost {
  readonly info: RunInfo;
  readonly geometry: FieldLayout;
  readonly state: FieldState;
  /** The weight whose site is drawn nearest to a pixel, within a reach in pixels; −1 for none. */
  siteAt(x: number, y: number, reach: number): number;
  /** Writes the pixel of a site at a height in limits. @returns false where it is not seen */
  pixelOf(weight: number, height: number, out: Float32Array): boolean;
}
