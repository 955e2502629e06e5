import {
  BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  Vector2,
  type Color,
  type IUniform,
} from 'three';
import { FLIGHT } from './flight.ts';
import { flatMaterial } from './material.ts';
import { COMMON, VALUES } from './shaders.ts';
import type { SceneContext } from './uniforms.ts';
import { createValues, type Values } from './values.ts';

export interface DotData {
  readonly count: number;
  /** [3·count] in lattice space */
  readonly center: Float32Array;
  /** [3·count] index of the value, lift by it (0 or 1), radius in pixels. */
  readonly data: Float32Array;
}

export interface DotOptions {
  /** Filled by its value, or plainly; `ring` leaves the inside open. */
  readonly fill: 'value' | 'plain' | 'ring';
  readonly color?: Color;
  readonly outline: Color;
  /** Pixels of outline, and of ground around it. */
  readonly stroke: number;
  readonly halo?: number;
  readonly bias?: number;
  readonly fogLow?: number;
  readonly outlineFogLow?: number;
  /** Largest radius that neighbours leave room for, in pixels: on the ring (or plane), on the strip. */
  readonly room?: readonly [ring: number, strip: number];
  readonly values?: Values;
  /** Squares instead of discs. */
  readonly square?: boolean;
  /** They stay behind, faint, when what lies at their place has left, or go with it, or come when it arrives. */
  readonly wave?: Wave;
}

/** How dots follow the wave of a flight (flight.ts). */
export interface Wave {
  readonly front: IUniform<Vector2>;
  /** [count] when each is reached, 0 to 1. */
  readonly at: Float32Array;
  readonly way: 'stay' | 'go' | 'come';
}

export interface Dots {
  readonly object: Mesh;
  readonly values: Values;
  readonly limit: IUniform<number>;
  readonly lift: IUniform<number>;
  /** `center` and `data` were rewritten in place. */
  moved(): void;
  /** Draws the first so many of them alone. */
  show(count: number): void;
  dispose(): void;
}

const vertex = /* glsl */ `
${COMMON}
${VALUES}
attribute vec3 center, data;
uniform float uStroke, uHalo, uBias, uFogLow, uOutlineFogLow;
#if WAVE > 0
attribute float wave;
${FLIGHT}
#endif
uniform vec2 uRoom;
varying vec2 vAt;
varying float vRadius, vValue, vFog, vOutlineFog, vCut;

void main() {
  float v = valueAt(data.x) / uLimit;
  vec3 q = center;
  q.y += data.y * uLift * clamp(v, -CUT, CUT);
  vCut = data.y * step(CUT, abs(v));
  vec4 view = modelViewMatrix * vec4(place(q), 1.0);
  float room = uCurl < 0.0 ? uRoom.x : mix(uRoom.y, uRoom.x, uCurl);
  // Room is measured at 220 pixels a radius and a distance of 6.5; panes differ.
  room *= projectionMatrix[1][1] * 0.5 * uView.y / (220.0 * 6.5);
  vRadius = max(min(data.z * uLine, room), 0.8) * uDistance / -view.z;
#if WAVE > 1
  float come = WAVE == 2 ? smoothstep(0.7, 1.0, flown(wave)) : 1.0 - smoothstep(0.3, 0.9, flown(wave));
  vRadius *= come;
  vCut = max(vCut, step(come, 0.02));
#endif
  float reach = vRadius + 0.5 * uStroke * uLine + uHalo + 0.5;
  vAt = position.xy * reach;
  vValue = v;
  vFog = fogAt(view.z, uFogLow);
  vOutlineFog = fogAt(view.z, uOutlineFogLow);
#if WAVE == 1
  float left = flown(wave);
  vFog *= mix(1.0, 0.26, left);
  vOutlineFog *= mix(1.0, 0.34, left);
#endif
  vec4 clip = projectionMatrix * nearer(view, uBias);
  clip.xy += 2.0 * vAt / uView * clip.w;
  gl_Position = clip;
}
`;

