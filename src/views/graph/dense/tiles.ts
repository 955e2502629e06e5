import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from 'three';
import { flatMaterial } from '../../scene/material.ts';
import type { SceneContext } from '../../scene/uniforms.ts';
import type { Values } from '../../scene/values.ts';
import { PANEL_FRAGMENT, PANEL_VERTEX } from './shaders.ts';

/** Small panels in the places of neurons, each with what its neuron answers. One draw call, whatever their number. */
export interface Tiles {
  readonly object: Mesh;
  /** [4·count] first place of its values, middle and reciprocal half of its colours, 1 where it is pointed out. */
  readonly data: Float32Array;
  /** `data` was rewritten in place; of these values, with so many places along an axis. */
  show(values: Values, side: number): void;
  dispose(): void;
}

const OUTLINE = 1.2;

const vertex = /* glsl */ `
${PANEL_VERTEX}
attribute vec3 center;
attribute vec4 data;
uniform float uSize;
varying vec4 vData;

void main() {
  vData = data;
  gl_Position = panelCorner(center, uSize, ${OUTLINE.toFixed(1)} * uLine * (1.0 + data.w) + 3.0, 0.14);
}
`;

const fragment = /* glsl */ `
${PANEL_FRAGMENT}
uniform sampler2D uMap;
uniform vec3 uOutline;
varying vec4 vData;

void main() {
  float edge = panelEdge(1.0);
  float line = ${OUTLINE.toFixed(1)} * uLine * (1.0 + vData.w);
  // Ground around it, so that wires end before it.
  float alpha = clamp(line + 1.5 - edge + 0.5, 0.0, 1.0);
  if (alpha < 0.03) discard;
  vec2 at = clamp(vAt / vHalf, -1.0, 1.0);
  vec2 scale = vData.yz;
#if AXES == 2
  vec3 color = rampColor((mapAt(uMap, vData.x, at, false) - scale.x) * scale.y);
#else
  vec2 curve = curveAt(uMap, vData.x, at.x, scale);
  vec3 color = curtain(at, curve);
  float away = abs(at.y - curve.x) * vHalf / sqrt(1.0 + curve.y * curve.y);
  color = mix(color, uText, inked(away, 0.8 * uLine));
#endif
  color = mix(color, vData.w > 0.5 ? uAccent : uOutline, clamp(edge + 0.5, 0.0, 1.0));
  color = mix(color, uGround, clamp(edge - line + 0.5, 0.0, 1.0));
  gl_FragColor = vec4(color, alpha);
}
`;

/** Two triangles; corners at −1 and 1. */
export function panelGeometry(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const corners = new Float32Array([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  return geometry;
}

/**
 * @param centers  [3·count] middles
 * @param size     half a side, in lattice space
 * @param axes     1: curves, 2: maps
 * @param side     places along an axis
 */
export function createTiles(context: SceneContext, centers: Float32Array, size: number, axes: number): Tiles {
  const count = centers.length / 3;
  const geometry = panelGeometry();
  const data = new Float32Array(4 * count);
  const attribute = new InstancedBufferAttribute(data, 4);
  geometry.setAttribute('center', new InstancedBufferAttribute(centers, 3));
  geometry.setAttribute('data', attribute);
  geometry.instanceCount = count;
  const { colors } = context.palette;
  const map = { value: null as Values['texture'] | null };
  const places = { value: 1 };
  const material = flatMaterial(
    context,
    {
      uMap: map,
      uSide: places,
      uSize: { value: size },
      uOutline: { value: colors['text-3'] },
      uFaint: { value: colors['text-3'] },
    },
    vertex,
    fragment,
    { AXES: axes },
  );
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.visible = false;
  return {
    object,
    data,
    show(values, side) {
      object.visible = true;
      map.value = values.texture;
      places.value = side;
      attribute.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
