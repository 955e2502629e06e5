import type { Object3D } from 'three';
import type { RunInfo } from '../../../engine/protocol.ts';
import type { SceneContext } from '../../scene/uniforms.ts';
import type { FieldLayout } from '../layout.ts';
import type { FieldState } from '../state.ts';

/** @param bases  whether where a site's source stands is meant, too */
type SiteAt = (x: number, y: number, reach: number, bases?: boolean) => number;

/** What a hand needs of the picture that it touches. */
export interface TouchHost {
  readonly info: RunInfo;
  readonly geometry: FieldLayout;
  readonly state: FieldState;
  readonly context: SceneContext;
  /** What is drawn; a hand may add to it. */
  readonly object: Object3D;
  /** What is drawn at full height now. */
  limit(): number;
  /** The weight whose site is drawn nearest to a pixel, within a reach in pixels; −1 for none. */
  siteAt: SiteAt;
  /** The same for the sites as they stand now, whatever becomes of them. */
  sitesAsDrawn(): SiteAt;
  /** Writes the pixel of a site at a height in limits. @returns false where it is not seen */
  pixelOf(weight: number, height: number, out: Float32Array): boolean;
}