const fragment = /* glsl */ `
${COMMON}
uniform vec3 uFill, uOutline;
uniform float uStroke, uHalo;
varying vec2 vAt;
varying float vRadius, vValue, vFog, vOutlineFog, vCut;

void main() {
  if (vCut > 0.5) discard;
#if SQUARE
  float d = max(abs(vAt.x), abs(vAt.y));
#else
  float d = length(vAt);
#endif
  float half_ = 0.5 * uStroke * uLine;
#if FILL == 0
  // A value is seen however small its disc is: the outline is a tenth of it on each side at most, and paler.
  half_ = min(half_, 0.1 * vRadius);
  float rim = vOutlineFog * clamp(vRadius / (4.0 * uLine), 0.35, 1.0);
#else
  float rim = vOutlineFog;
#endif
  float alpha = clamp(vRadius + half_ + uHalo - d + 0.5, 0.0, 1.0);
#if FILL == 0
  vec3 fill = rampColor(vValue);
#else
  vec3 fill = uFill;
#endif
#if FILL == 2
  alpha *= clamp(d - (vRadius - half_) + 0.5, 0.0, 1.0);
#endif
  if (alpha < 0.03) discard;
  vec3 color = mix(uGround, fill, vFog);
  color = mix(color, mix(uGround, uOutline, rim), clamp(d - (vRadius - half_) + 0.5, 0.0, 1.0));
  color = mix(color, uGround, clamp(d - (vRadius + half_) + 0.5, 0.0, 1.0) * step(0.01, uHalo));
  gl_FragColor = vec4(color, alpha);
}
`;

const WAYS = { stay: 1, come: 2, go: 3 } as const;
const FILLS = { value: 0, plain: 1, ring: 2 } as const;

/** Discs that face the viewer: neurons, sites, marks. Allocated once, one draw call. */
export function createDots(context: SceneContext, dots: DotData, options: DotOptions): Dots {
  let highest = 0;
  for (let i = 0; i < dots.count; i++) highest = Math.max(highest, dots.data[3 * i]);
  const values = options.values ?? createValues(highest + 1);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0]), 3),
  );
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  const center = new InstancedBufferAttribute(dots.center, 3);
  const data = new InstancedBufferAttribute(dots.data, 3);
  geometry.setAttribute('center', center);
  geometry.setAttribute('data', data);
  if (options.wave !== undefined) {
    geometry.setAttribute('wave', new InstancedBufferAttribute(options.wave.at, 1));
  }
  geometry.instanceCount = dots.count;
  const limit = { value: 1 };
  const lift = { value: 0 };
  const material = flatMaterial(
    context,
    {
      uValues: { value: values.texture },
      uLimit: limit,
      uLift: lift,
      uFill: { value: options.color ?? context.palette.colors.ground },
      uOutline: { value: options.outline },
      uStroke: { value: options.stroke },
      uRoom: { value: new Vector2(...(options.room ?? [100, 100])) },
      uHalo: { value: options.halo ?? 0 },
      uBias: { value: options.bias ?? 0 },
      uFogLow: { value: options.fogLow ?? 0.5 },
      uOutlineFogLow: { value: options.outlineFogLow ?? options.fogLow ?? 0.5 },
      ...(options.wave === undefined ? {} : { uFlight: options.wave.front }),
    },
    vertex,
    fragment,
    {
      FILL: FILLS[options.fill],
      SQUARE: options.square === true ? 1 : 0,
      WAVE: options.wave === undefined ? 0 : WAYS[options.wave.way],
    },
  );
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    values,
    limit,
    lift,
    moved() {
      center.needsUpdate = true;
      data.needsUpdate = true;
    },
    show(count) {
      geometry.instanceCount = count;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      if (options.values === undefined) values.dispose();
    },
  };
}
