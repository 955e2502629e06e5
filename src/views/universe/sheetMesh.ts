import { Mesh, Vector2, Vector3, Vector4 } from 'three';
import { flatMaterial } from '../scene/material.ts';
import { COMMON, SHEET } from '../scene/shaders.ts';
import { createHeights, gridGeometry, type Heights, type SheetFrame } from '../scene/sheet.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { PASSAGE, type Passage } from './passage.ts';
import { ON_SHEET, RISE, type SheetPlace } from './sheetPlace.ts';

/** A whole sheet of the field, in pixels of its pane, with its rings and the Hubble length drawn on it; one draw call. */
export interface SheetMesh {
  readonly object: Mesh;
  /** Heights of the sites: 1 is the scale. */
  readonly heights: Heights;
  /**
   * @param efolds  e-folds passed since the run's base; rings stand at every half of one
   * @param circle  column and row of the middle of the Hubble circle, and its radius in sites; 0: none
   */
  update(place: SheetPlace, efolds: number, circle: readonly [number, number, number]): void;
  dispose(): void;
}

const VERTEX = /* glsl */ `
${COMMON}
${SHEET}
${ON_SHEET}
${PASSAGE}
uniform vec2 uHalf;
varying float vValue;
varying vec2 vSite, vAt;
void main() {
  // From half a site before the first to half a site after the last: the whole of its length.
  vSite = vec2(position.y * uShape.x - 0.5, position.x * uShape.y - 0.5);
  vAt = 2.0 * position.xy - 1.0;
  float h = clamp(height(vSite.x, vSite.y), -CUT, CUT);
  vValue = h;
  vec3 at = onSheetNow(vAt * uHalf, uSheet.w * h);
  if (uOut < 1.0) {
    float own = h * uPadGain;
    vValue = mix(own, h, uOut);
    at = mix(onPad(vSite.y, vSite.x, own), at, uOut);
  }
  gl_Position = vec4(2.0 * at.x / uView.x - 1.0, 1.0 - 2.0 * at.y / uView.y, -0.4 * at.z, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${COMMON}
uniform vec2 uHalf, uCells, uShapeOf, uCloses;
uniform vec3 uRing, uCircle; // uCircle: column, row, radius in sites
uniform float uFolds, uOut;
varying float vValue;
varying vec2 vSite, vAt;
// Cover of a line at 0, so many pixels wide.
float line(float x, float wide) {
  float w = max(fwidth(x), 1e-6);
  return 1.0 - smoothstep(0.5 * wide - 0.5, 0.5 * wide + 0.5, abs(x) / w);
}
float grid(float x) {
  float w = fwidth(x);
  float d = abs(x - round(x)) / max(w, 1e-6);
  return (1.0 - smoothstep(0.1, 0.9, d / uLine)) * (1.0 - smoothstep(0.12, 0.3, w));
}
void main() {
  vec3 color = rampColor(vValue);
  color = mix(color, uText, 0.2 * max(grid(vSite.x / uCells.y), grid(vSite.y / uCells.x)));
  // The sheet was as large as the part within a ring when so many e-folds had passed.
  float share = max(abs(vAt.x), abs(vAt.y));
  float ring = 2.0 * (uFolds + log(max(share, 1e-6)));
  float near = round(ring);
  float w = max(fwidth(ring), 1e-6);
  float ringed = (1.0 - smoothstep(0.9 * uLine - 0.5, 0.9 * uLine + 0.5, abs(ring - near) / w)) * (1.0 - smoothstep(0.12, 0.26, w));
  color = mix(color, uRing, 0.9 * uOut * ringed * step(-0.5, near) * step(near + 0.02, 2.0 * uFolds));
  if (uCircle.z > 0.0 && uOut == 1.0) {
    vec2 gap = abs(vSite.yx - uCircle.xy);
    vec2 sides = uShapeOf.yx;
    gap = mix(gap, min(gap, abs(sides - gap)), uCloses);
    color = mix(color, uRing, line(length(gap) - uCircle.z, 2.6 * uLine));
  }
  vec2 rim = (1.0 - abs(vAt)) / max(fwidth(vAt), vec2(1e-6));
  color = mix(color, uText, 0.6 * (1.0 - smoothstep(0.5, 1.5, min(rim.x, rim.y) / uLine)));
  gl_FragColor = vec4(color, 1.0);
}
`;

/** Lines of the comoving grid along one side: no more than can be followed. */
const MOST_LINES = 32;

export function createSheetMesh(
  context: SceneContext,
  frame: SheetFrame,
  place: SheetPlace,
  passage: Passage,
): SheetMesh {
  const heights = createHeights(frame);
  const { rows, columns } = frame;
  const cells = Math.min(6, Math.sqrt(context.triangles / 2 / (rows * columns)));
  const sheet = new Vector4();
  const circle = new Vector3();
  const folds = { value: 0 };
  const every = (sites: number): number => Math.ceil(sites / MOST_LINES);
  const flag = (on: boolean): number => (on ? 1 : 0);
  const material = flatMaterial(
    context,
    {
      ...heights.uniforms,
      uSheet: { value: sheet },
      uHalf: { value: new Vector2(...place.half) },
      uCells: { value: new Vector2(every(columns), every(rows)) },
      uShapeOf: { value: new Vector2(rows, columns) },
      uCloses: { value: new Vector2(flag(frame.periodicColumns), flag(frame.periodicRows)) },
      uRing: { value: context.palette.colors.expansion },
      uCircle: { value: circle },
      uFolds: folds,
      ...passage.uniforms,
    },
    VERTEX,
    FRAGMENT,
  );
  const geometry = gridGeometry(
    Math.max(1, Math.round(cells * rows)),
    Math.max(1, Math.round(cells * columns)),
  );
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    heights,
    update({ centerX, centerY, size }, efolds, [column, row, radius]) {
      sheet.set(centerX, centerY, size, RISE);
      folds.value = efolds;
      circle.set(column, row, radius);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      heights.values.dispose();
    },
  };
}
