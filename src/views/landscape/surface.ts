import type { IUniform, Mesh } from 'three';
import { flatMaterial } from '../scene/material.ts';
import { COMMON, SHEET } from '../scene/shaders.ts';
import { createHeights, drawn, gridGeometry } from '../scene/sheet.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { RISE, type Ground } from './ground.ts';

const VERTEX = /* glsl */ `
${COMMON}
${SHEET}
varying float vLevel;
void main() {
  float row = position.y * (uShape.x - 1.0);
  float column = position.x * (uShape.y - 1.0);
  vLevel = height(row, column);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(onSheet(row, column, vLevel), 1.0);
}
`;
const FRAGMENT = /* glsl */ `
${COMMON}
uniform sampler2D uSequential;
uniform float uFloor, uPerContour;
varying float vLevel;
void main() {
  // What costs more than the cut is not drawn: the rim is the contour of that cost.
  if (vLevel > 1.0) discard;
  float level = clamp(vLevel, 0.0, 1.0);
  vec3 color = texture(uSequential, vec2((level * 255.0 + 0.5) / 256.0, 0.5)).rgb;
  float c = uFloor + vLevel * uPerContour;
  float w = fwidth(c);
  float d = abs(fract(c - 0.5) - 0.5) / max(w, 1e-6);
  // They fade where they would stand closer than a few pixels.
  float line = (1.0 - smoothstep(0.2, 1.1, d / uLine)) * (1.0 - smoothstep(0.15, 0.4, w));
  gl_FragColor = vec4(mix(color, uText, 0.38 * line), 1.0);
}
`;

/** The cost over its plane, coloured by the sequential map, with contours. */
export interface CostSurface {
  readonly object: Mesh;
  show(ground: Ground): void;
  dispose(): void;
}

/** @param size  points along a side, which stays */
export function createCostSurface(context: SceneContext, size: number): CostSurface {
  const heights = createHeights({
    rows: size,
    columns: size,
    periodicRows: false,
    periodicColumns: false,
    cubic: true,
    origin: [-1, 1],
    step: [2 / (size - 1), -2 / (size - 1)],
    level: 0,
    lift: RISE,
    columnRange: [0, size - 1],
    rowRange: [0, size - 1],
  });
  const floor: IUniform<number> = { value: 0 };
  const perContour: IUniform<number> = { value: 1 };
  const cells = Math.min(2 * (size - 1), Math.floor(Math.sqrt(context.triangles / 2)));
  const mesh = drawn(
    gridGeometry(cells, cells),
    flatMaterial(
      context,
      {
        ...heights.uniforms,
        uSequential: { value: context.palette.sequential },
        uFloor: floor,
        uPerContour: perContour,
      },
      VERTEX,
      FRAGMENT,
    ),
  );
  const { object } = mesh;
  object.visible = false;
  return {
    object,
    show(ground) {
      object.visible = true;
      heights.values.set(ground.heights);
      const [x, z] = ground.half;
      heights.uniforms.uOrigin.value.set(-x, z);
      heights.uniforms.uStep.value.set((2 * x) / (size - 1), (-2 * z) / (size - 1));
      floor.value = ground.floor / ground.contour;
      perContour.value = (ground.cut - ground.floor) / ground.contour;
    },
    dispose() {
      mesh.dispose();
      heights.values.dispose();
    },
  };
}
