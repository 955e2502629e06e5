import { BufferAttribute, BufferGeometry, Mesh, Vector2, Vector3, type Color, type IUniform } from 'three';
import { FLIGHT } from './flight.ts';
import { flatMaterial } from './material.ts';
import { COMMON, SHEET } from './shaders.ts';
import type { SceneContext } from './uniforms.ts';
import { createValues, type Values } from './values.ts';

/** Where a sheet of sites stands in lattice space. */
export interface SheetFrame {
  readonly rows: number;
  readonly columns: number;
  readonly periodicRows: boolean;
  readonly periodicColumns: boolean;
  /** Catmull-Rom between sites, else a smooth step. */
  readonly cubic: boolean;
  /** s and z of row 0, column 0. */
  readonly origin: readonly [s: number, z: number];
  /** s from column to column, z from row to row. */
  readonly step: readonly [s: number, z: number];
  /** y of w = 0, and height of w at the limit. */
  readonly level: number;
  readonly lift: number;
  /** First and last column, row drawn; they may lie between sites. */
  readonly columnRange: readonly [number, number];
  readonly rowRange: readonly [number, number];
}

/** Heights of one track on one sheet, shared by all that is drawn of them. */
export interface Heights {
  readonly frame: SheetFrame;
  readonly values: Values;
  readonly limit: IUniform<number>;
  readonly uniforms: Record<string, IUniform>;
  readonly defines: Record<string, number>;
}

/** How a sheet comes with the wave of a flight (flight.ts): u = at[0] + at[1]·column + at[2]·row. */
export interface Arrival {
  readonly front: IUniform<Vector2>;
  readonly at: readonly [start: number, column: number, row: number];
}

/** @param arrival  left out: it is there */
export function createHeights(frame: SheetFrame, arrival?: Arrival): Heights {
  const values = createValues(frame.rows * frame.columns);
  const limit = { value: 1 };
  const flag = (on: boolean): number => (on ? 1 : 0);
  return {
    frame,
    values,
    limit,
    uniforms: {
      uHeights: { value: values.texture },
      uShape: { value: new Vector2(frame.rows, frame.columns) },
      uPeriodic: { value: new Vector2(flag(frame.periodicRows), flag(frame.periodicColumns)) },
      uCubic: { value: flag(frame.cubic) },
      uOrigin: { value: new Vector2(...frame.origin) },
      uStep: { value: new Vector2(...frame.step) },
      uLevel: { value: frame.level },
      uLift: { value: frame.lift },
      uLimit: limit,
      ...(arrival === undefined
        ? {}
        : { uFlight: arrival.front, uArrival: { value: new Vector3(...arrival.at) } }),
    },
    defines: { ARRIVES: arrival === undefined ? 0 : 1 },
  };
}

/** What of a sheet has arrived, 0 to 1: a surface stands where its sites do. */
const ARRIVED = /* glsl */ `
#if ARRIVES
${FLIGHT}
uniform vec3 uArrival;
float arrived(float row, float column) {
  return smoothstep(0.72, 1.0, flown(clamp(dot(uArrival, vec3(1.0, column, row)), 0.0, 1.0)));
}
#else
float arrived(float row, float column) { return 1.0; }
#endif
`;

export interface Drawn {
  readonly object: Mesh;
  dispose(): void;
}

