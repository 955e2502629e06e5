import {
  DataTexture,
  FloatType,
  NearestFilter,
  RGBAFormat,
  Vector2,
  type IUniform,
  type Texture,
} from 'three';
import { PLANE } from './place.ts';

/**
 * The flight of every synapse from its wire to its site: a wave that runs over the picture. What lies at u (0 the first to
 * leave, 1 the last) is so far on its way while the whole is at m:
 *    p = smooth((m (1 + W) − u)/W),  smooth(x) = x² (3 − 2x) between 0 and 1
 * At half way a third has arrived, a third flies and a third has not left. The shaders hold the same formula (FLIGHT).
 */

/** Width of the wave, in parts of the whole. */
export const WAVE = 1 / 3;

/** How far what lies at u is while the whole is at m: 0 to 1, both exactly at m = 0 and m = 1. */
export function flownAt(m: number, u: number): number {
  const p = Math.min(1, Math.max(0, (m * (1 + WAVE) - u) / WAVE));
  return p * p * (3 - 2 * p);
}

/** GLSL of the same. `uFlight` is (m (1 + W), W). */
export const FLIGHT = /* glsl */ `
uniform vec2 uFlight;
float flown(float u) {
  float p = clamp((uFlight.x - u) / uFlight.y, 0.0, 1.0);
  return p * p * (3.0 - 2.0 * p);
}
`;

/** Texels across a texture of goals; the shaders know it too (GOALS). */
const WIDTH = 1024;

/** GLSL that reads a weight's goal: its site at w = 0 with the height of the limit, and when it leaves. */
export const GOALS = /* glsl */ `
uniform sampler2D uGoals;
uniform float uGoalCurl;
vec4 goalAt(float weight, int part) {
  int i = 2 * int(weight + 0.5) + part;
  return texelFetch(uGoals, ivec2(i & ${WIDTH - 1}, i / ${WIDTH}), 0);
}
`;

/** Where every weight flies to, and how far the wave is; shared by all that is drawn of it. */
export interface Flight {
  /** (m (1 + W), W). */
  readonly front: IUniform<Vector2>;
  readonly goals: IUniform<Texture>;
  /** How the sites are bent: as the wires are, or not at all (place.ts). */
  readonly curl: IUniform<number>;
  /** [weights] when each leaves, 0 to 1. */
  readonly leaves: Float32Array;
  /** @param m  how far the whole is, 0 to 1 */
  set(m: number): void;
  dispose(): void;
}

/**
 * @param sites   [3·weights] in lattice space, at w = 0
 * @param lifts   [weights] height of w at the limit
 * @param leaves  [weights] when each leaves, 0 to 1
 * @param curl    that of the wires, where sites are bent with them; null where they stand on planes
 */
export function createFlight(
  sites: Float32Array,
  lifts: Float32Array,
  leaves: Float32Array,
  curl: IUniform<number> | null,
): Flight {
  const data = new Float32Array(4 * WIDTH * Math.max(1, Math.ceil((2 * lifts.length) / WIDTH)));
  for (let weight = 0; weight < lifts.length; weight++) {
    data.set(sites.subarray(3 * weight, 3 * weight + 3), 8 * weight);
    data[8 * weight + 3] = lifts[weight];
    data[8 * weight + 4] = leaves[weight];
  }
  const texture = new DataTexture(data, WIDTH, data.length / (4 * WIDTH), RGBAFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  const front = { value: new Vector2(0, WAVE) };
  return {
    front,
    goals: { value: texture },
    curl: curl ?? { value: PLANE },
    leaves,
    set: (m) => front.value.setX(m * (1 + WAVE)),
    dispose: () => texture.dispose(),
  };
}

/** Uniforms of what reads goals. */
export function goalUniforms({ front, goals, curl }: Flight): Record<string, IUniform> {
  return { uFlight: front, uGoals: goals, uGoalCurl: curl };
}
