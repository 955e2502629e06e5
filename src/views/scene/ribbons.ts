import {
  BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  Vector2,
  type Color,
  type IUniform,
} from 'three';
import { FLIGHT, goalUniforms, GOALS, type Flight } from './flight.ts';
import { flatMaterial } from './material.ts';
import { COMMON, VALUES } from './shaders.ts';
import type { SceneContext } from './uniforms.ts';
import { createValues, type Values } from './values.ts';

/** Curves between two points each, in lattice space. Index chooses the value that a ribbon shows. */
export interface RibbonData {
  readonly count: number;
  /** [3·count] */
  readonly from: Float32Array;
  /** [3·count] */
  readonly to: Float32Array;
  /** [4·count] index of the value, sign, and how far each end is lifted by it (0 or 1). */
  readonly data: Float32Array;
}

export interface RibbonOptions {
  /** How it runs: `straight`; `up`: steady in y, smooth across; `across`: steady in x, smooth in y and z. */
  readonly course: 'straight' | 'up' | 'across';
  readonly segments: number;
  /** Coloured by its value, or plainly. */
  readonly colored: 'value' | 'plain';
  readonly color?: Color;
  /** Part of the plain colour, the rest is ground. */
  readonly tint?: number;
  /** Width in pixels: base + gain·|value|/limit. */
  readonly base: number;
  readonly gain: number;
  /** Pixels of ground around it, so that crossings read. */
  readonly casing?: number;
  /** Whether a ribbon's index is a weight, so that the linked one is shown. */
  readonly links?: boolean;
  /** Pixels of ground between the ribbon and the accent casing that shows the linked one. */
  readonly linkGap?: number;
  /** Radii that it is drawn nearer. */
  readonly bias?: number;
  readonly fogLow?: number;
  readonly roundCaps?: boolean;
  /** Faint where the value is small: 1 from a quarter of the colour to all of it. */
  readonly fade?: number;
  /** Coils of a spring. */
  readonly coils?: number;
  /** Dashes in pixels. */
  readonly dash?: readonly [on: number, off: number];
  /** Part of the width that is left on the unrolled strip, where neighbours stand closer. */
  readonly stripPart?: number;
  /** Widths follow perspective. */
  readonly perspective?: boolean;
  /** Share the values of other primitives. */
  readonly values?: Values;
  /** Index is a weight that flies to its site, where it stands from w = 0 up to w. */
  readonly flight?: Flight;
}

export interface Ribbons {
  readonly object: Mesh;
  readonly values: Values;
  /** Largest |value|: full width and colour. */
  readonly limit: IUniform<number>;
  /** Height of a value at the limit, for lifted ends. */
  readonly lift: IUniform<number>;
  readonly width: IUniform<Vector2>;
  /** Moves the ribbons: `from`, `to` and `data` may have been rewritten in place. */
  moved(): void;
  dispose(): void;
}