/** A mesh that is always drawn: shaders move its points. */
export function drawn(geometry: BufferGeometry, material: ReturnType<typeof flatMaterial>): Drawn {
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

/** Grid of cells over the unit square: position = (across, along, 0). */
export function gridGeometry(along: number, across: number): BufferGeometry {
  const position = new Float32Array(3 * (along + 1) * (across + 1));
  const index = new Uint32Array(6 * along * across);
  let at = 0;
  for (let row = 0; row <= along; row++) {
    for (let column = 0; column <= across; column++) {
      position[at++] = column / across;
      position[at++] = row / along;
      position[at++] = 0;
    }
  }
  at = 0;
  for (let row = 0; row < along; row++) {
    for (let column = 0; column < across; column++) {
      const corner = row * (across + 1) + column;
      index.set(
        [corner, corner + 1, corner + across + 1, corner + across + 1, corner + 1, corner + across + 2],
        at,
      );
      at += 6;
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

const CURTAIN_VERTEX = /* glsl */ `
${COMMON}
${SHEET}
${ARRIVED}
uniform vec2 uColumns;
uniform float uFogLow;
varying float vValue, vFog, vThere;
void main() {
  float c = mix(uColumns.x, uColumns.y, position.x);
  float h = position.y * height(0.0, c);
  vec4 view = modelViewMatrix * vec4(onSheet(0.0, c, h), 1.0);
  vValue = h / uLimit;
  vFog = fogAt(view.z, uFogLow);
  vThere = arrived(0.0, c);
  gl_Position = projectionMatrix * view;
}
`;
const CURTAIN_FRAGMENT = /* glsl */ `
${COMMON}
varying float vValue, vFog, vThere;
void main() {
  if (vThere < 0.03) discard;
  gl_FragColor = vec4(mix(uGround, rampColor(vValue), vFog), vThere);
}
`;

/** The field of a 1D sheet, from w = 0 to w, shaded by the diverging map. */
export function createCurtain(context: SceneContext, heights: Heights, samples: number): Drawn {
  const { columnRange } = heights.frame;
  return drawn(
    gridGeometry(1, samples),
    flatMaterial(
      context,
      { ...heights.uniforms, uColumns: { value: new Vector2(...columnRange) }, uFogLow: { value: 0.5 } },
      CURTAIN_VERTEX,
      CURTAIN_FRAGMENT,
      heights.defines,
    ),
  );
}

const CREST_VERTEX = /* glsl */ `
${COMMON}
${SHEET}
${ARRIVED}
uniform vec2 uColumns;
uniform float uRow, uWidth, uBias, uFogLow;
varying float vAcross, vFog, vAlong, vHeight, vThere;
vec4 see(float c) { return modelViewMatrix * vec4(onSheet(uRow, c, height(uRow, c)), 1.0); }
void main() {
  float c = mix(uColumns.x, uColumns.y, position.x);
  vec4 view = see(c);
  vHeight = height(uRow, c) / uLimit;
  vThere = arrived(uRow, c);
  float h = 0.04;
  vec2 a = pixels(projectionMatrix * see(c - h));
  vec2 b = pixels(projectionMatrix * see(c + h));
  vec2 t = b - a;
  t = length(t) > 1e-4 ? normalize(t) : vec2(1.0, 0.0);
  vAcross = (2.0 * position.y - 1.0) * (0.5 * uWidth + 0.5);
  vFog = fogAt(view.z, uFogLow);
  vAlong = abs(c - uColumns.x) * abs(uStep.x) * projectionMatrix[1][1] * 0.5 * uView.y / uDistance
    * (uCurl < 0.0 ? 1.0 : mix(STRIP, 1.0, uCurl));
  vec4 clip = projectionMatrix * nearer(view, uBias);
  clip.xy += 2.0 * vec2(-t.y, t.x) * vAcross / uView * clip.w;
  gl_Position = clip;
}
`;
const CREST_FRAGMENT = /* glsl */ `
${COMMON}
uniform vec3 uColor;
uniform float uWidth;
uniform vec2 uDash;
varying float vAcross, vFog, vAlong, vHeight, vThere;
void main() {
  // A line that goes on beyond the scale ends there: one along its edge would be a value.
  if (abs(vHeight) > CUT) discard;
  float alpha = vThere * clamp(0.5 * uWidth - abs(vAcross) + 0.5, 0.0, 1.0);
  if (alpha < 0.03) discard;
  if (uDash.x > 0.0 && mod(vAlong, uDash.x + uDash.y) > uDash.x) discard;
  gl_FragColor = vec4(mix(uGround, uColor, vFog), alpha);
}
`;

export interface Crest extends Drawn {
  readonly row: IUniform<number>;
  /** Pixels. */
  readonly width: IUniform<number>;
  /** Pixels on and off; 0 is solid. */
  readonly dash: IUniform<Vector2>;
}

/** The line of w along one row of a sheet. */
export function createCrest(
  context: SceneContext,
  heights: Heights,
  samples: number,
  color: Color,
  bias: number,
): Crest {
  const row = { value: 0 };
  const width = { value: 2 };
  const dash = { value: new Vector2(0, 0) };
  const material = flatMaterial(
    context,
    {
      ...heights.uniforms,
      uColumns: { value: new Vector2(...heights.frame.columnRange) },
      uRow: row,
      uWidth: width,
      uDash: dash,
      uColor: { value: color },
      uBias: { value: bias },
      uFogLow: { value: 0.5 },
    },
    CREST_VERTEX,
    CREST_FRAGMENT,
    heights.defines,
  );
  return { ...drawn(gridGeometry(1, samples), material), row, width, dash };
}

const SURFACE_VERTEX = /* glsl */ `
${COMMON}
${SHEET}
${ARRIVED}
uniform vec2 uColumns, uRows;
varying float vValue, vThere;
varying vec2 vSite;
void main() {
  vSite = vec2(mix(uRows.x, uRows.y, position.y), mix(uColumns.x, uColumns.y, position.x));
  float h = height(vSite.x, vSite.y);
  vValue = h / uLimit;
  vThere = arrived(vSite.x, vSite.y);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(onSheet(vSite.x, vSite.y, h), 1.0);
}
`;
const SURFACE_FRAGMENT = /* glsl */ `
${COMMON}
uniform float uSingleRow;
varying float vValue, vThere;
varying vec2 vSite;
// Cover of the site lines, fading where they would stand closer than a few pixels.
float site(float x) {
  float w = fwidth(x);
  float d = abs(fract(x - 0.5) - 0.5) / max(w, 1e-6);
  return (1.0 - smoothstep(0.1, 0.9, d / uLine)) * (1.0 - smoothstep(0.12, 0.3, w));
}
void main() {
  if (vThere < 0.03) discard;
  float line = max(site(vSite.y), uSingleRow > 0.5 ? 0.0 : site(vSite.x));
  gl_FragColor = vec4(mix(rampColor(vValue), uText, 0.22 * line), vThere);
}
`;

/**
 * A height field: its mesh has its own resolution, apart from the sites'. Colour is data, so no lamp.
 *  @param cells  mesh cells per row and per column
 */
export function createSurface(
  context: SceneContext,
  heights: Heights,
  cells: readonly [number, number],
): Drawn {
  const { rows, columnRange, rowRange } = heights.frame;
  return drawn(
    gridGeometry(cells[0], cells[1]),
    flatMaterial(
      context,
      {
        ...heights.uniforms,
        uColumns: { value: new Vector2(...columnRange) },
        uRows: { value: new Vector2(...rowRange) },
        uSingleRow: { value: rows === 1 ? 1 : 0 },
      },
      SURFACE_VERTEX,
      SURFACE_FRAGMENT,
      heights.defines,
    ),
  );
}
