import type { Color, Object3D } from 'three';
import { createDots } from '../scene/dots.ts';
import { createRibbons, plainRibbons } from '../scene/ribbons.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { heightOf, type FieldState } from './state.ts';
import type { FieldLayout } from './layout.ts';
import { baseUnder } from './sourceLayout.ts';

/** The ring round the linked site and its dashed thread down to its source. */
export function createMark(
  context: SceneContext,
  color: Color,
): {
  objects: Object3D[];
  show(state: FieldState, geometry: FieldLayout): void;
  dispose(): void;
} {
  const ring = { count: 1, center: new Float32Array(3), data: new Float32Array([0, 0, 8]) };
  const thread = plainRibbons([
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ]);
  const dots = createDots(context, ring, {
    fill: 'ring',
    outline: color,
    stroke: 2,
    bias: 0.16,
    fogLow: 0.8,
  });
  const line = createRibbons(context, thread, {
    course: 'straight',
    segments: 24,
    colored: 'plain',
    color,
    tint: 0.75,
    base: 1,
    gain: 0,
    dash: [2, 4],
    perspective: false,
    bias: 0.1,
    fogLow: 0.8,
  });
  return {
    objects: [dots.object, line.object],
    show(state, geometry) {
      const weight = state.linked;
      const shown = weight >= 0 && state.frame !== null;
      dots.object.visible = shown;
      line.object.visible = shown;
      if (!shown || state.frame === null) return;
      const at = 3 * weight;
      const level = geometry.sites[at + 1];
      const up = heightOf(geometry, state, weight, 0);
      for (const point of [ring.center, thread.from, thread.to]) {
        point[0] = geometry.sites[at];
        point[1] = up;
        point[2] = geometry.sites[at + 2];
      }
      thread.to[1] = geometry.sources === null ? level : baseUnder(geometry.sources, weight);
      dots.moved();
      line.moved();
    },
    dispose() {
      dots.dispose();
      line.dispose();
    },
  };
}