const vertex = /* glsl */ `
${COMMON}
${VALUES}
attribute vec3 from, to;
attribute vec4 data;
uniform vec2 uWidth;
uniform float uCasing, uLinkGap, uBias, uFogLow, uFade, uCoils, uPerspective, uStripPart;
#if FLIES
${FLIGHT}
${GOALS}
#endif
varying float vValue, vAcross, vHalf, vFog, vLinked, vAlong, vCasing, vFade;
varying vec2 vCap;

vec3 along(float f, float v) {
  float s = f * f * (3.0 - 2.0 * f);
  vec3 a = from;
  vec3 b = to;
  a.y += data.z * uLift * v;
  b.y += data.w * uLift * v;
#if COURSE == 1
  vec3 q = vec3(mix(a.x, b.x, s), mix(a.y, b.y, f), mix(a.z, b.z, s));
#elif COURSE == 2
  vec3 q = vec3(mix(a.x, b.x, f), mix(a.y, b.y, s), mix(a.z, b.z, s));
#else
  vec3 q = mix(a, b, f);
#endif
  q.y += 0.035 * sin(6.2831853 * uCoils * f) * smoothstep(0.0, 0.15, f) * smoothstep(1.0, 0.85, f);
  return q;
}

#if FLIES
vec4 see(float f, float v) {
  vec4 goal = goalAt(data.x, 0);
  float p = flown(goalAt(data.x, 1).x);
  vec3 site = bent(goal.xyz + vec3(0.0, f * goal.w * clamp(data.y * v, -CUT, CUT), 0.0), uGoalCurl);
  return modelViewMatrix * vec4(mix(place(along(f, v)), site, p), 1.0);
}
#else
vec4 see(float f, float v) { return modelViewMatrix * vec4(place(along(f, v)), 1.0); }
#endif

void main() {
  float f = position.x;
  float v = data.y * valueAt(data.x) / uLimit;
  vec4 view = see(f, v);
  float h = 0.02;
  vec2 a = pixels(projectionMatrix * see(max(0.0, f - h), v));
  vec2 b = pixels(projectionMatrix * see(min(1.0, f + h), v));
  vec2 t = b - a;
  t = length(t) > 1e-4 ? normalize(t) : vec2(0.0, 1.0);
  float scale = mix(1.0, uDistance / -view.z, uPerspective);
  bool linked = LINKS == 1 && uSelected >= 0.0 && abs(data.x - uSelected) < 0.5;
  scale *= uCurl < 0.0 ? 1.0 : mix(uStripPart, 1.0, uCurl);
  vHalf = 0.5 * uLine * scale * (uWidth.x + uWidth.y * min(abs(v), 1.0));
#if FLIES
  float p = flown(goalAt(data.x, 1).x);
  // What has arrived stands among its neighbours: thinner, and in the colour of w itself.
  vHalf *= mix(1.0, 0.5, p);
#endif
  vCasing = uCasing;
  vFade = uFade;
#if FLIES
  // Among all that rest in the dark, what flies is seen.
  vFade *= 1.0 - 0.8 * smoothstep(0.0, 0.3, p);
  vCasing *= 1.0 - 0.75 * p;
#endif
  float reach = vHalf + (linked ? uLinkGap + 1.8 * uLine + 0.5 : vCasing) + 0.5;
  vAcross = position.y * reach;
  vCap = vec2(position.z * reach, vAcross);
  vValue = v;
#if FLIES
  vValue = v * mix(1.0, data.y, p);
#endif
  vLinked = linked ? 1.0 : 0.0;
  vFog = fogAt(view.z, uFogLow);
  vec4 clip = projectionMatrix * nearer(view, uBias + (linked ? 0.06 : 0.0) + 0.01 * min(abs(v), 1.0) + 0.004 * data.y);
  vec2 offset = vec2(-t.y, t.x) * vAcross + t * vCap.x;
  clip.xy += 2.0 * offset / uView * clip.w;
  vAlong = f * length(pixels(projectionMatrix * see(1.0, v)) - pixels(projectionMatrix * see(0.0, v)));
  gl_Position = clip;
}
`;

const fragment = /* glsl */ `
${COMMON}
uniform vec3 uColor;
uniform float uLinkGap, uTint;
uniform vec2 uDash;
varying float vValue, vAcross, vHalf, vFog, vLinked, vAlong, vCasing, vFade;
varying vec2 vCap;

void main() {
  float d = vCap.x == 0.0 ? abs(vAcross) : length(vCap);
  float strength = min(abs(vValue), 1.0);
#if BY_VALUE
  vec3 core = rampColor(0.9 * vValue + 0.1 * sign(vValue));
#else
  vec3 core = uColor;
#endif
  float kept = vFog * uTint * mix(1.0, 0.25 + 0.75 * strength, vFade * (1.0 - vLinked));
  core = mix(uGround, core, kept);
  float edge = vLinked > 0.5 ? vHalf + uLinkGap + 1.8 * uLine : vHalf + vCasing;
  float alpha = clamp(edge - d + 0.5, 0.0, 1.0);
  if (uDash.x > 0.0 && mod(vAlong, uDash.x + uDash.y) > uDash.x) discard;
  if (alpha < 0.03) discard;
  vec3 color = mix(core, uGround, smoothstep(vHalf - 0.5, vHalf + 0.5, d) * step(0.01, vCasing + vLinked * uLinkGap));
  if (vLinked > 0.5) color = mix(color, uAccent, smoothstep(vHalf + uLinkGap - 0.5, vHalf + uLinkGap + 0.5, d));
  gl_FragColor = vec4(color, alpha);
}
`;

