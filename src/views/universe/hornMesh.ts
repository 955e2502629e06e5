import { BufferAttribute, BufferGeometry, Mesh, Vector4, type Color, type IUniform } from 'three';
import { flatMaterial } from '../scene/material.ts';
import { COMMON } from '../scene/shaders.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { createValues, type Values } from '../scene/values.ts';
import type { HornField } from './field.ts';
import { MOST_ROWS } from './field.ts';
import { PASSAGE, type Passage } from './passage.ts';
import { OBLIQUE, type Place } from './place.ts';

/** Columns of the mesh along time, written before `update`. */
export interface HornColumns {
  readonly columns: number;
  /** Radius (mouth = 1), e-folds and row of the field at every column. */
  readonly radius: Float32Array;
  readonly efolds: Float32Array;
  readonly row: Float32Array;
  /** How much of the field is drawn at every column, 1 down to 0. */
  readonly clear: Float32Array;
}

/** The horn: a surface of time by angle, drawn in pixels of the pane; one draw call. */
export interface HornMesh extends HornColumns {
  readonly object: Mesh;
  /** The field's values were written. */
  takeField(): void;
  /** @param gain  what makes the largest value 1; @param ring0  whether a ring stands at 0 e-folds */
  update(place: Place, gain: number, ring0: boolean): void;
  dispose(): void;
}

const VERTEX = /* glsl */ `
${COMMON}
uniform sampler2D uCourse;
uniform vec4 uPlace; // left, x of the mouth, height of the axis, radius of the mouth
uniform sampler2D uField;
uniform float uColumns, uSites, uLastRow, uEvery;
varying float vAngle, vRow, vFolds, vAlong, vClear, vRing, vNear;
${PASSAGE}
float nowAt(int site) {
  int n = int(uSites);
  int i = int(uLastRow) * n + ((site % n) + n) % n;
  float v = texelFetch(uField, ivec2(i & 1023, i >> 10), 0).r;
  return abs(v) < 1e30 ? v : 0.0;
}
float course(float column, float kind) {
  int i = int(kind * uColumns + column + 0.5);
  return texelFetch(uCourse, ivec2(i & 1023, i >> 10), 0).r;
}
void main() {
  float column = position.x;
  float r = course(column, 0.0);
  vFolds = course(column, 1.0);
  vRow = course(column, 2.0);
  vClear = course(column, 3.0);
  vAlong = column / (uColumns - 1.0);
  vAngle = position.y;
  float angle = 6.283185307 * position.y + 1.570796327;
  float depth = sin(angle);
  vec2 at = vec2(mix(uPlace.x, uPlace.y, vAlong) + ${OBLIQUE} * uPlace.w * r * depth, uPlace.z - uPlace.w * r * cos(angle));
  float z = 0.8 * r * depth;
  vRing = 0.0;
  vNear = 1.0;
  if (uOut < 1.0) {
    // The curtain of the field: its foot is the beginning, its crest the present.
    float site = position.y * uSites;
    float f = fract(site);
    int n = int(floor(site));
    float v = mix(nowAt(n), nowAt(n + 1), f) * uPadGain;
    vRing = v * vAlong;
    vec3 ring = onPad(site * uEvery, 0.0, vRing);
    vNear = smoothstep(0.0, 1.0, (ring.z + 1.05) / 1.7);
    at = mix(ring.xy, at, uOut);
    z = mix(0.5 * ring.z, z, uOut);
  }
  gl_Position = vec4(2.0 * at.x / uView.x - 1.0, 1.0 - 2.0 * at.y / uView.y, z, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${COMMON}
uniform sampler2D uField;
uniform float uSites, uGain, uStepOfLines, uRingZero;
uniform float uOut;
uniform vec3 uRing;
varying float vAngle, vRow, vFolds, vAlong, vClear, vRing, vNear;
float value(int row, int site) {
  int n = int(uSites);
  int i = row * n + ((site % n) + n) % n;
  float v = texelFetch(uField, ivec2(i & 1023, i >> 10), 0).r;
  return abs(v) < 1e30 ? v : 0.0;
}
float along(int row, int site, vec4 w) {
  return dot(w, vec4(value(row, site - 1), value(row, site), value(row, site + 1), value(row, site + 2)));
}
float fieldAt(float row, float at) {
  int site = int(floor(at));
  float f = at - floor(at);
  vec4 w = 0.5 * vec4(
    ((2.0 - f) * f - 1.0) * f,
    (3.0 * f - 5.0) * f * f + 2.0,
    ((4.0 - 3.0 * f) * f + 1.0) * f,
    (f - 1.0) * f * f
  );
  int r = int(floor(row));
  float part = row - floor(row);
  float low = along(r, site, w);
  return part > 0.0 ? mix(low, along(r + 1, site, w), part) : low;
}
// Cover of lines at whole x, so many pixels wide; gone where they would stand closer than a few pixels.
float lines(float x, float wide, vec2 fade) {
  float w = max(fwidth(x), 1e-6);
  float d = abs(x - round(x)) / w;
  return (1.0 - smoothstep(0.5 * wide - 0.5, 0.5 * wide + 0.5, d)) * (1.0 - smoothstep(fade.x, fade.y, w));
}
void main() {
  bool outside = gl_FrontFacing;
  float v = fieldAt(vRow, vAngle * uSites) * uGain * vClear;
  float shade = outside ? 0.96 * mix(0.62, 1.0, vAlong) : 0.62;
  // On the way the field's own colours and its fog give way to those of the horn.
  v = mix(vRing, v, uOut);
  shade = mix(mix(0.5, 1.0, vNear), shade, uOut);
  vec3 color = mix(uGround, rampColor(v), max(shade, uFogFloor));
  float site = vAngle * uSites / uStepOfLines;
  color = mix(color, uText, uOut * (outside ? 0.26 : 0.14) * lines(site, uLine, vec2(0.1, 0.3)));
  float ring = 2.0 * vFolds;
  float near = round(ring);
  float ringed = (abs(near) > 0.5 || uRingZero > 0.5) && ring > -30.0 ? lines(ring, 1.9 * uLine, vec2(0.1, 0.22)) : 0.0;
  color = mix(color, uRing, uOut * (outside ? 1.0 : 0.55) * ringed);
  float rim = min(vAlong, 1.0 - vAlong) / max(fwidth(vAlong), 1e-7);
  color = mix(color, uText, (outside ? 0.6 : 0.35) * (1.0 - smoothstep(0.5, 1.5, rim / uLine)));
  gl_FragColor = vec4(color, 1.0);
}
`;

