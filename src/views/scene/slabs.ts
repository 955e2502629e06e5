import {
  BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type Color,
  type IUniform,
} from 'three';
import { flatMaterial } from './material.ts';
import type { RibbonData } from './ribbons.ts';
import { COMMON, VALUES } from './shaders.ts';
import type { SceneContext } from './uniforms.ts';
import type { Values } from './values.ts';

/** Segments of one slab, so that it bends with the ring; where there are many, each is short anyway. */
const SEGMENTS = 6;
const MANY = 500;

const vertex = /* glsl */ `
${COMMON}
${VALUES}
attribute vec3 from, to;
attribute vec4 data;
varying float vFog;
void main() {
  vec3 q = mix(from, to, position.x);
  q.y += position.y * uLift * valueAt(data.x) / uLimit;
  vec4 view = modelViewMatrix * vec4(place(q), 1.0);
  vFog = fogAt(view.z, 0.34);
  gl_Position = projectionMatrix * view;
}
`;
const fragment = /* glsl */ `
${COMMON}
uniform vec3 uColor;
uniform float uTint;
varying float vFog;
void main() {
  gl_FragColor = vec4(mix(uGround, uColor, uTint * vFog), 1.0);
}
`;

export interface Slabs {
  readonly object: Mesh;
  dispose(): void;
}

/** Upright strips from a base line to their value: the couplings on the bonds. Shares data with their top line. */
export function createSlabs(
  context: SceneContext,
  ribbons: RibbonData,
  look: { color: Color; tint: number },
  shared: { values: Values; limit: IUniform<number>; lift: IUniform<number> },
): Slabs {
  const geometry = new InstancedBufferGeometry();
  const segments = ribbons.count > MANY ? 1 : SEGMENTS;
  const position = new Float32Array(6 * (segments + 1));
  const index: number[] = [];
  for (let i = 0; i <= segments; i++) {
    position.set([i / segments, 0, 0, i / segments, 1, 0], 6 * i);
    if (i > 0) index.push(2 * i - 2, 2 * i - 1, 2 * i, 2 * i, 2 * i - 1, 2 * i + 1);
  }
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setIndex(index);
  geometry.setAttribute('from', new InstancedBufferAttribute(ribbons.from, 3));
  geometry.setAttribute('to', new InstancedBufferAttribute(ribbons.to, 3));
  geometry.setAttribute('data', new InstancedBufferAttribute(ribbons.data, 4));
  geometry.instanceCount = ribbons.count;
  const material = flatMaterial(
    context,
    {
      uValues: { value: shared.values.texture },
      uLimit: shared.limit,
      uLift: shared.lift,
      uColor: { value: look.color },
      uTint: { value: look.tint },
    },
    vertex,
    fragment,
  );
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