/** Strip of `segments` quads: position = (f, side, cap). */
function stripGeometry(segments: number, caps: boolean): InstancedBufferGeometry {
  const columns: [number, number][] = [];
  if (caps) columns.push([0, -1]);
  for (let i = 0; i <= segments; i++) columns.push([i / segments, 0]);
  if (caps) columns.push([1, 1]);
  const position = new Float32Array(6 * columns.length);
  const index: number[] = [];
  columns.forEach(([f, cap], i) => {
    position.set([f, -1, cap, f, 1, cap], 6 * i);
    if (i > 0) index.push(2 * i - 2, 2 * i - 1, 2 * i, 2 * i, 2 * i - 1, 2 * i + 1);
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setIndex(index);
  return geometry;
}

const COURSES = { straight: 0, up: 1, across: 2 } as const;

/** Ribbons that face the viewer: wires, springs, bars, rings and outlines. Allocated once, one draw call. */
export function createRibbons(context: SceneContext, ribbons: RibbonData, options: RibbonOptions): Ribbons {
  let highest = 0;
  for (let i = 0; i < ribbons.count; i++) highest = Math.max(highest, ribbons.data[4 * i]);
  const values = options.values ?? createValues(highest + 1);
  const geometry = stripGeometry(options.segments, options.roundCaps === true);
  const attributes = {
    from: new InstancedBufferAttribute(ribbons.from, 3),
    to: new InstancedBufferAttribute(ribbons.to, 3),
    data: new InstancedBufferAttribute(ribbons.data, 4),
  };
  for (const [name, attribute] of Object.entries(attributes)) geometry.setAttribute(name, attribute);
  geometry.instanceCount = ribbons.count;
  const limit = { value: 1 };
  const lift = { value: 0 };
  const width = { value: new Vector2(options.base, options.gain) };
  const material = flatMaterial(
    context,
    {
      uValues: { value: values.texture },
      uLimit: limit,
      uLift: lift,
      uWidth: width,
      uColor: { value: options.color ?? context.palette.colors.text },
      uTint: { value: options.tint ?? 1 },
      uCasing: { value: options.casing ?? 0 },
      uLinkGap: { value: options.linkGap ?? 1.2 },
      uBias: { value: options.bias ?? 0 },
      uFogLow: { value: options.fogLow ?? 0.5 },
      uFade: { value: options.fade ?? 0 },
      uCoils: { value: options.coils ?? 0 },
      uDash: { value: new Vector2(options.dash?.[0] ?? 0, options.dash?.[1] ?? 0) },
      uStripPart: { value: options.stripPart ?? 1 },
      uPerspective: { value: options.perspective === false ? 0 : 1 },
      ...(options.flight === undefined ? {} : goalUniforms(options.flight)),
    },
    vertex,
    fragment,
    {
      COURSE: COURSES[options.course],
      BY_VALUE: options.colored === 'value' ? 1 : 0,
      LINKS: options.links === true ? 1 : 0,
      FLIES: options.flight === undefined ? 0 : 1,
    },
  );
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    values,
    limit,
    lift,
    width,
    moved() {
      for (const attribute of Object.values(attributes)) attribute.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      if (options.values === undefined) values.dispose();
    },
  };
}

/** Ribbons that show no value: outlines, rings, links. */
export function plainRibbons(
  segments: readonly (readonly [readonly number[], readonly number[]])[],
): RibbonData {
  const count = segments.length;
  const from = new Float32Array(3 * count);
  const to = new Float32Array(3 * count);
  segments.forEach(([a, b], i) => {
    from.set(a, 3 * i);
    to.set(b, 3 * i);
  });
  return { count, from, to, data: new Float32Array(4 * count) };
}