/** Sites between meridians: no more lines than can be followed. */
const MOST_MERIDIANS = 32;

function grid(columns: number, angles: number): BufferGeometry {
  const position = new Float32Array(3 * columns * (angles + 1));
  const index = new Uint32Array(6 * (columns - 1) * angles);
  let p = 0;
  for (let column = 0; column < columns; column++) {
    for (let angle = 0; angle <= angles; angle++, p += 3) {
      position[p] = column;
      position[p + 1] = angle / angles;
    }
  }
  let i = 0;
  const line = angles + 1;
  for (let column = 0; column + 1 < columns; column++) {
    for (let angle = 0; angle < angles; angle++, i += 6) {
      const a = column * line + angle;
      index.set([a, a + line, a + 1, a + 1, a + line, a + line + 1], i);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

/** Makes the horn of a field. @param field  its values are read in place; @param every  sites between two of its own */
export function createHornMesh(
  context: SceneContext,
  field: HornField,
  passage: Passage,
  every: number,
): HornMesh {
  const cells = context.triangles / 2;
  const angles = Math.round(Math.min(192, Math.sqrt(cells)));
  const columns = Math.round(Math.min(400, cells / angles)) + 1;
  const course: Values = createValues(4 * columns);
  const values: Values = createValues((MOST_ROWS + 1) * field.sites);
  const gain: IUniform<number> = { value: 1 };
  const ringZero: IUniform<number> = { value: 0 };
  const lastRow: IUniform<number> = { value: 0 };
  const placed = new Vector4();
  const ring: Color = context.palette.colors.expansion;
  const material = flatMaterial(
    context,
    {
      uCourse: { value: course.texture },
      uField: { value: values.texture },
      uPlace: { value: placed },
      uColumns: { value: columns },
      uSites: { value: field.sites },
      uStepOfLines: { value: Math.ceil(field.sites / MOST_MERIDIANS) },
      uGain: gain,
      uRing: { value: ring },
      uRingZero: ringZero,
      uLastRow: lastRow,
      uEvery: { value: every },
      ...passage.uniforms,
    },
    VERTEX,
    FRAGMENT,
  );
  const geometry = grid(columns, angles);
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    columns,
    radius: course.data.subarray(0, columns),
    efolds: course.data.subarray(columns, 2 * columns),
    row: course.data.subarray(2 * columns, 3 * columns),
    clear: course.data.subarray(3 * columns, 4 * columns),
    takeField() {
      values.set(field.values);
    },
    update(place, nextGain, ring0) {
      placed.set(place.left, place.nowX, place.centerY, place.radius);
      gain.value = nextGain;
      ringZero.value = ring0 ? 1 : 0;
      lastRow.value = Math.max(0, field.rows - 1);
      course.touch();
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      course.dispose();
      values.dispose();
    },
  };
}
